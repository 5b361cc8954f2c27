/** Moments as CSS keyframes (https://www.w3.org/TR/css-animations-1/), and the same as one moment that stands still. */
import { round } from '../svg.ts'
import { loopSeconds, type LoopPose, type Stop } from './loop-data.ts'
import type { Point } from '../svg.ts'

/** Seconds in which a pose gives way to the next: the new one comes over the old one, which goes when it is covered. */
const dissolve = 0.3

type State = { [Part in Exclude<keyof Stop, 'at'>]-?: NonNullable<Stop[Part]> }
const rest: State = { by: [0, 0], turn: 0, size: 1, fade: 1 }

const toShare = (seconds: number): string => `${round((seconds / loopSeconds) * 100)}%`
const toOpacity = (value: number): string => `opacity:${value}`

/** Every stop says all that the one before it said, and the end is the beginning. */
const toStates = (moves: readonly Stop[]): (State & { at: number })[] => {
	let last = rest
	const states = moves.map(({ at, ...stop }) => {
		last = { ...last, ...Object.fromEntries(Object.entries(stop).filter(([, value]) => value !== undefined)) }
		return { ...last, at }
	})
	const [first] = states
	return first ? [...states, { ...first, at: loopSeconds }] : []
}

const toTransform = ({ by: [x, y], turn, size }: State): string => {
	const parts = [
		`translate(${round(x)}px,${round(y)}px)`,
		...(turn === 0 ? [] : [`rotate(${round(turn)}deg)`]),
		...(size === 1 ? [] : [`scale(${size})`]),
	]
	return `transform:${parts.join(' ')}`
}

/** A rule for a class, with the moments that it goes through. */
const toRule = (
	name: string,
	frames: readonly (readonly [at: string, what: string])[],
	rest = '',
): string => {
	const same = Map.groupBy(frames, ([, what]) => what)
	const steps = [...same].map(([what, list]) => `${list.map(([at]) => at).join()}{${what}}`)
	return `.move .${name}{animation-name:${name}${rest}}@keyframes ${name}{${steps.join('')}}`
}

/** Moves of a part or of the camera as a rule; empty for what does not move. */
export const toMoveRule = (name: string, moves: readonly Stop[], pivot: Point = [0, 0]): string => {
	const states = toStates(moves)
	if (states.length < 2) return ''
	const isFading = states.some(({ fade }) => fade < 1)
	const frames = states.map(
		(state) =>
			[toShare(state.at), toTransform(state) + (isFading ? `;${toOpacity(state.fade)}` : '')] as const,
	)
	return toRule(name, frames, pivot[0] || pivot[1] ? `;transform-origin:${pivot[0]}px ${pivot[1]}px` : '')
}

/** A sway as a rule: it begins and ends in the middle. */
export const toSwayRule = (
	name: string,
	{ turn, seconds }: { turn: number; seconds: number },
	pivot: Point,
): string =>
	`.move .${name}{animation-name:${name};animation-duration:${seconds}s;transform-origin:${pivot[0]}px ${pivot[1]}px}@keyframes ${name}{0%,50%,100%{transform:none}25%{transform:rotate(${turn}deg)}75%{transform:rotate(${-turn}deg)}}`

/** When a pose is seen, as a rule; empty for a pose that is always seen. */
export const toPoseRule = (name: string, poses: readonly LoopPose[], index: number): string => {
	const from = poses[index]?.from ?? 0
	const next = poses[index + 1]?.from
	if (index === 0 && next === undefined) return ''
	const [seen, hidden] = [toOpacity(1), toOpacity(0)]
	const until = next ?? loopSeconds - dissolve
	const frames: (readonly [string, string])[] =
		index === 0
			? [
					['0%', seen],
					[toShare(until + dissolve), seen],
					[toShare(until + dissolve + 0.02), hidden],
					[toShare(loopSeconds - dissolve - 0.02), hidden],
					[toShare(loopSeconds - dissolve), seen],
					['100%', seen],
				]
			: [
					['0%', hidden],
					[toShare(from), hidden],
					[toShare(from + dissolve), seen],
					...(next === undefined
						? ([[toShare(until), seen]] as const)
						: ([
								[toShare(until + dissolve), seen],
								[toShare(until + dissolve + 0.02), hidden],
							] as const)),
					['100%', hidden],
				]
	return toRule(name, frames, ';animation-timing-function:linear')
}

const ease = (share: number): number => share * share * (3 - 2 * share)

/** Where something is at a moment. */
const findState = (moves: readonly Stop[], at: number): State => {
	const states = toStates(moves)
	const after = states.findIndex((state) => state.at > at)
	const [from, to] = [states[Math.max(0, after - 1)], states[after]]
	if (!from || !to) return states.at(-1) ?? rest
	const share = ease(Math.max(0, Math.min(1, (at - from.at) / (to.at - from.at))))
	const mix = (a: number, b: number): number => a + (b - a) * share
	return {
		by: [mix(from.by[0], to.by[0]), mix(from.by[1], to.by[1])],
		turn: mix(from.turn, to.turn),
		size: mix(from.size, to.size),
		fade: mix(from.fade, to.fade),
	}
}

/** Moves a drawing to where it is at a moment; nothing remains of what is not seen then. */
export const putAt = (
	body: string,
	{ moves, at, pivot: [x, y] = [0, 0] }: { moves: readonly Stop[]; at: number; pivot?: Point | undefined },
): string => {
	const { by, turn, size, fade } = findState(moves, at)
	if (fade < 0.05 || body === '') return ''
	const around = turn === 0 && size === 1 ? '' : ` rotate(${round(turn)}) scale(${round(size * 10) / 10})`
	const moved = `translate(${round(by[0] + x)} ${round(by[1] + y)})${around} translate(${-x} ${-y})`
	return `<g transform="${moved}"${fade < 0.95 ? ` opacity="${round(fade)}"` : ''}>${body}</g>`
}

/** The pose that is seen at a moment. */
export const findPose = (poses: readonly LoopPose[], at: number): LoopPose | undefined =>
	poses.findLast(({ from }) => from <= at)
