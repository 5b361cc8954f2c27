import { archPath, slab, disc, dots, paint, stroke, shape, starShape } from '../svg.ts'

/** A word that hurts: dark and jagged, with a bolt. */
export function drawBurst(): string {
	return (
		shape(
			'M-28-4L-18-9L-22-21L-8-16L0-28L8-16L22-21L18-9L28-4L19 4L24 17L10 14L2 27L-7 14L-22 18L-18 5z',
			'stone',
		) + shape('M4-14L-9 3H-1L-4 15L9-4H1z', 'white')
	)
}
/** A picture that is better not seen: somebody has scrawled over it. */
export function drawHidden(): string {
	return (
		slab([-34, -26, 68, 52], 'stone-light', 5) +
		shape('M-34 26V12L-14-6L4 12L14 2L34 18V26z', 'stone') +
		stroke('M-26 12L-20-14L-11 16L-5-16L4 17L9-16L19 15L26-12', 'ink', 6)
	)
}
/** Two coins with their number. */
export function drawMoney(): string {
	return (
		disc([7, 6], 21, 'olive') +
		disc([0, 0], 22, 'saffron') +
		`<circle r="16" stroke="${paint('olive')}" stroke-width="2.600"/>` +
		stroke('M-4-5L1-9V9M-4 9H6', 'olive', 4.6)
	)
}
/** Asterisks, as a field for a secret shows them. */
export const drawStars = (places: readonly number[], y: number): string =>
	places.map((x) => `M${x} ${y - 5}v10M${x - 4.3} ${y - 2.5}l8.600 5M${x - 4.3} ${y + 2.5}l8.600-5`).join('')

/** Something said or thought, as a sign on about 80 by 60 around 0 0. */
const signs: Record<string, () => string> = {
	words: () => stroke('M-38-14H38M-38 0H28M-38 14H8', 'line', 6),
	tangle: () =>
		stroke('M-34 6C-28-26-2-30 2-8S-26 18-24-2-4-28 12-16 18 18 4 18-12 2-4-14 32-16 34 8', 'plum', 4),
	question: () => stroke('M-12-12q0-14 13-14t13 12q0 8-8 12t-5 9M1 20h.1', 'plum', 6),
	heart: () => shape('M0 24C-30 6-32-22-14-22Q-4-22 0-12Q4-22 14-22C32-22 30 6 0 24z', 'terra'),
	tick: () => stroke('M-22 0L-6 16L24-16', 'mint', 8),
	no: () => disc([0, 0], 26, 'terra') + stroke('M-14 0H14', 'white', 8),
	star: () => starShape([0, 0], 24, 'saffron'),
	picture: () =>
		slab([-34, -25, 68, 50], 'sky', 5) +
		shape('M-24 25Q-22 9 0 9T24 25z', 'leaf') +
		shape('M-15 0C-18-28 18-28 15 0V8H-15z', 'hair-brown') +
		disc([0, -2], 11, 'skin-2') +
		shape('M-12-5Q0-7 7-13Q10-8 12-4Q14-20 0-20T-12-5z', 'hair-brown') +
		stroke('M-4-2v1M4-2v1M-3 4q3 2.500 6 0', 'ink', 2.4),
	view: () =>
		slab([-34, -25, 68, 50], 'sky', 5) +
		disc([16, -12], 7, 'saffron') +
		shape('M-34 25V12L-14-6L4 12L14 2L34 18V25z', 'mint'),
	person: () => disc([0, -8], 12, 'stone') + shape('M-22 26Q-22 6 0 6T22 26z', 'stone'),
	stone: drawBurst,
	hidden: drawHidden,
	home: () => shape('M-28 2L0-24L28 2H20V24H-20V2z', 'terra') + shape(archPath([0, 24], 14, 24), 'saffron'),
	coin: () => drawMoney(),
	clown: () =>
		shape('M-14-20L4-46L14-17z', 'saffron') +
		disc([4, -46], 5, 'mint') +
		stroke(
			'M-24 8C-32-18 4-32 8-10S-26 22-16 6-2-26 18-18 14 24-4 20-22-6-4-12 30 6 20 16-20 22-24 8',
			'stone',
			8,
		) +
		dots(
			[
				[-10, -6],
				[10, -6],
			],
			12,
			'white',
		) +
		dots(
			[
				[-9, -5],
				[9, -5],
			],
			5,
			'ink',
		) +
		disc([0, 4], 7, 'terra') +
		stroke('M-11 13Q0 22 11 13', 'white', 4),
	clock: () => disc([0, 0], 25, 'sand') + stroke('M0-15V0L10 7', 'ink', 4),
	laugh: () =>
		disc([0, 0], 26, 'saffron') +
		stroke('M-14-5q4-6 8 0M6-5q4-6 8 0', 'ink', 3.4) +
		shape('M-13 4H13Q12 18 0 18T-13 4z', 'ink'),
	secret: () =>
		slab([-44, -17, 88, 34], 'sand', 10) +
		`<circle cx="-29" cy="0" r="6" stroke="${paint('olive')}" stroke-width="4"/>` +
		stroke('M-23 0h15M-11 0v6', 'olive', 4) +
		stroke(drawStars([6, 20, 34], 0), 'ink', 3.4),
}

/** A sign by its name; nothing for an unknown one. */
export const drawSign = (name: string): string => signs[name]?.() ?? ''
