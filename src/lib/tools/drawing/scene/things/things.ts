import * as large from './large-things.ts'
import { drawNajma } from './najma.ts'
import * as small from './small-things.ts'
import type { Draw } from './small-things.ts'
import { drawPhone, drawStone } from './phone.ts'
import { screens, type Screen, type SceneThing } from '../scene-data.ts'
import { put, starShape, starPath, shape, type Point } from '../svg.ts'

const isScreen = (name: string): name is Screen => screens.some((known) => known === name)
const toScreen = (name: string): Screen => (isScreen(name) ? name : 'off')

const drawings: Record<string, Draw> = {
	'lit-arch': large.drawArch,
	sill: large.drawSill,
	cupboard: large.drawCupboard,
	medicine: large.drawMedicine,
	no: large.drawNo,
	'shut-laptop': large.drawShut,
	pen: large.drawPen,
	bin: large.drawBin,
	'bank-card': small.drawBankCard,
	'id-card': large.drawId,
	bars: large.drawBars,
	bubble: small.drawBubble,
	book: small.drawBook,
	paper: small.drawPaper,
	plan: small.drawPlan,
	coin: small.drawCoin,
	jar: small.drawJar,
	tea: small.drawTea,
	ball: small.drawBall,
	key: small.drawKey,
	bag: small.drawBag,
	pot: small.drawPot,
	cat: small.drawCat,
	lamp: small.drawLamp,
	table: small.drawTable,
	cloth: small.drawCloth,
	blanket: small.drawBlanket,
	laptop: large.drawLaptop,
	pad: large.drawPad,
	gift: large.drawGift,
	thread: large.drawThread,
	rays: large.drawRays,
	strike: large.drawStrike,
	watch: large.drawWatch,
	tv: large.drawTv,
	router: large.drawRouter,
	torn: large.drawTorn,
	hospital: large.drawHospital,
	bank: large.drawBank,
	hook: large.drawHook,
	chain: large.drawChain,
	card: large.drawCard,
	envelope: large.drawEnvelope,
	pillow: large.drawPillow,
	door: large.drawDoor,
	sun: large.drawSun,
	breath: large.drawBreath,
	phone: (detail) => drawPhone(toScreen(detail), [0, 0]),
	stone: () => drawStone([0, 0], 40),
	star: (_, colour) => shape(starPath([0, 0], 40), colour || 'saffron'),
	arm: large.drawReachingArm,
	najma: drawNajma,
	halo: () => `<g opacity=".55">${starShape([0, 0], 150, 'halo')}</g>`,
}
/** Names of things, for who checks data. */
export const things: readonly string[] = Object.keys(drawings)

const draw = (name: string, colour: string): string => {
	const [thing = '', detail = ''] = name.split(':')
	return drawings[thing]?.(detail, colour) ?? ''
}
/** A thing where a scene puts it. */
export const drawThing = ({ thing, at, size, turn, colour, flip }: SceneThing): string =>
	put(at, draw(thing, colour ?? ''), { scale: size, turn, flip })

const inHand: Record<string, number> = {
	'id-card': 1,
	stone: 0.8,
	phone: 1,
	book: 0.8,
	paper: 0.8,
	plan: 0.8,
	coin: 0.9,
	ball: 1,
	key: 0.72,
	bag: 0.85,
	card: 0.8,
	envelope: 0.8,
	pad: 0.8,
	gift: 0.7,
	torn: 0.8,
	jar: 0.7,
	pot: 0.6,
}
/** A thing as somebody holds it. */
export const drawHeld = (name: string, at: Point, turn: number): string =>
	put(at, draw(name, ''), { turn, scale: inHand[name.split(':')[0] ?? ''] ?? 0.8 })
