import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../../../tests/support/database.ts'
import { makeValues, openSessions } from '../../../../../../../tests/support/sessions.ts'
import { parseCsv } from '#tools/open-data/csv'
import { correctSession, recordSession } from '../../server/index.ts'
import { exportSessions } from './index.ts'

describe.each(engines)('all sessions as a file on %s', (engine) => {
	test('come page by page, each once, those taken back among them, and of a region its own', async () => {
		const { at, hire } = await openSessions(engine)
		const [lead, regional] = [await hire('programme-lead'), await hire('programme-lead', 'MA-09')]
		const trainer = await hire('trainer', 'MA-09')
		const ids: string[] = []
		const held: [province: string, day: string][] = [
			...([
				['MA-TAT', '2026-11-20'],
				['MA-TAT', '2026-11-18'],
				['MA-CAS', '2026-11-20'],
			] as const),
			...([
				['MA-TAT', '2026-11-20'],
				['MA-CAS', '2026-11-19'],
			] as const),
		].map(([province, day]) => [province, day])
		for (const [province, held_on] of held)
			ids.push(await recordSession(at, { values: makeValues({ province, held_on }) }, lead))
		const inOrder = ids
			.map((id, place) => `${held[place]?.[1] ?? ''} ${id}`)
			.sort()
			.map((one) => one.slice(11))
		await correctSession(at, { id: ids[1] ?? '', revision: 1, values: null }, lead)
		const read = async (by: typeof lead, together: number) => {
			const pieces = await Array.fromAsync(exportSessions(at.db, by, together))
			return { pieces, rows: parseCsv(pieces.join('')) }
		}
		for (const together of [1, 2, 5, 6]) {
			const { pieces, rows } = await read(lead, together)
			expect(pieces).toHaveLength(1 + Math.ceil(5 / together))
			expect(rows.slice(1).map(([id]) => id)).toEqual(inOrder)
			expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([rows[0]?.length]))
		}
		const [heads = [], ...own] = (await read(regional, 2)).rows
		expect(own.map((row) => row[heads.indexOf('province')])).toEqual(['MA-TAT', 'MA-TAT', 'MA-TAT'])
		expect(own.filter((row) => row[heads.indexOf('state')] === 'taken-back')).toHaveLength(1)
		expect(heads).not.toContain('trainer')
		expect((await read(trainer, 2)).rows).toHaveLength(1)
	})
})
