import * as scene from '#tools/drawing/scene'
import * as v from 'valibot'

const sentence = v.pipe(v.string(), v.minLength(3), v.maxLength(90))
const words = v.strictObject({ ar: sentence, fr: sentence, zgh: sentence, en: sentence })
const point = v.tuple([v.number(), v.number()])
const within = (least: number, most: number) => v.pipe(v.number(), v.minValue(least), v.maxValue(most))

const person = v.strictObject({
	age: v.picklist(scene.ages),
	gender: v.picklist(['girl', 'boy']),
	skin: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
	face: v.picklist(scene.faces),
	hair: v.picklist(scene.hairs),
	hairColour: v.optional(v.picklist(['black', 'brown', 'henna', 'grey']), 'black'),
	cover: v.optional(v.picklist(scene.cloths), 'plum'),
	wears: v.picklist(scene.clothes),
	cloth: v.picklist(scene.cloths),
	trim: v.optional(v.picklist(scene.cloths), 'sand'),
	beard: v.optional(v.picklist(['full', 'short', 'moustache'])),
	has: v.optional(v.array(v.picklist(['glasses', 'hearing-aid', 'wheelchair', 'lines', 'freckles'])), []),
})
const hand = v.strictObject({
	to: point,
	shape: v.optional(v.picklist(scene.hands)),
	turn: v.optional(v.number()),
})
/** Somebody in a picture, with a part: harmed, helping, or harming. Nobody is only one of them over all pictures. */
const figure = v.strictObject({
	who: v.string(),
	at: point,
	size: v.optional(within(0.5, 2)),
	mood: v.picklist(scene.moods),
	pose: v.optional(v.picklist(scene.poses)),
	side: v.optional(v.picklist(['left', 'right'])),
	turn: v.optional(within(-1, 1)),
	nod: v.optional(within(-1, 1)),
	tilt: v.optional(within(-20, 20)),
	lean: v.optional(within(-12, 12)),
	looks: v.optional(v.union([point, v.string()])),
	holds: v.optional(v.string()),
	legs: v.optional(v.picklist(['stand', 'walk', 'sit', 'wheels'])),
	isBack: v.optional(v.boolean()),
	left: v.optional(hand),
	right: v.optional(hand),
	part: v.optional(v.picklist(['harmed', 'helps', 'harms'])),
})
const thing = v.strictObject({
	thing: v.string(),
	at: point,
	size: v.optional(within(0.3, 3)),
	turn: v.optional(v.number()),
	colour: v.optional(v.string()),
	flip: v.optional(v.boolean()),
})

/** People and things of a picture, from the back to the front. */
export const shownList = v.array(v.union([figure, thing]))

/** `content/scenes/cast.yaml`: people by their id. */
export const castFile = v.record(v.string(), person)

/** `content/scenes/words.yaml`: places and times of day, for descriptions. */
export const wordsFile = v.strictObject({
	places: v.record(v.picklist(scene.placeNames), words),
	times: v.record(v.picklist(['day', 'dusk', 'night']), words),
})

/** Any other file of `content/scenes`: pictures. One is for pages (`pages`), for a card, for a story, for a lesson or for a page of its own (`page`). */
export const sceneFile = v.array(
	v.strictObject({
		id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]+$/u)),
		title: words,
		pages: v.optional(v.array(v.pipe(v.string(), v.regex(/^[a-z]+\/[a-z-]+$/u))), []),
		card: v.optional(v.string()),
		story: v.optional(v.string()),
		/** Its place in the story: a step or an end by its id, or `harder` for every end of that kind that has no own picture. */
		moment: v.optional(v.string()),
		lesson: v.optional(v.string()),
		page: v.optional(v.string()),
		place: v.picklist(scene.placeNames),
		hue: v.optional(v.picklist(scene.hues)),
		time: v.optional(v.picklist(['day', 'dusk', 'night']), 'day'),
		isDirected: v.optional(v.boolean(), false),
		near: v.optional(v.tuple([v.number(), v.number(), v.number()])),
		front: v.optional(v.boolean()),
		shows: v.pipe(shownList, v.minLength(1)),
	}),
)

export type SceneWords = v.InferOutput<typeof wordsFile>
export type SceneEntry = v.InferOutput<typeof sceneFile>[number]
