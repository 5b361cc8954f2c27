/** A PostgreSQL server, or what speaks like one, by its address. */
import pg from 'pg'
import { AppError } from '#base'
import { columnParsers } from './column-parsers.ts'
import { keepPlans } from './plan-once.ts'

const oldest = 15

/**
 * Connects to the server.
 * @throws AppError `database.unreachable`, `database.too-old` or `database.keeps-moments`; the address is not in the message.
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
		requireNoMoments(await readKeepsMoments(pool))
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

/** @throws AppError `database.keeps-moments` for a server that tells of each row when it was written, while we write hours */
export function requireNoMoments(keepsMoments: boolean): void {
	if (!keepsMoments) return
	throw new AppError(
		'database.keeps-moments',
		503,
		'Opening DATABASE_URL: the server keeps the moment of each transaction (track_commit_timestamp = on), and so of each report; set it to off there and restart it',
	)
}

async function readKeepsMoments(pool: pg.Pool): Promise<boolean> {
	const { rows } = await pool.query<{ value: string | null }>(
		"select current_setting('track_commit_timestamp', true) as value",
	)
	return rows[0]?.value === 'on'
}

const unknownAuthority =
	'its certificate comes from an authority that is not known here: name the file of that authority, sslrootcert=<file>'

/** The reason why the client refuses a server that may well be up. Its own words may repeat the address: only these are told. */
const reasons: Readonly<Record<string, string>> = {
	SELF_SIGNED_CERT_IN_CHAIN: unknownAuthority,
	DEPTH_ZERO_SELF_SIGNED_CERT: unknownAuthority,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownAuthority,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownAuthority,
	ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name: use the name that stands in it',
	CERT_HAS_EXPIRED: 'its certificate is over',
	'28P01': 'the password is wrong',
	'28000': 'pg_hba.conf lets this account in neither from here nor so',
	'3D000': 'there is no database of this name',
	ENOENT: 'a file that the address names is not there',
}

const findReason = (error: unknown): string => {
	if (!(error instanceof Error)) return 'is the server up?'
	if (error.message.includes('does not support SSL'))
		return 'it offers no TLS: switch it on there (ssl = on, ssl_cert_file, ssl_key_file)'
	return reasons['code' in error ? String(error.code) : ''] ?? 'is the server up?'
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
			`Opening DATABASE_URL: no connection${code}; ${findReason(error)}`,
		)
	}
}
