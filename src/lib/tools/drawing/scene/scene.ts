import { toStanding } from './people/body.ts'
import { findGaze, findMood } from './people/gaze.ts'
import { drawPerson, findShoulder } from './people/person.ts'
import { drawPlace } from './places/places.ts'
import type { Point } from './svg.ts'
import type { Cast, SceneFigure, Scene, SceneThing } from './scene-data.ts'
import { drawThing } from './things/things.ts'

/** The cut of a picture: all of it, near to the faces for small pictures, or a broad band for the head of a page. */
export type Camera = 'whole' | 'near' | 'wide'

/** Words of a picture in the language of its page, as text: they are escaped here. */
export type Telling = { title: string; desc: string }

export type Showing = { camera?: Camera; isMirrored?: boolean; telling?: Telling | undefined }

const isFigure = (shown: SceneFigure | SceneThing): shown is SceneFigure => 'who' in shown

/** Heads of a scene: middle and radius, in units of the frame. */
export const findHeads = (scene: Scene): { x: number; y: number; radius: number }[] =>
	scene.shows.filter(isFigure).map(({ at: [x, y], size = 1 }) => ({ x, y, radius: 36 * size }))

/** Things that a small picture can do without. */
const scenery = [
	'table',
	'hands',
	'front',
	'blanket',
	'cloth',
	'tea',
	'cat',
	'pillow',
	'breath',
	'thread',
	'lit-arch',
	'sill',
	'watch',
	'star',
	'halo',
	'lamp',
	'pen',
]

type Box = { left: number; right: number; top: number; bottom: number }
const toBox = (shown: SceneFigure | SceneThing): Box | undefined => {
	const [x, y] = shown.at
	const size = shown.size ?? 1
	if (isFigure(shown)) {
		const radius = 36 * size
		return {
			left: x - radius * 1.5,
			right: x + radius * 1.5,
			top: y - radius * 1.5,
			bottom: y + radius * 2.9,
		}
	}
	if (scenery.includes(shown.thing.split(':')[0] ?? '')) return undefined
	return { left: x - 40 * size, right: x + 40 * size, top: y - 42 * size, bottom: y + 42 * size }
}

const toNear = (scene: Scene): readonly [number, number, number] => {
	if (scene.near) return scene.near
	const boxes = scene.shows.flatMap((shown) => toBox(shown) ?? [])
	if (boxes.length === 0) return [40, 40, 280]
	const left = Math.max(0, Math.min(...boxes.map((one) => one.left)))
	const right = Math.min(360, Math.max(...boxes.map((one) => one.right)))
	const top = Math.max(0, Math.min(...boxes.map((one) => one.top)))
	const bottom = Math.min(360, Math.max(...boxes.map((one) => one.bottom)))
	const side = Math.round(Math.min(360, Math.max(right - left, bottom - top, 190)))
	const hold = (value: number): number => Math.round(Math.min(360 - side, Math.max(0, value)))
	return [hold((left + right - side) / 2), hold(top), side]
}

/** The frame of a camera as a view box, in the mirrored picture if asked. The broad one begins over the highest head. */
export const findFrame = (scene: Scene, camera: Camera, isMirrored = false): string => {
	if (camera === 'whole') return '0 0 360 360'
	if (camera === 'near') {
		const [x, y, side] = toNear(scene)
		return `${isMirrored && scene.isDirected ? 360 - x - side : x} ${y} ${side} ${side}`
	}
	const top = Math.min(70, ...findHeads(scene).map(({ y, radius }) => y - radius * 1.35))
	return `0 ${Math.round(Math.min(120, Math.max(0, top)))} 360 240`
}

const escape = (text: string): string => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

/** Leaves out what a path does not need. */
const tighten = (svg: string): string =>
	svg
		.replaceAll(/ d="[^"]+"/gu, (path) =>
			path
				.replaceAll(/(\.\d*?[1-9])0+(?=\D)/gu, '$1')
				.replaceAll(/([a-z]) (?=[-.\d])/giu, '$1')
				.replaceAll(' -', '-'),
		)
		.replaceAll(/(?<![\d.])0\.(\d)/gu, '.$1')

/** The place where the hands of somebody are drawn: over what stands before it in the list. */
const isHands = ({ thing }: SceneThing): boolean => thing.startsWith('hands:')

type Side = -1 | 1
type Touch = { side: Side; on: number }

/** Hands that are laid on somebody, and on whom: the one whose shoulder is nearest. */
const findTouches = (scene: Scene, cast: Cast, figure: SceneFigure): (Touch & { to: Point })[] =>
	([-1, 1] as const).flatMap((side) => {
		const hand = side < 0 ? figure.left : figure.right
		if (hand?.shape !== 'lay') return []
		const near = scene.shows.flatMap((one, on) => {
			const person = isFigure(one) && one !== figure ? cast[one.who] : undefined
			if (!isFigure(one) || !person) return []
			const to = findShoulder(person, one, one.at[0] > figure.at[0] ? -1 : 1)
			return [{ side, on, to, apart: Math.hypot(to[0] - hand.to[0], to[1] - hand.to[1]) }]
		})
		return near.toSorted((a, b) => a.apart - b.apart).slice(0, 1)
	})

/** Draws somebody, and says before which other drawing they stand, and after which their hands follow. */
const drawFigure = (
	scene: Scene,
	cast: Cast,
	index: number,
): { body: string; over: string; before: number; after: number } => {
	const figure = scene.shows[index] as SceneFigure
	const person = cast[figure.who]
	if (!person) return { body: '', over: '', before: index, after: index }
	const touches = findTouches(scene, cast, figure)
	const laid = Object.fromEntries(
		touches.map(({ side, to }) => [side < 0 ? 'left' : 'right', { shape: 'lay', to }] as const),
	)
	const isOnTop = (one: SceneFigure | SceneThing): boolean =>
		!isFigure(one) && one.thing === `hands:${figure.who}`
	const mark = scene.shows.findIndex(isOnTop)
	const sides: readonly Side[] = mark < 0 ? touches.map(({ side }) => side) : [-1, 1]
	const posed = toStanding(person, { ...figure, ...laid, mood: findMood(scene, figure) })
	const after = mark < 0 ? Math.max(index, ...touches.map(({ on }) => on)) : mark
	const before = Math.min(index, ...touches.map(({ on }) => on))
	return { ...drawPerson(person, posed, { gaze: findGaze(scene, figure), apart: sides }), before, after }
}

/** Everything that a scene shows, from the back to the front. */
const drawShown = (scene: Scene, cast: Cast, front: string): string => {
	const layers = scene.shows.map((): string[] => [])
	for (const [index, shown] of scene.shows.entries()) {
		if (!isFigure(shown)) {
			if (!isHands(shown)) layers[index]?.unshift(shown.thing === 'front' ? front : drawThing(shown))
			continue
		}
		const { body, over, before, after } = drawFigure(scene, cast, index)
		layers[before]?.unshift(body)
		layers[after]?.push(over)
	}
	return layers.flat().join('')
}

/** People and things of a scene without the place around them: for those that move over a place that stays. */
export const drawShows = (scene: Scene, cast: Cast): string => tighten(drawShown(scene, cast, ''))

/** The place of a scene, with nobody in it. */
export const drawEmptyPlace = (scene: Scene): string => tighten(drawPlace(scene).behind)

/**
 * A scene as one SVG element: no script, no style, no identifier, so that any number stand in one page. Colours are custom properties
 * (`--s-…`), which the page gives by day and by night.
 *
 * @param scene - what is seen
 * @param cast - people by their id; who is not there is not drawn
 */
export const drawScene = (
	scene: Scene,
	cast: Cast,
	{ camera = 'whole', isMirrored = false, telling }: Showing = {},
): string => {
	const place = drawPlace(scene)
	const hasFront = scene.shows.some((item) => !isFigure(item) && item.thing === 'front')
	const body =
		place.behind + drawShown(scene, cast, place.before) + (scene.front && !hasFront ? place.before : '')
	const seen = isMirrored && scene.isDirected ? `<g transform="matrix(-1 0 0 1 360 0)">${body}</g>` : body
	const words = telling ? `<title>${escape(telling.title)}</title><desc>${escape(telling.desc)}</desc>` : ''
	return `<svg xmlns="http://www.w3.org/2000/svg" class="scene ${scene.time}" viewBox="${findFrame(scene, camera, isMirrored)}" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"${telling ? ' role="img"' : ' aria-hidden="true"'}>${words}${tighten(seen)}</svg>`
}

/** The same with its colours written out, for what has no style sheet around it: a page of paper, a picture for sharing. */
export const paintScene = (svg: string, colours: ReadonlyMap<string, string>): string =>
	svg.replaceAll(/var\(--s-([a-z0-9-]+)\)/gu, (use, name: string) => colours.get(name) ?? use)

type Colours = Readonly<Record<string, string>>

/**
 * The same as a file that stands alone: it brings its colours, by day and at night, for who has the scheme dark; on paper it is day.
 *
 * @param svg - of `drawScene`
 * @param colours - by the name of their property; what night leaves out is as by day
 */
export const drawSceneFile = (svg: string, { day, night }: { day: Colours; night: Colours }): string => {
	const used = [...new Set([...svg.matchAll(/var\(--s-([a-z0-9-]+)\)/gu)].map(([, name = '']) => name))]
	const toRule = (colours: Colours): string =>
		`.scene{${used.flatMap((name) => (colours[name] === undefined ? [] : `--s-${name}:${colours[name]}`)).join(';')}}`
	const style = `<style>${toRule(day)}@media screen and (prefers-color-scheme:dark){${toRule(night)}}</style>`
	return svg.replace('>', `>${style}`)
}
