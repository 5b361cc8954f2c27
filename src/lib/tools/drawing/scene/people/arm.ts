import type { HandShape } from '../scene-data.ts'
import { dots, film, stroke, points, put, round, shape, type Point } from '../svg.ts'

/** Two bones and how thick they are at shoulder, elbow and wrist. */
export type Bones = { lengths: readonly [number, number]; widths: readonly [number, number, number] }

const toward = (from: Point, to: Point): { length: number; unit: Point } => {
	const [x, y] = [to[0] - from[0], to[1] - from[1]]
	const length = Math.hypot(x, y) || 1
	return { length, unit: [x / length, y / length] }
}

/** The joint between two bones. Of the two places the one further down and out is natural. */
const findJoint = (
	start: Point,
	end: Point,
	[[upper, lower], outward]: readonly [readonly [number, number], Point],
): Point => {
	const { length, unit } = toward(start, end)
	const reach = Math.min(length, (upper + lower) * 0.99)
	const along = (upper * upper - lower * lower + reach * reach) / (2 * reach)
	const aside = Math.sqrt(Math.max(0, upper * upper - along * along))
	const base: Point = [
		start[0] + (unit[0] * along * length) / reach,
		start[1] + (unit[1] * along * length) / reach,
	]
	const both: Point[] = [1, -1].map((side) => [
		base[0] - unit[1] * aside * side,
		base[1] + unit[0] * aside * side,
	])
	const score = ([x, y]: Point): number => x * outward[0] + y * outward[1]
	return both.toSorted((a, b) => score(b) - score(a))[0] ?? base
}

const toBone = (from: Point, to: Point, [a, b]: readonly [number, number]): string => {
	const { unit } = toward(from, to)
	const aside = (at: Point, by: number): Point => [at[0] + unit[1] * by, at[1] - unit[0] * by]
	return `M${points(aside(from, a), aside(to, b), aside(to, -b), aside(from, -a))}z`
}
const toKnob = ([x, y]: Point, radius: number): string =>
	`M${round(x - radius)} ${round(y)}a${round(radius)} ${round(radius)} 0 1 1 ${round(2 * radius)} 0a${round(radius)} ${round(radius)} 0 1 1 ${round(-2 * radius)} 0z`

/** The most that a limb stretches: more would be of rubber. */
const stretch = 1.12

/** `shade` is what casts a shadow on the body: all but the shoulder, whose round would look like a chest. */
type Limb = { path: string; upper: string; lower: string; shade: string; angle: number; end: Point }

/** A limb from `start` to `end`, thinner toward the end, by way of a given joint or of the place where it is natural. */
export const drawLimb = (
	[start, wanted]: readonly [Point, Point],
	{ lengths, widths: [a, b, c] }: Bones,
	bend: { outward: Point; joint?: Point | undefined },
): Limb => {
	const whole = lengths[0] + lengths[1]
	const { length, unit } = toward(start, wanted)
	const reach = Math.min(length, whole * stretch)
	const end: Point = [start[0] + unit[0] * reach, start[1] + unit[1] * reach]
	const nearness = Math.max(0.6, Math.min(1, reach / (whole * 0.82))) // an arm that comes toward us looks shorter
	const joint =
		bend.joint ?? findJoint(start, end, [[lengths[0] * nearness, lengths[1] * nearness], bend.outward])
	const upper = toKnob(start, a) + toBone(start, joint, [a, b]) + toKnob(joint, b)
	const lower = toKnob(joint, b) + toBone(joint, end, [b, c])
	const angle = (Math.atan2(end[1] - joint[1], end[0] - joint[0]) * 180) / Math.PI
	const shade = toBone(start, joint, [a * 0.7, b]) + lower
	return { path: upper + toBone(joint, end, [b, c]), upper, lower, shade, angle, end }
}

/** Hands lie with the wrist at 0 0 and the fingers to the right. */
const shapes: Record<HandShape, (skin: string) => string> = {
	none: () => '',
	rest: (skin) =>
		shape('M-6-8.500Q4-11 9-9L14-15Q20-18 20-11L18-7Q26-6 25 1C24 9 10 12-6 8.500z', skin) +
		`<g opacity=".35">${stroke('M13 1l10 .5M12 5.500l9 .5', 'warm', 1.6)}</g>`,
	flat: (skin) =>
		shape(
			'M-6-8.500C4-11 12-11 16-10H25a3.500 3.500 0 0 1 1 6.500a3.500 3.500 0 0 1-.5 6a3.500 3.500 0 0 1-3 6C14 11 4 11-6 8.500z',
			skin,
		) +
		stroke('M4-7L12-16', skin, 6.4) +
		`<g opacity=".35">${stroke('M15-4h11M15 2.500h10', 'warm', 1.6)}</g>`,
	open: (skin) =>
		shape('M-6-8C2-12 12-12 14-7V8C10 12 0 11-6 8z', skin) +
		stroke('M10-8L22-15M13-3L27-6M13 3L27 4M10 8L22 13M2-8L8-20', skin, 6.8),
	fist: (skin) =>
		shape('M-6-8.500C2-12 18-13 20-6Q22 0 19 8C15 12 2 12-6 8.500z', skin) +
		`<g opacity=".35">${stroke('M11-4h8M11 1h9M11 5.500h8', 'warm', 1.6)}</g>` +
		stroke('M3-8Q12-13 14-6', skin, 6),
	lay: () => '',
	write: (skin) =>
		stroke('M-4-26L22 17', 'saffron', 6) +
		stroke('M24 20l1 2', 'ink', 4) +
		shape('M-6-8.500C2-12 16-13 19-5Q21 1 17 8C13 12 2 12-6 8.500z', skin) +
		`<g opacity=".4">${stroke('M8 0h9M8 5h8', 'warm', 1.6)}</g>` +
		stroke('M3-8Q12-12 16-1', skin, 6),
	point: (skin) =>
		shape('M-6-8.500C2-12 14-12 16-6Q18 2 14 9C8 12 2 11-6 8.500z', skin) +
		stroke('M12-6L30-7', skin, 6.6) +
		`<g opacity=".35">${stroke('M9 0h7M8 5h7', 'warm', 1.6)}</g>`,
}

/** A hand with its cuff. `flip` puts the thumb on the other side. */
export const drawHand = (
	hand: HandShape,
	at: Point,
	{
		skin,
		cuff,
		turn,
		flip,
		scale = 1,
	}: { skin: string; cuff: string; turn: number; flip: boolean; scale?: number },
): string => {
	const inner = shapes[hand](skin)
	if (!inner) return ''
	const end =
		shape('M-11-10Q-4-12-2-10V10Q-4 12-11 10z', cuff) + film('M-11-10Q-4-12-2-10V10Q-4 12-11 10z', 0.18)
	return put(at, `<g transform="scale(${scale} ${flip ? -scale : scale})">${inner}${end}</g>`, { turn })
}

/** Fingers that close round something from outside, for a thing held upright. */
export const drawFingers = (skin: string, side: number): string =>
	stroke(`M${side * 22}-9h${-side * 6}M${side * 23}-1h${-side * 7}M${side * 22} 7h${-side * 6}`, skin, 7.4) +
	dots([[-side * 19, 0]], 8.5, skin)

/** A hand that lies on a shoulder: it comes from behind, and its fingers hang over the front. */
export const drawLaid = (skin: string): string =>
	shape('M-14 3Q-14-9-4-10H4Q14-9 14 3z', skin) +
	stroke('M-10.500 1l-.500 9M-3.500 1v12M3.500 1v12M10.500 1l.500 9', skin, 7) +
	`<g opacity=".45">${stroke('M-7 1v10M0 1v12M7 1v10', 'warm', 1.5)}</g>`
