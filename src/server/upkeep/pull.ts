/** Pulls indicators from servers of partners. What comes is an offer to the desk and nothing more. */
import { pullPartners } from '#domains/exchange/indicators/taxii/server'
import { library } from '#domains/guide/server'
import { createGuardedFetch, type Config } from '#platform'
import { getDatabase } from '#server/process/database'
import { readPartnerPasswords } from './partner-passwords.ts'

/** Bytes of a page of a collection. */
const mostBytes = 8 * 1024 * 1024

/** Asks the host of the address and no other: a redirection elsewhere would take the password along. */
const createAsk =
	(loopback: boolean) =>
	(url: string, { headers }: { headers: Readonly<Record<string, string>> }): Promise<Response> => {
		const host = URL.parse(url)?.hostname.replace(/^\[|\]$/gu, '')
		return createGuardedFetch({ allow: (asked) => asked === host, loopback, mostBytes })(url, { headers })
	}

/** The work of pulling: answers how many objects came. The file of passwords is read each time, as somebody may have changed it. */
export const createPull =
	({ dataDir, loopbackPartners }: Pick<Config, 'dataDir' | 'loopbackPartners'>) =>
	async (): Promise<number> => {
		const findHeader = await readPartnerPasswords(dataDir)
		return pullPartners({
			db: getDatabase().kysely,
			ask: createAsk(loopbackPartners),
			findAuthorization: ({ address }) => findHeader(address),
			zone: library.calendar.zone,
			now: () => new Date(),
		})
	}
