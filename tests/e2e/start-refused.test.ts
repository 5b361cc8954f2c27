/** What a person reads whose installation does not start: what was tried, what stood in the way, what would do. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDatabase } from '#platform'
import { makeFolder } from '../support/child.ts'
import { findFreePort } from '../support/free-port.ts'
import { goLive } from '../support/live-operator.ts'
import { canMount, mountAt } from '../support/mounts.ts'
import { startProduct, type Product } from '../support/product.ts'
import { makeFilledFolder } from '../support/ready-made.ts'

const start = async (dataDir: string): Promise<Product> =>
	startProduct({ PORT: String(await findFreePort()), DATA_DIR: dataDir, DATABASE_URL: '' })

const expectWords = (code: number | null, said: string, words: readonly (string | RegExp)[]): void => {
	expect(code).toBe(1)
	expect(said).toContain('Thiqa cannot start: ')
	for (const word of words) expect(said).toMatch(word)
	expect(said).not.toMatch(/\[object|Aborted\(\)\. Build with -sASSERTIONS for more info\.$|^ +at /mu)
}

const expectRefusal = async (dataDir: string, ...words: readonly (string | RegExp)[]): Promise<void> => {
	const { code, said } = await (await start(dataDir)).end()
	expectWords(code, said, words)
}

/** It ran once, as an operator’s does. */
const makeUsed = async (): Promise<string> => {
	const dataDir = await makeFilledFolder()
	const product = await start(dataDir)
	await product.ready()
	await product.end('SIGTERM')
	return dataDir
}

describe.skipIf(!canMount)('on a full disk (needs root and mount namespaces)', () => {
	test('the first start says that the disk is full, and starts once there is room', async () => {
		const disk = makeFolder()
		mountAt(disk, '8m')
		await expectRefusal(join(disk, 'data'), /the disk under DATA_DIR is full/u, join(disk, 'data'))
		execFileSync('mount', ['-o', 'remount,size=400m', disk])
		const product = await start(join(disk, 'data'))
		await product.ready()
	})
})

describe.skipIf(process.getuid?.() !== 0)('files of another user (needs root)', () => {
	test('root is told to start it as the owner of the folder, and leaves nothing in it', async () => {
		const dataDir = await makeFilledFolder()
		execFileSync('chown', ['-R', '64321:64321', dataDir])
		await expectRefusal(dataDir, /belongs to the user with the number 64321/u, /systemctl start thiqa/u)
		expect(spawnSync('find', [dataDir, '-uid', '0'], { encoding: 'utf8' }).stdout).toBe('')
	})

	test('the owner is told which file root has left, and what takes it back', async () => {
		const dataDir = await makeFilledFolder()
		execFileSync('chown', ['-R', '64321:64321', dataDir])
		const file = join(dataDir, 'database', 'PG_VERSION')
		chownSync(file, 0, 0)
		chmodSync(file, 0o600)
		const { status, stderr } = spawnSync(process.execPath, ['src/serve.ts'], {
			uid: 64_321,
			gid: 64_321,
			encoding: 'utf8',
			env: {
				...process.env,
				PORT: String(await findFreePort()),
				DATA_DIR: dataDir,
				DATABASE_URL: '',
				ORIGIN: '',
			},
		})
		expectWords(status, stderr, [file, `chown -R 64321:64321 ${dataDir}`])
	})
})

test('a database of a newer version is left alone, and both ways on are named', async () => {
	const dataDir = await makeFilledFolder()
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2027-01-01')`.execute(
		database.kysely,
	)
	await database.close()
	await expectRefusal(dataDir, /newer version.+9999-later/u, /Start that version again/u, /backup/u)
})

test('restored without operator.yaml it names that file', async () => {
	const dataDir = await makeFilledFolder()
	await goLive(dataDir)
	rmSync(join(dataDir, 'operator.yaml'))
	await expectRefusal(dataDir, `Bring ${dataDir}/operator.yaml back`)
})

test('a real desk without a witness does not start, and reads what it lacks', async () => {
	const dataDir = await makeFilledFolder()
	await goLive(dataDir, {}, [])
	await expectRefusal(
		dataDir,
		`Reading ${dataDir}/operator.yaml`,
		/witnesses: wanted at least one, better three/u,
	)
})

test('restored without the key of the record it names that file and the command', async () => {
	const dataDir = await makeUsed()
	rmSync(join(dataDir, 'keys', 'log.key'))
	await expectRefusal(dataDir, `${dataDir}/keys/log.key`, /keys:restore/u)
})

test('a folder that holds no database of ours is named', async () => {
	const dataDir = makeFolder()
	mkdirSync(join(dataDir, 'database'))
	writeFileSync(join(dataDir, 'database', 'PG_VERSION'), '9\n')
	await expectRefusal(dataDir, `Opening ${dataDir}/database`, /backup/u)
})
