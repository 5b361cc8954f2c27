import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeNoteKey, toVerifierKey } from '#tools/seal/signed-note'
import { parseConfig, readConfig } from './config.ts'

const read = (env: Record<string, string>) => {
	const parsed = parseConfig(env)
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
	return parsed.value
}

afterEach(() => vi.unstubAllEnvs())

describe('parseConfig()', () => {
	test('starts the site, the hotline, its desk and the exchange on loopback when nothing is set', () => {
		const config = read({})
		expect(config).toMatchObject({
			port: 8080,
			host: '127.0.0.1',
			logLevel: 'info',
			roles: ['site', 'intake', 'desk', 'exchange'],
		})
		expect(config.dataDir).toMatch(/[/\\]data$/)
		expect(config.databaseUrl).toBeUndefined()
		expect(config.origin).toBeUndefined()
		expect(config.canaryDomain).toBeUndefined()
		expect(config.attachments).toEqual([])
		expect(config.pagerUrl).toBeUndefined()
		expect(config.proofOfWork).toBe(true)
		expect(config.loopbackPartners).toBe(false)
	})

	test('takes the domain of canary names in lower case', () => {
		expect(read({ CANARY_DOMAIN: ' Canary.Example.ma' }).canaryDomain).toBe('canary.example.ma')
	})

	test('takes an empty variable as not set', () => {
		expect(read({ PORT: '', ORIGIN: ' ' })).toMatchObject({ port: 8080, origin: undefined })
	})

	test('keeps roles in their order and once', () => {
		expect(read({ THIQA_ROLES: 'desk, site,desk' }).roles).toEqual(['site', 'desk'])
	})

	test('switches kinds of attachments on by their names, and none by itself', () => {
		expect(read({ ATTACHMENTS: 'screenshot, voice' }).attachments).toEqual(['voice', 'screenshot'])
	})

	test('takes both spellings of a PostgreSQL address, and a public address without its last slash', () => {
		expect(read({ DATABASE_URL: 'postgres://a:b@localhost/thiqa' }).databaseUrl).toBe(
			'postgres://a:b@localhost/thiqa',
		)
		expect(read({ DATABASE_URL: 'postgresql:///thiqa' }).databaseUrl).toBe('postgresql:///thiqa')
		expect(read({ ORIGIN: 'https://thiqa.example/' }).origin).toBe('https://thiqa.example')
	})

	test('switches the work before sending off by its name alone', () => {
		expect(read({ PROOF_OF_WORK: 'off' }).proofOfWork).toBe(false)
		expect(read({ PROOF_OF_WORK: '' }).proofOfWork).toBe(true)
	})

	test('lets partners be programs on this machine where it is said, and nowhere else', () => {
		expect(read({ LOOPBACK_PARTNERS: 'on' }).loopbackPartners).toBe(true)
		expect(parseConfig({ LOOPBACK_PARTNERS: 'yes' })).toMatchObject({ ok: false })
	})

	test.each<[string, Record<string, string>]>([
		['postgres://thiqa@localhost/thiqa', {}],
		['postgres://thiqa@127.0.0.1:5433/thiqa', {}],
		['postgres://thiqa@[::1]/thiqa', {}],
		['postgresql:///thiqa', {}],
		['postgres://thiqa@%2Fvar%2Frun%2Fpostgresql/thiqa', {}],
		['postgres:///thiqa?host=/var/run/postgresql', {}],
		['postgres://thiqa:word@db.example/thiqa?sslmode=verify-full', {}],
		['postgres://thiqa:word@db.example/thiqa', { PGSSLMODE: 'verify-full' }],
		['postgres://thiqa@db.example/thiqa?password=word&sslmode=verify-full', {}],
		['postgres://thiqa@db.example/thiqa?sslcert=/k/c.pem&sslkey=/k/k.pem&sslmode=verify-full', {}],
		['postgres://thiqa@db.example/thiqa?sslmode=verify-full', { PGPASSWORD: 'word' }],
		['postgres://thiqa@db.example/thiqa?sslmode=verify-full', { PGPASSFILE: '/etc/thiqa.pgpass' }],
	])('takes %s, which is on this machine or proves itself, with %j', (url, env) => {
		expect(read({ DATABASE_URL: url, ...env }).databaseUrl).toBe(url)
	})

	test.each<[string, Record<string, string>]>([
		['postgres://hunter2@db.example/thiqa', {}],
		['postgres://hunter2:@db.example/thiqa', {}],
		['postgres://hunter2@10.0.0.5/thiqa', {}],
		['postgres://hunter2@127.0.0.1.example/thiqa', {}],
		['postgres://hunter2@localhost/thiqa?host=db.example', {}],
		['postgres://hunter2@db.example/thiqa?sslcert=/k/c.pem', {}],
		['postgres://hunter2@db.example/thiqa', { PGPASSWORD: ' ' }],
		['postgresql:///hunter2', { PGHOST: 'db.example' }],
	])(
		'refuses %s without a password, with %j, in one line that says what to do and repeats nothing',
		(url, env) => {
			const parsed = parseConfig({ DATABASE_URL: url, ...env })
			expect(parsed).toMatchObject({ ok: false, issues: [{ path: 'DATABASE_URL' }] })
			const message = parsed.ok ? '' : (parsed.issues[0]?.message ?? '')
			expect(message).toMatch(/^wanted a password .*PGPASSWORD.*sslcert.*pg_hba\.conf[^\n]*$/u)
			expect(message).not.toMatch(/hunter2|example|10\.0/u)
		},
	)

	test.each<[string, Record<string, string>]>([
		['postgres://thiqa:hunter2@db.example/thiqa', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=disable', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=prefer', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=require', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=no-verify', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?ssl=true', {}],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=disable', { PGSSLMODE: 'verify-full' }],
		['postgres://thiqa:hunter2@db.example/thiqa?sslmode=verify-full&sslmode=disable', {}],
		['postgres://thiqa:hunter2@localhost/thiqa?host=localhost&host=db.example', {}],
		['postgres://thiqa@db.example/thiqa?sslcert=/k/hunter2.pem&sslkey=/k/k.pem', {}],
	])('refuses %s, which another machine of the network could read, with %j', (url, env) => {
		const parsed = parseConfig({ DATABASE_URL: url, ...env })
		expect(parsed).toMatchObject({ ok: false, issues: [{ path: 'DATABASE_URL' }] })
		const message = parsed.ok ? '' : (parsed.issues[0]?.message ?? '')
		expect(message).toMatch(/^wanted \?sslmode=verify-full at its end .*sslrootcert[^\n]*$/u)
		expect(message).not.toMatch(/hunter2|example/u)
	})

	test.each([
		'postgres://thiqa:hunter2@one.example,two.example/thiqa?target_session_attrs=read-write',
		'postgres://thiqa:hunter2@one.example:5432,two.example:5433/thiqa',
		'postgres://thiqa:hunter2@one.example/thiqa?host=one.example,two.example',
		'postgres://thiqa:hunter2@localhost/thiqa?host=/run/a%2C/run/b',
	])('refuses %s, which names several servers, and says what finds the one that writes', (url) => {
		const parsed = parseConfig({ DATABASE_URL: url })
		const message = parsed.ok ? '' : (parsed.issues[0]?.message ?? '')
		expect(message).toMatch(/^wanted the address of one server; .*PgBouncer[^\n]*$/u)
		expect(message).not.toMatch(/hunter2|example/u)
	})

	test('takes a mail address, a page or a telephone as the contact for weaknesses, and no bare words', () => {
		for (const contact of ['mailto:security@your.name', 'https://your.name/security', 'tel:+212000000000'])
			expect(read({ SECURITY_CONTACT: contact }).securityContact).toBe(contact)
		for (const contact of ['security@your.name', 'http://your.name/', 'Amal'])
			expect(parseConfig({ SECURITY_CONTACT: contact })).toMatchObject({
				ok: false,
				issues: [{ path: 'SECURITY_CONTACT' }],
			})
	})

	test('takes where the key for such a report is, and the policy: no line of security.txt is made of anything else', () => {
		for (const key of ['https://your.name/key.asc', 'openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f'])
			expect(read({ SECURITY_KEY: key }).securityKey).toBe(key)
		expect(read({ SECURITY_POLICY: 'https://your.name/policy' }).securityPolicy).toBe(
			'https://your.name/policy',
		)
		for (const wrong of [
			'http://your.name/',
			'our key',
			'https://your.name/\nContact: mailto:other@your.name',
		])
			for (const name of ['SECURITY_CONTACT', 'SECURITY_KEY', 'SECURITY_POLICY'])
				expect(parseConfig({ [name]: wrong }), wrong).toMatchObject({ ok: false, issues: [{ path: name }] })
	})

	test.each(['a'.repeat(55), 'a'.repeat(57), '1'.repeat(56), 'A'.repeat(56)])(
		'refuses http://%s.onion as an onion address',
		(name) => {
			expect(parseConfig({ ONION: `http://${name}.onion` })).toMatchObject({ ok: false })
		},
	)

	test('takes the key of a record that another process continues, and not beside a signer', () => {
		const key = 'desk.example/record+0c8ef1a3+'
		expect(parseConfig({ LOG_KEY: key })).toMatchObject({ ok: false, issues: [{ path: 'LOG_KEY' }] })
		const good = toVerifierKey(makeNoteKey('log', 'ed25519', new Uint8Array(32).fill(1)))
		expect(read({ LOG_KEY: good }).logKey?.name).toBe('log')
		const both = parseConfig({ LOG_KEY: good, LOG_SIGNER: '/run/thiqa-log/sign.sock' })
		expect(both).toMatchObject({ ok: false, issues: [{ path: 'LOG_KEY' }] })
		expect(parseConfig({ LOG_SIGNER: 'sign.sock' })).toMatchObject({ ok: false })
	})

	test('takes an onion address of version 3, over http and without a path', () => {
		const address = `http://${'a2'.repeat(28)}.onion`
		expect(read({ ONION: address }).onion).toBe(address)
		for (const wrong of [`${address}/`, address.replace('http:', 'https:'), `${address}:80`])
			expect(parseConfig({ ONION: wrong }), wrong).toMatchObject({ ok: false, issues: [{ path: 'ONION' }] })
	})

	test.each([
		'https://ring.example/desk-topic',
		'http://127.0.0.1:9000/ring',
		'http://localhost/',
		'http://[::1]:9000/',
	])('takes %s as the address of a pager', (url) => {
		expect(read({ PAGER_URL: url }).pagerUrl).toBe(url)
	})

	test.each([
		'http://ring.example/desk-topic',
		'http://127.0.0.1.example/',
		'http://10.0.0.5/',
		'https://me:hunter2@ring.example/',
		'ftp://127.0.0.1/',
		'ring.example/hunter2',
	])('refuses %s as the address of a pager, and repeats nothing of it', (url) => {
		const parsed = parseConfig({ PAGER_URL: url })
		expect(parsed).toMatchObject({ ok: false, issues: [{ path: 'PAGER_URL' }] })
		expect(JSON.stringify(parsed)).not.toMatch(/hunter2|ring\.example|10\.0\.0/u)
	})

	test.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '80.5'],
		['PORT', '0x50'],
		['HOST', 'two words'],
		['LOG_LEVEL', 'loud'],
		['ORIGIN', 'thiqa.example'],
		['ORIGIN', 'https://thiqa.example/path'],
		['ORIGIN', 'ftp://thiqa.example'],
		['CANARY_DOMAIN', 'canary'],
		['CANARY_DOMAIN', 'https://canary.example.ma'],
		['CANARY_DOMAIN', 'canary.example.ma; script-src *'],
		['THIQA_ROLES', 'site,admin'],
		['ATTACHMENTS', 'voice,video'],
		['ATTACHMENTS', 'on'],
		['PROOF_OF_WORK', 'no'],
	])('refuses %s=%s and says what it holds and what was wanted', (name, value) => {
		const parsed = parseConfig({ [name]: value })
		expect(parsed).toMatchObject({ ok: false, issues: [{ path: name }] })
		if (!parsed.ok) expect(parsed.issues[0]?.message).toMatch(`holds ${JSON.stringify(value)}, wanted `)
	})
})

describe('readConfig()', () => {
	test('refuses to start with every wrong variable and without any secret', () => {
		vi.stubEnv('PORT', 'many')
		vi.stubEnv('DATABASE_URL', 'mysql://thiqa:hunter2@db/thiqa')
		vi.stubEnv('ORIGIN', 'https://me:hunter2@thiqa.example')
		let message = ''
		try {
			readConfig()
		} catch (error) {
			expect(error).toMatchObject({ code: 'config.wrong', status: 500 })
			message = String(error)
		}
		expect(message).toContain('PORT: holds "many", wanted a whole number from 1 to 65535')
		expect(message).toContain('DATABASE_URL: wanted an address that starts with postgres://')
		expect(message).toContain('ORIGIN: wanted an http://')
		expect(message).not.toContain('hunter2')
	})
})
