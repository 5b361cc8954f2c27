import type { Mood, CastMember } from '../scene-data.ts'
import { dots, stroke, round, shape, type Point } from '../svg.ts'
import type { Gaze } from './gaze.ts'

/** The point between the eyes, how far the head is turned, where the eyes go, and the ink. */
type Look = { x: number; y: number; turn: number; eyes: Point; dark: string }
type Brow = readonly [inner: number, bow: number, outer: number]

/** Middles of both eyes: of a turned head the far one is nearer to the nose. */
const toEyes = ({ x, turn }: Look): number[] =>
	[-1, 1].map((side) => round(x + side * (11.5 - (side * turn > 0 ? Math.abs(turn) * 2.2 : 0))))

/** An open eye: `lid` is how high the upper lid lies, `depth` how far the eye goes below. */
const openEyes =
	(lid: number, depth: number) =>
	(look: Look): string => {
		const { y, eyes, dark } = look
		const parts = toEyes(look).map((x) => {
			const upper = 2 * lid - Math.max(0, eyes[1]) * 3.4 // who looks down has the lids lower
			const top = `M${round(x - 6)} ${round(y - 0.6)}q6 ${round(0.6 - upper)} 12 0`
			const [iris, middle] = [round(x + eyes[0] * 2), round(y + eyes[1] * (eyes[1] > 0 ? 2.2 : 1.5))]
			return {
				white: `${top}c0 ${round(depth * 1.4)}-12 ${round(depth * 1.4)}-12 0z`,
				iris: `M${round(iris - 3.6)} ${middle}a3.6 4 0 0 1 7.2 0a3.6 4 0 0 1-7.2 0z`,
				glint: [iris + 1.4, round(middle - 1.4)] as Point,
				lid: top,
			}
		})
		const all = (part: 'white' | 'iris' | 'lid'): string => parts.map((eye) => eye[part]).join('')
		const glints = parts.map(({ glint }) => glint)
		return (
			shape(all('white'), 'white') +
			shape(all('iris'), dark) +
			dots(glints, 2.2, 'white') +
			stroke(all('lid'), dark, 2.4)
		)
	}

/** An eye under a lowered lid, whose outer end sinks by `fall`: half of the iris is seen below it, and of a lid that bows down the white. */
const loweredEyes =
	(bow: number, fall: number) =>
	(look: Look): string => {
		const y = look.y + 0.5
		const parts = toEyes(look).map((x, index) => {
			const [left, right] = index === 0 ? [fall, 0] : [0, fall]
			const iris = round(x + look.eyes[0] * 1.4)
			const lid = `M${round(x - 6)} ${round(y + left)}q6 ${round((right - left) / 2 + bow)} 12 ${right - left}`
			return {
				lid,
				white: bow > 0 ? `${lid}c-1 7.500-11 7.500-12 0z` : '',
				iris: `M${round(iris - 3.6)} ${round(y + bow / 2 + fall / 3)}h7.200a3.6 4.400 0 0 1-7.2 0z`,
			}
		})
		const all = (part: 'lid' | 'white' | 'iris'): string => parts.map((eye) => eye[part]).join('')
		return (
			(bow > 0 ? shape(all('white'), 'white') : '') +
			shape(all('iris'), look.dark) +
			stroke(all('lid'), look.dark, bow > 0 ? 2.2 : 2.8)
		)
	}
const bowEyes =
	(down: number) =>
	(look: Look): string =>
		stroke(
			toEyes(look)
				.map((x) => `M${x - 5.5} ${look.y - (down < 0 ? down / 3 : 0)}q5.500 ${down} 11 0`)
				.join(''),
			look.dark,
		)
const eyes = {
	open: openEyes(4.4, 4.6),
	wide: openEyes(5.4, 5.6),
	half: loweredEyes(-0.5, 2.6),
	down: loweredEyes(4, -1),
	shut: bowEyes(5),
	glad: bowEyes(-7),
}
const brows = {
	calm: [1, -4, 0],
	up: [3, -5, 0],
	worry: [6, 0, -3],
	high: [8, -3, 1],
	firm: [-4, -2, 1],
	steady: [-1, -2, 0],
	soft: [3, -2, -1],
	care: [5, -2, -2],
} as const satisfies Record<string, Brow>
const mouths = {
	soft: (x: number, y: number, dark: string) => stroke(`M${x - 6} ${y}q6 5 12 0`, dark),
	smile: (x: number, y: number, dark: string) => stroke(`M${x - 9} ${y - 2}q9 10 18 0`, dark),
	grin: (x: number, y: number, dark: string) =>
		shape(`M${x - 10} ${y - 4}h20q-1 13-10 13t-10-13z`, dark) +
		shape(`M${x - 8.5} ${y - 4}h17l-1.500 4h-14z`, 'white'),
	small: (x: number, y: number, dark: string) => stroke(`M${x - 5.5} ${y + 2}q5.500-5 11 0`, dark),
	flat: (x: number, y: number, dark: string) => stroke(`M${x - 6} ${y}h12`, dark),
	talk: (x: number, y: number, dark: string) => shape(`M${x - 6} ${y - 3}q6-2 12 0q1 9-6 9t-6-9z`, dark),
	parted: (x: number, y: number, dark: string) =>
		shape(`M${x - 5.5} ${y + 2}q5.500-6 11 0q-5.500 2.500-11 0z`, dark),
	still: (x: number, y: number, dark: string) => stroke(`M${x - 5.5} ${y}q5.500 1.500 11 0`, dark),
}
type Parts = readonly [eyes: keyof typeof eyes, brows: keyof typeof brows, mouth: keyof typeof mouths]
const moodParts = {
	calm: ['open', 'calm', 'soft'],
	glad: ['open', 'up', 'smile'],
	afraid: ['wide', 'high', 'parted'],
	ashamed: ['down', 'worry', 'small'],
	angry: ['open', 'firm', 'small'],
	relieved: ['open', 'soft', 'smile'],
	breathing: ['shut', 'soft', 'smile'],
	concerned: ['open', 'care', 'still'],
	proud: ['open', 'calm', 'smile'],
	tired: ['half', 'soft', 'flat'],
	worried: ['open', 'worry', 'small'],
	telling: ['open', 'worry', 'talk'],
	listening: ['open', 'soft', 'soft'],
	firm: ['open', 'steady', 'flat'],
	sad: ['half', 'worry', 'small'],
	laughing: ['glad', 'up', 'grin'],
	asleep: ['shut', 'calm', 'soft'],
	reading: ['down', 'calm', 'still'],
} as const satisfies Record<Mood, Parts>

const drawGlasses = (look: Look): string => {
	const [left = 0, right = 0] = toEyes(look)
	const rings = [left, right].map((x) => `M${x - 9} ${look.y}a9 9 0 1 0 18 0a9 9 0 1 0-18 0`).join('')
	return stroke(
		`${rings}M${round(left + 9)} ${look.y - 2}Q${look.x} ${look.y - 5} ${round(right - 9)} ${look.y - 2}`,
		'ink',
		2,
	)
}

/** Lines of age and freckles. */
const drawSkin = ({ has }: CastMember, { x, y }: Look): string =>
	(has.includes('lines')
		? `<g opacity=".4">${stroke(`M${x - 21} ${y + 4}l-4 2m46-2l4 2M${x - 12} ${y + 15}q-3 4-1 8m26-8q3 4 1 8`, 'warm', 2)}</g>`
		: '') +
	(has.includes('freckles')
		? `<g opacity=".45">${dots(
				[
					[x - 19, y + 9],
					[x - 14, y + 11],
					[x + 19, y + 9],
					[x + 14, y + 11],
				],
				2.2,
				'warm',
			)}</g>`
		: '')

/** Lashes on the outer side. */
const drawLashes = (look: Look): string => {
	const [left = 0, right = 0] = toEyes(look)
	return stroke(
		`M${left - 5.5} ${look.y - 1}l-2.600-1.800M${right + 5.5} ${look.y - 1}l2.600-1.800`,
		look.dark,
		2,
	)
}

/**
 * Brows, eyes, nose, cheeks and mouth of a mood.
 *
 * @param person - age moves the eyes down, skin deepens the lines
 * @param gaze - how the head is held, and where the eyes go
 */
export const drawFace = (person: CastMember, mood: Mood, { turn, nod, eyes: to }: Gaze): string => {
	const [eye, brow, mouth] = moodParts[mood]
	const x = round(turn * 9.5)
	const y = round((person.age === 'child' ? 4 : 1) + nod * 6)
	const look: Look = { x, y, turn, eyes: to, dark: 'ink' }
	const [inner, bow, outer] = brows[brow]
	const [left = 0, right = 0] = toEyes(look)
	const toBrow = (middle: number, side: number): string =>
		`M${round(middle + side * 6)} ${round(y - 12 - outer)}q${side * -5.5} ${bow + outer - 2 - inner / 2} ${side * -11.5} ${outer - inner - 1}`
	const noseAt = round(x + turn * 3)
	const side = turn < 0 ? -1 : 1
	const nose = `M${noseAt + side} ${y + 4}q${round(side * (5 + Math.abs(turn) * 2))} 5 ${-side} 7`
	const cheeks = [-1, 1].map((of): Point => [
		round(x + of * (18 - (of * turn > 0 ? Math.abs(turn) * 4 : 0))),
		y + 12,
	])
	return (
		`<g opacity=".3">${dots(cheeks, person.age === 'child' ? 11 : 9, 'blush')}</g>` +
		`<g opacity=".4">${stroke(nose, 'warm', 2.6)}</g>` +
		stroke(
			toBrow(left, -1) + toBrow(right, 1),
			person.hairColour === 'grey' ? 'brow-grey' : 'brow',
			person.gender === 'boy' ? 3.4 : 2.8,
		) +
		eyes[eye](look) +
		(person.gender === 'girl' && eye !== 'glad' && eye !== 'shut' ? drawLashes(look) : '') +
		(person.has.includes('glasses') ? drawGlasses(look) : '') +
		drawSkin(person, look) +
		mouths[mouth](round(x + turn), y + 20, 'mouth')
	)
}
