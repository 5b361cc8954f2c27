/**
 * Attendance in bands: a trainer says about how many were there, never how many exactly. The sum of the lower ends and the sum of
 * the upper ends of several sessions are a hard interval: the true number lies between them, always.
 */

type Ends = { low: number; high: number }

/** 1-4, then fives up to 59, then wider: the middle of a sum of some forty classes is off by less than a hundredth. */
const ends: readonly Ends[] = [
	{ low: 1, high: 4 },
	...Array.from({ length: 11 }, (_, place) => ({ low: 5 + 5 * place, high: 9 + 5 * place })),
	{ low: 60, high: 79 },
	{ low: 80, high: 99 },
	{ low: 100, high: 149 },
	{ low: 150, high: 200 },
]

/** `25-29`. */
export type AttendanceBand = string

const byName: ReadonlyMap<AttendanceBand, Ends> = new Map(
	ends.map((band) => [`${band.low}-${band.high}`, band]),
)

/** Every band, the smallest first. */
export const attendanceBands: readonly AttendanceBand[] = [...byName.keys()]

/** The ends of a band; `undefined` for what is none. */
export const findEnds = (band: AttendanceBand): Ends | undefined => byName.get(band)

/** The band that a number of people falls in; `undefined` for nobody, and for more than 200. */
export const findBand = (people: number): AttendanceBand | undefined =>
	attendanceBands.find((band) => {
		const { low, high } = byName.get(band) ?? { low: 1, high: 0 }
		return people >= low && people <= high
	})

/** The hard interval of several sessions together; what is no band counts for nothing. */
export const sumBands = (all: readonly AttendanceBand[]): Ends =>
	all.reduce<Ends>(
		(sum, band) => {
			const { low, high } = byName.get(band) ?? { low: 0, high: 0 }
			return { low: sum.low + low, high: sum.high + high }
		},
		{ low: 0, high: 0 },
	)
