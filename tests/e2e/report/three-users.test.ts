/** Intake, desk and the signer of the record as three users on one machine, as deploy/thiqa-{intake,desk,log}.service run them. */
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startEpoch } from '#domains/reports/server'
import { makeEpoch, makeRoot, planEpoch, signWithRoot, toEpochText } from '#domains/people/keys'
import { migrate, openDatabase } from '#platform'
import { makeNoteKey, openNote, parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import type { Tables } from '../../../src/server/process/database.ts'
import { makeFolder } from '../../support/child.ts'
import { findFreePort } from '../../support/free-port.ts'
import { toOperatorText } from '../../support/live-operator.ts'
import { startSigner } from '../../support/log-signers.ts'
import { canBeOthers, strangers, tryAs } from '../../support/other-user.ts'
import { canStartPostgres, makePostgres } from '../../support/postgres-server.ts'
import { startProduct } from '../../support/product.ts'
import { makeBody, post } from '../../support/reports.ts'
import { templateList } from '../../support/templates.ts'

const [intakeUser, deskUser, logUser, stranger] = strangers
/** Group of the socket, in which intake is not. Folders are closed to it. */
const group = 61_010

/** A key that its root has signed, in use in the database of a server. */
const begin = async (databaseUrl: string): Promise<{ text: string; root: NoteKey; record: string }> => {
	const root = await makeRoot()
	const span = planEpoch([], new Date())
	const note = await signWithRoot(toEpochText((await makeEpoch(span.id)).key, span), root.shares.slice(0, 3))
	const key = parseVerifierKey(root.verifierKey)
	if (!note.ok || !key.ok) throw new Error('signing in the test failed')
	const database = await openDatabase<Tables>({ dataDir: '', databaseUrl })
	await migrate(database)
	await startEpoch(database.kysely, note.value, key.value)
	await database.close()
	return { text: toOperatorText(root.verifierKey), root: key.value, record: note.value }
}

/** A folder of a user that nobody else may enter, with these files in it. */
const makeHome = (user: number, files: Readonly<Record<string, string>> = {}): string => {
	const folder = makeFolder()
	mkdirSync(join(folder, 'keys'))
	const paths = Object.entries(files).map(([name, text]) => {
		writeFileSync(join(folder, name), text, { mode: 0o600 })
		return join(folder, name)
	})
	for (const path of [folder, join(folder, 'keys'), ...paths]) chownSync(path, user, user)
	for (const path of [folder, join(folder, 'keys')]) chmodSync(path, 0o700)
	return folder
}

describe.skipIf(!canStartPostgres || !canBeOthers)('three users', () => {
	test('a report that intake takes is a case at the desk, the record is signed by a third, and none reads the files of another', async () => {
		const server = await makePostgres()
		onTestFinished(server.remove)
		const { text, root, record } = await begin(server.url)
		const shared = { 'operator.yaml': text, 'keys/file.key': `${'ab'.repeat(32)}\n` }
		const homes = new Map<number, string>([
			[intakeUser, makeHome(intakeUser, shared)],
			[deskUser, makeHome(deskUser, shared)],
			[logUser, makeHome(logUser)],
		])
		const getHome = (user: number): string => homes.get(user) ?? ''
		const run = makeFolder()
		chownSync(run, logUser, group)
		chmodSync(run, 0o750)
		const as = (uid: number) => ({ uid, gid: uid === intakeUser ? intakeUser : group })
		const signer = await startSigner(getHome(logUser), {
			socket: join(run, 'sign.sock'),
			as: as(logUser),
		})

		const start = async (user: number, databaseUrl: string, settings: Readonly<Record<string, string>>) => {
			const product = startProduct(
				{
					PORT: String(await findFreePort()),
					DATA_DIR: getHome(user),
					DATABASE_URL: databaseUrl,
					ORIGIN: 'https://thiqa.example',
					...settings,
				},
				as(user),
			)
			await product.ready()
			return product
		}
		await server.run('psql', ['--set', 'ON_ERROR_STOP=1', '--file', 'deploy/intake-role.sql', server.url])
		const ofIntake = server.url.replace('postgres@', 'thiqa_intake@')
		const intake = await start(intakeUser, ofIntake, {
			THIQA_ROLES: 'site,intake',
			LOG_KEY: signer.verifierKey,
		})
		const desk = await start(deskUser, server.url, {
			THIQA_ROLES: 'desk,exchange,jobs',
			LOG_SIGNER: signer.socket,
		})

		const { token } = (await (await fetch(`${intake.origin}/intake/challenge`)).json()) as { token: string }
		const { body } = await makeBody({
			getEpoch: () => Promise.resolve({ record } as never),
			root,
			intake: {
				makeToken: () => token,
				makeChallenge: () => Promise.resolve({ token, challenge: undefined }),
			} as never,
		})
		expect((await post(intake.origin, body)).status).toBe(201)
		expect((await fetch(`${desk.origin}/fr/report`)).status).toBe(404)
		expect((await fetch(`${intake.origin}/desk`)).status).toBe(404)

		const database = await openDatabase<Tables>({ dataDir: '', databaseUrl: server.url })
		onTestFinished(() => database.close())
		const count = async (table: string): Promise<number> =>
			Number(
				(await sql<{ count: number }>`select count(*) from ${sql.table(table)}`.execute(database.kysely))
					.rows[0]?.count,
			)
		await expect.poll(() => count('desk_case')).toBe(1)
		await expect.poll(() => count('audit_checkpoint')).toBeGreaterThan(0)
		const { rows } = await sql<{ note: string }>`select note from audit_checkpoint`.execute(database.kysely)
		const key = parseVerifierKey(signer.verifierKey)
		if (!key.ok) throw new Error('the signer has said no key')
		const named = makeNoteKey('thiqa.example/record', 'ed25519', key.value.publicKey)
		for (const { note } of rows) expect((await openNote(note, [named])).ok).toBe(true)

		for (const [name, path] of templateList) {
			const { status } = await fetch(`${intake.origin}/fr${path}`)
			expect(status, `${name}, asked of intake`).toBeLessThan(500)
		}
		const asIntake = async (statement: string): Promise<string> =>
			server.run('psql', ['-qAtc', statement, ofIntake]).catch((error: unknown) => String(error))
		const tables = (await asIntake(`select tablename from pg_tables where schemaname = 'public'`))
			.trim()
			.split('\n')
		const closed = tables.filter((table) => /^staff_|^approval$/u.test(table))
		expect(closed.length).toBeGreaterThan(12)
		// What is written by who reports and who counts; a table that is new belongs to the desk until somebody says otherwise.
		const open = [
			'report',
			'report_status',
			'report_crowd',
			'mailbox',
			'mailbox_message',
			'attachment',
			'form_token',
			'audit_entry',
			'audit_waiting',
			'counted',
			'counter_state',
			'privacy_ledger',
			'programme_session',
			'session_entry',
			'session_rival',
			'setting',
			'upkeep_turn',
		]
		const written = tables.filter((table) => !open.includes(table))
		expect(written.length).toBeGreaterThan(60)
		const tried = [
			...closed.map((table) => `select from ${table}`),
			...written.map((table) => `delete from ${table}`),
		]
		for (const statement of tried) expect(await asIntake(statement), statement).toContain('permission denied')
		const refusedByRow = [
			`insert into upkeep_turn values ('desk', gen_random_uuid(), 'infinity')`,
			`update setting set value = '{}' where key = 'installation' returning key`,
		]
		expect(await asIntake(refusedByRow[0] ?? '')).toContain('row-level security')
		expect(await asIntake(refusedByRow[1] ?? ''), 'no row is its own').toBe('')
		expect(await asIntake('drop table report')).toContain('must be owner')
		expect(intake.said()).not.toContain('"level":"error"')

		const users = [intakeUser, deskUser, logUser] as const
		for (const owner of users)
			for (const user of [...users, stranger])
				for (const folder of ['', 'keys'].map((name) => join(getHome(owner), name)))
					expect(tryAs(user, 'list', folder), `${user} in the folder of ${owner}`).toBe(
						user === owner ? 'open' : 'EACCES',
					)
		expect(tryAs(logUser, 'read', join(getHome(logUser), 'keys/log.key'))).toBe('open')
		for (const user of [intakeUser, deskUser])
			expect(() => readFileSync(join(getHome(user), 'keys/log.key'))).toThrow('ENOENT')
		for (const user of [intakeUser, stranger]) expect(tryAs(user, 'connect', signer.socket)).toBe('EACCES')
	})
})
