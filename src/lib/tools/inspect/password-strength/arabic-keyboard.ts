/** The letters of the Arabic keyboard (layout "Arabic 101") row by row; a gap is a key of two letters. */
const rows = ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤر ىةوزظ'] as const

const at = (row: number, column: number): string | null => {
	const key = rows[row]?.[column] ?? ' '
	return key === ' ' ? null : key
}

/** Keys beside each key: before, above it twice, behind, below it twice; `null` where there is none. */
const getNeighbours = (row: number, column: number): (string | null)[] => [
	at(row, column - 1),
	at(row - 1, column),
	at(row - 1, column + 1),
	at(row, column + 1),
	at(row + 1, column),
	at(row + 1, column - 1),
]

/** Neighbourhood of the Arabic keyboard's letters, as the estimator wants it: `ضصثق` is a walk, not a word. */
export const arabicKeyboard: Readonly<Record<string, (string | null)[]>> = Object.fromEntries(
	rows.flatMap((keys, row) =>
		Array.from(keys).flatMap((key, column) => (key === ' ' ? [] : [[key, getNeighbours(row, column)]])),
	),
)
