import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { addPartner } from '../../../tests/support/partner-channel.ts'
import { askPort, createMemoryPort, readWrite } from '../../../tests/support/taxii-port.ts'
import { createPull } from './pull.ts'

const at = '2026-11-28T09:00:00.000Z'
const offer = (value: string) => ({
	type: 'indicator',
	spec_version: '2.1',
	id: `indicator--${randomUUID()}`,
	created: at,
	modified: at,
	pattern: `[domain-name:value = '${value}']`,
	pattern_type: 'stix',
	valid_from: at,
})

/** A server of a partner on this machine, and what it was asked with. */
const serve = async () => {
	const peer = createMemoryPort()
	const asked: (string | undefined)[] = []
	const server = createServer((request, response) => {
		asked.push(request.headers.authorization)
		const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`
		const { accept = '', authorization } = request.headers
		const headers = { accept, ...(authorization === undefined ? {} : { authorization }) }
		void askPort(peer.port, url, { headers }).then((answer) =>
			response.writeHead(answer.status, answer.headers).end(answer.body),
		)
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	const { port } = server.address() as AddressInfo
	return { peer, asked, address: `http://127.0.0.1:${port}/hotline1/collections/${readWrite}/` }
}

const begin = async (partner: { state?: string; flows?: string } = {}) => {
	const opened = await database('pglite')
	const { kysely: db } = opened
	setDatabase(opened)
	const dataDir = makeFolder()
	mkdirSync(join(dataDir, 'keys'), { recursive: true })
	const peer = await serve()
	const { id } = await addPartner(db, new Date(), {
		flows: 'indicators',
		agreed_to: '2099-12-31',
		...partner,
	})
	await db
		.insertInto('partner_channel')
		.values({ id: randomUUID(), partner: id, kind: 'taxii', address: peer.address, place: 1 })
		.execute()
	const file = join(dataDir, 'keys', 'partners.yaml')
	const know = (text: string) => writeFileSync(file, text, { mode: 0o600 })
	const listOffered = async () =>
		(await db.selectFrom('indicator').select(['value', 'state']).execute()).map((one) => Object.values(one))
	return { ...peer, file, know, listOffered, pull: createPull({ dataDir, loopbackPartners: true }) }
}

test('what a server of a partner has is offered to the desk, and it knows us by the file', async () => {
	const { peer, address, asked, know, listOffered, pull } = await begin()
	peer.add(offer('a.example'))
	know(`- { address: ${address}, user: thiqa, password: 'its: secret' }\n`)
	expect(await pull()).toBe(1)
	expect(new Set(asked)).toEqual(new Set([`Basic ${Buffer.from('thiqa:its: secret').toString('base64')}`]))
	expect(await listOffered()).toEqual([['a.example', 'offered']])
	know(`- { address: ${address}, token: abc }\n`)
	await pull()
	expect(asked.at(-1)).toBe('Bearer abc')
	expect(await listOffered()).toHaveLength(1)
})

test('a password goes to no other address than its own', async () => {
	const { asked, know, pull } = await begin()
	know("- { address: 'https://other.example/collections/1/', user: thiqa, password: secret }\n")
	await pull()
	expect(new Set(asked)).toEqual(new Set([undefined]))
})

test.each([{ state: 'suspended' }, { flows: 'referral-out' }])(
	'nobody is asked of a partner with %o',
	async (of) => {
		const { asked, pull } = await begin(of)
		expect(await pull()).toBe(0)
		expect(asked).toEqual([])
	},
)

test('a file that others may read, or that is not of its form, stops it and is not repeated in words', async () => {
	const { file, asked, know, pull } = await begin()
	know('- { address: x, secret-word: y }\n')
	await expect(pull()).rejects.toMatchObject({ code: 'partners.passwords-wrong' })
	await expect(pull()).rejects.not.toThrow(/secret-word/u)
	know('[]\n')
	chmodSync(file, 0o644)
	await expect(pull()).rejects.toMatchObject({ code: 'key.open-to-others' })
	expect(asked).toEqual([])
})
