import { drawEmptyPlace, drawScene, drawShows } from '../scene.ts'
import type { Cast, Scene } from '../scene-data.ts'
import { loopSeconds, type Loop, type LoopPart } from './loop-data.ts'
import { findPose, putAt, toMoveRule, toPoseRule, toSwayRule } from './motion.ts'

const head =
	'<svg xmlns="http://www.w3.org/2000/svg" class="scene day" viewBox="0 0 360 360" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">'

const mirror = (body: string, isMirrored: boolean): string =>
	isMirrored ? `<g transform="matrix(-1 0 0 1 360 0)">${body}</g>` : body

const toScene = (loop: Loop, shows: Scene['shows']): Scene => ({
	place: loop.place,
	time: loop.time,
	hue: loop.hue,
	isDirected: loop.isDirected,
	shows,
})

/** A drawing with the rules for its classes. */
type Moving = { body: string; rules: string }

const wrap = ({ body, rules }: Moving, name: string, rule: string): Moving =>
	rule === '' ? { body, rules } : { body: `<g class="${name}">${body}</g>`, rules: rules + rule }

const drawPart = (loop: Loop, cast: Cast, index: number): Moving => {
	const { poses, moves = [], pivot = [180, 180], sway } = loop.parts[index] as LoopPart
	const drawn = poses.map(({ shows }, at) => {
		const body = drawShows(toScene(loop, shows), cast)
		const name = `p${index}-${at}`
		return body === '' ? { body, rules: '' } : wrap({ body, rules: '' }, name, toPoseRule(name, poses, at))
	})
	const all = {
		body: drawn.map(({ body }) => body).join(''),
		rules: drawn.map(({ rules }) => rules).join(''),
	}
	const swaying = wrap(all, `s${index}`, sway ? toSwayRule(`s${index}`, sway, pivot) : '')
	return wrap(swaying, `m${index}`, toMoveRule(`m${index}`, moves, pivot))
}

/** Parts over the place, each with the camera that takes it along. */
const drawParts = (loop: Loop, cast: Cast): Moving => {
	const rule = toMoveRule('camera', loop.camera ?? [])
	const parts = loop.parts.map((part, index) => {
		const { body, rules } = drawPart(loop, cast, index)
		return { body: rule === '' || part.isFixed ? body : `<g class="camera">${body}</g>`, rules }
	})
	return {
		body: parts.map(({ body }) => body).join(''),
		rules: rule + parts.map(({ rules }) => rules).join(''),
	}
}

/**
 * A loop as one SVG element that moves by the styles in it: 20 seconds, then again. Who asked for less motion, and paper, get the still.
 * Colours are custom properties, as of `drawScene`; no script, no text.
 *
 * @param still - one picture that tells the whole
 * @param cast - people by their id; who is not there is not drawn
 */
export const drawLoop = (
	{ loop, still, cast }: { loop: Loop; still: Scene; cast: Cast },
	isMirrored = false,
): string => {
	const { body, rules } = drawParts(loop, cast)
	const move = mirror(drawEmptyPlace(toScene(loop, [])) + body, isMirrored && loop.isDirected)
	const [whole = ''] = /(?<=>).*(?=<\/svg>)/su.exec(drawScene(still, cast, { isMirrored })) ?? []
	const style = `.move g{animation:0s ease-in-out infinite;animation-duration:${loopSeconds}s}.still{display:none}${rules}@media print,(prefers-reduced-motion:reduce){.still{display:inline}.move,.move g{display:none;animation:none}}`
	return `${head}<style>${style}</style><g class="still">${whole}</g><g class="move">${move}</g></svg>`
}

/** A loop as it is at a moment, in seconds, with nothing that moves: a frame of a strip. */
export const drawLoopFrame = (
	{ loop, cast }: { loop: Loop; cast: Cast },
	{ at, isMirrored = false }: { at: number; isMirrored?: boolean },
): string => {
	const body = loop.parts
		.map(({ poses, moves = [], pivot, isFixed }) => {
			const drawn = drawShows(toScene(loop, findPose(poses, at)?.shows ?? []), cast)
			const moved = putAt(drawn, { moves, at, pivot: pivot ?? [180, 180] })
			return isFixed ? moved : putAt(moved, { moves: loop.camera ?? [], at })
		})
		.join('')
	const ground = drawEmptyPlace(toScene(loop, []))
	return `${head}${mirror(ground + body, isMirrored && loop.isDirected)}</svg>`
}
