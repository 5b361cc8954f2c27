import { expect, test } from 'vitest'
import { AppError } from '#base'
import * as v from 'valibot'
import { newPassphrase, orBusy } from './new-passphrase.ts'

test('a full line before the hashing is an answer, anything else a fault', async () => {
	const refuse = (code: string) => orBusy(() => Promise.reject(new AppError(code, 503, 'in a test')))
	expect(await refuse('sign-in.busy')).toBeUndefined()
	await expect(refuse('database.unreachable')).rejects.toMatchObject({ code: 'database.unreachable' })
	expect(await orBusy(() => Promise.resolve('done'))).toBe('done')
})

test('a form without its fields is an empty one: whose invitation is over hears that, and nothing of the form', () => {
	const empty = { passphrase: '', again: '', sealed: '', code: '' }
	expect(v.parse(newPassphrase, {})).toEqual(empty)
	expect(v.parse(newPassphrase, { code: '123456' })).toEqual({ ...empty, code: '123456' })
})
