import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { findKey, getKey, keepSecret } from './key-file.ts'

let folder: string
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'thiqa-key-'))
	const made = folder
	onTestFinished(() => rmSync(made, { recursive: true }))
})

test('is made once, for its owner only, and many that ask at once get the same', async () => {
	expect(await findKey(folder, 'log')).toBeUndefined()
	const keys = await Promise.all(Array.from({ length: 20 }, () => getKey(folder, 'log')))
	expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
	expect(keys[0]).toHaveLength(32)
	expect(readdirSync(join(folder, 'keys'))).toEqual(['log.key'])
	expect(statSync(join(folder, 'keys/log.key')).mode & 0o777).toBe(0o600)
	expect(await getKey(folder, 'file')).not.toEqual(keys[0])
})

test('is refused once others could read it', async () => {
	await getKey(folder, 'log')
	chmodSync(join(folder, 'keys/log.key'), 0o640)
	await expect(getKey(folder, 'log')).rejects.toMatchObject({ code: 'key.open-to-others' })
})

test.each(['', '00'.repeat(31), 'zz'.repeat(32)])(
	'a file that holds %j is refused, not replaced',
	async (text) => {
		await getKey(folder, 'log')
		writeFileSync(join(folder, 'keys/log.key'), text)
		await expect(getKey(folder, 'log')).rejects.toMatchObject({ code: 'key.wrong' })
	},
)

test('a text is kept once, whoever comes first, for its owner only', async () => {
	const kept = await Promise.all(['one', 'two', 'three'].map((text) => keepSecret(folder, 'x.asc', text)))
	expect(new Set(kept).size).toBe(1)
	expect(await keepSecret(folder, 'x.asc', 'four')).toBe(kept[0])
	expect(statSync(join(folder, 'keys', 'x.asc')).mode & 0o777).toBe(0o600)
	expect(readdirSync(join(folder, 'keys'))).toEqual(['x.asc'])
})
