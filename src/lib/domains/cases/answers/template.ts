/** Answers that are ready to send: their frame, their words, and how they are filled. */
import { failed, languages, ok, type Language, type Result } from '#base'
import { checkedOn, getDoors, line, reviewed, slug, type Contact, type Library } from '#domains/guide'
import { letterLimit, statuses as childStatuses } from '#domains/reports'
import * as v from 'valibot'
import { categories, type Category } from '../category.ts'

/** Gaps of a template. `doors` is filled from the list of doors; the others by the analyst. */
export const slots = ['doors', 'question'] as const
type Slot = (typeof slots)[number]

/** Schema of `content/desk/templates/<id>/template.yaml`. */
export const templateFrame = v.strictObject({
	/** Cases it fits. */
	categories: v.union([v.literal('all'), v.pipe(v.array(v.picklist(categories)), v.nonEmpty())]),
	/** Status of the reporter's page after it; never that nobody has read it. */
	status: v.pipe(
		v.picklist(childStatuses),
		v.check((status) => status !== 'received', 'must not be received: who is answered was read'),
	),
	/** Ids of `content/country/contacts.yaml`, first the one to go to first. */
	doors: v.array(slug),
	slots: v.array(v.picklist(slots)),
})

/** Letters that a filled template may grow by, so that the answer still fits its one size. */
const roomToFill = 150

/** Schema of `content/desk/templates/<id>/<lang>.yaml`. `title` is for the desk; `text` for the reporter. */
export const templateWords = v.strictObject({
	title: line(70),
	text: line(letterLimit - roomToFill),
	review: reviewed,
	checked: checkedOn,
})
export type TemplateWords = v.InferOutput<typeof templateWords>

/** An answer in every language. */
export type Template = v.InferOutput<typeof templateFrame> & {
	id: string
	words: Readonly<Record<Language, TemplateWords>>
}

const slotForm = /\{([a-z]+)\}/gu

/** Finds where the words of a template and its frame do not match; empty when they do. */
export const findTemplateFaults = (
	frame: v.InferOutput<typeof templateFrame>,
	words: TemplateWords,
): string[] => {
	const used = [...words.text.matchAll(slotForm)].map((match) => match[1] ?? '')
	return [
		...frame.slots
			.filter((slot) => used.filter((name) => name === slot).length !== 1)
			.map((slot) => `text: must have {${slot}} once`),
		...used
			.filter((name) => !(frame.slots as readonly string[]).includes(name))
			.map((name) => `text: {${name}} is not in template.yaml`),
		...(frame.slots.includes('doors') === frame.doors.length > 0 ? [] : ['text: has doors without {doors}']),
	]
}

/** Templates that fit a category, in the order of the corpus. */
export const getTemplates = (all: readonly Template[], category: Category): Template[] =>
	all.filter(({ categories: fits }) => fits === 'all' || fits.includes(category))

/** U+2068 and U+2069 keep a number the right way round in a line of Arabic, whatever shows it. */
const isolate = (text: string): string => `\u2068${text}\u2069`

const toDoorLine = ({ name, channels }: Contact, language: Language): string => {
	const reached = channels.flatMap(({ type, value }) => (type === 'in-person' ? [] : [isolate(value)]))
	return [`- ${name[language]}`, reached.join(' · ')].filter((part) => part !== '').join(': ')
}

/**
 * The text of a template with its places filled. Refuses with `template.slot` when the analyst's part is missing or still
 * has a brace, and with `template.too-long` when the answer would not fit its size. Suspended doors are left out.
 */
export const fillTemplate = (
	template: Template,
	language: Language,
	library: Library,
	given: Readonly<Partial<Record<Exclude<Slot, 'doors'>, string>>>,
): Result<string> => {
	const lines = getDoors(library, template.doors).map((door) => toDoorLine(door, language))
	const values: Readonly<Partial<Record<string, string>>> = { ...given, doors: lines.join('\n') }
	const missing = template.slots.filter(
		(slot) => (values[slot] ?? '').trim() === '' || /[{}]/u.test(values[slot] ?? ''),
	)
	if (missing.length > 0) return failed(...missing.map((slot) => ({ path: slot, message: 'template.slot' })))
	const text = template.words[language].text.replace(
		slotForm,
		(_, name: string) => values[name]?.trim() ?? '',
	)
	return text.length > letterLimit ? failed({ path: 'text', message: 'template.too-long' }) : ok(text)
}

/** True when a template has been written in every language. */
export const isWhole = (
	words: Partial<Record<Language, TemplateWords>>,
): words is Record<Language, TemplateWords> => languages.every((language) => words[language] !== undefined)
