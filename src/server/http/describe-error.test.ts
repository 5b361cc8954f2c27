import { expect, test } from 'vitest'
import { AppError } from '#base'
import { createLog } from '#platform'
import { describeError } from './describe-error.ts'

const describe = (error: unknown) => {
	const lines: string[] = []
	const log = createLog('debug', (line) => lines.push(line))
	const described = describeError(error, { log, route: '/[lang=lang]/report' })
	return { described, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) }
}

test('a refusal keeps its status and code, has no number of a fault, and is one line for the operator', () => {
	const { described, lines } = describe(new AppError('reports.no-epoch', 503, 'Looking for the key: CANARY'))
	expect(described).toEqual({ status: 503, message: 'reports.no-epoch' })
	expect(lines).toMatchObject([
		{ level: 'warn', event: 'server.refused', code: 'reports.no-epoch', status: 503 },
	])
	expect(JSON.stringify(lines)).not.toContain('CANARY')
	const notThere = describe(new AppError('law.not-found', 404, 'state of a law: no record has this id'))
	expect(notThere.described).toEqual({ status: 404, message: 'law.not-found' })
	expect(notThere.lines).toMatchObject([{ level: 'info', event: 'server.refused' }])
})

test.each([
	['a bug', new Error('CANARY')],
	['a broken machine that the rules know', new AppError('record.broken', 500, 'CANARY')],
	['something thrown that is no error', 'CANARY'],
])('%s is a fault with a number that stands in the log, and no word of it', (_, error) => {
	const { described, lines } = describe(error)
	expect(described).toMatchObject({ status: 500, message: 'server.fault' })
	expect(lines).toMatchObject([{ level: 'error', event: 'server.fault', errorId: described.id }])
	expect(JSON.stringify([described, lines])).not.toContain('CANARY')
})
