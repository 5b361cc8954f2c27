import { getDirection, getLanguage, languages } from '#base'
import { findForm, formNames, formReaders } from '#domains/programme/trials/instrument'
import { getInstrument } from '#domains/programme/trials/instrument/server'
import { getPdfMaker, toPdfResponse } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords, shapeTexts } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

/** Forms by name: `children-a`. */
const sheets = new Map<string, Pick<Parameters<typeof findForm>[1], 'readers' | 'form'>>(
	formReaders.flatMap((readers) =>
		formNames.map((form) => [`${readers}-${form}`, { readers, form }] as const),
	),
)

export const entries: EntryGenerator = () =>
	languages.flatMap((lang) => Array.from(sheets.keys(), (sheet) => ({ lang, sheet })))

/** A form of a study on paper. */
export const GET: RequestHandler = ({ params }) => {
	const words = createWords(params.lang)
	const { t } = words
	const sheet = sheets.get(params.sheet)
	const form = sheet && findForm(getInstrument(), { ...sheet, language: getLanguage(params.lang) })
	if (!form) error(404, 'page.not-found')
	const shape = (text: string): string => words.text(text, form.language)
	const name = `${t('trial.forms.form', { name: form.form.toUpperCase() })} · ${t(`audience.${form.readers}`)}`
	const unvalidated = form.validated ? '' : t('trial.forms.unvalidated')
	const data = {
		...shapeTexts(form, shape),
		description: name,
		publisher: t('site.name'),
		lang: form.language,
		dir: getDirection(form.language),
		footer: [name, t('trial.forms.version', { n: form.version }), unvalidated].filter(Boolean).join(' · '),
		labels: {
			unvalidated,
			class: t('trial.forms.label'),
			feel: t('trial.forms.feel'),
			ask: t('trial.forms.ask'),
			moments: [t('trial.moment.before'), t('trial.moment.after'), t('trial.moment.w8')],
		},
	}
	// The day of the words, so that the same words give the same file.
	const at = new Date(`${form.checked}T00:00:00Z`)
	return toPdfResponse(getPdfMaker(sources)(templates.form, data, at), `thiqa-${params.sheet}`)
}
