import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AppError, failed, ok } from '#base'
import {
	anId,
	jsonOf,
	named,
	oneOf,
	readSent,
	readBy,
	someBytes,
	someIds,
	someOf,
	toObject,
	wrongForm,
	yesOrNo,
} from './form-parts.ts'

const id = '0f0e0d0c-1111-4222-8333-444455556666'

/** The value that a part of a form makes of another; `wrong` when it is not of its form. */
const read = (part: v.GenericSchema, value?: unknown): unknown => {
	const parsed = v.safeParse(part, value)
	return parsed.success ? parsed.output : 'wrong'
}

test('a form is an object; a field that is there more than once is a list', () => {
	const form = new FormData()
	for (const [name, value] of [['a', '1'] as const, ['b', '2'] as const, ['b', '3'] as const])
		form.append(name, value)
	expect(toObject(form)).toEqual({ a: '1', b: ['2', '3'] })
	form.append('__proto__', 'x')
	expect(Object.getPrototypeOf(toObject(form))).toBe(Object.prototype)
})

const send = (body: BodyInit, most?: number): Promise<unknown> =>
	readSent(new Request('http://desk.example/', { method: 'POST', body }), most)
const wrong = { code: 'desk.form', status: 400 }

test('readSent() reads JSON, nothing, and a form, and refuses what is no JSON or too long', async () => {
	expect(await send('{"a":1}')).toEqual({ a: 1 })
	expect(await send('')).toBeUndefined()
	expect(await send(new URLSearchParams({ token: 't' }))).toEqual({ token: 't' })
	await expect(send('{')).rejects.toMatchObject(wrong)
	await expect(send('[1,2]', 4)).rejects.toMatchObject(wrong)
	expect(await send('[1,2]', 5)).toEqual([1, 2])
})

test('an id is one of ours', () => {
	expect(read(anId, id)).toBe(id)
	for (const text of ['', 'x', `${id} `, id.toUpperCase(), undefined, new Blob(['x'])])
		expect(read(anId, text)).toBe('wrong')
	expect(read(someIds(2), `${id} ${id}`)).toEqual([id, id])
	for (const text of ['', `${id} x`, `${id} ${id} ${id}`]) expect(read(someIds(2), text)).toBe('wrong')
})

test('what is chosen in a list is of the list', () => {
	const names = ['ar', 'fr'] as const
	expect([read(someOf(names)), read(someOf(names), 'ar'), read(someOf(names), ['ar', 'fr'])]).toEqual([
		[],
		['ar'],
		['ar', 'fr'],
	])
	expect(read(someOf(names), ['ar', 'en'])).toBe('wrong')
	expect([read(oneOf(names)), read(oneOf(names), ''), read(oneOf(names), 'fr')]).toEqual([
		undefined,
		undefined,
		'fr',
	])
	expect(read(oneOf(names), 'en')).toBe('wrong')
	expect([read(yesOrNo, 'yes'), read(yesOrNo, 'no'), read(yesOrNo, '')]).toEqual([true, false, 'wrong'])
	const isAr = (text: string): text is 'ar' => text === 'ar'
	expect([read(named(isAr), 'ar'), read(named(isAr), 'fr'), read(named(isAr))]).toEqual([
		'ar',
		'wrong',
		'wrong',
	])
})

test('bytes are base64, some, and not too many', () => {
	expect(read(someBytes, 'AAEC')).toEqual(new Uint8Array([0, 1, 2]))
	for (const text of ['', 'A B', '../', 'AA===', '<b>', 'A'.repeat(200_001)])
		expect(read(someBytes, text), text.slice(0, 8)).toBe('wrong')
})

test('JSON in a field is of its form', () => {
	const numbers = jsonOf(v.array(v.number()), 7)
	expect(read(numbers, '[1,2]')).toEqual([1, 2])
	for (const text of ['', '{', '{}', '["1"]', '[1,2,3,4]']) expect(read(numbers, text)).toBe('wrong')
})

test('text is read by the rule of its domain', () => {
	const whole = readBy((text) =>
		/^\d+$/u.test(text) ? ok(Number(text)) : failed({ path: '', message: 'keys.form' }),
	)
	expect([read(whole, '12'), read(whole, 'x'), read(whole)]).toEqual([12, 'wrong', 'wrong'])
})

test('a wrong form is a refusal, and no fault of the server', () => {
	expect(() => wrongForm()).toThrow(AppError)
	expect(() => wrongForm()).toThrow(expect.objectContaining(wrong) as Error)
})
