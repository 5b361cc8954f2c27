import { languages } from '#base'
import { checkedOn, line, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'
import { confidence } from '../fact.ts'
import { citedLabel, deviceScreen, citedPage } from '../screens/index.ts'

/** Kinds of apps and devices: each has a neutral picture, never the sign of a brand. */
const appKinds = ['chat', 'social', 'video', 'game', 'device'] as const

const statement = v.strictObject({
	/** Id of the sentence in `words/<lang>.yaml`. */
	say: slug,
	confidence,
	/** Id of the page it rests on; what was read nowhere has none. */
	source: v.optional(slug),
	/** An address to open, as it is typed. */
	address: v.optional(
		v.pipe(v.string(), v.regex(/^[a-z0-9.-]+(\/[\w./-]*)?$/u, 'must be an address as it is typed')),
	),
	screen: v.optional(deviceScreen),
})
/** One thing that is said of an app, and how we know. */
export type Statement = v.InferOutput<typeof statement>

const some = v.pipe(v.array(statement), v.minLength(1), v.maxLength(4))

/** Things to do, in this order: proof is gone after a block, and a report may erase it. */
export const howTos = ['proof', 'report', 'block', 'filter'] as const
/** Questions that come afterwards. */
export const askedAfter = ['told', 'sent', 'answer'] as const

/** Schema of `content/protect/apps/<app>.yaml`. */
export const appFile = v.strictObject({
	name: line(20),
	order: v.pipe(v.number(), v.integer(), v.minValue(1)),
	kind: v.picklist(appKinds),
	/** The guide that sets it up. */
	guide: v.optional(slug),
	topics: v.pipe(v.array(slug), v.nonEmpty()),
	checked: checkedOn,
	proof: some,
	report: some,
	block: some,
	filter: v.optional(some),
	told: v.optional(some),
	sent: v.optional(some),
	answer: v.optional(some),
	takeDown: v.optional(statement),
	labels: v.array(citedLabel),
	sources: v.record(slug, citedPage),
})
export type AppFile = v.InferOutput<typeof appFile>

/** Schema of `content/protect/apps/words/<lang>.yaml`: the sentences, by id. */
export const appWords = v.strictObject({ phrases: v.record(slug, line(170)), review: reviewed })
export type AppWords = v.InferOutput<typeof appWords>

/** An app or a device: how to keep proof, report and block there. */
export type AppHowTo = AppFile & { id: string; words: Record<(typeof languages)[number], AppWords> }

/** Everything that is said of an app, as it stands on its page. */
export const getStatements = (app: AppFile): Statement[] =>
	[...[...howTos, ...askedAfter].map((part) => app[part] ?? []), app.takeDown ?? []].flat()
