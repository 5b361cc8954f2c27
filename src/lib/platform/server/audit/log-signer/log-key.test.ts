import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { grow, log, sign } from '../../../../../../tests/support/signed-trees.ts'
import { toCheckpointText } from '../../../../../../tests/support/log-signers.ts'
import { mostGrowth } from './judge-growth.ts'
import { openLogKey } from './open-log-key.ts'

test('a key goes on from what it signed last, and from nothing else', async () => {
	const folder = makeFolder()
	const foreign = await sign(await grow(5), log)
	const open = async (begin?: string): Promise<string> => {
		const { unlock, verifierKey } = await openLogKey(folder, { begin })
		unlock()
		return verifierKey
	}
	const key = await open()
	expect(await open()).toBe(key)
	await expect(open(foreign)).rejects.toMatchObject({ code: 'log-signer.begun' })
	rmSync(join(folder, 'keys', 'record.note'))
	await expect(open()).rejects.toMatchObject({ code: 'log-signer.no-memory' })
	await expect(open(foreign)).rejects.toMatchObject({ code: 'log-signer.other-key' })
	await expect(open('no note')).rejects.toMatchObject({ code: 'record.copy-wrong' })
	writeFileSync(join(folder, 'keys', 'record.note'), foreign, { mode: 0o600 })
	rmSync(join(folder, 'keys', 'log.key'))
	await expect(open()).rejects.toMatchObject({ code: 'log-signer.no-key' })
	expect(existsSync(join(folder, 'keys', 'log.key')), 'no other stands in the way').toBe(false)
})

test('a folder has one process', async () => {
	const folder = makeFolder()
	const { unlock } = await openLogKey(folder)
	await expect(openLogKey(folder)).rejects.toMatchObject({ code: 'database.in-use' })
	unlock()
	;(await openLogKey(folder)).unlock()
})

test('a tree that grows by more than a transaction makes is signed by nobody: what follows it could never be signed', async () => {
	const { sign: ask, unlock } = await openLogKey(makeFolder())
	const hash = new Uint8Array(32)
	for (const size of [mostGrowth + 1, Number.MAX_SAFE_INTEGER]) {
		const checkpoint = toCheckpointText({ size, root: hash })
		expect(await ask({ oldSize: 0, proof: [], checkpoint })).toMatchObject({ status: 422 })
	}
	const largest = await grow(mostGrowth)
	expect(await ask({ oldSize: 0, proof: [], checkpoint: toCheckpointText(largest) })).toMatchObject({
		status: 200,
	})
	unlock()
})

test('a key signs under the name that its record had first, until another is given by hand', async () => {
	const folder = makeFolder()
	const [five, nine] = [await grow(5), await grow(9)]
	const first = await openLogKey(folder)
	const request = (origin: string) => ({ oldSize: 0, proof: [], checkpoint: toCheckpointText(five, origin) })
	expect(await first.sign(request('desk.example/record'))).toMatchObject({ status: 200 })
	expect(await first.sign({ ...request('evil.example/record'), oldSize: 5 })).toMatchObject({ status: 422 })
	first.unlock()
	const again = await openLogKey(folder)
	const proof = await nine.prove(5)
	const moved = { oldSize: 5, proof, checkpoint: toCheckpointText(nine, 'moved.example/record') }
	expect(await again.sign(moved)).toMatchObject({ status: 422 })
	again.unlock()
	const named = await openLogKey(folder, { name: 'moved.example/record' })
	expect(await named.sign(moved)).toMatchObject({ status: 200 })
	named.unlock()
})

test('the same tree is given again, and nothing is written for it', async () => {
	const folder = makeFolder()
	const { sign: ask, unlock } = await openLogKey(folder)
	const five = await grow(5)
	const signed = await ask({ oldSize: 0, proof: [], checkpoint: toCheckpointText(five) })
	const file = join(folder, 'keys', 'record.note')
	const before = statSync(file).ino
	expect(await ask({ oldSize: 5, proof: [], checkpoint: toCheckpointText(five) })).toEqual(signed)
	expect(statSync(file).ino).toBe(before)
	unlock()
})
