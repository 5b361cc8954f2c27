import * as v from 'valibot'
import { lawId } from './law-words.ts'

/** Nearness of a source to the official text, nearest first. */
export const qualities = [
	'primary-text-copy',
	'official-page',
	'secondary-copy',
	'secondary',
	'press',
	'press-ngo',
	'own-search',
	'own-analysis',
	'author-knowledge',
] as const

/** Schema of one entry of `content/law/sources.yaml`. */
export const lawSource = v.strictObject({
	id: lawId,
	title: v.pipe(v.string(), v.nonEmpty()),
	/** Exact place at which it was read. */
	locator: v.pipe(v.string(), v.nonEmpty()),
	url: v.nullable(v.pipe(v.string(), v.url('must be a web address'))),
	quality: v.picklist(qualities),
})

/** Source of a statement about the law. */
export type LawSource = v.InferOutput<typeof lawSource>

/** Schema of `content/law/sources.yaml`. */
export const lawSourcesFile = v.array(lawSource)
