import { expect, test } from 'vitest'
import { toCopyText } from './copy-text.ts'

test('toCopyText() holds the words and the place, a line each, and nothing that was left out', () => {
	const where = [{ kind: 'app', app: 'Instagram', nickname: 'an.account' }] as const
	expect(toCopyText({ words: ' my words\n', where: [...where] })).toBe('my words\nInstagram\nan.account')
	expect(toCopyText({ words: '', where: [{ kind: 'link', link: 'https://a.example/b' }] })).toBe(
		'https://a.example/b',
	)
	expect(toCopyText({ words: '  ', where: [{ kind: 'unknown' }] })).toBe('')
})
