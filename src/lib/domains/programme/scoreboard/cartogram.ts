/**
 * The drawing of the country: 75 equal hexagons, one for each province or prefecture, those of a region beside each other, where they lie by and
 * large. Drawn by hand for this purpose; it follows no map and shows no boundary.
 */

/** Rows from north to south; a row begins at a column, odd rows stand half a hexagon further east. */
const rows: readonly (readonly [column: number, codes: string])[] = [
	[8, 'FAH'],
	[7, 'TNG TET MDF'],
	[7, 'LAR CHE HOC DRI NAD BER'],
	[6, 'KEN OUZ TAO TAZ GUF TAI OUJ'],
	[5, 'SAL SIL SIK MOU FES SEF JRA'],
	[4, 'RAB KHE MEK HAJ IFR BOM FIG'],
	[3, 'MOH SKH KHO KHN MID ERR'],
	[2, 'CAS BES SET FQH BEM TIN'],
	[2, 'NOU MED BRR REH AZI OUA ZAG'],
	[1, 'JDI SIB YUS KES HAO'],
	[1, 'SAF ESI CHI MAR'],
	[1, 'AGD TAR TAT'],
	[1, 'CHT INE TIZ'],
	[0, 'SIF GUE ASZ'],
	[0, 'TNT'],
	[-1, 'TAF ESM'],
	[-1, 'LAA'],
	[-2, 'BOD'],
	[-2, 'OUD'],
	[-2, 'AOU'],
]

/** A hexagon: its place, and its centre in widths of one hexagon and from the first row on. */
export type Hexagon = { code: string; column: number; row: number }

export const hexagons: readonly Hexagon[] = rows.flatMap(([first, codes], row) =>
	codes.split(' ').map((code, at) => ({ code: `MA-${code}`, column: first + at, row })),
)

/** True for hexagons that share a side. */
export const isBeside = (one: Hexagon, other: Hexagon): boolean => {
	if (one.row === other.row) return Math.abs(one.column - other.column) === 1
	if (Math.abs(one.row - other.row) !== 1) return false
	const step = other.column - one.column
	return one.row % 2 === 0 ? step === 0 || step === -1 : step === 0 || step === 1
}

const half = Math.sqrt(3) / 2

/** Corners of a hexagon of radius 1 around 0, beginning at the top. */
const corners = Array.from({ length: 6 }, (_, at) => {
	const angle = (Math.PI / 3) * at - Math.PI / 2
	return [Math.cos(angle), Math.sin(angle)] as const
})

const round = (value: number): number => Math.round(value * 10) / 10

/** Centre of a hexagon of this radius, in the units of the drawing. */
const getCentre = ({ column, row }: Hexagon, radius: number): { x: number; y: number } => ({
	x: round((column + 2 + (row % 2 === 0 ? 0 : 0.5) + 0.5) * 2 * half * radius),
	y: round((row * 1.5 + 1) * radius),
})

/** Path of one hexagon around 0, a little smaller than its cell. */
export const toPath = (radius: number): string =>
	`M${corners.map(([x, y]) => `${round(x * radius)} ${round(y * radius)}`).join('L')}Z`

type Point = { x: number; y: number }
const mean = (points: readonly Point[]): Point => ({
	x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
	y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

/** Part of the way from the middle of the drawing by which a region is moved away from it, so that regions stand apart. */
const apart = 0.15

export type DrawnRegion = {
	code: string
	/** Middle of its hexagons, for its number. */
	middle: Point
	hexagons: readonly (Point & { code: string })[]
}

/**
 * The drawing, region by region.
 *
 * @param regions - each with its provinces
 * @param radius - of one hexagon, in units of the drawing
 */
export const drawRegions = (
	regions: readonly { code: string; units: readonly { code: string }[] }[],
	radius: number,
): { width: number; height: number; regions: readonly DrawnRegion[] } => {
	const all = mean(hexagons.map((one) => getCentre(one, radius)))
	const moved = regions.map(({ code, units }) => {
		const own = hexagons.filter((one) => units.some((unit) => unit.code === one.code))
		const points = own.map((one) => ({ code: one.code, ...getCentre(one, radius) }))
		const { x, y } = mean(points)
		const [byX, byY] = [(x - all.x) * apart, (y - all.y) * apart]
		return { code, hexagons: points.map((one) => ({ ...one, x: one.x + byX, y: one.y + byY })) }
	})
	const placed = moved.flatMap((one) => one.hexagons)
	const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))]
	const edge = radius * 1.2
	const shift = <Of extends Point>(one: Of): Of => ({
		...one,
		x: round(one.x - left + edge),
		y: round(one.y - top + edge),
	})
	return {
		width: Math.ceil(Math.max(...placed.map(({ x }) => x)) - left + 2 * edge),
		height: Math.ceil(Math.max(...placed.map(({ y }) => y)) - top + 2 * edge),
		regions: moved.map((one) => ({
			code: one.code,
			middle: shift(mean(one.hexagons)),
			hexagons: one.hexagons.map(shift),
		})),
	}
}
