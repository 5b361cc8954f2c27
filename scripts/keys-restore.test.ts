import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrations } from '#migrations'
import { migrate, openDatabase } from '#platform'
import { readReport, startKeys } from '../tests/support/key-world.ts'
import { canMount, mountAt } from '../tests/support/mounts.ts'
import { copyDataFolder } from '../tests/support/ready-made.ts'

const runScript = (name: string, dataDir: string, ...args: readonly string[]) =>
	spawnSync(process.execPath, [`scripts/${name}.ts`, ...args], {
		env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
		encoding: 'utf8',
	})

/** The tables as the version that first took reports made them. */
const firstVersions = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0005'))

const fillDatabase = async (dataDir: string, epoch: string, sealed: Uint8Array): Promise<void> => {
	cpSync(join(await copyDataFolder(), 'database'), join(dataDir, 'database'), { recursive: true })
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	await migrate(database, firstVersions)
	await sql`insert into report (id, epoch, sealed, sealed_by, lane, salt, commitment, entry, hour)
		select gen_random_uuid(), ${epoch}, ${Buffer.from(sealed)}, 'browser', 'normal',
			decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'), gen_random_uuid(), date_trunc('hour', now())`.execute(
		database.kysely,
	)
	await database.close()
}

test('the commands bring keys back to a database of an older version; without keys they say so and end 1', async () => {
	const { dataDir, key, id, report, one } = await startKeys()
	await fillDatabase(dataDir, id, report)
	const backups = join(dirname(dataDir), 'backups')
	const made = runScript('keys-backup', dataDir, backups)
	expect([made.status, made.stderr]).toEqual([0, `Installation: ${dataDir}, database: embedded\n`])

	renameSync(join(dataDir, 'keys'), join(dirname(dataDir), 'lost'))
	const empty = join(dirname(dataDir), 'empty')
	mkdirSync(empty)
	const none = runScript('keys-restore', dataDir, empty)
	expect(none.status).toBe(1)
	expect(none.stderr).toContain(`there is no backup in ${empty}`)
	rmSync(join(dataDir, 'keys'), { recursive: true, force: true })

	const restored = runScript('keys-restore', dataDir, backups)
	expect([restored.status, restored.stderr]).toEqual([0, `Installation: ${dataDir}, database: embedded\n`])
	expect(await readReport(dataDir, { key, report }, one)).toBe('a made-up report')
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	expect(await migrate(database)).toEqual([])
	await database.close()

	rmSync(join(dataDir, 'keys', 'epochs', id), { recursive: true })
	const copy = join(dirname(dataDir), 'without')
	mkdirSync(copy)
	cpSync(join(dataDir, 'database'), join(copy, 'database'), { recursive: true })
	const [name = ''] = readdirSync(backups).filter((one_) => existsSync(join(backups, one_, 'manifest.txt')))
	rmSync(join(backups, name, 'epochs', id), { recursive: true, force: true })
	const damaged = runScript('keys-restore', copy, backups)
	expect(damaged.status).toBe(1)
	expect(damaged.stderr).toMatch(/manifest|missing|NOT RESTORED|differs/u)
})

test.skipIf(!canMount)(
	'a backup of keys on a full disk ends 1, and the next one takes away what it left',
	async () => {
		const { dataDir } = await startKeys()
		const disk = join(dirname(dataDir), 'disk')
		mkdirSync(disk)
		mountAt(disk, '8k')
		const backups = join(disk, 'backups')
		const { status, stderr } = runScript('keys-backup', dataDir, backups)
		expect(status).toBe(1)
		expect(stderr).toMatch(/ENOSPC|no space/u)
		expect(readdirSync(backups).filter((name) => !name.startsWith('.'))).toEqual([])
		execFileSync('mount', ['-o', 'remount,size=1m', disk])
		expect(runScript('keys-backup', dataDir, backups).status).toBe(0)
		expect(readdirSync(backups)).toEqual([expect.stringMatching(/^keys-/u)])
	},
)
