import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { database, engines } from '../../../../../../../tests/support/database.ts'
import { openOwnKeys } from './index.ts'

const day = 86_400_000
const start = new Date('2026-11-29T10:00:00Z')

describe.each(engines)('our keys for partners on %s', (engine) => {
	const open = async () => {
		const { kysely: db } = await database(engine)
		const dataDir = makeFolder()
		let now = start
		const at = (days: number) => {
			now = new Date(start.getTime() + days * day)
			return openOwnKeys(db, dataDir, () => now)
		}
		return { dataDir, at, db }
	}

	test('are made once, however many ask at the same time, in files that their owner alone reads', async () => {
		const { dataDir, at, db } = await open()
		const asked = await Promise.all(Array.from({ length: 4 }, () => at(0).publish()))
		const [first] = asked
		for (const other of asked) expect(other).toEqual(first)
		expect(first?.keys.map(({ crv, use }) => [crv, use]).sort()).toEqual([
			['Ed25519', 'sig'],
			['X25519', 'enc'],
		])
		expect(JSON.stringify(first)).not.toContain('"d"')
		for (const name of ['exchange-sign-1.key', 'exchange-seal-1.key'])
			expect(statSync(join(dataDir, 'keys', name)).mode & 0o777).toBe(0o600)
		expect(await openOwnKeys(db, dataDir, () => start).publish()).toEqual(first)
	})

	test('follow each other with two weeks before and two weeks after', async () => {
		const { at } = await open()
		const first = await at(0).getSigning()
		const next = await at(1).rotate('sign', null)
		expect((await at(14).getSigning()).kid).toBe(first.kid)
		expect((await at(15).getSigning()).kid).toBe(next)
		const published = async (days: number) =>
			(await at(days).publish()).keys.filter(({ use }) => use === 'sig').map(({ kid }) => kid)
		expect(await published(1)).toEqual([next, first.kid])
		expect(await published(28)).toEqual([next, first.kid])
		expect(await published(29)).toEqual([next])
	})

	test('sign for a transaction on its own connection, and one that is undone leaves nothing behind', async () => {
		const { at, db } = await open()
		const keys = at(0)
		const undone = db.transaction().execute(async (trx) => {
			// The embedded database has no second connection: whoever asked for one would wait for itself.
			expect((await keys.getSigning(trx)).kid).toMatch(/^[\w-]{43}$/u)
			throw new Error('undone')
		})
		await expect(undone).rejects.toThrow('undone')
		const { kid } = await keys.getSigning()
		expect((await keys.publish()).keys.map((key) => key.kid)).toContain(kid)
	})

	test('open what is sealed to the old one while it lasts, and not after', async () => {
		const { at } = await open()
		const [old] = (await at(0).publish()).keys.filter(({ use }) => use === 'enc')
		const next = await at(0).rotate('seal', null)
		expect(await at(1).findSeal(next)).toBeDefined()
		expect(await at(27).findSeal(old?.kid ?? '')).toBeDefined()
		expect(await at(28).findSeal(old?.kid ?? '')).toBeUndefined()
		expect(await at(0).findSeal('somebody')).toBeUndefined()
	})

	test('are not made twice while the next one waits, and are made again once it has begun', async () => {
		const { at } = await open()
		const next = await at(0).rotate('sign', null)
		await expect(at(13).rotate('sign', null)).rejects.toMatchObject({
			code: 'exchange.key-waiting',
			status: 409,
		})
		expect(await at(14).rotate('sign', null)).not.toBe(next)
	})

	test('are overwritten and gone once they have ended, and no sooner', async () => {
		const { at, dataDir } = await open()
		const first = await at(0).getSigning()
		const next = await at(0).rotate('sign', null)
		const isThere = (number: number) => existsSync(join(dataDir, 'keys', `exchange-sign-${number}.key`))
		expect(await at(28).shred(new Date(start.getTime() + 28 * day))).toBe(0)
		expect([isThere(1), isThere(2)]).toEqual([true, true])
		const later = at(36)
		expect(await later.shred(new Date(start.getTime() + 29 * day))).toBe(1)
		expect(await later.shred(new Date(start.getTime() + 29 * day))).toBe(0)
		expect([isThere(1), isThere(2)]).toEqual([false, true])
		expect((await later.getSigning()).kid).toBe(next)
		expect((await later.list()).map(({ kid }) => kid)).not.toContain(first.kid)
	})

	test('whose file is gone are not made anew behind the back of partners', async () => {
		const { at, dataDir } = await open()
		await at(0).getSigning()
		rmSync(join(dataDir, 'keys', 'exchange-sign-1.key'))
		await expect(at(0).getSigning()).rejects.toMatchObject({ code: 'exchange.key-missing', status: 503 })
	})
})
