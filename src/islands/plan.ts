/**
 * The family plan in the page: where this script runs, nothing of a family is sent. The form is taken over, the plan is made
 * here by the same rules and of the same words; without the script the form goes to the server, and the page says so.
 */
import { toLocalDay } from '#base'
import { getRefusal, parseFamilyFields } from '#domains/protect/plan/family'
import { makePlan } from '#domains/protect/plan'
import { mostKeptBytes, parseKeptPlan, type KeptPlan } from '#domains/protect/plan/kept'
import type { PlanCards } from './plan-sheet.ts'

const loadSheet = () => import('./plan-sheet.ts')

const unhide = (root: ParentNode): void => {
	for (const part of root.querySelectorAll<HTMLElement>('[data-needs-island], [data-add]'))
		part.hidden = false
	for (const part of root.querySelectorAll<HTMLElement>('[data-plain-note]')) part.hidden = true
}

/** Asks for the cards, the same for everybody, at the first touch of the form; a failure is tried again. */
const createCards = (address: string): (() => Promise<PlanCards>) => {
	let asked: Promise<PlanCards> | undefined
	const ask = async (): Promise<PlanCards> => {
		const answer = await fetch(address, { credentials: 'omit' })
		if (!answer.ok) throw new Error(`fetching the cards of the plan: answered ${answer.status}, wanted 200`)
		return (await answer.json()) as PlanCards
	}
	return () => {
		asked ??= ask().catch((error: unknown) => {
			asked = undefined
			throw error
		})
		return asked
	}
}

const today = (): string => toLocalDay(new Date())

/** Reads a kept file; answers with a name of the sentence that says what is wrong. */
const readKept = async (file: File): Promise<KeptPlan | 'big' | 'file'> => {
	if (file.size > mostKeptBytes) return 'big'
	const kept = parseKeptPlan(await file.text())
	return kept.ok ? kept.value : 'file'
}

const addOne = ({ target }: Event): void => {
	const button = (target as Element).closest<HTMLElement>('[data-add]')
	const input = button?.parentElement?.querySelector('input')
	if (!input) return
	if (button?.dataset.add === '1') input.stepUp()
	else input.stepDown()
}

const startForm = (form: HTMLFormElement): void => {
	const start = document.querySelector<HTMLElement>('[data-plan-start]')
	const place = document.querySelector<HTMLElement>('[data-plan-place]')
	const message = form.querySelector<HTMLElement>('[data-message]')
	if (!start || !place || !message) return
	const getCards = createCards(form.action.replace(/[^/]*$/u, 'cards.json'))
	const say = (name?: string): void => {
		message.textContent = name === undefined ? '' : (message.dataset[name] ?? '')
		// The question that has to be mended is the first one, or begins there.
		if (name === 'children' || name === 'counts') location.hash = 'plan-children'
	}
	let ticks: KeptPlan['ticks'] = {}
	const change = (now: KeptPlan['ticks']): void => {
		ticks = now
		place.hidden = true
		start.hidden = false
		location.hash = 'plan-children'
		form.querySelector('input')?.focus()
	}
	const show = async (kept: KeptPlan): Promise<void> => {
		say()
		try {
			const [cards, { buildSheet, enlivenSheet }] = await Promise.all([getCards(), loadSheet()])
			const sheet = buildSheet(cards, makePlan(cards.rules, kept.family, kept.day), kept.family)
			place.replaceChildren(sheet)
			enlivenSheet(sheet, kept, change)
			start.hidden = true
			place.hidden = false
			scrollTo(0, 0)
			sheet.querySelector('h1')?.focus()
		} catch {
			say('network')
		}
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault()
		const fields = [...new FormData(form)].filter(
			(field): field is [string, string] => typeof field[1] === 'string',
		)
		const family = parseFamilyFields(new URLSearchParams(fields))
		if (family.ok) void show({ day: today(), family: family.value, ticks })
		else say(getRefusal(family.issues))
	})
	form.querySelector<HTMLInputElement>('[data-open]')?.addEventListener('change', async ({ target }) => {
		const input = target as HTMLInputElement
		const [file] = input.files ?? []
		if (!file) return
		const kept = await readKept(file)
		input.value = ''
		if (typeof kept === 'string') say(kept)
		else await show(kept)
	})
	form.addEventListener('click', addOne)
	const prepare = (): void => {
		void loadSheet()
		getCards().catch(() => undefined)
	}
	for (const touch of ['pointerdown', 'focusin']) form.addEventListener(touch, prepare, { once: true })
	unhide(start)
}

/** A plan that the server made, for a visitor whose script came late: it can be ticked and kept too. */
const startMade = async (sheet: HTMLElement): Promise<void> => {
	const family = parseFamilyFields(new URLSearchParams(location.search))
	if (!family.ok) return
	const { enlivenSheet } = await loadSheet()
	enlivenSheet(sheet, { day: sheet.dataset.planSheet ?? '', family: family.value, ticks: {} })
}

const form = document.querySelector<HTMLFormElement>('[data-plan-form]')
const sheet = document.querySelector<HTMLElement>('[data-plan-sheet]')
if (form) startForm(form)
else if (sheet) void startMade(sheet)
