/** News between the processes of one PostgreSQL server, by LISTEN and NOTIFY: that something has come, and nothing of what. The embedded database has one process. */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../database.ts'

/** Milliseconds until a listener that has lost its connection, or got none, asks for another. */
const again = 1000

/** Tells all who hear this channel now; nobody else will ever know. Does nothing on the embedded database. */
export const notifyProcesses = async ({ kysely, kind }: Database, channel: string): Promise<void> => {
	if (kind === 'postgres') await sql`select pg_notify(${channel}, '')`.execute(kysely)
}

/**
 * Calls `onNews` for all that is told on a channel, by a connection of its own. Also each time that it begins to hear, as nobody knows what was
 * told before. A connection that breaks is replaced.
 *
 * @param channel - a plain name, as it stands in the statement
 * @returns ends it
 */
export const listenForNews = (
	{ connect }: Pick<Database, 'connect'>,
	channel: string,
	onNews: () => void,
): (() => Promise<void>) => {
	if (!connect) return () => Promise.resolve()
	const ended = new AbortController()
	const { signal } = ended
	const hear = async (): Promise<void> => {
		const client = await connect()
		try {
			client.on('notification', onNews)
			await client.query(`listen ${channel}`)
			onNews()
			await once(client, 'end', { signal })
		} finally {
			client.release(true)
		}
	}
	const keepHearing = async (): Promise<void> => {
		while (!signal.aborted) {
			// A server that is away is no news: whoever asks it says so. Here it is asked again.
			await hear().catch(() => undefined)
			await wait(again, undefined, { signal, ref: false }).catch(() => undefined)
		}
	}
	const hearing = keepHearing()
	return () => {
		ended.abort()
		return hearing
	}
}
