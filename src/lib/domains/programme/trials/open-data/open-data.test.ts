import { expect, test } from 'vitest'
import { mayExport } from './index.ts'

const classes = Array.from({ length: 14 }, (_, at) => ({
	label: `C${at}`,
	stratum: 's',
	hasLesson: at % 2 === 0,
}))
const measure = (count: number) =>
	classes.slice(0, count).map(({ label }) => ({
		label,
		moment: 'before' as const,
		outcome: 'help' as const,
		counts: [9],
	}))

test('data are given out from six measured classes on each side: those that were only drawn hide nobody', () => {
	expect(mayExport(classes, measure(12))).toBe(true)
	expect(mayExport(classes, measure(11))).toBe(false)
	expect(mayExport(classes, [])).toBe(false)
	expect(mayExport(classes, undefined)).toBe(false)
})
