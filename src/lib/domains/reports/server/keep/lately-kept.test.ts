import { expect, test } from 'vitest'
import { createLatelyKept } from './lately-kept.ts'

const report = (place: number, words: number) => ({
	place: new Uint8Array(32).fill(place),
	sealed: new Uint8Array(100).fill(words),
})

test('the same form is the same report only with the same bytes and mailbox, and the oldest are forgotten', () => {
	const lately = createLatelyKept(4)
	lately.add('form-1', report(1, 1))
	expect(lately.find('form-1', report(1, 1))).toBe('again')
	expect(lately.find('form-1', report(1, 2))).toBe('used')
	expect(lately.find('form-1', report(2, 1))).toBe('used')
	expect(lately.find('form-2', report(1, 1))).toBeUndefined()
	for (const form of ['form-2', 'form-3', 'form-4', 'form-5']) lately.add(form, report(1, 1))
	expect(lately.find('form-1', report(1, 1))).toBeUndefined()
	expect(lately.find('form-3', report(1, 1))).toBe('again')
})
