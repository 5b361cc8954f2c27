import { slab, disc, dots, film, stroke, paint, put, shape, starShape } from '../svg.ts'
import { drawMoney, drawSign } from './signs.ts'

/** Draws a thing around 0 0. The detail is what follows the colon of its name. */
export type Draw = (detail: string, colour: string) => string

export const drawBubble: Draw = (detail, colour) =>
	shape(
		'M-46-34h92q14 0 14 14v40q0 14-14 14H-18L-34 54L-36 34H-46q-14 0-14-14v-40q0-14 14-14z',
		colour || 'card',
	) + drawSign(detail)

export const drawBook: Draw = (_, colour) =>
	shape('M0-16Q-20-26-42-20V24Q-20 18 0 28Q20 18 42 24V-20Q20-26 0-16z', colour || 'majorelle') +
	shape('M0-20Q-18-28-38-23V18Q-18 13 0 22Q18 13 38 18V-23Q18-28 0-20z', 'card') +
	stroke('M0-18V20', 'line', 2) +
	stroke('M-30-12Q-18-14-8-9M-30-2Q-18-4-8 1M8-9Q18-14 30-12M8 1Q18-4 30-2', 'line', 3)
export const drawPaper: Draw = (detail) =>
	slab([-30, -40, 60, 80], 'card', 4) +
	(detail === 'law'
		? stroke('M-18-24H18M-18-12H18M-18 0H4', 'line', 5) +
			disc([0, 18], 12, 'terra') +
			starShape([0, 18], 7, 'card')
		: detail === 'draw'
			? disc([12, -18], 8, 'saffron') +
				shape('M-22 24V-2L-6-16L10-2V24z', 'terra') +
				shape('M-10 24V10H-2V24z', 'sky') +
				stroke('M-24 26H24', 'mint', 4)
			: stroke('M-18-24H18M-18-12H12M-18 0H18M-18 12H4', 'line', 5))
export const drawPlan: Draw = () =>
	slab([-42, -32, 84, 64], 'card', 5) +
	[-16, 2, 20]
		.map(
			(y, index) =>
				slab([-32, y - 7, 13, 13], index < 2 ? 'mint' : 'sand', 3) +
				stroke(`M-12 ${y}H${index === 1 ? 18 : 30}`, 'line', 5),
		)
		.join('')
export const drawCoin: Draw = () => drawMoney()
export const drawJar: Draw = () =>
	put([-12, -50], drawMoney(), { scale: 0.7 }) +
	put([14, -54], drawMoney(), { scale: 0.7 }) +
	shape('M-28-44H28L24-32C54-18 46 40 22 46H-22C-46 40-54-18-24-32z', 'terra') +
	stroke('M-36-2L-24 10-12-2 0 10 12-2 24 10 36-2', 'sand', 4)
export const drawTea: Draw = () =>
	`<ellipse cy="20" rx="72" ry="13" fill="${paint('olive')}"/><ellipse cy="16" rx="72" ry="13" fill="${paint('saffron')}"/>` +
	stroke('M-46-12C-64-20-64 6-48 6M-4-4Q16-4 18-24', 'steel', 6) +
	shape('M-44 14C-54-8-46-26-27-28Q-25-36-21-41Q-17-36-15-28C4-26 12-8 2 14z', 'steel') +
	film('M-40 6C-44-8-38-20-27-24Q-36-12-34 8z', 0.5, 'light') +
	disc([-21, -42], 4, 'saffron') +
	[32, 56]
		.map((x) => shape(`M${x - 9}-10h18l-3 26h-12z`, 'leaf') + shape(`M${x - 9}-10h18l-1 8h-16z`, 'card'))
		.join('')
export const drawBall: Draw = () =>
	disc([0, 0], 24, 'card') +
	shape('M0-11L11-3L7 9H-7L-11-3z', 'ink') +
	stroke('M0-11V-23M11-3L22-9M7 9L13 20M-7 9L-13 20M-11-3L-22-9', 'ink', 2.6)
export const drawBag: Draw = (_, colour) =>
	stroke('M-14-30Q-14-44 0-44T14-30', 'ink', 5) +
	slab([-30, -34, 60, 66], colour || 'terra', 16) +
	slab([-22, -2, 44, 26], colour || 'terra', 8) +
	film('M-22 6q0-8 8-8h28q8 0 8 8v10q0 8-8 8h-28q-8 0-8-8z', 0.2) +
	starShape([0, 11], 7, 'saffron')
export const drawPot: Draw = (detail) =>
	shape('M-22 0H22L16 40H-16z', 'terra') +
	slab([-26, -6, 52, 12], 'terra', 4) +
	film('M-26 0h52v6h-52z', 0.2) +
	(detail === 'mint'
		? dots(
				[
					[-16, -20],
					[0, -30],
					[16, -20],
					[-6, -14],
					[8, -14],
					[-12, -34],
					[12, -36],
				],
				19,
				'leaf',
			)
		: stroke('M0-6V-60M0-22Q-22-28-30-50M0-26Q22-32 30-56', 'leaf', 9))
export const drawCat: Draw = () =>
	stroke('M34 26Q58 22 52-6', 'cat', 9) +
	shape('M-6 30C-10-4 6-14 22-12C44-8 46 30 40 34H-2z', 'cat') +
	shape('M-26-30L-22-44L-10-34H4L16-44L20-30C22-12 10-6-2-6S-28-12-26-30z', 'cat') +
	stroke('M-13-23v3M7-23v3', 'ink', 4) +
	stroke('M-7-15Q-3-12-3-15Q-2-12 2-15', 'ink', 2) +
	stroke('M12 33h14M-4 33h8', 'white', 6)
export const drawLamp: Draw = () =>
	stroke('M0-90V-34', 'olive') +
	shape('M-16-24L0-40 16-24 22 10 0 32-22 10z', 'saffron') +
	starShape([0, 2], 13, 'glow') +
	starShape([0, 2], 5, 'saffron')
export const drawTable: Draw = (_, colour) =>
	slab([-200, 0, 400, 200], colour || 'wood', 0) + slab([-200, 0, 400, 12], 'wood-light', 0)
export const drawCloth: Draw = () =>
	slab([-190, 0, 380, 200], 'terra') +
	stroke('M-190 16H190M-190 66H190', 'saffron', 8) +
	shape([-150, -90, -30, 30, 90, 150].map((x) => `M${x - 15} 41l15-10 15 10-15 10z`).join(''), 'sand')
export const drawBlanket: Draw = () =>
	shape('M-190 24Q0-24 190 24V160H-190z', 'terra') +
	stroke('M-190 44Q0-4 190 44M-190 100Q0 52 190 100', 'saffron', 8) +
	shape(
		[-150, -90, -30, 30, 90, 150]
			.map((x) => {
				const y = Math.round(45 + (x * x) / 700)
				return `M${x - 15} ${y}l15-10 15 10-15 10z`
			})
			.join(''),
		'sand',
	)
export const drawBankCard: Draw = () =>
	slab([-42, -27, 84, 54], 'majorelle', 7) +
	slab([-42, -16, 84, 11], 'ink') +
	slab([-32, 4, 18, 13], 'saffron', 3) +
	stroke('M-4 12H30', 'white', 4)
/** Upright: the bow above, the teeth below. */
export const drawKey: Draw = () =>
	`<circle cy="-26" r="20" stroke="${paint('saffron')}" stroke-width="11"/>` +
	stroke('M0-6V46M0 44H16M0 28H12', 'saffron', 10) +
	starShape([0, -26], 8, 'olive')
