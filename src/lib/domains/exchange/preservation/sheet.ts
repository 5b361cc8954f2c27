/** A preservation request as its printed page shows it, in one language: labels of that language around words as they were written. */
import { getDirection } from '#base'
import { stripInvisible } from '#tools/inspect/defang'
import type { SheetKey } from '#messages'
import type { PreservationInstrument, PreservationUrgency } from './clock-rules.ts'
import { isOnlyDraft, type PreservationState } from './moves.ts'
import type { RequestForm, RequestLanguage } from './request-form.ts'

/** Facts of a request that the server knows and every print says. Days are `2026-11-29`. */
export type RequestFacts = {
	reference: string
	state: PreservationState
	instrument: PreservationInstrument
	urgency: PreservationUrgency
	provider: string
	country: string
	/** Reference of the request that this one follows from (article 30). */
	after: string | undefined
	authority: Readonly<Record<RequestLanguage, string>>
	drafted: string
	transmitted: string | undefined
	clocks: readonly { clock: string; due: string }[]
}

/** `isWritten`: words of who drafted it, in the language of the form. */
export type SheetRow = { label: string; value: string; isWritten: boolean }
export type SheetBlock = { number: string; title: string; rows: readonly SheetRow[] }

export type RequestSheet = {
	language: RequestLanguage
	direction: 'rtl' | 'ltr'
	/** Language and direction of what was written. */
	written: { language: RequestLanguage; direction: 'rtl' | 'ltr' }
	title: string
	/** Stands on every page while no authority has transmitted it. */
	draftNotice: string | undefined
	blocks: readonly SheetBlock[]
	notes: readonly string[]
}

export type SheetWord = (key: SheetKey) => string

const clean = (text: string): string => stripInvisible(text.toWellFormed()).trim()

const createRows = (word: SheetWord) => {
	const written = (key: SheetKey, text: string): SheetRow => ({
		label: word(key),
		value: clean(text) === '' ? word('not-given') : clean(text),
		isWritten: clean(text) !== '',
	})
	const said = (key: SheetKey, value: string): SheetRow => ({ label: word(key), value, isWritten: false })
	const contact = (of: RequestForm['requesting']): SheetRow[] => [
		written('organisation', of.organisation),
		written('person', of.person),
		written('address', of.address),
		written('phone', of.phone),
		written('email', of.email),
		written('hours', of.hours),
	]
	const earlier = (of: RequestForm['earlierAssistance']): SheetRow[] => [
		written('day', of.day),
		written('reference', of.reference),
		written('asked-by', of.asked),
		written('answered-by', of.answered),
		written('channel', of.channel),
	]
	return { written, said, contact, earlier }
}

type Given = {
	form: RequestForm
	facts: RequestFacts
	language: RequestLanguage
	word: SheetWord
	/** Names of the rule and of the urgency, in the same language. */
	names: { rule: string; urgency: string }
}

/** Blocks 1 to 11 of the template of the Committee. */
const toTemplateBlocks = ({ form, facts, language, word, names }: Given): SheetBlock[] => {
	const { written, said, contact, earlier } = createRows(word)
	const block = (number: number, key: SheetKey, rows: readonly SheetRow[]): SheetBlock => ({
		number: String(number),
		title: word(key),
		rows,
	})
	const day = facts.transmitted ?? word('not-transmitted')
	return [
		block(1, 'block.date', [said('drafted', facts.drafted), said('transmitted', day)]),
		block(2, 'block.reference', [
			said('reference', facts.reference),
			...(facts.after === undefined ? [] : [said('after', facts.after)]),
		]),
		block(3, 'block.status', [
			said('status', word(`status.${form.status}`)),
			said('urgency', names.urgency),
			said('rule', names.rule),
		]),
		block(4, 'block.requested', [written('organisation', form.requested), said('country', facts.country)]),
		block(5, 'block.requesting', [
			said('authority', facts.authority[language]),
			...contact(form.requesting),
			said('reply', word(form.prefersMail ? 'reply.mail' : 'reply.other')),
		]),
		block(6, 'block.confirmation', contact(form.confirmation)),
		block(7, 'block.operational', contact(form.operational)),
		block(8, 'block.prosecution', [written('prosecution', form.prosecution), written('court', form.court)]),
		block(9, 'block.earlier-assistance', earlier(form.earlierAssistance)),
		block(10, 'block.earlier-preservation', earlier(form.earlierPreservation)),
		block(11, 'block.legal-basis', [written('legal-basis', form.legalBasis)]),
	]
}

/** Letters a to f of article 29(2). */
const toArticleBlocks = ({ form, facts, language, word }: Given): SheetBlock[] => {
	const { written, said } = createRows(word)
	const letter = (number: string, key: SheetKey, ...rows: SheetRow[]): SheetBlock => ({
		number: `29(2) ${number}`,
		title: word(key),
		rows,
	})
	return [
		letter('a', 'article.a', said('authority', facts.authority[language])),
		letter('b', 'article.b', written('offence', form.offence), written('facts', form.facts)),
		letter('c', 'article.c', written('data', form.data), written('relation', form.relation)),
		letter('d', 'article.d', said('provider', facts.provider), written('custodian', form.custodian)),
		letter('e', 'article.e', written('necessity', form.necessity)),
		letter(
			'f',
			'article.f',
			said('assistance', word(form.willAskAssistance ? 'assistance.yes' : 'assistance.no')),
		),
	]
}

/**
 * Sets a request for printing. Nothing is filled in that was not given, and the parts of the template that could not be obtained
 * are named as missing.
 */
export const toRequestSheet = (given: Given): RequestSheet => {
	const { form, facts, language, word } = given
	return {
		language,
		direction: getDirection(language),
		written: { language: form.language, direction: getDirection(form.language) },
		title: word(isOnlyDraft(facts.state) ? 'title.draft' : 'title'),
		draftNotice: isOnlyDraft(facts.state) ? word('draft-notice') : undefined,
		blocks: [...toTemplateBlocks(given), ...toArticleBlocks(given)],
		notes: [word('written-in'), word('no-dual-criminality'), word('missing-blocks')],
	}
}
