import { expect, test } from 'vitest'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { getDatedState } from './index.ts'

const law = readLaw()

test('getDatedState() gives the state of a day and the text whose change decides', () => {
	expect(getDatedState(law, 'coe-185', new Date('2026-11-26T08:00:00Z'))).toMatchObject({
		day: '2026-11-26',
		state: { is: 'in-force', why: 'entry-recorded', day: '2018-10-01' },
		by: undefined,
	})
	const harassment = getDatedState(law, 'pc-503-2', new Date('2026-11-26T08:00:00Z'))
	expect(harassment.state.is).toBe('in-force')
	expect(harassment.by?.id).toBe(harassment.state.by)
})

test('getDatedState() names the text that added an article, for a day before it did', () => {
	const { state, by } = getDatedState(law, 'pc-607-3', new Date('1999-01-01T00:00:00Z'))
	expect(state).toMatchObject({ is: 'not-yet', why: 'before-added' })
	expect(by?.id).toBe('ma-law-07-03')
})

test('getDatedState() refuses an id that no record has', () => {
	expect(() => getDatedState(law, 'pc-9999', new Date('2026-11-26'))).toThrow(
		expect.objectContaining({ code: 'law.not-found', status: 404 }) as Error,
	)
})
