import { countVerified, type KeptPlan } from '#domains/protect/plan/kept'
import { toFamilyFields, type Family } from '#domains/protect/plan/family'
import {
	findFirstStep,
	type Plan,
	type PlannedBand,
	type PlannedStep,
	type PlanRules,
} from '#domains/protect/plan'
import { toCalendarFile } from '#tools/files/icalendar'
import { toKeptPage } from './plan-keep.ts'

/** Data that the page fetches once: rules, days of twelve months with `{day}` and `{year}` open, all cards as HTML of ours. */
export type PlanCards = { rules: PlanRules; dates: readonly string[]; html: string }

type Ticks = Record<string, 'done' | 'verified'>

const find = (root: ParentNode, selector: string): HTMLElement | undefined =>
	root.querySelector<HTMLElement>(selector) ?? undefined

const fill = (text: string | undefined, values: Readonly<Record<string, string>>): string =>
	(text ?? '').replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole)

const toDate = (iso: string, dates: readonly string[]): string => {
	const [year = '', month = '', day = ''] = iso.split('-')
	return fill(dates[Number(month) - 1], { year, day: String(Number(day)) })
}

/** Leaves of the parts with `attribute` those that `ids` name. */
const keepOnly = (root: ParentNode, attribute: string, ids: readonly string[]): void => {
	for (const part of root.querySelectorAll(`[${attribute}]`))
		if (!ids.includes(part.getAttribute(attribute) ?? '')) part.remove()
}

const takeStep = (from: Document, { step, bands, devices }: PlannedStep): HTMLElement[] => {
	const card = find(from, `[data-step="${step.id}"]`)
	if (!card) return []
	keepOnly(
		card,
		'data-band',
		bands.map(({ band }) => band),
	)
	const chip = find(card, '[data-devices]')
	if (chip && devices > 0) {
		chip.textContent = fill(chip.dataset.text, { n: String(devices) })
		chip.hidden = false
	}
	return [card]
}

const takeBand = (from: Document, { band, tools, review, next }: PlannedBand, dates: readonly string[]) => {
	const card = find(from, `[data-band-card="${band}"]`)
	if (!card) return []
	keepOnly(
		card,
		'data-tool',
		tools.map(({ id }) => id),
	)
	keepOnly(
		card,
		'data-loosens',
		next.loosens.map(({ id }) => id),
	)
	const loosening = find(card, '[data-loosening]')
	if (loosening) loosening.hidden = next.loosens.length === 0
	const day = card.querySelector<HTMLTimeElement>('[data-review]')
	if (day) {
		day.dateTime = review
		day.textContent = toDate(review, dates)
	}
	return [card]
}

const toItem = (text: string): HTMLElement => {
	const item = document.createElement('li')
	item.textContent = text
	return item
}

/** The plan as a part of this page, built from the cards. */
export const buildSheet = ({ dates, html }: PlanCards, plan: Plan, family: Family): HTMLElement => {
	const from = new DOMParser().parseFromString(html, 'text/html')
	const sheet = find(from, '[data-plan-sheet]')
	if (!sheet) throw new Error('building a plan: the cards hold no frame')
	sheet.dataset.planSheet = plan.day
	const made = find(sheet, '[data-made]')
	if (made) made.textContent = fill(made.dataset.text, { day: toDate(plan.day, dates) })
	keepOnly(sheet, 'data-network', [plan.network])
	const waiting = plan.more.map((id) => toItem(find(from, `[data-step="${id}"] h3`)?.textContent ?? ''))
	find(sheet, '[data-more]')?.replaceChildren(...waiting)
	const first = findFirstStep(plan)
	const beside = first?.step.reach === 'people' ? 'people' : 'device'
	keepOnly(sheet, 'data-beside', first?.step.screen ? [] : [beside])
	// The picture of the question on devices is on this page already: another one would be asked for, and tell that a plan was made.
	const shown = document.querySelector('#plan-devices img')
	find(sheet, '[data-beside]')?.replaceChildren(...(shown ? [shown.cloneNode()] : []))
	const lists = { first: first ? [first] : [], ...plan, tonight: plan.tonight.filter((one) => one !== first) }
	for (const time of ['first', 'tonight', 'week', 'later'] as const) {
		const list = find(sheet, `[data-list="${time}"]`)
		list?.replaceChildren(...lists[time].flatMap((planned) => takeStep(from, planned)))
	}
	for (const how of sheet.querySelectorAll<HTMLDetailsElement>('[data-list="first"] [data-how]'))
		how.open = true
	find(sheet, '[data-bands]')?.replaceChildren(
		...plan.bands.flatMap((planned) => takeBand(from, planned, dates)),
	)
	for (const section of sheet.querySelectorAll<HTMLElement>('.plan-time'))
		section.hidden = section.querySelector('li') === null
	for (const link of sheet.querySelectorAll<HTMLAnchorElement>('[data-dates], [data-pdf]'))
		link.setAttribute('href', `${link.getAttribute('href') ?? ''}?${toFamilyFields(family)}`)
	return document.importNode(sheet, true)
}

const download = (name: string, type: string, text: string): void => {
	const link = document.createElement('a')
	link.href = URL.createObjectURL(new Blob([text], { type }))
	link.download = name
	link.click()
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const toDates = (sheet: HTMLElement): string => {
	const days = [...sheet.querySelectorAll<HTMLElement>('[data-band-card]')].map((card) => ({
		uid: `${crypto.randomUUID()}@thiqa`,
		day: card.querySelector('time')?.dateTime ?? '',
		summary: fill(sheet.dataset.event, { band: find(card, 'h3')?.textContent ?? '' }),
		url: location.origin + location.pathname.replace(/\/made$/u, ''),
	}))
	return toCalendarFile(days, new Date())
}

/** Two ticks a step: done, then verified. What is verified is done; what is not done is not verified. */
const startTicks = (sheet: HTMLElement, ticks: Ticks): void => {
	const steps = [...sheet.querySelectorAll<HTMLElement>('[data-step]')]
	const progress = find(sheet, '[data-progress]')
	const show = (): void => {
		for (const card of steps) {
			const tick = ticks[card.dataset.step ?? '']
			card.classList.toggle('plan-done', tick === 'verified')
			for (const input of card.querySelectorAll<HTMLInputElement>('[data-tick]'))
				input.checked = tick !== undefined && (input.dataset.tick === 'done' || tick === 'verified')
		}
		const n = countVerified(
			steps.map((card) => card.dataset.step ?? ''),
			ticks,
		)
		if (progress)
			progress.textContent = fill(progress.dataset.text, { n: String(n), of: String(steps.length) })
	}
	for (const part of sheet.querySelectorAll<HTMLElement>('[data-tick], [data-progress]')) part.hidden = false
	for (const part of sheet.querySelectorAll<HTMLElement>('[data-paper]')) part.hidden = true
	sheet.addEventListener('change', ({ target }) => {
		const input = (target as Element).closest<HTMLInputElement>('[data-tick]')
		const id = input?.closest<HTMLElement>('[data-step]')?.dataset.step
		if (!input || id === undefined) return
		if (input.dataset.tick === 'verified') ticks[id] = input.checked ? 'verified' : 'done'
		else if (input.checked) ticks[id] = 'done'
		else Reflect.deleteProperty(ticks, id)
		show()
	})
	show()
}

/**
 * Makes a plan in the page one that can be ticked, kept and put into a calendar. Nothing is stored.
 *
 * @param onChange - called with the ticks when the family wants to change its answers; without it the link is followed
 */
export const enlivenSheet = (
	sheet: HTMLElement,
	{ day, family, ticks: before }: KeptPlan,
	onChange?: (ticks: KeptPlan['ticks']) => void,
): void => {
	const ticks: Ticks = { ...before }
	startTicks(sheet, ticks)
	const on = (name: string, act: (event: Event) => void): void =>
		find(sheet, `[data-${name}]`)?.addEventListener('click', act)
	on('keep', () => {
		download(`thiqa-plan-${day}.html`, 'text/html', toKeptPage(sheet, { day, family, ticks }))
		const said = find(sheet, '[data-kept]')
		if (said) said.textContent = said.dataset.text ?? ''
	})
	on('print', () => {
		for (const how of sheet.querySelectorAll('details')) how.open = true
		print()
	})
	on('dates', (event) => {
		event.preventDefault()
		download('thiqa.ics', 'text/calendar', toDates(sheet))
	})
	if (onChange)
		on('change', (event) => {
			event.preventDefault()
			onChange(ticks)
		})
	for (const part of sheet.querySelectorAll<HTMLElement>('[data-needs-island]')) part.hidden = false
}
