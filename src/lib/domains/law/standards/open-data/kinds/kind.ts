import type { Ground } from '../../../corpus/law-words.ts'
import type { Law } from '../../../corpus/law.ts'
import type { Cell } from '../csv.ts'
import { fieldsOf, type Field, type ValueSchema } from './field.ts'

/** Every kind of record of the open data. */
export type DataKindName =
	| 'instruments'
	| 'provisions'
	| 'mappings'
	| 'situations'
	| 'questions'
	| 'sources'
	| 'versions'
	| 'figures'

/** One kind of record of the open data: its fields, and every record as flat values. */
export type DataKind = {
	name: DataKindName
	/** In plain English. */
	about: string
	fields: readonly { name: string; about: string; schema: ValueSchema }[]
	getRecords: (law: Law) => Readonly<Record<string, Cell>>[]
}

/** Makes a kind from the one definition that data, tables and schema come from. */
export const makeKind = <Entry>(
	name: DataKindName,
	about: string,
	getEntries: (law: Law) => readonly Entry[],
	fields: readonly Field<Entry>[],
): DataKind => ({
	name,
	about,
	fields,
	getRecords: (law) =>
		getEntries(law).map((entry) =>
			Object.fromEntries(fields.map((field) => [field.name, field.read(entry, law)])),
		),
})

/** Evidence under every statement. */
export const toGroundFields = <Entry extends Ground>(): Field<Entry>[] => {
	const f = fieldsOf<Entry>()
	return [
		f.list('sources', 'Ids in sources: where the statement was read', ({ sources }) => sources),
		f.choice(
			'confidence',
			'sure: read in a copy of the primary text or in two official places; likely: one secondary source, or computed; unverified: named but not found in a dependable source',
			['sure', 'likely', 'unverified'],
			({ confidence }) => confidence,
		),
		f.text('confidence_note', 'Why the confidence is what it is, in English', ({ note }) => note),
		f.list('questions', 'Ids in questions: what a jurist must still say', ({ questions }) => questions),
		...f.texts('notes', 'Contradictions that stay visible, and what nobody has checked yet', ({ notes }) =>
			joinNotes(notes),
		),
		f.text('review_by', 'The jurist who has read the record; null: nobody yet', ({ review }) =>
			review === 'none' ? null : review.by,
		),
		f.day('review_on', 'The day on which that jurist read it', ({ review }) =>
			review === 'none' ? null : review.on,
		),
	]
}

const joinNotes = (notes: Ground['notes']) => {
	const joined: Partial<Record<'ar' | 'fr' | 'en', string>> = {}
	for (const language of ['ar', 'fr', 'en'] as const) {
		const texts = notes.flatMap(({ kind, says }) => (says[language] ? [`${kind}: ${says[language]}`] : []))
		if (texts.length > 0) joined[language] = texts.join('\n')
	}
	return joined
}
