import { expect, test } from 'vitest'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { getMatrix } from '../matrix.ts'
import { toGapRow } from './gap-row.ts'

const law = readLaw()
const rows = getMatrix(law).map((row) => toGapRow(law, row))
const find = (asks: string) => rows.find((row) => row.asks.id === asks)

test('toGapRow() keeps every answer, by the text that it stands in', () => {
	for (const { mapping, answers } of rows) {
		const shown = answers.flatMap(({ provisions }) => provisions)
		expect(shown.map(({ id }) => id).sort()).toEqual([...mapping.answers].sort())
		for (const { instrument, provisions } of answers)
			expect(provisions.every((provision) => provision.instrument === instrument.id)).toBe(true)
	}
	expect(find('bud-3')?.answers.map(({ instrument }) => instrument.id)).toEqual([
		'ma-penal-code',
		'ma-cpp-22-01',
		'ma-law-24-96',
	])
})

test('toGapRow() names wordings of others in both directions: whom the row names, and who names its provision', () => {
	const wordings = find('bud-2')?.wordings.flatMap(({ provisions }) => provisions.map(({ id }) => id))
	expect(wordings).toEqual(['arab-6', 'un-7'])
	for (const { asks, wordings: groups } of rows)
		expect(groups.flatMap(({ provisions }) => provisions)).not.toContain(asks)
})
