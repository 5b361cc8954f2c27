/** Ways to partners that this process has. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { awsKeyFile, createAwsWay, type AwsOptions } from '#domains/exchange/referrals/aws/server'
import type { Ways } from '#domains/exchange/referrals/outbox/server'
import { createSignedWay } from '#domains/exchange/referrals/signed/server'
import { createGuardedFetch, readConfig } from '#platform'
import { getDatabase } from './database.ts'
import { getPartnerChannel } from './exchange.ts'
import { openMailWays } from './mail-ways.ts'
import { findOperator } from './apart/held-operator.ts'
import { declareSlot } from './slot.ts'

const slot = declareSlot<Ways>('ways')

/** Bytes of a request of ours; a partner's inbox is given nothing else. */
const toBody = (body: BodyInit | null | undefined): string | Uint8Array | undefined =>
	typeof body === 'string' || body instanceof Uint8Array ? body : undefined

/** Asks one host, the one of the address: who moves a partner's inbox elsewhere moves it in the directory, by a person. */
const askPartner = async (url: string, { headers, body, signal }: RequestInit): Promise<Response> => {
	const host = URL.parse(url)?.hostname ?? ''
	const ask = createGuardedFetch({
		allow: (asked) => asked === host,
		loopback: readConfig().loopbackPartners,
		patience: 30_000,
	})
	const content = toBody(body)
	return ask(url, {
		method: 'POST',
		headers: Object.fromEntries(new Headers(headers)),
		...(content === undefined ? {} : { body: content }),
		...(signal ? { signal } : {}),
	})
}

/** AWS as this process asks it: its own host, over TLS. */
export const getAws = (): AwsOptions => ({
	dataDir: readConfig().dataDir,
	now: () => new Date(),
	ask: ({ url, method, headers, body }) => {
		const host = URL.parse(url)?.hostname ?? ''
		const ask = createGuardedFetch({ allow: (asked) => asked === host })
		return ask(url, { method, headers, ...(method === 'GET' ? {} : { body }) })
	},
})

/** Open where the operator has put the key there before the start; a demonstration tells nobody outside of anything. */
const openAws = (): Ways => {
	if (findOperator()?.state !== 'live') return {}
	const aws = getAws()
	return existsSync(join(aws.dataDir, 'keys', awsKeyFile)) ? { 'xarf-http': createAwsWay(aws) } : {}
}

const open = (): Ways => {
	const { kysely } = getDatabase()
	const now = (): Date => new Date()
	const { keys } = getPartnerChannel()
	return {
		'http-sig': createSignedWay({ db: kysely, keys, now, fetch: askPartner }),
		...openMailWays(),
		...openAws(),
	}
}

/** The ways of this process, opened at first use. */
export const getWays = (): Ways => slot.find() ?? slot.put(open())
