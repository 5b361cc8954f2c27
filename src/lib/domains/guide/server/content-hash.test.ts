import { expect, test } from 'vitest'
import { hashTexts } from './content-hash.ts'

const texts: [string, string][] = [
	['content/a.yaml', 'one'],
	['content/b.yaml', 'two'],
]

test('the hash is the same in any order, and another for any other path or text', () => {
	const hash = hashTexts(texts)
	expect(hashTexts([...texts].reverse())).toBe(hash)
	expect(hashTexts([['content/a.yaml', 'one!'], ...texts.slice(1)])).not.toBe(hash)
	expect(hashTexts([['content/c.yaml', 'one'], ...texts.slice(1)])).not.toBe(hash)
	expect(hashTexts(texts.slice(1))).not.toBe(hash)
})
