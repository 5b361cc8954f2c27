import { archPath, slab, disc, dots, film, stroke, paint, put, shape, starShape } from '../svg.ts'
import { drawMoney, drawSign } from './signs.ts'

import type { Draw } from './small-things.ts'
/** The sign on a screen or a card: what hurts is not seen. */
const drawShown = (detail: string): string => drawSign(detail === 'stone' ? 'hidden' : detail)

/** Open, seen from the side of who sits at its right. */
export const drawLaptop: Draw = (detail) =>
	`<g transform="matrix(.86 -.16 0 1 -20 -4)">${
		slab([-56, -80, 112, 80], 'phone', 7) +
		slab([-50, -74, 100, 66], 'screen', 3) +
		put([0, -41], drawShown(detail), { scale: 0.95 })
	}</g>` +
	shape('M-68 5L28-14L86 8L-14 34z', 'steel') +
	shape('M-50 6L26-8L62 6L-16 22z', 'stone-light') +
	shape('M-14 34L86 8V13L-14 40L-68 10V5z', 'stone')
export const drawPad: Draw = () =>
	shape('M-34-14H34C52-14 52 26 38 24C28 22 26 10 20 10H-20C-26 10-28 22-38 24C-52 26-52-14-34-14z', 'navy') +
	stroke('M-24-6v12M-30 0h12', 'white', 4) +
	dots(
		[
			[20, -4],
			[29, 3],
		],
		7,
		'saffron',
	)
export const drawGift: Draw = () =>
	slab([-30, -14, 60, 46], 'saffron', 3) +
	slab([-35, -28, 70, 16], 'terra', 3) +
	stroke('M0-28V32M0-28Q-28-54-10-54T0-28Q28-54 10-54T0-28', 'card', 5)
export const drawHook: Draw = () =>
	stroke('M0-150V10a20 20 0 0 1-40 0V-2M-40-4l-9 10M-40-4l9 10', 'stone', 6) + disc([0, -6], 6, 'stone-light')
export const drawChain: Draw = () =>
	[-56, 0, 56]
		.map((x) => `<ellipse cx="${x}" rx="22" ry="12" stroke="${paint('stone')}" stroke-width="7"/>`)
		.join('') + stroke('M-34 0h12M22 0h12', 'stone-light', 7)
export const drawCard: Draw = (detail) =>
	slab([-34, -40, 68, 80], 'card', 6) +
	(detail === 'gone'
		? stroke('M-22-26H22M-22-26V14H22V-26', 'line', 3)
		: put([0, -8], drawShown(detail || 'picture'), { scale: 0.78 })) +
	stroke('M-20 28H8', 'line', 5)
export const drawEnvelope: Draw = (_, colour) =>
	slab([-38, -26, 76, 52], 'card', 5) + stroke('M-36-23L0 6L36-23', colour || 'terra', 4)
export const drawPillow: Draw = () =>
	shape('M-70-26Q0-40 70-26Q80 0 70 26Q0 38-70 26Q-80 0-70-26z', 'card') +
	film('M-70 8Q0 24 74 8Q76 18 70 26Q0 38-70 26Q-76 18-70 8z', 0.12)
const studs: readonly (readonly [number, number])[] = [
	[-38, -30],
	[-38, 40],
	[38, -30],
	[38, 40],
]
export const drawDoor: Draw = (detail) =>
	shape(archPath([0, 100], 120, 208), 'sand') +
	shape(archPath([0, 100], 100, 188), detail === 'open' ? 'glow' : 'door') +
	(detail === 'open'
		? film('M-40 100L-84 150H96L46 100z', 0.6, 'glow') +
			slab([-66, 98, 132, 10], 'roof-light', 3) +
			shape('M-50 100V-30Q-60-64-92-70V128z', 'door') +
			film('M-50 100V-30Q-52-42-58-50V106z', 0.25) +
			starShape([-74, 16], 11, 'saffron') +
			dots(
				[
					[-82, -36],
					[-82, 66],
					[-62, -22],
					[-62, 60],
				],
				5,
				'saffron',
			)
		: stroke('M0-86V100', 'navy', 2) +
			starShape([-22, 6], 14, 'saffron') +
			starShape([22, 6], 14, 'saffron') +
			dots(studs, 5, 'saffron'))
export const drawSun: Draw = (detail) =>
	detail === 'moon' ? shape('M6-26a26 26 0 1 0 20 40a22 22 0 0 1-20-40z', 'glow') : disc([0, 0], 26, 'glow')
export const drawBreath: Draw = () =>
	stroke('M0 0C-26-10-52 6-70-6C-86-18-76-40-60-34C-50-30-52-18-60-18M-10 16C-40 10-58 26-84 18', 'glow', 5)
export const drawThread: Draw = () =>
	`<path stroke="${paint('card')}" stroke-width="7" stroke-dasharray=".1 14" d="M-70 30Q-40-40 0-10T70-30"/>`
export const drawRays: Draw = () => stroke('M0-30V-44M24-20L34-30M-24-20L-34-30M32 4H46M-32 4H-46', 'glow', 6)
export const drawStrike: Draw = () => stroke('M-40 40L40-40', 'terra', 10)
export const drawWatch: Draw = () =>
	disc([0, 0], 34, 'card') +
	stroke('M-30 0h-3M30 0h3M0-30v-3M0 30v3', 'line', 4) +
	stroke('M0-20V0L14 10', 'ink', 5)
export const drawTv: Draw = (detail) =>
	slab([-70, -48, 140, 88], 'phone', 8) +
	slab([-63, -41, 126, 74], 'screen', 3) +
	put([0, -4], drawShown(detail), { scale: 1.1 }) +
	stroke('M-20 48H20', 'phone', 8)
export const drawRouter: Draw = () =>
	stroke('M-26 0V-36M26 0V-36', 'ink', 5) +
	slab([-46, 0, 92, 28], 'card', 8) +
	dots(
		[
			[-28, 14],
			[-12, 14],
			[4, 14],
		],
		7,
		'leaf',
	) +
	stroke('M-14-48Q0-60 14-48M-24-58Q0-80 24-58', 'glow', 5)
export const drawTorn: Draw = () =>
	shape('M-34-40H-4L-12-20L0 0L-10 20L-2 40H-34z', 'card') +
	shape('M34-34H6L-2-14L10 6L0 26L8 46H34z', 'card') +
	stroke('M-26-24H-14M-26-8H-16M14-16H26M14 8H26', 'line', 4)
export const drawHospital: Draw = () =>
	slab([-70, -70, 140, 150], 'card', 6) +
	shape(archPath([0, 80], 40, 66), 'sky') +
	shape('M-11-56h22v16h16v22H11v16H-11v-16h-16v-22h16z', 'mint') +
	slab([-56, 16, 26, 24], 'sky', 3) +
	slab([30, 16, 26, 24], 'sky', 3)
export const drawBank: Draw = () =>
	shape('M0-66L80-24V-10H-80V-24z', 'sand') +
	[-52, -17, 17, 52].map((x) => slab([x - 9, -8, 18, 66], 'card', 2)).join('') +
	slab([-84, 58, 168, 16], 'sand', 3) +
	put([0, -33], drawMoney(), { scale: 0.72 }) +
	slab([-8, 18, 16, 40], 'olive', 3)

export const drawArch: Draw = () =>
	slab([-92, -160, 184, 460], 'roof-light') +
	slab([-100, -168, 200, 16], 'card', 3) +
	shape(archPath([0, 40], 124, 170), 'saffron') +
	shape(archPath([0, 40], 108, 154), 'halo')
export const drawSill: Draw = () =>
	slab([-92, 0, 184, 260], 'roof-light') + slab([-74, -4, 148, 16], 'saffron', 4)
/** High on a wall, one leaf open. */
export const drawCupboard: Draw = () =>
	slab([-62, -74, 124, 124], 'wood', 4) +
	slab([-54, -66, 108, 108], 'wood-light', 2) +
	film('M-54-66H54V-58H-54z', 0.2) +
	slab([-54, -16, 108, 7], 'wood') +
	slab([4, -52, 20, 36], 'sky', 4) +
	slab([30, -44, 16, 28], 'leaf', 4) +
	slab([-44, 10, 34, 32], 'terra', 3) +
	slab([0, 16, 24, 26], 'card', 3) +
	shape('M62-74L96-90V66L62 50z', 'wood') +
	film('M68-66L90-77V52L68 42z', 0.16) +
	disc([88, -8], 3.4, 'saffron')
export const drawMedicine: Draw = () =>
	slab([-13, -16, 26, 38], 'terra', 5) +
	slab([-15, -24, 30, 11], 'card', 3) +
	slab([-13, -4, 26, 16], 'card') +
	stroke('M-5 4H5M0-1V9', 'terra', 3)
export const drawNo: Draw = () => disc([0, 0], 34, 'terra') + stroke('M-18 0H18', 'white', 10)
/** Closed, from the front: the lid and the thin edge. */
export const drawShut: Draw = () =>
	shape('M-56-24H56L74 8H-74z', 'steel') +
	film('M-56-24H56L58-20H-58z', 0.5, 'light') +
	starShape([0, -7], 8, 'majorelle') +
	slab([-75, 8, 150, 9], 'stone', 4) +
	slab([-10, 8, 20, 4], 'steel', 2)
export const drawPen: Draw = () => stroke('M-14 30L16-24', 'saffron', 8) + stroke('M-17 35l-3 6', 'ink', 4)
/** Open: the lid stands behind. */
export const drawBin: Draw = () =>
	shape('M-46-52L-54-66L50-80L56-66z', 'stone-light') +
	shape('M-44-40H44L34 60H-34z', 'steel') +
	`<ellipse cy="-40" rx="48" ry="11" fill="${paint('stone-light')}"/><ellipse cy="-40" rx="40" ry="7" fill="${paint('ink')}"/>` +
	stroke('M-18-20L-14 44M18-20L14 44M0-18V44', 'stone-light', 5)
export const drawId: Draw = () =>
	slab([-42, -27, 84, 54], 'card', 6) +
	slab([-34, -18, 26, 32], 'leaf', 3) +
	disc([-21, -6], 6, 'white') +
	shape('M-31 14Q-31 2-21 2T-11 14z', 'white') +
	stroke('M2-12H32M2 0H26M2 12H32', 'line', 4)
export const drawBars: Draw = () =>
	slab([-56, -84, 116, 168], 'card', 8) +
	slab([-40, 16, 20, 46], 'mint', 3) +
	slab([-10, -18, 20, 80], 'saffron', 3) +
	slab([20, -54, 20, 116], 'majorelle', 3) +
	stroke('M-46 68H48', 'line', 4)
/** The arm of somebody who is not in the picture: it comes from the right. */
export const drawReachingArm: Draw = (_, colour) =>
	shape('M-6-15L130-34V34L-6 17z', colour || 'stone') +
	shape('M-10-16H4V18H-10z', 'stone-light') +
	shape('M-8-13Q-22-17-30-14L-36-22Q-43-25-43-17L-41-12Q-52-10-52 2C-50 14-28 17-8 14z', 'skin-2') +
	`<g opacity=".35">${stroke('M-48 1l15 1M-45 8l14 0', 'warm', 1.8)}</g>`
