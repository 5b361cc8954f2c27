import assert from 'node:assert/strict'
import { collectAnswers } from '../src/lib/domains/reports/form/form-fields.ts'
import { parseAnswers } from '../src/lib/domains/reports/report.ts'
import { toObject } from '../src/server/acts/form-parts.ts'
import { expectForm } from '../src/server/http/form.ts'

const types = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=b']

const isRefusal = (cause: unknown): boolean =>
	typeof cause === 'object' && cause !== null && 'status' in cause && cause.status === 400

/** Reads a form, or is refused with 400; the answers in it stay what they are when they are read again. First byte: the kind of body. */
export const fuzz = async (data: Buffer): Promise<void> => {
	const request = new Request('http://localhost/', {
		method: 'POST',
		headers: { 'content-type': types[(data[0] ?? 0) % 2] ?? '' },
		body: Uint8Array.from(data.subarray(1)),
	})
	expectForm(request)
	const form = await request.formData().catch((cause: unknown) => {
		assert.ok(isRefusal(cause), String(cause))
	})
	if (!form) return
	toObject(form)
	const answers = parseAnswers(collectAnswers(form))
	if (answers.ok) assert.deepEqual(parseAnswers(answers.value), answers)
}

const part = (name: string, value: string): string =>
	`--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

export const seeds = (): string[] => [
	`\0danger=now&who=child&what=threat&words=%D8%A3%D9%86%D8%A7&safe-from=17&safe-to=19&police=yes&link=a.example`,
	`\x01${part('words', 'help')}${part('wants', 'advice')}${part('what', 'images')}--b--\r\n`,
	`\x01--b\r\nContent-Disposition: form-data; name="file"; filename="a.age"\r\nContent-Type: text/plain\r\n\r\nage\r\n--b--\r\n`,
]
