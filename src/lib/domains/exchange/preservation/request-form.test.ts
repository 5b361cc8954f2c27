import { expect, test } from 'vitest'
import { listWritten, makeRequestForm } from './request-form.ts'

test('every field that somebody can write in is held against what was told, at any depth', () => {
	const form = makeRequestForm('en')
	const written = listWritten({
		...form,
		facts: 'the facts',
		requesting: { ...form.requesting, phone: 'a phone' },
		earlierPreservation: { ...form.earlierPreservation, asked: 'asked before' },
	})
	expect(written).toEqual(expect.arrayContaining(['the facts', 'a phone', 'asked before']))
	expect(written).not.toContain(form.salt)
	for (const [name, value] of Object.entries(form))
		if (typeof value === 'string' && name !== 'salt')
			expect(listWritten({ ...form, [name]: `here: ${name}` })).toContain(`here: ${name}`)
})
