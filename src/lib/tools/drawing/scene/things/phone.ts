import type { Screen } from '../scene-data.ts'
import { drawBurst, drawHidden, drawMoney, drawStars } from './signs.ts'
import { slab, disc, dots, paint, stroke, put, shape, starShape, type Placing, type Point } from '../svg.ts'

/** A stone: what weighs on somebody. Cut, grey and heavy, without a face. */
export const drawStone = ([x, y]: Point, radius: number): string => {
	const at = (list: readonly Point[]): string =>
		`M${list.map(([a, b]) => `${Math.round(x + a * radius)} ${Math.round(y + b * radius)}`).join('L')}`
	return (
		shape(
			`${at([
				[-0.98, -0.2],
				[-0.5, -0.88],
				[0.35, -0.95],
				[0.98, -0.35],
				[0.92, 0.45],
				[0.42, 0.9],
				[-0.5, 0.88],
				[-1, 0.4],
			])}z`,
			'stone',
		) +
		shape(
			`${at([
				[-0.98, -0.2],
				[-0.5, -0.88],
				[0.35, -0.95],
				[0.1, -0.52],
				[-0.5, -0.36],
			])}z`,
			'stone-light',
		) +
		stroke(
			at([
				[0.5, -0.4],
				[0.34, -0.02],
				[0.56, 0.2],
				[0.4, 0.5],
			]) +
				at([
					[-0.55, 0.1],
					[-0.4, 0.36],
					[-0.6, 0.56],
				]),
			'ink',
			Math.max(2, radius * 0.07),
		)
	)
}
const people = (at: Point, size: number, colour: string): string =>
	put(at, disc([0, -5], 5, colour) + shape('M-9 10Q-9 1 0 1T9 10z', colour), { scale: size })

/** The screen of a phone, on 36 by 64 around 0 0. */
const contents: Record<Screen, () => string> = {
	off: () => '',
	back: () => '',
	coin: () => put([-1, -7], drawMoney(), { scale: 0.66 }) + slab([-14, 16, 28, 9], 'mint', 4),
	chat: () =>
		slab([-14, -24, 20, 10], 'sky', 5) +
		slab([-6, -10, 20, 10], 'leaf', 5) +
		slab([-14, 4, 16, 10], 'sky', 5) +
		slab([2, 18, 12, 8], 'leaf', 4),
	threat: () => put([0, -8], drawBurst(), { scale: 0.6 }) + slab([-14, 16, 28, 8], 'sand', 4),
	blocked: () =>
		people([0, -6], 1.3, 'stone-light') +
		stroke('M-13-6a13 13 0 1 0 26 0a13 13 0 1 0-26 0M-9-15L9 3', 'terra', 4),
	capture: () =>
		stroke('M-14-20v-7h7M14-20v-7h-7M-14 3v7h7M14 3v7h-7', 'terra', 3.4) +
		put([0, -9], drawBurst(), { scale: 0.42 }) +
		slab([-8, 15, 16, 12], 'ink', 3) +
		slab([-3, 12, 6, 4], 'ink', 1) +
		disc([0, 21], 3.6, 'white'),
	call: () => disc([0, -10], 11, 'leaf') + people([0, -10], 0.9, 'white') + disc([0, 18], 7, 'mint'),
	gift: () =>
		slab([-12, -8, 24, 20], 'saffron', 2) +
		slab([-14, -14, 28, 8], 'terra', 2) +
		stroke('M0-14V12', 'white', 3) +
		stroke('M0-14Q-13-28-4-25T0-14Q13-28 4-25T0-14', 'terra', 3),
	map: () =>
		slab([-16, -30, 32, 58], 'leaf', 3) +
		stroke('M-16-12H16M-16 14H16M-8-30V28M8-12V28', 'white', 4) +
		shape('M0 8C-11-6-11-21 0-21S11-6 0 8z', 'terra') +
		disc([0, -11], 4, 'white'),
	settings: () =>
		[-20, -4, 12]
			.map(
				(y, index) =>
					slab([-14, y, 28, 11], index < 2 ? 'leaf' : 'sand', 5.5) +
					disc([index < 2 ? 8 : -8, y + 5.5], 4, 'white'),
			)
			.join(''),
	picture: () =>
		slab([-14, -24, 28, 36], 'sky', 3) +
		shape('M-14 12Q-13-1 0-1T14 12z', 'leaf') +
		shape('M-9-7C-11-24 11-24 9-7V-2H-9z', 'hair-brown') +
		disc([0, -8], 6.6, 'skin-2') +
		stroke('M-2.500-8v.6M2.500-8v.6', 'ink', 1.8) +
		slab([-14, 18, 18, 6], 'sand', 3),
	hidden: () => put([0, -8], drawHidden(), { scale: 0.44 }) + slab([-14, 14, 28, 6], 'sand', 3),
	avatar: () =>
		disc([0, -12], 13, 'mint') +
		shape('M-8-8V-20L-3-17H3L8-20V-8Q8-3 0-3T-8-8z', 'cat') +
		stroke('M-3.500-11v.6M3.500-11v.6', 'ink', 2.6) +
		stroke('M-2-7.500q2 1.800 4 0', 'ink', 1.6) +
		stroke('M-9 9H9M-12 17H12', 'sand', 4),
	group: () =>
		people([-8, -14], 0.8, 'plum') +
		people([8, -14], 0.8, 'terra') +
		people([0, -2], 0.9, 'majorelle') +
		slab([-14, 14, 28, 9], 'sand', 4),
	camera: () =>
		slab([-14, -24, 28, 40], 'navy', 3) +
		stroke('M-6-4a6 6 0 1 0 12 0a6 6 0 1 0-12 0', 'white', 3) +
		disc([9, -18], 3, 'terra') +
		disc([0, 22], 5, 'terra'),
	link: () =>
		slab([-14, -20, 28, 20], 'sand', 3) +
		stroke('M-9-13H9M-9-7H3', 'stone-light', 3) +
		stroke('M-6 14H6M-6 10H-9a5 5 0 0 0 0 10h6M3 20h6a5 5 0 0 0 0-10H6', 'terra', 3),
	dots: () =>
		`<circle cx="-6" cy="-18" r="5" stroke="${paint('saffron')}" stroke-width="4"/>` +
		stroke('M-1-18H10M7-18v5', 'saffron', 4) +
		slab([-15, -6, 30, 14], 'sand', 4) +
		stroke(drawStars([-8, 0, 8], 1), 'ink', 2) +
		slab([-8, 14, 16, 9], 'mint', 4),
	report: () => stroke('M-8 18V-20', 'ink', 3) + shape('M-8-20H12L6-12L12-4H-8z', 'terra'),
	video: () =>
		slab([-14, -18, 28, 24], 'plum', 3) +
		shape('M-4-13L7-6L-4 1z', 'white') +
		stroke('M-13 14H13', 'sand', 4) +
		stroke('M-13 14H-3', 'terra', 4),
	bed: () =>
		slab([-16, -28, 32, 56], 'navy', 3) +
		shape('M4-14a10 10 0 1 0 6 16a9 9 0 0 1-6-16z', 'glow') +
		slab([-8, 14, 16, 4], 'stone', 2),
	tick: () => disc([0, -4], 13, 'mint') + stroke('M-6-4L-2 1L7-9', 'white', 4),
	warn: () => shape('M0-20L14 6H-14z', 'saffron') + stroke('M0-10V-3M0 2h.1', 'ink', 3),
	keys: () =>
		[-19, -4].map((y) => disc([-9, y], 5.5, 'leaf') + disc([9, y], 5.5, 'saffron')).join('') +
		stroke('M-8 19L-13 23L-8 27z', 'ink', 2.6) +
		stroke('M-3.6 23a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0', 'ink', 2.6) +
		stroke('M8 19.5h6.5v7H8z', 'ink', 2.6),
	dock: () =>
		slab([-7, -30, 14, 5], 'phone', 2.5) +
		[-20, -6].map((y) => slab([-13, y, 11, 11], 'sky', 3.5) + slab([2, y, 11, 11], 'terra', 3.5)).join('') +
		slab([-14, 10, 28, 12], 'sand', 4) +
		stroke('M-6 26.5H6', 'ink', 2.6),
	profile: () =>
		disc([0, -12], 10, 'lilac') + people([0, -12], 0.8, 'white') + stroke('M-9 6H9M-12 14H12', 'sand', 4),
}

/** A phone around `at`, upright, 42 by 76 at scale 1. */
export const drawPhone = (screen: Screen, at: Point, placing: Placing = {}): string => {
	const body = slab([-21, -38, 42, 76], 'phone', 8)
	if (screen === 'back')
		return put(
			at,
			body +
				slab([-15, -32, 12, 16], 'stone', 5) +
				dots(
					[
						[-9, -28],
						[-9, -20],
					],
					4,
					'stone-light',
				),
			placing,
		)
	const face = slab([-17, -32, 34, 63], screen === 'off' ? 'stone' : 'screen', 4)
	return put(at, body + face + contents[screen]() + starShape([0, 34.5], 1.5, 'stone'), placing)
}
