/** Commands of the operator in folders that are not theirs: as root, with a folder that belongs to another user. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../tests/support/child.ts'
import { makeFilledFolder } from '../tests/support/ready-made.ts'
import type { Tables } from '../src/server/process/database.ts'
import { operatorCommands } from './operator-commands.ts'
import { checkDataFolder, openDatabase } from '../src/lib/platform/server/index.ts'

/** A user who is nobody in particular. */
const owner = 64_321
const isRoot = process.getuid?.() === 0

const run = (script: string, given: readonly string[], env: Readonly<Record<string, string>>) => {
	const others = { ...process.env }
	delete others['DATA_DIR']
	delete others['DATABASE_URL']
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(import.meta.dirname, script), ...given],
		{
			env: { ...others, ...env },
			encoding: 'utf8',
			...(env['cwd'] ? { cwd: env['cwd'] } : {}),
		},
	)
	return { status, stdout, stderr }
}

const listOwners = (folder: string): Set<number> =>
	new Set(
		[
			folder,
			...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
		].map((path) => statSync(path).uid),
	)

/** An installation whose every file belongs to its own user, as the service leaves it. */
const makeForeign = async (): Promise<string> => {
	const dataDir = await makeFilledFolder()
	execFileSync('chown', ['-R', `${owner}:${owner}`, dataDir])
	chmodSync(dataDir, 0o700)
	return dataDir
}

/** What each command of the operator is given, so that it goes as far as the installation. */
const given: Readonly<Record<string, (folder: string) => string[]>> = {
	'setup:desk': () => ['Amal', 'supervisor', 'fr'],
	'audit:verify': () => [],
	'clock:confirm': () => [new Date().toISOString().slice(0, 10)],
	'keys:backup': () => ['/nowhere'],
	'keys:restore': () => ['/nowhere'],
	'keys:drill': () => [],
	'keys:ceremony': (folder) => {
		for (const name of ['root.pub', 'escrow.note']) writeFileSync(join(folder, name), 'made up')
		return ['install', folder]
	},
	'mirror:make': (folder) => [join(folder, 'copy'), 'fr'],
}
const commands = Object.entries(operatorCommands)

test('every command of the operator is tried here', () =>
	expect(Object.keys(given)).toEqual(Object.keys(operatorCommands)))

describe.skipIf(!isRoot)('as root (skipped for any other user)', () => {
	test.each(commands)(
		'%s refuses the folder of another user, writes nothing, and says what to type',
		async (name, script) => {
			const dataDir = await makeForeign()
			const before = readdirSync(dataDir, { recursive: true }).length
			const words = given[name]?.(makeFolder()) ?? []
			const { status, stderr, stdout } = run(script, words, { DATA_DIR: dataDir })
			expect([status, stdout]).toEqual([1, ''])
			expect(stderr).toContain(`the user with the number ${owner}`)
			expect(stderr).toContain(`DATA_DIR=${dataDir} npm run as-service -- ${name}`)
			expect(readdirSync(dataDir, { recursive: true })).toHaveLength(before)
			expect([...listOwners(dataDir)]).toEqual([owner])
		},
	)

	test('what is typed instead makes the account, in the name of the owner, with the settings of the service', async () => {
		const dataDir = await makeForeign()
		const given = ['Amal', 'supervisor', 'fr']
		const refused = run('setup-desk.ts', given, { DATA_DIR: dataDir })
		const typed = refused.stderr.split('\n').find((line) => line.includes('npm run as-service')) ?? ''
		const settings = join(makeFolder(), 'thiqa.env')
		writeFileSync(settings, 'ORIGIN=https://desk.example\n', { mode: 0o600 })
		const said = execFileSync(
			'sh',
			['-c', typed.replace('as-service -- ', `as-service -- --settings ${settings} `)],
			{
				encoding: 'utf8',
			},
		)
		expect(said).toMatch(/^https:\/\/desk\.example\/desk\/enrol\/\S+$/mu)
		expect([...listOwners(dataDir)]).toEqual([owner])
		expect(existsSync(join(dataDir, 'keys', 'staff.key'))).toBe(true)
	})

	test('a clock that is confirmed as the service leaves nothing that its owner cannot open', async () => {
		const dataDir = await makeForeign()
		const words = ['clock:confirm', ...(given['clock:confirm']?.('') ?? [])]
		const said = run('as-service.ts', words, { DATA_DIR: dataDir })
		expect(said).toMatchObject({ status: 0, stdout: expect.stringContaining('Confirmed') as string })
		expect([...listOwners(dataDir)]).toEqual([owner])
	})

	test('a file that root has left is named, with what takes it back', async () => {
		const dataDir = await makeForeign()
		mkdirSync(join(dataDir, 'keys'), { mode: 0o700 })
		writeFileSync(join(dataDir, 'keys', 'staff.key'), 'x', { mode: 0o600 })
		chownSync(join(dataDir, 'keys'), owner, owner)
		const check = `import { checkDataFolder } from '${import.meta.dirname}/../src/lib/platform/server/index.ts'; checkDataFolder('${dataDir}', '')`
		const asOwner = () =>
			spawnSync(process.execPath, ['--input-type=module-typescript', '-e', check], {
				uid: owner,
				gid: owner,
				encoding: 'utf8',
			})
		const { status, stderr } = asOwner()
		expect(status).toBe(1)
		expect(stderr).toContain(join(dataDir, 'keys', 'staff.key'))
		const mending = /chown -R .+$/mu.exec(stderr)?.[0] ?? ''
		execFileSync('sh', ['-c', mending])
		expect(asOwner().status).toBe(0)
	})
})

test.each(commands)(
	'%s: without DATA_DIR nothing is made in a tree that holds no installation',
	(name, script) => {
		const tree = makeFolder()
		const { status, stdout, stderr } = run(script, given[name]?.(makeFolder()) ?? [], { cwd: tree })
		expect([status, stdout]).toEqual([1, ''])
		expect(stderr).toContain(join(tree, 'data'))
		expect(stderr).toMatch(new RegExp(`npm run .*${name}`, 'u'))
		expect(readdirSync(tree)).toEqual([])
	},
)

test('an installation in the folder of the tree is found, and named before anything is done', async () => {
	const tree = makeFolder()
	cpSync(await makeFilledFolder(), join(tree, 'data'), { recursive: true })
	const { status, stdout, stderr } = run('setup-desk.ts', ['Amal', 'supervisor', 'fr'], { cwd: tree })
	expect(stderr).toContain(`Installation: ${join(tree, 'data')}, database: embedded`)
	expect(status).toBe(0)
	expect(stdout).toMatch(/\/desk\/enrol\//u)
})

test('a folder that is not there yet, or is one’s own, is fine; a file in its place is not', async () => {
	const folder = makeFolder()
	expect(() => checkDataFolder(join(folder, 'none'), '')).not.toThrow()
	expect(() => checkDataFolder(folder, '')).not.toThrow()
	writeFileSync(join(folder, 'file'), '')
	if (process.platform !== 'win32')
		expect(() => checkDataFolder(join(folder, 'file'), '')).toThrow(/must name a folder/u)
	const database = await openDatabase({ dataDir: join(folder, 'none'), databaseUrl: undefined })
	await database.close()
})

test('an account that is made on the machine itself stands in the public record, by nobody of the desk', async () => {
	const dataDir = await makeFilledFolder()
	const { status, stderr } = run('setup-desk.ts', ['Amal', 'supervisor', 'fr'], { DATA_DIR: dataDir })
	expect([status, stderr]).toEqual([0, expect.stringContaining('72 hours')])
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		const acts = await database.kysely.selectFrom('act_record').select('content').execute()
		expect(acts.map(({ content }) => JSON.parse(content) as unknown)).toMatchObject([
			{ act: 'people/invited', by: null, what: { roles: ['supervisor'], from: 'machine' } },
		])
	} finally {
		await database.close()
	}
})
