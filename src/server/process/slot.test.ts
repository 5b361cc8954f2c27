import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { declareSlot } from './slot.ts'

test('what one copy of a module puts in a slot, another finds', async () => {
	const slot = declareSlot<string>('slot-test')
	expect(slot.find()).toBeUndefined()
	expect(slot.put('once')).toBe('once')
	// The same file under another address is another copy of the module.
	const address = './slot.ts?copy'
	const copy = (await import(address)) as typeof import('./slot.ts')
	expect(copy.declareSlot).not.toBe(declareSlot)
	expect(copy.declareSlot<string>('slot-test').find()).toBe('once')
})

test('each slot is declared in one place, and nothing else of a process stands on globalThis', () => {
	const files = globSync('src/{server,routes,*.ts}/**', { withFileTypes: true })
		.filter((entry) => entry.isFile() && /(?<!\.test)\.ts$/u.test(entry.name))
		.map(({ parentPath, name }) => `${parentPath}/${name}`)
	const texts = files.map((file) => readFileSync(file, 'utf8'))
	const names = texts.flatMap((text) =>
		Array.from(text.matchAll(/declareSlot<.+>\('([\w-]+)'\)/gu), ([, name]) => name),
	)
	expect(names.length).toBeGreaterThan(5)
	expect(new Set(names).size).toBe(names.length)
	const loose = files.filter(
		(file, at) => /globalThis as/u.test(texts[at] ?? '') && !file.endsWith('/slot.ts'),
	)
	expect(loose.filter((file) => !file.endsWith('service-worker.ts'))).toEqual([])
})
