/** A form as it is printed: items with their answers in their order, the right ones not marked. */
import type { Language } from '#base'
import { toKinds, type FormName, type FormReaders, type TrialForms } from './instrument.ts'

export type FormView = {
	readers: FormReaders
	form: FormName
	language: Language
	title: string
	intro: string
	question: string
	items: { ask: string; choices: string[] }[]
	levels: readonly string[]
	fear: readonly string[]
	help: readonly string[]
	version: number
	validated: boolean
	/** Day on which the words were looked at last. */
	checked: string
}

/** Looks a form up; `undefined` where it has no words in this language. */
export const findForm = (
	{ orders, words, version, validated }: TrialForms,
	{ readers, form, language }: Pick<FormView, 'readers' | 'form' | 'language'>,
): FormView | undefined => {
	const own = words[readers][language]
	if (!own) return undefined
	const { title, intro, question, levels, fear, help, checked } = own
	const items = own.forms[form].map((item, at) => ({
		ask: item.ask,
		choices: toKinds(orders[form][at] ?? '').map((kind) => item[kind]),
	}))
	return {
		readers,
		form,
		language,
		title,
		intro,
		question,
		items,
		levels,
		fear,
		help,
		version,
		validated,
		checked,
	}
}
