import { drawFingers, drawHand, drawLaid, drawLimb } from './arm.ts'
import { bodies, toBody, type Body } from './body.ts'
import { drawClothes } from './clothes.ts'
import type { Gaze } from './gaze.ts'
import { drawHead } from './head.ts'
import { drawLegs, drawSeat, drawWheels } from './legs.ts'
import { reaches, type Reach } from './pose.ts'
import type { SceneFigure, Hand, CastMember } from '../scene-data.ts'
import { slab, film, stroke, type Point, put, shape } from '../svg.ts'
import { drawHeld } from '../things/things.ts'

const inverse = ({ at, size = 1, lean = 0 }: SceneFigure, [x, y]: Point): Point => {
	const angle = (-lean * Math.PI) / 180
	const [dx, dy] = [(x - at[0]) / size, (y - at[1]) / size]
	return [dx * Math.cos(angle) - dy * Math.sin(angle), dx * Math.sin(angle) + dy * Math.cos(angle)]
}

type Side = -1 | 1
/** An arm in two parts: the upper one lies under a veil or a braid, the lower one over everything. */
type Arm = { upper: string; lower: string; hand: string }

/** The place of a hand and its shape: where the scene sends it, or where the pose has it. */
const toReach = (person: CastMember, figure: SceneFigure, side: Side): Reach | undefined => {
	const { arm, shoulder } = bodies[person.age]
	const acting = figure.side === 'left' ? -1 : 1
	const sent: Hand | undefined = side < 0 ? figure.left : figure.right
	if (sent) return { at: inverse(figure, sent.to), hand: sent.shape ?? 'rest', turn: sent.turn }
	const pose = reaches[figure.pose ?? 'rest']
	const reach = side === acting ? pose.acts : pose.other
	if (!reach) return undefined
	const scale = (arm.lengths[0] + arm.lengths[1]) / 80
	const place = ([x, y]: Point): Point => [x * shoulder * acting, 52 + y * scale]
	const isHolding = figure.holds !== undefined && (figure.pose ?? 'hold') === 'hold'
	const turn = reach.turn === undefined || acting > 0 ? reach.turn : 180 - reach.turn
	return {
		...reach,
		at: isHolding ? [side * 23, 52 + 58 * scale] : place(reach.at),
		elbow: reach.elbow && place(reach.elbow),
		turn,
	}
}

/** The arm of one side, as seen by us; in one piece where nothing hangs over it and no other arm crosses it. */
const drawArm = (
	person: CastMember,
	figure: SceneFigure,
	{ side, isCovered }: { side: Side; isCovered: boolean },
): Arm => {
	const body = bodies[person.age]
	const reach = toReach(person, figure, side)
	if (!reach) return { upper: '', lower: '', hand: '' }
	const start: Point = [side * (body.shoulder - 9), 63]
	const { path, shade, upper, lower, angle, end } = drawLimb([start, reach.at], body.arm, {
		outward: [side * 0.6, 1],
		joint: reach.elbow,
	})
	const turn = reach.turn ?? angle
	const isLaid = reach.hand === 'lay'
	const hand = isLaid
		? put(end, drawLaid(`skin-${person.skin}`), { turn: side * -12, scale: 0.92 })
		: drawHand(reach.hand, end, {
				skin: `skin-${person.skin}`,
				cuff: person.cloth,
				turn,
				flip: Math.cos((turn * Math.PI) / 180) < 0,
				scale: person.age === 'child' ? 0.88 : 1,
			})
	const shadow = `<g transform="translate(0 3)">${film(shade, 0.18)}</g>`
	return isCovered || reach.elbow
		? { upper: shadow + shape(upper, person.cloth), lower: shape(lower, person.cloth), hand }
		: { upper: shadow, lower: shape(path, person.cloth), hand }
}

/** The top of a shoulder, in units of the frame, where a hand is laid. */
export const findShoulder = (
	person: CastMember,
	{ at, size = 1, lean = 0 }: SceneFigure,
	side: Side,
): Point => {
	const [x, y] = [side * (bodies[person.age].shoulder - 2), 50]
	const angle = (lean * Math.PI) / 180
	return [
		at[0] + size * (x * Math.cos(angle) - y * Math.sin(angle)),
		at[1] + size * (x * Math.sin(angle) + y * Math.cos(angle)),
	]
}

/** A thing in the hands: between both, or upright in the acting one. */
const drawInHands = (person: CastMember, figure: SceneFigure): { below: string; above: string } => {
	if (!figure.holds) return { below: '', above: '' }
	const body = bodies[person.age]
	const acting = figure.side === 'left' ? -1 : 1
	const pose = figure.pose ?? 'hold'
	const scale = (body.arm.lengths[0] + body.arm.lengths[1]) / 80
	const reach = reaches[pose].acts?.at ?? [0, 44]
	if (pose === 'hold') {
		const skin = `skin-${person.skin}`
		const fingers = figure.isBack
			? ''
			: put([0, 52 + 56 * scale], drawFingers(skin, -1) + drawFingers(skin, 1))
		return { below: '', above: drawHeld(figure.holds, [0, 52 + 39 * scale], 0) + fingers }
	}
	const sent = acting < 0 ? figure.left : figure.right
	const at: Point = sent
		? inverse(figure, sent.to)
		: [reach[0] * body.shoulder * acting, 52 + reach[1] * scale]
	if (pose === 'ear')
		return {
			below: put([acting * 32, 8], slab([-6.5, -28, 13, 56], 'phone', 5), { turn: acting * 13 }),
			above: '',
		}
	return {
		below: '',
		above:
			drawHeld(figure.holds, [at[0], at[1] - 14], acting * 6) +
			put([at[0], at[1] - 8], drawFingers(`skin-${person.skin}`, acting), {}),
	}
}

/** The head of somebody seen whole is smaller: a body that walks carries it. */
const toHeadScale = ({ legs, at, size = 1 }: SceneFigure, { floor }: Body): number =>
	legs === 'sit' || (legs && legs !== 'wheels' && at[1] + size * floor < 365) ? 0.86 : 1

/** The gaze of somebody alone. */
const toStill = ({ turn = 0, nod = 0 }: SceneFigure): Gaze => ({ turn, nod, eyes: [turn, nod] })

/** Somebody as a picture shows them. `over` are the lower arms and hands that lie on something drawn later. */
type PersonLayers = { body: string; over: string }

/**
 * Somebody of the cast as a picture shows them. Hands are drawn last: they hold what is before the body.
 *
 * @param given - where and how
 * @param options - `gaze`, the way the head is held and the eyes go, and `apart`, the sides whose hands are drawn apart
 */
export const drawPerson = (
	person: CastMember,
	given: SceneFigure,
	{ gaze = toStill(given), apart = [] }: { gaze?: Gaze; apart?: readonly Side[] } = {},
): PersonLayers => {
	const figure: SceneFigure = person.has.includes('wheelchair') ? { ...given, legs: 'wheels' } : given
	const body = toBody(person, figure)
	const { back, chest, head } = drawHead(person, figure, gaze)
	const neck =
		stroke('M0 26V46', `skin-${person.skin}`, person.age === 'child' ? 16 : 19) +
		film('M-9 34Q0 46 9 34V42Q0 52-9 42z', 0.22, 'warm')
	const scale = toHeadScale(figure, body)
	const turned = (inner: string): string =>
		inner ? put([0, 36 * (1 - scale)], inner, { turn: figure.tilt ?? 0, scale }) : ''
	const inHands = drawInHands(person, figure)
	const acting = figure.side === 'left' ? -1 : 1
	const arms = ([-acting, acting] as Side[]).map((side) => ({
		side,
		...drawArm(person, figure, { side, isCovered: chest !== '' || apart.includes(side) }),
	}))
	const isLaid = (side: Side): boolean => (side < 0 ? figure.left : figure.right)?.shape === 'lay'
	const lower = (isApart: boolean): string =>
		arms
			.flatMap(({ side, lower: sleeve, hand }) => [
				(apart.includes(side) && !isLaid(side)) === isApart ? sleeve : '',
				apart.includes(side) === isApart ? hand : '',
			])
			.join('')
	const inner =
		drawSeat(person, figure) +
		turned(back) +
		drawLegs(person, figure) +
		neck +
		drawClothes(person, body) +
		arms.map(({ upper }) => upper).join('') +
		turned(chest) +
		turned(head) +
		inHands.below +
		lower(false) +
		(apart.includes(acting) ? '' : inHands.above) +
		(figure.legs === 'wheels' ? drawWheels(person) : '')
	const place = (drawn: string): string =>
		drawn ? put(figure.at, drawn, { turn: figure.lean ?? 0, scale: figure.size ?? 1 }) : ''
	return { body: place(inner), over: place(lower(true) + (apart.includes(acting) ? inHands.above : '')) }
}
