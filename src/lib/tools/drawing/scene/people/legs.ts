import { drawLimb, type Bones } from './arm.ts'
import { bodies, findBody, isLong, type Body } from './body.ts'
import type { CastMember, SceneFigure } from '../scene-data.ts'
import { film, paint, round, shape, slab, stroke, type Point } from '../svg.ts'

/** A pouf, or the back of a wheelchair. */
export const drawSeat = (person: CastMember, figure: SceneFigure): string => {
	const { hip, shoulder, hem, leg } = findBody(person, figure)
	if (figure.legs === 'wheels')
		return (
			slab([-shoulder - 4, 62, shoulder * 2 + 8, hip - 44], 'navy', 10) +
			stroke(`M${-shoulder - 14} 70h12M${shoulder + 2} 70h12`, 'ink', 8)
		)
	if (figure.legs !== 'sit') return ''
	const [foot, half] = [hip + leg.lengths[1] + 18, hem + 20]
	const pouf = `M${-half} ${hip + 4}Q${-half - 10} ${(hip + foot) / 2} ${-half} ${foot}H${half}Q${half + 10} ${(hip + foot) / 2} ${half} ${hip + 4}Q0 ${hip - 14} ${-half} ${hip + 4}z`
	return (
		shape(pouf, 'sofa') +
		film(
			`M${half - 16} ${hip - 1}Q${half - 6} ${(hip + foot) / 2} ${half - 16} ${foot}H${half}Q${half + 10} ${(hip + foot) / 2} ${half} ${hip + 4}z`,
			0.16,
		) +
		stroke(`M${-half + 1} ${hip + 9}Q0 ${hip - 6} ${half - 1} ${hip + 9}`, 'saffron', 4)
	)
}

/** A shoe with its sole at the foot, pointing to a side; `turn` lifts the heel. */
const drawShoe = ([x, y]: Point, side: number): string =>
	`M${round(x - side * 9)} ${y - 9}h${side * 15}q${side * 13} 2 ${side * 13} 13h${side * -28}q${side * -3}-7 0-13z`
/** A shoe on its toes. */
const drawRaised = ([x, y]: Point, side: number): string =>
	`M${round(x - side * 10)} ${y - 12}l${side * 13}-5q${side * 10} 10 ${side * 13} 20q${side * -4} 3 ${side * -9} 0z`

type Leg = { start: Point; foot: Point; bones: Bones; knee: Point; isRaised?: boolean }

/** Legs of who sits on a pouf or in a wheelchair: thighs come toward us, shins hang. */
const toSeatedLegs = ({ hip, hem, leg }: Body): Leg[] =>
	[-1, 1].map((side) => ({
		start: [side * hem * 0.46, hip + 2],
		knee: [side * (hem * 0.5 + 2), hip + 22],
		foot: [side * (hem * 0.5), hip + 26 + leg.lengths[1]],
		bones: { ...leg, widths: [14, 13.5, 10] },
	}))

/** Legs of who stands or walks. Who walks has the back heel off the ground and the front leg straight. */
const toLegs = (body: Body, figure: SceneFigure): Leg[] => {
	if (figure.legs === 'sit' || figure.legs === 'wheels') return toSeatedLegs(body)
	const { hip, hem, floor, leg } = body
	const ahead = (figure.turn ?? 0) < 0 ? -1 : 1
	return [-1, 1].map((side) => {
		const start: Point = [side * hem * 0.42, hip + 2]
		if (figure.legs === 'stand')
			return {
				start,
				knee: [side * hem * 0.44, (hip + floor) / 2],
				foot: [side * hem * 0.46, floor],
				bones: leg,
			}
		const isBack = side !== ahead
		const foot: Point = isBack ? [-ahead * 31, floor - 6] : [ahead * 27, floor]
		const knee: Point = isBack
			? [-ahead * 7, hip + (floor - hip) * 0.5]
			: [ahead * 21, hip + (floor - hip) * 0.46]
		return { start, knee, foot, bones: leg, isRaised: isBack }
	})
}
/** The skirt of a long dress over the knees of who sits. */
const drawLap = ({ hip, hem, leg }: Body, cloth: string): string => {
	const [knee, foot, half] = [hip + 20, hip + 18 + leg.lengths[1], hem + 3]
	const lap = `M${-hem} ${hip - 10}C${-half - 6} ${hip} ${-half - 6} ${knee} ${-half + 2} ${knee + 6}L${-half + 8} ${foot}H${half - 8}L${half - 2} ${knee + 6}C${half + 6} ${knee} ${half + 6} ${hip} ${hem} ${hip - 10}z`
	const shade = `M${-half} ${knee - 2}Q0 ${knee + 20} ${half} ${knee - 2}L${half - 4} ${knee + 12}Q0 ${knee + 30} ${-half + 4} ${knee + 12}z`
	return shape(lap, cloth) + film(shade, 0.14) + film(`M-1.500 ${knee + 18}h3L3 ${foot}H-3z`, 0.14)
}

export const drawLegs = (person: CastMember, figure: SceneFigure): string => {
	if (!figure.legs) return ''
	const body = findBody(person, figure)
	const legs = toLegs(body, figure)
	const ahead = Math.sign(figure.turn ?? 1) || 1
	const shoes = shape(
		legs
			.map(({ foot, isRaised }, index) =>
				isRaised ? drawRaised(foot, ahead) : drawShoe(foot, figure.legs === 'walk' ? ahead : index ? 1 : -1),
			)
			.join(''),
		'shoe',
	)
	const isSeated = figure.legs === 'sit' || figure.legs === 'wheels'
	if (isLong(person)) return shoes + (isSeated ? drawLap(body, person.cloth) : '')
	return (
		shoes +
		shape(
			legs
				.map(
					({ start, knee, foot: [x, y], bones }) =>
						drawLimb([start, [x, y - 7]], bones, { outward: [0, 0], joint: knee }).path,
				)
				.join(''),
			person.cloth === 'navy' ? 'sand' : 'navy',
		)
	)
}

/** The wheels of a wheelchair, at both sides. */
export const drawWheels = (person: CastMember): string => {
	const { hip, shoulder } = bodies[person.age]
	const ring = (x: number): string =>
		`<ellipse cx="${x}" cy="${hip + 10}" rx="12" ry="46" stroke="${paint('ink')}" stroke-width="7"/><ellipse cx="${x}" cy="${hip + 10}" rx="8" ry="38" stroke="${paint('saffron')}" stroke-width="2.600"/>`
	return ring(-shoulder - 15) + ring(shoulder + 15)
}
