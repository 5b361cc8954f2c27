import { toOutline, toStarPath } from './zellige.ts'

type Point = readonly [x: number, y: number]

const eighths = [0, 1, 2, 3, 4, 5, 6, 7]
const middle = 100

/** A point at a distance from the middle, in steps of 22.5 degrees from the top. */
const at = (step: number, reach: number): Point => {
	const angle = (step * Math.PI) / 8 - Math.PI / 2
	return [middle + reach * Math.cos(angle), middle + reach * Math.sin(angle)]
}

/** Eight kites between the points of the star inside them, turned by half a step every second ring. */
const toRing = (turn: number, [near, side, far]: readonly [number, number, number]): string =>
	eighths
		.map((eighth) => 2 * eighth + turn)
		.map((step) => toOutline([at(step, near), at(step + 1, side), at(step, far), at(step - 1, side)]))
		.join('')

const corners: readonly Point[] = [
	[30, 30],
	[170, 30],
	[170, 170],
	[30, 170],
]

/** Squares on their corner along the four sides, between the corners. */
const toBorder = (): string =>
	Array.from({ length: 13 }, (_, index) => 16 + index * 14)
		.flatMap((along): Point[] => [
			[along, 7],
			[along, 193],
			[7, along],
			[193, along],
		])
		.map(([x, y]) =>
			toOutline([
				[x, y - 5],
				[x + 5, y],
				[x, y + 5],
				[x - 5, y],
			]),
		)
		.join('')

const frame = (from: number, to: number): string =>
	`M${from} ${from}H${200 - from}V${200 - from}H${from}zM${to} ${to}V${200 - to}H${200 - to}V${to}z`

/**
 * A panel of zellige in ten parts, on 200 by 200: each part is one path, filled by even and odd, and may have a colour of its own. From the
 * middle outwards: the star, six rings of kites, the corners, the border; the ground comes last and is drawn first.
 */
export const toRosette = (): readonly string[] => [
	toStarPath([middle, middle], 20),
	toRing(1, [15.3, 20, 34]),
	toRing(0, [20, 34, 48]),
	toRing(1, [34, 48, 61]),
	toRing(0, [48, 61, 73]),
	toRing(1, [61, 73, 90]),
	corners.map((corner) => toStarPath(corner, 13)).join(''),
	toBorder(),
	frame(0, 14),
	frame(14, 100),
]
