import { isHttpError } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import { expectForm } from './form.ts'

const send = (body: BodyInit, type: string): Request => {
	const request = new Request('http://thiqa.example/', {
		method: 'POST',
		body,
		headers: { 'content-type': type },
	})
	expectForm(request)
	return request
}

const findProblem = (request: Request): Promise<unknown> =>
	request.formData().then(
		() => undefined,
		(thrown: unknown) => thrown,
	)

test.each([
	['no boundary', 'multipart/form-data'],
	['another boundary', 'multipart/form-data; boundary=b'],
	['no form at all', 'application/octet-stream'],
])('a form with %s is no fault of ours: 400, form.unreadable', async (_, type) => {
	const problem = await findProblem(send('--a\r\ncontent-disposition: form-data; name="x"\r\n\r\n1', type))
	expect(isHttpError(problem, 400)).toBe(true)
	expect(problem).toMatchObject({ body: { message: 'form.unreadable' } })
})

test('a form that can be read is read, and what has a status of its own keeps it', async () => {
	const form = await send('a=1&b=%D8%AD', 'application/x-www-form-urlencoded').formData()
	expect([...form]).toEqual([
		['a', '1'],
		['b', 'ح'],
	])
	const tooLong = Object.assign(new Error('too long'), { status: 413 })
	const request = new Request('http://thiqa.example/', { method: 'POST', body: 'a=1' })
	request.formData = () => Promise.reject(tooLong)
	expectForm(request)
	expect(await findProblem(request)).toBe(tooLong)
})
