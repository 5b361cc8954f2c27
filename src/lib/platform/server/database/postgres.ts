/** A PostgreSQL server, or what speaks like one, by its address. */
import pg from 'pg'
import { AppError } from '#base'
import { columnParsers } from './column-parsers.ts'
import { keepPlans } from './plan-once.ts'

const oldest = 15

/**
 * Connects to the server.
 * @throws AppError `database.unreachable` or `database.too-old`; the address is not in the message.
 */
export async function connectPostgres(url: string): Promise<pg.Pool> {
	const pool = new pg.Pool({
		connectionString: url,
		application_name: 'thiqa',
		max: 10,
		connectionTimeoutMillis: 10_000,
		types: columnParsers,
	})
	// An idle connection that breaks leaves the pool by itself; without a listener it would end the process.
	pool.on('error', () => {})
	// The same of one that is in use and breaks between two queries; whoever asks it next hears of it.
	pool.on('connect', (client) => void client.on('error', () => {}))
	pool.on('connect', keepPlans)
	try {
		requireVersion(await readVersion(pool))
		return pool
	} catch (error) {
		await pool.end()
		throw error
	}
}

/** @throws AppError `database.too-old` for a major version whose statements differ from ours */
export function requireVersion(version: number): void {
	if (version >= oldest) return
	throw new AppError(
		'database.too-old',
		503,
		`Opening DATABASE_URL: PostgreSQL ${version}, wanted ${oldest} or newer`,
	)
}

async function readVersion(pool: pg.Pool): Promise<number> {
	try {
		const { rows } = await pool.query<{ version: string }>(
			"select current_setting('server_version_num') as version",
		)
		return Math.floor(Number(rows[0]?.version) / 10_000)
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
		throw new AppError(
			'database.unreachable',
			503,
			`Opening DATABASE_URL: no connection${code}; is the server up?`,
		)
	}
}
