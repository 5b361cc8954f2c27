import type { Mood, Scene, SceneFigure, SceneThing } from '../scene-data.ts'
import type { Point } from '../svg.ts'

/** The way a head is held and the eyes go: each from -1 to 1, left to right and up to down. */
export type Gaze = { turn: number; nod: number; eyes: Point }

const isFigure = (shown: SceneFigure | SceneThing): shown is SceneFigure => 'who' in shown

/** Moods of somebody who suffers: whoever is with them has no smile. */
const suffering: readonly Mood[] = ['sad', 'afraid', 'ashamed', 'worried', 'tired', 'angry']
const untroubled: readonly Mood[] = ['calm', 'glad', 'listening', 'proud', 'relieved']

const isSufferer = ({ part, mood }: SceneFigure): boolean =>
	part === 'harmed'
		? suffering.includes(mood)
		: part === undefined && ['sad', 'afraid', 'ashamed'].includes(mood)

/** The mood that a face shows: of who is with somebody who suffers, concern instead of a smile, but of who harms them. */
export const findMood = ({ shows }: Scene, figure: SceneFigure): Mood => {
	const { part, mood } = figure
	const isWitness = (part === undefined || part === 'helps') && untroubled.includes(mood)
	return isWitness && shows.some((one) => isFigure(one) && one !== figure && isSufferer(one))
		? 'concerned'
		: mood
}

const noticed = [
	'phone',
	'laptop',
	'tv',
	'card',
	'paper',
	'book',
	'plan',
	'envelope',
	'gift',
	'stone',
	'bubble',
	'watch',
	'key',
	'torn',
	'shut-laptop',
	'id-card',
	'cupboard',
	'coin',
	'ball',
	'bin',
	'bars',
]
const isNoticed = (shown: SceneFigure | SceneThing): boolean =>
	!isFigure(shown) && noticed.includes(shown.thing.split(':')[0] ?? '')

const findNearest = <Shown extends SceneFigure | SceneThing>(
	{ at: [x, y] }: SceneFigure,
	all: readonly Shown[],
): Shown | undefined =>
	all.toSorted((a, b) => Math.hypot(a.at[0] - x, a.at[1] - y) - Math.hypot(b.at[0] - x, b.at[1] - y))[0]

/** Moods in which the eyes are on the ground, or on what lies below. */
const lowered: readonly Mood[] = ['sad', 'ashamed', 'tired', 'reading']

/** Finds the point that somebody attends to: as told, or what is in their hands, or who is near (first who suffers), or the nearest thing. */
const findTarget = ({ shows }: Scene, figure: SceneFigure): Point | undefined => {
	const { looks, holds, pose = 'hold', at, size = 1, mood } = figure
	if (looks === 'us') return undefined
	if (typeof looks === 'object') return looks
	const others = shows.filter(isFigure).filter((one) => one !== figure)
	if (looks) return others.find(({ who }) => who === looks)?.at
	const below: Point = [at[0], at[1] + 90 * size]
	if (holds && pose === 'hold' && mood !== 'telling') return below
	const things = shows.filter(isNoticed)
	if (lowered.includes(mood))
		return (
			findNearest(
				figure,
				things.filter((one) => one.at[1] > at[1] + 30 * size),
			)?.at ?? below
		)
	const harmed = others.filter(({ part }) => part === 'harmed')
	const person = findNearest(figure, figure.part === 'helps' && harmed.length > 0 ? harmed : others)
	return (person ?? findNearest(figure, things))?.at
}

const hold = (value: number, most = 1): number => Math.min(most, Math.max(-most, value))

/** Finds the way somebody looks. A head that the scene turns away from what is near looks away. */
export const findGaze = (scene: Scene, figure: SceneFigure): Gaze => {
	const { turn = 0, nod = 0, at, size = 1 } = figure
	const target = findTarget(scene, figure)
	if (!target) return { turn, nod, eyes: figure.looks === 'us' ? [0, 0] : [hold(turn), hold(nod * 0.8)] }
	const across = hold((target[0] - at[0]) / (size * 50))
	const down = hold((target[1] - at[1]) / (size * 70))
	if (Math.abs(turn) > 0.25 && turn * across < 0) return { turn, nod, eyes: [Math.sign(turn), hold(nod)] }
	const most = Math.max(Math.abs(turn), Math.abs(across) * 0.6)
	return { turn: most * (Math.sign(across) || 1), nod: nod || down * 0.3, eyes: [across, down] }
}
