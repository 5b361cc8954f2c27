import * as v from 'valibot'
import { hues, placeNames } from '#tools/drawing/scene'
import { loopSeconds } from '#tools/drawing/scene/loop'
import { shownList } from '../scene-file.ts'

const moment = v.pipe(v.number(), v.minValue(0), v.maxValue(loopSeconds))
const point = v.tuple([v.number(), v.number()])

/** Moments in their order, the first at the beginning. */
const inOrder = <Item>(key: (item: Item) => number) =>
	v.check<Item[], string>(
		(items) =>
			items.every((item, index) => {
				const before = items[index - 1]
				return before === undefined ? key(item) === 0 : key(item) > key(before)
			}),
		'moments begin at 0 and follow one another',
	)

const stop = v.strictObject({
	at: moment,
	by: v.optional(point),
	turn: v.optional(v.pipe(v.number(), v.minValue(-45), v.maxValue(45))),
	size: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(2))),
	fade: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
})
const stops = v.pipe(
	v.array(stop),
	inOrder<v.InferOutput<typeof stop>>(({ at }) => at),
)
const pose = v.strictObject({ from: moment, shows: shownList })

/** `content/loops/<id>.yaml`: one picture that moves. */
export const loopFile = v.strictObject({
	/** The picture of `content/scenes` that tells the whole by itself; its title are the words of the loop. */
	still: v.string(),
	/** The same words in Darija, for who hears Arabic at school only. */
	darija: v.pipe(v.string(), v.minLength(3), v.maxLength(90)),
	topics: v.pipe(v.array(v.string()), v.minLength(1)),
	place: v.picklist(placeNames),
	hue: v.optional(v.picklist(hues)),
	time: v.optional(v.picklist(['day', 'dusk', 'night']), 'day'),
	isDirected: v.optional(v.boolean(), false),
	/** Moments that are printed, in seconds. */
	frames: v.pipe(v.array(moment), v.minLength(6), v.maxLength(8)),
	camera: v.optional(stops),
	parts: v.pipe(
		v.array(
			v.strictObject({
				poses: v.pipe(
					v.array(pose),
					v.minLength(1),
					inOrder<v.InferOutput<typeof pose>>(({ from }) => from),
				),
				moves: v.optional(stops),
				pivot: v.optional(point),
				sway: v.optional(
					v.strictObject({
						turn: v.pipe(v.number(), v.minValue(-3), v.maxValue(3)),
						/** A whole number of times in a loop, so that it ends where it began. */
						seconds: v.picklist([4, 5, 10]),
					}),
				),
				isFixed: v.optional(v.boolean()),
			}),
		),
		v.minLength(1),
	),
})

/** The loops that there are: each has words of its own for who does not see it. */
export const loopIds = ['chain', 'hook', 'secret'] as const

export type LoopEntry = v.InferOutput<typeof loopFile> & { id: (typeof loopIds)[number] }
