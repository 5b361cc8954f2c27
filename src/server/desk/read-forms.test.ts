import { isHttpError } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { AppError } from '#base'
import {
	findRefusal,
	getId,
	readBytes,
	readId,
	readJson,
	readText,
	refuseIssues,
	tell,
	tellJson,
	wrongForm,
} from './case-desk.ts'
import { readAnswers } from './read-answers.ts'

const wrong = { code: 'desk.form', status: 400 }
const id = '0f0e0d0c-1111-4222-8333-444455556666'

const sendJson = (text: string, most?: number): Promise<unknown> =>
	readJson(new Request('http://desk.example/', { method: 'POST', body: text }), most)
const fill = (fields: Record<string, string | Blob>): FormData => {
	const form = new FormData()
	for (const [name, value] of Object.entries(fields)) form.set(name, value)
	return form
}

test('readJson() refuses what is no JSON and what is too long', async () => {
	expect(await sendJson('{"a":1}')).toEqual({ a: 1 })
	await expect(sendJson('{')).rejects.toMatchObject(wrong)
	await expect(sendJson('')).rejects.toMatchObject(wrong)
	await expect(sendJson('[1,2]', 4)).rejects.toMatchObject(wrong)
	expect(await sendJson('[1,2]', 5)).toEqual([1, 2])
})

test('readText() and readId() refuse a field that is missing, a file, and what is no id', () => {
	expect(readText(fill({ a: 'x' }), 'a')).toBe('x')
	expect(() => readText(fill({}), 'a')).toThrow(expect.objectContaining(wrong) as Error)
	expect(() => readText(fill({ a: new Blob(['x']) }), 'a')).toThrow(expect.objectContaining(wrong) as Error)
	expect(readId(fill({ a: id }), 'a')).toBe(id)
	for (const text of ['', 'x', `${id} `, id.toUpperCase()])
		expect(() => readId(fill({ a: text }), 'a')).toThrow(expect.objectContaining(wrong) as Error)
})

test('readBytes() refuses what is no base64, nothing at all, and too much', () => {
	expect(readBytes('AAEC')).toEqual(new Uint8Array([0, 1, 2]))
	for (const text of ['', 'A B', '../', 'AA===', 'A'.repeat(200_000)])
		expect(() => readBytes(text), text.slice(0, 8)).toThrow(expect.objectContaining(wrong) as Error)
})

test('readAnswers() reads a list of sealed answers', () => {
	const text = JSON.stringify([{ report: id, sealed: 'AAEC', more: 1 }])
	expect(readAnswers(text)).toEqual([{ report: id, sealed: new Uint8Array([0, 1, 2]) }])
	expect(readAnswers('[]')).toEqual([])
})

test.each([
	['no JSON', '{'],
	['nothing', ''],
	['no list', '{"report":"r","sealed":"AAEC"}'],
	['nothing in a list', '[null]'],
	['an answer without its report', '[{"sealed":"AAEC"}]'],
	['an answer that is no text', `[{"report":"${id}","sealed":7}]`],
	['bytes that are no base64', `[{"report":"${id}","sealed":"<b>"}]`],
	['more than a desk ever answers at once', `[${' '.repeat(4_000_000)}]`],
])('readAnswers() refuses %s as a wrong form, which is no fault of the server', (_, text) => {
	expect(() => readAnswers(text)).toThrow(expect.objectContaining(wrong) as Error)
})

test('an address whose id is none is not there', () => {
	expect(getId(id)).toBe(id)
	try {
		getId('1')
		expect.unreachable()
	} catch (problem) {
		expect(isHttpError(problem, 404)).toBe(true)
		expect((problem as { body: { message: string } }).body.message).toBe('page.not-found')
	}
})

test('tell() and tellJson() say a known refusal by its code and hide no fault', async () => {
	const full = new AppError('wellness.rest', 409, 'opening: the day is full')
	const broken = new AppError('no-such.code', 500, 'broken')
	expect(await tell(() => Promise.reject(full))).toMatchObject({
		status: 409,
		data: { refused: 'wellness.rest' },
	})
	const answer = await tellJson(() => Promise.reject(full))
	expect([answer.status, await answer.json()]).toEqual([409, { refused: 'wellness.rest' }])
	for (const fault of [broken, new Error('broken')]) {
		await expect(tell(() => Promise.reject(fault))).rejects.toBe(fault)
		await expect(tellJson(() => Promise.reject(fault))).rejects.toBe(fault)
	}
	expect(await tell(() => Promise.resolve({ done: true }))).toEqual({ done: true })
	expect(findRefusal('desk.form')).toBe('desk.form')
	expect(findRefusal('toString')).toBeUndefined()
})

test('an issue of a rule is the code of its refusal', () => {
	const issues = [{ path: 'summary', message: 'dossier.summary' }]
	expect(() => refuseIssues(issues)).toThrow(
		expect.objectContaining({ code: 'dossier.summary', status: 409 }) as Error,
	)
	expect(() => refuseIssues([])).toThrow(expect.objectContaining({ code: 'desk.form' }) as Error)
	expect(() => wrongForm()).toThrow(AppError)
})
