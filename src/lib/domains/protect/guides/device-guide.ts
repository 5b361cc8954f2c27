import { languages } from '#base'
import { checkedOn, line, reviewed, reviewState, slug } from '#domains/guide'
import * as v from 'valibot'
import { citedLabel, deviceScreen, citedPage } from '../screens/index.ts'

/** Days after which a guide is marked stale: menus change faster than advice does. */
export const guideFreshDays = 180

/** Schema of `guide.yaml`. */
export const guideFrame = v.strictObject({
	/** Topics whose pages lead here, those it helps most first. */
	topics: v.pipe(v.array(slug), v.nonEmpty('must name at least one topic')),
	kind: v.picklist(['device', 'game', 'app']),
	audiences: v.pipe(v.array(v.picklist(['parents', 'teens'])), v.nonEmpty()),
	/** The version the words were written for; `knowledge` where no source names one. */
	version: v.pipe(v.string(), v.nonEmpty()),
	/** The person who has followed the steps on a device, and when. */
	tried: v.optional(reviewState, 'none'),
	checked: checkedOn,
	sources: v.pipe(v.array(slug), v.nonEmpty('must name at least one source')),
	/** A screen for each goal, in their order. */
	screens: v.array(deviceScreen),
	/** Words of menus as their makers write them: only these stand on a screen, or in quotation marks. */
	labels: v.array(citedLabel),
	/** The pages on which the labels were read. */
	pages: v.record(slug, citedPage),
})

const goal = v.strictObject({
	goal: line(120),
	/** The word to type in the search of Settings. */
	search: line(60),
	steps: v.pipe(v.array(line(240)), v.minLength(2), v.maxLength(5)),
	see: line(240),
})

/** Schema of `<lang>.yaml` of a guide. */
export const guideWords = v.strictObject({
	title: line(80),
	protects: line(240),
	cannot: line(260),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
	goals: v.pipe(v.array(goal), v.minLength(5), v.maxLength(7)),
	talk: line(400),
	review: reviewed,
})
export type GuideWords = v.InferOutput<typeof guideWords>

/** Guide for setting a device or an app: goals first, then the word to search for, since menus move. */
export type DeviceGuide = v.InferOutput<typeof guideFrame> & {
	id: string
	words: Partial<Record<(typeof languages)[number], GuideWords>>
}
