/** A point of the plane: x to the right, y down, in units of the tile. */
type Point = readonly [x: number, y: number]

const round = (value: number): number => Math.round(value * 100) / 100
export const toOutline = (points: readonly Point[]): string =>
	`M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`

/**
 * The one rule: points on a circle at multiples of 45 degrees. Two squares turned by 45 degrees make the eight-pointed
 * star; its inner corners lie where the squares cross.
 *
 * @returns the 16 corners of the star, outer and inner by turns, the first outer corner pointing up
 */
const getStarCorners = ([x, y]: Point, radius: number): Point[] => {
	const inner = radius * Math.sqrt(2 - Math.SQRT2)
	return Array.from({ length: 16 }, (_, index) => {
		const angle = (index * Math.PI) / 8 - Math.PI / 2
		const reach = index % 2 === 0 ? radius : inner
		return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)]
	})
}

/** SVG path of one eight-pointed star (khatam) round a centre. Radius in user units. */
export const toStarPath = (centre: Point, radius: number): string => toOutline(getStarCorners(centre, radius))

/** The tilings that sections are told apart by. */
export const tilings = ['star', 'cross', 'knot'] as const
export type Tiling = (typeof tilings)[number]

/** Paths of one square tile of a tiling: repeat it and the plane is covered without a seam. */
export type Tile = { size: number; shapes: { path: string; role: 'star' | 'cross' | 'seed' | 'line' }[] }

const getCrossTile = (size: number): Tile['shapes'] => {
	const radius = size / 2
	const seeds: Point[] = [
		[0, 0],
		[size, 0],
		[0, size],
		[size, size],
	]
	return [
		{ role: 'star', path: toStarPath([radius, radius], radius) },
		...seeds.map((seed) => ({ role: 'seed' as const, path: toStarPath(seed, size * 0.13) })),
	]
}

const getStarTile = (size: number): Tile['shapes'] => [
	{ role: 'star', path: toStarPath([size / 2, size / 2], size * 0.5) },
	{ role: 'line', path: toStarPath([size / 2, size / 2], size * 0.31) },
	{ role: 'seed', path: toStarPath([size / 2, size / 2], size * 0.14) },
	{
		role: 'cross',
		path: toOutline([
			[0, size * 0.2],
			[size * 0.2, 0],
			[0, -size * 0.2],
			[-size * 0.2, 0],
		]),
	},
	{
		role: 'cross',
		path: toOutline([
			[size, size * 0.2],
			[size * 1.2, 0],
			[size, -size * 0.2],
			[size * 0.8, 0],
		]),
	},
	{
		role: 'cross',
		path: toOutline([
			[0, size * 1.2],
			[size * 0.2, size],
			[0, size * 0.8],
			[-size * 0.2, size],
		]),
	},
	{
		role: 'cross',
		path: toOutline([
			[size, size * 1.2],
			[size * 1.2, size],
			[size, size * 0.8],
			[size * 0.8, size],
		]),
	},
]

const getKnotTile = (size: number): Tile['shapes'] => {
	const half = size / 2
	return [
		{ role: 'line', path: toStarPath([half, half], half) },
		{
			role: 'line',
			path: toOutline([
				[half, 0],
				[size, half],
				[half, size],
				[0, half],
			]),
		},
		{
			role: 'line',
			path: toOutline([
				[half * 0.3, half * 0.3],
				[half * 1.7, half * 0.3],
				[half * 1.7, half * 1.7],
				[half * 0.3, half * 1.7],
			]),
		},
		{ role: 'seed', path: toStarPath([half, half], size * 0.12) },
	]
}

/**
 * One tile of a tiling.
 *
 * @param size - side of the square tile in user units, above 0: smaller is denser
 */
export const getTile = (tiling: Tiling, size: number): Tile => {
	const shapes = { star: getStarTile, cross: getCrossTile, knot: getKnotTile }[tiling](size)
	return { size, shapes }
}

/**
 * Outline of a many-lobed arch, as over Moroccan doors: lobes of one size along half an ellipse, cusps pointing in.
 * The path is open at the foot, starts at `0 height` and ends at `width height`.
 *
 * @param lobes - how many; odd puts one lobe at the crown
 */
export const toArchPath = (width: number, height: number, lobes: number): string => {
	const steps = 720
	const curve: Point[] = Array.from({ length: steps + 1 }, (_, index) => {
		const angle = Math.PI - (index * Math.PI) / steps
		return [width / 2 + (width / 2) * Math.cos(angle), height - height * Math.sin(angle)]
	})
	const lengths = [0]
	for (let index = 1; index <= steps; index++) {
		const [a, b] = [curve[index - 1] ?? [0, 0], curve[index] ?? [0, 0]]
		lengths.push((lengths[index - 1] ?? 0) + Math.hypot(b[0] - a[0], b[1] - a[1]))
	}
	const total = lengths[steps] ?? 0
	const cusps = Array.from({ length: lobes + 1 }, (_, lobe) => {
		const index = lengths.findIndex((length) => length >= (total * lobe) / lobes - 1e-9)
		return curve[index < 0 ? steps : index] ?? [width, height]
	})
	return cusps.reduce((path, [x, y], index) => {
		if (index === 0) return `M${round(x)} ${round(y)}`
		const [fromX, fromY] = cusps[index - 1] ?? [0, 0]
		const radius = round(Math.hypot(x - fromX, y - fromY) * 0.56)
		return `${path}A${radius} ${radius} 0 0 1 ${round(x)} ${round(y)}`
	}, '')
}
