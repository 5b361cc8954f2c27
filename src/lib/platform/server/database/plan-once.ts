import type pg from 'pg'

const form = /^\/\* plan once: ([a-z-]+) \*\//u

/**
 * Lets a connection keep the plan of a statement that begins with `/* plan once: <name> *\/`: for one that is large and comes all
 * day, planning is a third of its cost. Only where few texts come under such a name, as each stays as long as the connection.
 */
export const keepPlans = (client: pg.PoolClient): void => {
	const query = client.query.bind(client) as (...args: unknown[]) => unknown
	const ask = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
		const name = typeof text === 'string' ? form.exec(text)?.[1] : undefined
		return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
	}
	client.query = ask as typeof client.query
}
