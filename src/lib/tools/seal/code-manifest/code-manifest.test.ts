import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeFolder } from '../../../../../tests/support/child.ts'
import { addIntegrity, formatManifest, parseManifest, toIntegrity } from './index.ts'

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

test('sha256sum reads it, and finds the file that differs', () => {
	const folder = makeFolder()
	for (const name of ['a.js', 'b.js']) writeFileSync(join(folder, name), name)
	const list = join(folder, 'list')
	writeFileSync(list, formatManifest(new Map(['a.js', 'b.js'].map((name) => [`/${name}`, digestOf(name)]))))
	const check = (): number | null => spawnSync('sha256sum', ['-c', list], { cwd: folder }).status
	expect(check()).toBe(0)
	writeFileSync(join(folder, 'b.js'), 'other')
	expect(check()).toBe(1)
})

test('what is written is read again, whatever the order', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.stringMatching(/^[\w./-]{1,20}$/u), fc.stringMatching(/^[0-9a-f]{64}$/u)),
			(files) => {
				const entries = Object.entries(files).map(([name, digest]): [string, string] => [`/${name}`, digest])
				const text = formatManifest(new Map(entries))
				expect(text).toBe(formatManifest(new Map(entries.toReversed())))
				expect(new Map(parseManifest(text))).toEqual(new Map(entries))
			},
		),
	)
})

test('a line in another form, or an address twice, is no manifest', () => {
	const digest = 'a'.repeat(64)
	for (const text of [`${digest} x.js\n`, `${digest.slice(1)}  x.js\n`, `${digest}  x.js\n${digest}  x.js\n`])
		expect(parseManifest(text)).toBeUndefined()
})

test('the scripts of a page say which bytes they may have; those of others stay', () => {
	const own = '<script type="module" src="/_app/a.js"></script>'
	const page = `${own}<script type="module" src="/else.js"></script>`
	// The digest of `alert('Hello, world.');` as the specification of SRI gives it.
	const digest = digestOf(`alert('Hello, world.');`)
	expect(toIntegrity(digest)).toBe('sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=')
	expect(addIntegrity(page, new Map([['/_app/a.js', digest]]))).toBe(
		page.replace('a.js"', `a.js" integrity="${toIntegrity(digest)}"`),
	)
})
