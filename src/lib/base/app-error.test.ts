import { expect, test, vi } from 'vitest'
import { AppError } from './index.ts'

test('a refusal is known by every copy of this file: the server and the built application each hold one', async () => {
	vi.resetModules()
	const other = await import('./app-error.ts')
	expect(other.AppError).not.toBe(AppError)
	expect(new other.AppError('reports.busy', 503, 'sealing: too many wait')).toBeInstanceOf(AppError)
})

test('no other error counts as a refusal, whatever it calls itself', () => {
	const alike = Object.assign(new Error('no'), { name: 'AppError', code: 'reports.busy', status: 503 })
	for (const value of [alike, new Error('no'), {}, null, undefined, 'AppError'])
		expect(value instanceof AppError).toBe(false)
})

test('a kind of refusal is told from the others', () => {
	class Full extends AppError {}
	const full = new Full('mailbox.full', 409, 'adding a letter: the mailbox is full')
	expect(full).toBeInstanceOf(AppError)
	expect(full).toBeInstanceOf(Full)
	expect(new AppError('mailbox.full', 409, 'the same')).not.toBeInstanceOf(Full)
})
