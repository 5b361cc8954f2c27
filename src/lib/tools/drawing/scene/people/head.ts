import { drawFace } from './face.ts'
import type { Gaze } from './gaze.ts'
import { drawBackOfHead, drawHair } from './hair.ts'
import type { FaceShape, SceneFigure, CastMember } from '../scene-data.ts'
import { dots, film, stroke, shape } from '../svg.ts'

/** Width at the temples, where the jaw turns, how broad the chin is, where it ends. */
const measures: Record<FaceShape, readonly [width: number, jaw: number, chin: number, end: number]> = {
	oval: [30, 19, 17, 35],
	round: [32, 22, 20, 33],
	heart: [31, 14, 11, 35],
	long: [28.5, 23, 16, 38],
	square: [30, 26, 22, 36],
}
const toOutline = (face: FaceShape, shift: number): string => {
	const [width, jaw, chin, end] = measures[face]
	return `M${-width}-4C${-width}-27-18-37 0-37S${width}-27 ${width}-4C${width} ${jaw} ${chin + shift} ${end} ${shift} ${end}S${-width} ${jaw} ${-width}-4z`
}
const drawBeard = (person: CastMember, x: number): string => {
	const hair = `hair-${person.hairColour}`
	const [width, jaw, chin, end] = measures[person.face]
	if (person.beard === 'moustache') return shape(`M${x - 13} 20q6-7 13-3q7-4 13 3q-7 3-13 0q-6 3-13 0z`, hair)
	if (!person.beard) return ''
	const depth = person.beard === 'full' ? 5 : 1
	return (
		shape(
			`M${-width}-2C${-width} ${jaw} ${-chin} ${end + depth} 0 ${end + depth}S${width} ${jaw} ${width}-2C${width - 3} 8 ${x + 21} 13 ${x + 13} 13Q${x} 8 ${x - 13} 13C${x - 21} 13 ${3 - width} 8 ${-width}-2z`,
			hair,
		) + shape(`M${x - 9} 21q9-4 18 0q-1 8-9 8t-9-8z`, `skin-${person.skin}`)
	)
}
const drawEars = (person: CastMember, turn: number): string => {
	const skin = `skin-${person.skin}`
	const both = [-1, 1].filter((side) => side * turn < 0.45)
	return (
		dots(
			both.map((side) => [side * 31 - turn * 3, 5]),
			14,
			skin,
		) +
		`<g opacity=".3">${dots(
			both.map((side) => [side * 31.5 - turn * 3, 5.5]),
			6,
			'warm',
		)}</g>`
	)
}
const drawAid = (turn: number): string => {
	const side = turn > 0 ? -1 : 1
	return (
		stroke(`M${side * 29}-5q${side * 7}-2 ${side * 6} 6t${side * -3} 8`, 'majorelle', 4) +
		dots([[side * 31, 8]], 4, 'white')
	)
}

/** The parts of a head, around its middle: what hangs behind the body, over the chest, and the head itself. */
export const drawHead = (
	person: CastMember,
	figure: SceneFigure,
	gaze: Gaze,
): { back: string; chest: string; head: string } => {
	const { turn } = gaze
	const skin = `skin-${person.skin}`
	const cover = drawHair(person, turn)
	if (figure.isBack)
		return {
			back: '',
			chest: (cover.back ?? '') + (person.hair === 'braids' ? (cover.chest ?? '') : ''),
			head: (cover.hasEars ? drawEars(person, 0) : '') + drawBackOfHead(person),
		}
	const outline = toOutline(person.face, Math.round(turn * 2))
	const head =
		(cover.hasEars ? drawEars(person, turn) : '') +
		shape(outline, skin) +
		film('M31-6C31 16 18 35 2 35C20 28 25 12 24-12z', 0.1, 'warm') +
		(person.beard ? drawBeard(person, Math.round(turn * 10)) : '') +
		drawFace(person, figure.mood, gaze) +
		cover.front +
		(person.has.includes('hearing-aid') ? drawAid(turn) : '')
	return { back: cover.back ?? '', chest: cover.chest ?? '', head }
}
