/** A PostgreSQL server with a certificate of an authority of its own: spoken to encrypted and by its name, or not at all. */
import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeCertificates } from '../../../../../tests/support/certificates.ts'
import { makeFolder } from '../../../../../tests/support/child.ts'
import {
	canStartPostgres,
	makePostgres,
	type PostgresServer,
} from '../../../../../tests/support/postgres-server.ts'
import { findProgram } from '../../../../../tests/support/running.ts'
import { connectPostgres } from './postgres.ts'

describe.skipIf(!canStartPostgres || !findProgram('openssl'))('a server with TLS', () => {
	let server: PostgresServer
	beforeAll(async () => {
		server = await makePostgres()
	})
	afterAll(() => server.remove())

	const toAddress = (host: string, query: string): string =>
		server.url.replace('127.0.0.1', host).replace('postgres@', 'postgres:word@') + query
	const connect = async (address: string): Promise<boolean> => {
		const pool = await connectPostgres(address)
		try {
			const { rows } = await pool.query<{ ssl: boolean }>(
				'select ssl from pg_stat_ssl where pid = pg_backend_pid()',
			)
			return rows[0]?.ssl === true
		} finally {
			await pool.end()
		}
	}

	test('without TLS on the server the address that wants it is told what to switch on there', async () => {
		await expect(connect(toAddress('localhost', '?sslmode=verify-full'))).rejects.toMatchObject({
			code: 'database.unreachable',
			message: expect.stringContaining('it offers no TLS') as string,
		})
	})

	/** Gives the server a certificate for this name. Answer: the end of an address that knows its authority. */
	const certify = async (name: string): Promise<string> => {
		const folder = makeFolder()
		makeCertificates(folder, [name])
		for (const file of ['server.crt', 'server.key']) execFileSync('chown', ['postgres', join(folder, file)])
		chmodSync(folder, 0o755)
		chmodSync(join(folder, 'server.key'), 0o600)
		for (const [setting, value] of [
			['ssl_cert_file', join(folder, 'server.crt')],
			['ssl_key_file', join(folder, 'server.key')],
			['ssl', 'on'],
		])
			await server.run('psql', ['-qc', `alter system set ${setting} = '${value}'`, server.url])
		await server.stop()
		await server.start()
		return `?sslmode=verify-full&sslrootcert=${join(folder, 'ca.crt')}`
	}
	const expectRefused = (address: string, reason: string): Promise<void> =>
		expect(connect(address)).rejects.toMatchObject({
			code: 'database.unreachable',
			message: expect.stringContaining(reason) as string,
		})

	test('its authority and its name are checked, and then all is encrypted', async () => {
		await expectRefused(toAddress('localhost', await certify('elsewhere.example')), 'for another name')
		const own = await certify('localhost')
		await expectRefused(toAddress('localhost', '?sslmode=verify-full'), 'sslrootcert=<file>')
		await expectRefused(toAddress('localhost', '?sslmode=verify-full&sslrootcert=/none'), 'is not there')
		expect(await connect(toAddress('localhost', own))).toBe(true)
	})
})
