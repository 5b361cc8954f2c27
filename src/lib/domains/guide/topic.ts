import * as v from 'valibot'
import { audiences } from './audience.ts'
import { pictures } from './picture.ts'

/** A short text in every language of the site. A missing language stops the build. */
export const inLanguages = v.strictObject({
	ar: v.pipe(v.string(), v.nonEmpty()),
	fr: v.pipe(v.string(), v.nonEmpty()),
	zgh: v.pipe(v.string(), v.nonEmpty()),
	en: v.pipe(v.string(), v.nonEmpty()),
})
export type InLanguages = v.InferOutput<typeof inLanguages>

/** An id as it stands in addresses and file names. */
export const slug = v.pipe(
	v.string(),
	v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by -'),
)

const topic = v.strictObject({
	id: slug,
	picture: v.picklist(pictures),
	title: inLanguages,
	risk: v.strictObject({
		class: v.picklist(['content', 'contact', 'conduct', 'contract', 'cross', 'skill']),
		dimension: v.string(),
	}),
	audiences: v.pipe(v.array(v.picklist(audiences)), v.nonEmpty()),
	/** Audiences whose pages name means of harm, to put them out of reach: no page for readers who may be at risk links to them. */
	namesMeans: v.optional(v.array(v.picklist(audiences)), () => []),
	/** True where its page for citizens speaks to an adult whom it has happened to, and so owes them what an answer owes them. */
	speaksToAdults: v.optional(v.boolean(), false),
	raisesHelpPanel: v.boolean(),
	doors: v.pipe(v.array(slug), v.nonEmpty()),
})

/** A subject of the website: what can happen, or a skill. Its pages differ by audience. */
export type Topic = v.InferOutput<typeof topic>

/** Schema of `content/topics/topics.yaml`. */
export const topicsFile = v.array(topic)
