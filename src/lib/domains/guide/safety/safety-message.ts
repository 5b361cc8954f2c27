import type { Result } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { askers } from '../contact.ts'
import { line, reviewState } from '../page/reviewed.ts'
import { slug } from '../topic.ts'

/** Path of the messages: `content/safety/<subject>.yaml`. */
export const safetyFolder = 'content/safety/'

/**
 * Places of a text. Of pages and answers: the first thing to do, the three things, what is advised (a page without what does not help,
 * where a bad sentence may be quoted), all of it. `step`: what a story tells and lets its reader choose. `ending`: how it
 * ends. `quiz`: what a quiz calls right. `law`: what a situation of the law tells a reader. `reply`: what the desk answers. `site`: words of the interface and of doors.
 */
export const places = [
	'first',
	'now',
	'advice',
	'page',
	'step',
	'ending',
	'quiz',
	'law',
	'reply',
	'site',
] as const
export type Place = (typeof places)[number]

/** Matches every text, where a topic is named. */
export const everywhere = '*'

const isPattern = (text: string): boolean => {
	try {
		return new RegExp(text, 'iu').source !== ''
	} catch {
		return false
	}
}

const pattern = v.pipe(v.string(), v.nonEmpty(), v.check(isPattern, 'must be a regular expression'))
const patterns = v.pipe(v.array(pattern), v.nonEmpty())
const inEvery = v.strictObject({ ar: patterns, fr: patterns, zgh: patterns, en: patterns })

const sentence = v.pipe(line(400), v.regex(/\.$/u, 'must be a sentence'))

/**
 * Something that has to be said to somebody, or may not be. It is about the texts of its topics, situations and templates that its
 * askers read.
 */
const safetyMessage = v.pipe(
	v.strictObject({
		id: slug,
		/** Content of the message in one neutral sentence: what the patterns look for. */
		says: sentence,
		why: sentence,
		/** Content that never stands beside it, in plain words for who writes. */
		not: v.optional(v.array(line(120)), () => []),
		topics: v.optional(v.array(v.union([slug, v.literal(everywhere)])), () => []),
		situations: v.optional(v.array(slug), () => []),
		/** Ids of `content/desk/templates`: the only ones that have to say it. */
		templates: v.optional(v.array(slug), () => []),
		askers: v.pipe(v.array(v.picklist(askers)), v.nonEmpty()),
		/** Readers who must not read it. */
		notFor: v.optional(v.array(v.picklist(askers)), () => []),
		/** Places of texts in which it is looked for: the page, or, of what is only forbidden, everywhere. */
		where: v.optional(v.pipe(v.array(v.picklist(places)), v.nonEmpty())),
		/**
		 * `every`: each text that it is about says it. `same`: a text says it in each of its languages or in none, and one at least does.
		 * `some`: in each language one text at least says it. `free`: nobody has to, and no text may beside what it opposes.
		 */
		need: v.optional(v.picklist(['every', 'same', 'some', 'free']), 'every'),
		/** Answers that say it in each of their languages, whatever `need` asks of the others: situation, then who reads. */
		always: v.optional(v.record(slug, v.array(v.picklist(askers))), () => ({})),
		/** Answers whose cards say it, not only the words under them. */
		inCards: v.optional(v.record(slug, v.array(v.picklist(askers))), () => ({})),
		/** Put off to another day it is not said. */
		urgent: v.optional(v.literal(true)),
		/** Messages that say the opposite: no text says both, whichever languages they are in. */
		opposes: v.optional(v.array(slug), () => []),
		sources: v.pipe(v.array(slug), v.nonEmpty()),
		confidence: v.picklist(['sure', 'likely', 'unverified']),
		/** Professions that have to judge it, and who of them has. */
		review: v.strictObject({
			by: v.picklist(['clinician', 'jurist', 'child-protection', 'native']),
			state: reviewState,
		}),
		/** Regular expressions that all have to be found, in every language. */
		must: v.optional(inEvery),
		/** Its patterns find words that texts also deny for other reasons: a negation before them does not count as its opposite. */
		broad: v.optional(v.literal(true)),
		/** Regular expressions of which none may be found, in every language. */
		never: v.optional(inEvery),
	}),
	v.check(({ must, never }) => must !== undefined || never !== undefined, 'wants must or never'),
	v.check(
		({ topics, situations, templates }) => topics.length + situations.length + templates.length > 0,
		'names no topic, situation or template',
	),
	v.check(
		({ confidence, must, need }) => confidence !== 'unverified' || must === undefined || need === 'free',
		'is unverified: nobody may have to say it (need: free)',
	),
	v.check(
		({ opposes, must }) => opposes.length === 0 || must !== undefined,
		'opposes a message and has no must to be known by',
	),
	v.transform((message) => ({
		...message,
		where: message.where ?? (message.must ? (['page'] as Place[]) : [...places]),
	})),
)

/** Schema of `content/safety/<subject>.yaml`. */
export const safetyFile = v.array(safetyMessage)

/** A message, and the line of its file at which it stands. */
export type SafetyMessage = v.InferOutput<typeof safetyMessage> & { at: string }

/** Parses `content/safety/<subject>.yaml`; gives every issue when it cannot. */
export const parseSafety = (file: string, text: string): Result<SafetyMessage[]> => {
	const parsed = parseTypedYaml(text, safetyFile)
	if (!parsed.ok) return parsed
	const lines = text.split('\n')
	return {
		ok: true,
		value: parsed.value.map((message) => ({
			...message,
			at: `${file}:${Math.max(0, lines.indexOf(`- id: ${message.id}`)) + 1}`,
		})),
	}
}
