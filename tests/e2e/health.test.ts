/** What a monitor is told of the running product: what is wrong, apart from whether it lives and can help, and nothing of anybody. */
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#platform'
import { makeFolder } from '../support/child.ts'
import { findFreePort } from '../support/free-port.ts'
import { goLive } from '../support/live-operator.ts'
import { canMount, mountAt } from '../support/mounts.ts'
import { canStartPostgres, makePostgres } from '../support/postgres-server.ts'
import { startProduct, type Product } from '../support/product.ts'
import { fillDataFolder, makeFilledFolder } from '../support/ready-made.ts'

const start = async (env: Readonly<Record<string, string>>): Promise<Product> => {
	const product = startProduct({ PORT: String(await findFreePort()), DATABASE_URL: '', ...env })
	await product.ready()
	return product
}

type Health = { status: string; parts: Record<string, string>; isKeyDue?: boolean }

const ask = async ({ origin }: Product): Promise<[number, Health]> => {
	const answer = await fetch(`${origin}/health`)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	return [answer.status, (await answer.json()) as Health]
}

/** Whether it lives, whether it is ready, and whether a page and the finder are really served. */
const askOthers = async ({ origin }: Product): Promise<number[]> =>
	Promise.all(
		['/health/live', '/health/ready', '/fr', '/fr/help/threatened/child/now'].map(
			async (path) => (await fetch(origin + path)).status,
		),
	)
const allWell = [200, 200, 200, 200]

test('a demonstration that works says so part by part, and a process tells what it does not run', async () => {
	const product = await start({ DATA_DIR: await makeFilledFolder() })
	const [status, health] = await ask(product)
	expect([status, health.status]).toEqual([200, 'ok'])
	const well = { site: 'ok', intake: 'ok', desk: 'ok', database: 'ok', record: 'ok', key: 'demonstration' }
	expect(health.parts).toEqual(well)
	expect(Object.keys(health).sort()).toEqual([
		'clock',
		'danger',
		'database',
		'migrations',
		'milliseconds',
		'parts',
		'status',
	])
	expect(await askOthers(product)).toEqual(allWell)
	const site = await start({ DATA_DIR: await makeFilledFolder(), THIQA_ROLES: 'site' })
	const off = { intake: 'off', desk: 'off', record: 'off', key: 'off' }
	expect((await ask(site))[1].parts).toEqual({ site: 'ok', database: 'ok', ...off })
})

test.skipIf(!canStartPostgres)(
	'while the database is away it lives, is ready and keeps reports on the disk, and says that something is wrong',
	async () => {
		const server = await makePostgres()
		onTestFinished(() => server.remove())
		const product = await start({ DATA_DIR: makeFolder(), DATABASE_URL: server.url })
		expect((await ask(product))[0]).toBe(200)
		await server.stop()
		const [status, { parts }] = await ask(product)
		expect(status).toBe(503)
		expect(parts).toMatchObject({ site: 'ok', database: 'failing', desk: 'failing', intake: 'on-disk' })
		expect(await askOthers(product)).toEqual(allWell)
		await server.start()
		await expect.poll(async () => (await ask(product))[0]).toBe(200)
		expect((await product.end('SIGTERM')).code).toBe(0)
	},
)

/** Leaves no room; what the product writes meanwhile has taken some, and then the last bytes do not fit. */
const fillUp = (disk: string): void => {
	const { bavail, bsize } = statfsSync(disk)
	try {
		writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize))
	} catch (error) {
		expect(error).toMatchObject({ code: 'ENOSPC' })
	}
}

test.skipIf(!canMount)('a full disk on which no report is taken is told, and that it is over', async () => {
	const disk = makeFolder()
	mountAt(disk, '200m')
	mkdirSync(join(disk, 'data'))
	await fillDataFolder(join(disk, 'data'))
	const product = await start({ DATA_DIR: join(disk, 'data') })
	expect((await ask(product))[0]).toBe(200)
	fillUp(disk)
	const [status, { parts }] = await ask(product)
	expect([status, parts['intake']]).toEqual([503, 'refusing'])
	expect(await askOthers(product)).toEqual(allWell)
	rmSync(join(disk, 'filler'))
	await expect.poll(async () => (await ask(product))[0]).toBe(200)
})

test('a live hotline whose key has ended says that the key is missing and due, and goes on helping', async () => {
	const dataDir = await makeFilledFolder()
	await goLive(dataDir)
	const before = await start({ DATA_DIR: dataDir })
	expect((await ask(before))[1].parts).toMatchObject({ intake: 'ok' })
	await before.end('SIGTERM')
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	await sql`update epoch set state = 'past'`.execute(database.kysely)
	await database.close()
	const product = await start({ DATA_DIR: dataDir })
	const [status, health] = await ask(product)
	expect([status, health.isKeyDue]).toEqual([503, true])
	expect(health.parts).toMatchObject({ intake: 'closed', key: 'missing', database: 'ok' })
	expect((await fetch(`${product.origin}/fr/report`)).status).toBe(503)
	expect(await askOthers(product)).toEqual(allWell)
	expect(JSON.stringify(health)).not.toMatch(/Bureau|desk\.example|2026-|holder/u)
})
