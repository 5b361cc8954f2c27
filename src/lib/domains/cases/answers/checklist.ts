/** Checklist of an analyst beside a case. */
import type { Language } from '#base'
import { line, pickWords, slug } from '#domains/guide'
import * as v from 'valibot'
import { categories, type Category } from '../category.ts'

/** Condition under which an item applies. */
export const moments = ['triage', 'work', 'close'] as const
export type Moment = (typeof moments)[number]

const item = v.strictObject({
	id: slug,
	for: v.union([v.literal('all'), v.pipe(v.array(v.picklist(categories)), v.nonEmpty())]),
	when: v.picklist(moments),
	ar: line(160),
	fr: line(160),
	zgh: line(160),
	en: line(160),
})

/** Schema of `content/desk/checklists.yaml`. */
export const checklistFile = v.pipe(
	v.array(item),
	v.check((items) => new Set(items.map(({ id }) => id)).size === items.length, 'has an id twice'),
)
export type ChecklistItem = v.InferOutput<typeof item>

/** One thing to do, in words of `language`. */
export type CheckPoint = { id: string; when: Moment; language: Language; text: string }

/** The checklist of a category, in the order in which it is gone through. */
export const getChecklist = (
	items: readonly ChecklistItem[],
	category: Category,
	language: Language,
): CheckPoint[] =>
	moments.flatMap((moment) =>
		items
			.filter(({ for: fits, when }) => when === moment && (fits === 'all' || fits.includes(category)))
			.flatMap(({ id, when, ...words }) => {
				const picked = pickWords<string>(words, language)
				return picked ? [{ id, when, language: picked.language, text: picked.words }] : []
			}),
	)
