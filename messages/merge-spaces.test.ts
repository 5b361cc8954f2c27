import { expect, test } from 'vitest'
import { mergeSpaces } from './merge-spaces.ts'

const inAll = <Words>(words: Words) => ({ ar: words, fr: words, zgh: words, en: words })

test('mergeSpaces() hands on the words of all spaces', () => {
	const merged = mergeSpaces({ desk: inAll({ 'desk.done': 'Done' }), law: inAll({ 'law.short': 'Law' }) })
	expect(merged.zgh).toEqual({ 'desk.done': 'Done', 'law.short': 'Law' })
})

test('mergeSpaces() refuses two spaces that hold the same key, and names both', () => {
	const spaces = { desk: inAll({ 'law.short': 'Desk' }), law: inAll({ 'law.short': 'Law' }) }
	expect(() => mergeSpaces(spaces)).toThrow('messages: desk and law both hold law.short')
})
