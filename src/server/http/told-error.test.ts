import { expect, test } from 'vitest'
import { AppError } from '#base'
import { createLog } from '#platform'
import { tellError } from './told-error.ts'

const tell = (error: unknown) => {
	const lines: string[] = []
	const log = createLog('debug', (line) => lines.push(line))
	const told = tellError(error, { log, route: '/[lang=lang]/report' })
	return { told, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('a refusal keeps its status and code, has no number of a fault, and is one line for the operator', () => {
	const { told, lines } = tell(new AppError('reports.no-epoch', 503, 'Looking for the key: CANARY'))
	expect(told).toEqual({ status: 503, message: 'reports.no-epoch' })
	expect(lines).toMatchObject([
		{ level: 'warn', event: 'server.refused', code: 'reports.no-epoch', status: 503 },
	])
	expect(JSON.stringify(lines)).not.toContain('CANARY')
	const notThere = tell(new AppError('law.not-found', 404, 'state of a law: no record has this id'))
	expect(notThere.told).toEqual({ status: 404, message: 'law.not-found' })
	expect(notThere.lines).toMatchObject([{ level: 'info', event: 'server.refused' }])
})

test.each([
	['a bug', new Error('CANARY')],
	['a broken machine that the rules know', new AppError('record.broken', 500, 'CANARY')],
	['something thrown that is no error', 'CANARY'],
])('%s is a fault with a number that stands in the log, and no word of it', (_, error) => {
	const { told, lines } = tell(error)
	expect(told).toMatchObject({ status: 500, message: 'server.fault' })
	expect(lines).toMatchObject([{ level: 'error', event: 'server.fault', errorId: told.id }])
	expect(JSON.stringify([told, lines])).not.toContain('CANARY')
})
