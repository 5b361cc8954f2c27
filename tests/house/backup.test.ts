/** Backup and restore as `docs/running.md` says them, run as they stand there, from a filed report to that report opened elsewhere. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openEpoch } from '#domains/people/keys'
import { findWrap } from '#domains/people/server/keys'
import { getDemonstrationSecret, startEpoch } from '#domains/reports/server'
import { migrate, openDatabase, openRecord } from '#platform'
import { openText } from '#tools/seal/sealed'
import { parseVerifierKey } from '#tools/seal/signed-note'
import type { Tables } from '../../src/server/process/database.ts'
import { makeFolder } from '../support/child.ts'
import { fileReports, type Place } from '../support/filed-reports.ts'
import { get, startKeys } from '../support/key-world.ts'
import { silentSigner, toOperatorText } from '../support/live-operator.ts'
import { cosign } from '../support/record.ts'
import { canStartPostgres, makePostgres } from '../support/postgres-server.ts'
import { fillDataFolder, makeFilledFolder } from '../support/ready-made.ts'
import { answers } from '../support/reports.ts'

const docs = readFileSync('docs/running.md', 'utf8')

/** The commands that stand under this line of the documentation. */
const readCommands = (title: string): string => {
	const found = docs.split('```').find((piece) => piece.startsWith(`sh\n# ${title}`))
	if (found === undefined) throw new Error(`docs/running.md has no commands "${title}"`)
	return found.slice(3)
}

type Machine = { dataDir: string; databaseUrl?: string | undefined }
type Backup = { BACKUP: string; KEYS: string }

const runAsWritten = (title: string, { dataDir, databaseUrl = '' }: Machine, backup: Backup): string =>
	execFileSync('bash', ['-euc', readCommands(title)], {
		env: { ...process.env, ORIGIN: '', DATA_DIR: dataDir, DATABASE_URL: databaseUrl, ...backup },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	})

const makeBackup = (): Backup => {
	const folder = makeFolder()
	const backup = { BACKUP: join(folder, 'data'), KEYS: join(folder, 'keys') }
	mkdirSync(backup.BACKUP)
	return backup
}

const withDatabase = async <Answer>(
	{ dataDir, databaseUrl }: Machine,
	work: (database: Awaited<ReturnType<typeof openDatabase<Tables>>>) => Promise<Answer>,
): Promise<Answer> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl })
	try {
		await migrate(database)
		return await work(database)
	} finally {
		await database.close()
	}
}

/** A report is filed and has its place in the public record, as in a product that runs. */
const fileOne = async (machine: Machine, place: Place, signer?: typeof silentSigner): Promise<void> => {
	await fileReports(machine.dataDir, [{ answers }], { ...place, databaseUrl: machine.databaseUrl })
	await withDatabase(machine, async ({ kysely }) => {
		const witnesses = signer ? [signer.key] : []
		const options = { kysely, dataDir: machine.dataDir, origin: undefined, witnesses }
		const record = await openRecord(options)
		await record.sequence(new Date())
		const { note = '' } = (await record.findCheckpoint()) ?? {}
		if (signer) get(await record.addCosignature(await cosign(note, signer)))
	})
	writeFileSync(join(machine.dataDir, 'cold', 'waits.report.broken'), 'waits')
}

const findSealed = (machine: Machine): Promise<{ sealed: Uint8Array<ArrayBuffer>; epoch: string }> =>
	withDatabase(machine, async ({ kysely }) => {
		const { rows } = await sql<{ sealed: Buffer; epoch: string }>`select sealed, epoch from report`.execute(
			kysely,
		)
		expect(rows).toHaveLength(1)
		return { sealed: Uint8Array.from(rows[0]?.sealed ?? []), epoch: rows[0]?.epoch ?? '' }
	})

const expectWhole = (said: string): void =>
	expect(said).toMatch(
		/^Nothing that is kept here differs from the record: 1 entries, \d+ checkpoints, .* 1 sealed reports,/mu,
	)

/** An installation that somebody answers for, whose one key an analyst holds. */
const makeLive = async (databaseUrl?: string) => {
	const { dataDir, root, note, key, one } = await startKeys(new Date())
	if (databaseUrl === undefined) await fillDataFolder(dataDir)
	const rootKey = get(parseVerifierKey(root.verifierKey))
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey))
	const machine = { dataDir, databaseUrl }
	await withDatabase(machine, ({ kysely }) => startEpoch(kysely, note, rootKey))
	await fileOne(machine, { root: rootKey }, silentSigner)
	/** What the analyst reads on this machine, with the wrap and the bytes that lie there. */
	const readOn = async (other: Machine): Promise<string> => {
		const { sealed, epoch } = await findSealed(other)
		const wrap = (await findWrap(other.dataDir, epoch, one.id)) ?? new Uint8Array()
		return get(await openText(sealed, get(await openEpoch(wrap, one.identity, key)).identity))
	}
	return { machine, readOn }
}

const expectSameFolder = (from: string, to: string): void => {
	for (const name of ['operator.yaml', 'cold/waits.report.broken'])
		if (existsSync(join(from, name)))
			expect(readFileSync(join(to, name))).toEqual(readFileSync(join(from, name)))
	expect(existsSync(join(to, 'keys', 'log.key'))).toBe(true)
}

describe('backup and restore, as docs/running.md says them', () => {
	test('a demonstration on the embedded database comes back on another machine, and its report opens', async () => {
		const [machine, other, backup] = [
			{ dataDir: await makeFilledFolder() },
			{ dataDir: join(makeFolder(), 'data') },
			makeBackup(),
		]
		await fileOne(machine, {})
		runAsWritten('embedded: back up', machine, backup)
		expect(execFileSync('tar', ['-tf', join(backup.BACKUP, 'data.tar')]).toString()).not.toMatch(
			/\.key|keys\//u,
		)
		expectWhole(runAsWritten('embedded: restore', other, backup))
		expectSameFolder(machine.dataDir, other.dataDir)
		const { sealed, epoch } = await findSealed(other)
		const { identity } = await getDemonstrationSecret(other.dataDir, epoch)
		expect(get(await openText(sealed, identity as never))).toContain(answers.words)
	})

	test('a live desk on the embedded database comes back, and an analyst opens the report there', async () => {
		const { machine, readOn } = await makeLive()
		const [other, backup] = [{ dataDir: join(makeFolder(), 'data') }, makeBackup()]
		runAsWritten('embedded: back up', machine, backup)
		expectWhole(runAsWritten('embedded: restore', other, backup))
		expectSameFolder(machine.dataDir, other.dataDir)
		expect(await readOn(other)).toContain(answers.words)
	})

	test.skipIf(!canStartPostgres)(
		'a live desk on PostgreSQL comes back in the database of another account (needs root and PostgreSQL)',
		async () => {
			const server = await makePostgres()
			onTestFinished(() => server.remove())
			for (const account of ['first', 'second'])
				await server.run('psql', ['-qc', `create role ${account} login`, server.url])
			for (const account of ['first', 'second'])
				await server.run('psql', ['-qc', `create database ${account} owner ${account}`, server.url])
			const addressOf = (account: string): string => {
				const url = new URL(server.url)
				return Object.assign(url, { username: account, pathname: `/${account}` }).href
			}
			const { machine, readOn } = await makeLive(addressOf('first'))
			const other = { dataDir: join(makeFolder(), 'data'), databaseUrl: addressOf('second') }
			const backup = makeBackup()
			runAsWritten('PostgreSQL: back up', machine, backup)
			expectWhole(runAsWritten('PostgreSQL: restore', other, backup))
			expectSameFolder(machine.dataDir, other.dataDir)
			expect(await readOn(other)).toContain(answers.words)
		},
	)

	test('keys that are on the machine already are never overwritten', async () => {
		const [machine, backup] = [{ dataDir: await makeFilledFolder() }, makeBackup()]
		await fileOne(machine, {})
		runAsWritten('embedded: back up', machine, backup)
		expect(() => runAsWritten('embedded: restore', machine, backup)).toThrow()
	})
})
