/** The page of a trainer in one language: reads its form, shows what is kept. */
import { findNextDose } from '#domains/programme/sessions'
import { getShownState, countUnsent, type KeptSession } from '#domains/programme/sessions/phone'
import { toLocalDay } from '#base'
import { takeWords } from './panel-words.ts'
import type { Sync } from './trainer-sync.ts'

type Values = NonNullable<KeptSession['values']>

const find = (within: ParentNode, selector: string): HTMLElement => {
	const found = within.querySelector<HTMLElement>(selector)
	if (!found) throw new Error(`reading the page: wanted ${selector}`)
	return found
}

const findForm = (page: ParentNode): HTMLFormElement => {
	const form = page.querySelector('form')
	if (!form) throw new Error('reading the page: wanted a form')
	return form
}

/** `2026-11-29` as people here write it. */
const toShownDay = (day: string): string => day.split('-').toReversed().join('/')

/** Sessions of the series of one, itself among them. */
const listSeries = (sessions: readonly KeptSession[], series: string): Values[] =>
	sessions.flatMap(({ values, revisions }) =>
		values?.series === series && !revisions.at(-1)?.text.includes('"values":null') ? [values] : [],
	)

/** The words of an option of the form, so that a list says what the form said. */
const toWords = (form: HTMLFormElement, name: string, value: string): string => {
	const field = form.elements.namedItem(name)
	const options = field instanceof HTMLSelectElement ? [...field.options] : []
	return options.find((option) => option.value === value)?.text ?? value
}

/** Reads the form; which group it goes on with decides its series. */
export const readForm = (
	form: HTMLFormElement,
	sessions: readonly KeptSession[],
	known: Values | undefined,
): Values => {
	const data = new FormData(form)
	const get = (name: string): string => {
		const value = data.get(name)
		return typeof value === 'string' ? value : ''
	}
	const follows = get('follows')
	const series = known?.series ?? (follows === '' ? crypto.randomUUID() : follows)
	const before = listSeries(sessions, series).length
	return {
		held_on: get('held_on'),
		province: get('province'),
		setting: get('setting') as Values['setting'],
		audience: get('audience') as Values['audience'],
		language: get('language') as Values['language'],
		minutes: Number(get('minutes')),
		lesson: get('lesson') === '' ? null : get('lesson'),
		dose: known?.dose ?? Math.min(before + 1, 8),
		series,
		band: get('band'),
		card: data.has('card'),
		...(get('trained_by') === ''
			? {}
			: { trained_by: get('trained_by') as NonNullable<Values['trained_by']> }),
	}
}

/** Puts what a session says into the form. */
export const fillForm = (form: HTMLFormElement, values: Values): void => {
	const fields = {
		...values,
		lesson: values.lesson ?? '',
		trained_by: values.trained_by ?? '',
		minutes: String(values.minutes),
	}
	for (const [name, value] of Object.entries(fields)) {
		const field = form.elements.namedItem(name)
		if (field instanceof HTMLSelectElement) field.value = String(value)
		else if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true
		else if (field instanceof HTMLInputElement) field.value = String(value)
	}
}

const takeItem = (page: HTMLElement): DocumentFragment => {
	const template = page.querySelector<HTMLTemplateElement>('template[data-item]')
	return document.importNode(template?.content ?? document.createDocumentFragment(), true)
}

export type Doing = Readonly<Record<'correct' | 'take-back' | 'carry', (session: KeptSession) => void>>

const showOne = (
	page: HTMLElement,
	session: KeptSession,
	{ sessions, doing }: { sessions: readonly KeptSession[]; doing: Doing },
): DocumentFragment => {
	const { values } = session
	const item = takeItem(page)
	const form = findForm(page)
	const state = getShownState(session)
	if (values) {
		find(item, '[data-day]').textContent = toShownDay(values.held_on)
		find(item, '[data-place]').textContent = toWords(form, 'province', values.province)
		const about = (['setting', 'audience', 'band'] as const).map((name) => toWords(form, name, values[name]))
		find(item, '[data-about]').textContent = about.join(' · ')
		const days = listSeries(sessions, values.series).map(({ held_on }) => held_on)
		const next = days.toSorted().at(-1) === values.held_on && findNextDose(days, toLocalDay(new Date()))
		if (next) {
			const line = find(item, '[data-next]')
			line.append(takeWords(page, 'next', toShownDay(next.due)))
			line.hidden = false
		}
	}
	find(item, '[data-said]').append(takeWords(page, `entry.${state}`))
	find(item, '[data-carry]').hidden = state === 'sent' || state === 'taken-back' || state === 'conflict'
	for (const [what, act] of Object.entries(doing)) {
		const button = find(item, `[data-${what}]`)
		if (what !== 'carry') button.hidden = state === 'taken-back'
		button.addEventListener('click', () => act(session))
	}
	return item
}

/** Groups that a session can go on with: those of this phone that are not at their end. */
const showSeries = (page: HTMLElement, sessions: readonly KeptSession[]): void => {
	const form = findForm(page)
	const choice = form.elements.namedItem('follows')
	if (!(choice instanceof HTMLSelectElement)) return
	const all = [...new Set(sessions.flatMap(({ values }) => values?.series ?? []))].map((series) =>
		listSeries(sessions, series),
	)
	const open = all.filter(({ length }) => length > 0 && length < 8)
	const before = choice.value
	choice.replaceChildren(
		...[...choice.options].slice(0, 1),
		...open.map((values) => {
			const [first] = values.toSorted((one, other) => (one.held_on < other.held_on ? -1 : 1))
			const day = toShownDay(first?.held_on ?? '')
			return new Option(`${day} · ${toWords(form, 'province', first?.province ?? '')}`, first?.series)
		}),
	)
	choice.value = before
	const place = choice.parentElement
	if (place) place.hidden = open.length === 0
}

/** Shows what is kept, and how the sending stands. */
export const show = (
	page: HTMLElement,
	sessions: readonly KeptSession[],
	{ sync, doing }: { sync: Sync; doing: Doing },
): void => {
	const newest = sessions.toSorted((one, other) =>
		(one.values?.held_on ?? '') < (other.values?.held_on ?? '') ? 1 : -1,
	)
	find(page, '[data-list]').replaceChildren(...newest.map((one) => showOne(page, one, { sessions, doing })))
	find(page, '[data-none]').hidden = sessions.length > 0
	const { unsent, old } = countUnsent(sessions, Date.now())
	const said = unsent === 0 ? 'none' : sync === 'done' ? 'some' : sync
	const isSilent = sessions.length === 0
	find(page, '[data-state]').replaceChildren(
		...(isSilent ? [] : [takeWords(page, `state.${said}`, String(unsent))]),
	)
	find(page, '[data-old]').hidden = old === 0
	find(page, '[data-old]').replaceChildren(takeWords(page, 'old', String(old)))
	find(page, '[data-send]').hidden = unsent === 0
	showSeries(page, sessions)
}

/** Says whether the form holds a new session or corrects one. */
export const showMode = (page: HTMLElement, isEdit: boolean): void => {
	find(page, '[data-new]').hidden = isEdit
	find(page, '[data-edit]').hidden = !isEdit
	find(page, '[data-cancel]').hidden = !isEdit
	const follows = find(page, '[name="follows"]').parentElement
	if (follows && isEdit) follows.hidden = true
}
