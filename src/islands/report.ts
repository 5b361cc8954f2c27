/**
 * The report in the page: where this script runs, what a person wrote is sealed before it leaves. It takes the form over, shows
 * one question at a time, seals, shows what leaves, sends, and shows the receipt. Whatever fails keeps the words where they are and
 * says so; nothing is sent in clear unless the person presses the button that says it. Nothing is kept anywhere.
 */
import type { Attaching } from './attach.ts'
import { startCopy } from './copy.ts'
import { startEverywhere } from './everywhere.ts'
import { forgetOnLeave } from './forget.ts'
import { hasCrypto } from './has-crypto.ts'
import { takeWords } from './panel-words.ts'
import type { Problem, Sealing } from './report-seal.ts'
import { startSteps } from './report-steps.ts'

type Parts = Record<
	'sealedWay' | 'plainWay' | 'beforeSeal' | 'leaves' | 'message' | 'failed' | 'failure' | 'plainInstead',
	HTMLElement
>

const get = (root: ParentNode, name: string): HTMLElement => {
	const part = root.querySelector<HTMLElement>(`[data-${name}]`)
	if (!part) throw new Error(`starting the report: the page has no ${name}`)
	return part
}

const getParts = (form: HTMLFormElement): Parts => ({
	sealedWay: get(form, 'sealed-way'),
	plainWay: get(form, 'plain-way'),
	beforeSeal: get(form, 'before-seal'),
	leaves: get(form, 'leaves'),
	message: get(form, 'message'),
	failed: get(form, 'failed'),
	failure: get(form, 'failure'),
	plainInstead: get(form, 'plain-instead'),
})

/** Says why it did not go; with the labelled other way where it is the device that could not. */
const createTeller = (form: HTMLFormElement, { message, failed, failure, plainInstead }: Parts) => ({
	say: (name?: 'working-seal' | 'working-send' | 'working-attach', detail = ''): void => {
		failed.hidden = true
		message.replaceChildren(...(name ? [takeWords(form, name, detail)] : []))
	},
	fail: (name: Problem): void => {
		message.replaceChildren()
		failure.replaceChildren(takeWords(form, `failed-${name}`))
		plainInstead.hidden = name !== 'seal'
		const without = failed.querySelector<HTMLElement>('[data-without-attached]')
		if (without) without.hidden = !name.startsWith('attach-')
		failed.hidden = false
		failed.scrollIntoView({ block: 'nearest' })
	},
})

const showLeaves = ({ beforeSeal, leaves }: Parts, sealing?: Sealing): void => {
	beforeSeal.hidden = sealing !== undefined
	leaves.hidden = sealing === undefined
	if (!sealing) return
	get(leaves, 'fingerprint').textContent = sealing.fingerprint
	get(leaves, 'size').textContent = String(Math.ceil(sealing.size / 1024))
	const attached = leaves.querySelector<HTMLElement>('[data-leaves-attached]')
	if (attached) {
		attached.hidden = sealing.attachedSize === 0
		get(attached, 'attached-size').textContent = String(Math.ceil(sealing.attachedSize / 1024))
	}
	leaves.querySelector('h3')?.focus()
}

/** Starts the attachments of a report; fetched only where the page offers it, and once. */
const startAlong = (
	form: HTMLFormElement,
	onChange: () => void,
): Promise<Attaching | undefined> | undefined =>
	form.querySelector('[data-attach]')
		? import('./attach.ts').then(
				({ startAttaching }) => startAttaching(form, onChange),
				() => undefined,
			)
		: undefined

const startForm = (form: HTMLFormElement): void => {
	const parts = getParts(form)
	const { say, fail } = createTeller(form, parts)
	let [isPlain, isSentPlain] = [false, false]
	let sealing: Sealing | undefined
	let along: Promise<Attaching | undefined> | undefined
	const load = () => import('./report-seal.ts')
	const forget = (): void => {
		sealing = undefined
		showLeaves(parts)
		say()
	}
	const seal = async (isAlone = false): Promise<void> => {
		say('working-seal')
		try {
			const attached = isAlone ? [] : await (await along)?.list()
			const made = await (await load()).sealForm(form, attached)
			if (typeof made === 'string') return fail(made)
			sealing = made
			say()
			showLeaves(parts, sealing)
		} catch {
			fail('seal')
		}
	}
	const send = async (button: HTMLButtonElement): Promise<void> => {
		if (!sealing) return
		button.disabled = true
		say('working-send')
		try {
			// All that shows the receipt is here before anything leaves: a line that breaks afterwards takes nothing away.
			const showReceipt = await (await import('./report-receipt.ts')).prepareReceipt(form, sealing.code)
			const problem = await sealing.send((percent) => say('working-attach', String(percent)))
			// The key has changed meanwhile, or the number is taken: seal again, with what came with the refusal.
			if (problem === 'late' || problem === 'used') forget()
			if (problem) fail(problem)
			else showReceipt()
		} catch {
			fail('network')
		} finally {
			button.disabled = false
		}
	}
	const choose = (isSealed: boolean): void => {
		isPlain = !isSealed
		parts.plainWay.hidden = isSealed
		parts.sealedWay.hidden = !isSealed
	}
	// The heavy half and the slow part, the receipt's keys and a little work, come while the person reads and writes.
	const begin = (): void =>
		void load().then(
			({ canSeal, prepare }) => {
				if (!canSeal()) return choose(false)
				prepare(form)
				along ??= startAlong(form, forget)
			},
			() => undefined,
		)
	choose(true)
	startSteps(form, () => {
		void along?.then((attaching) => attaching?.pause())
		forget()
	})
	for (const touch of ['pointerdown', 'focusin']) form.addEventListener(touch, begin, { once: true })
	// Later than the rest, and before the pictures are reached: the first view of a page stays light.
	const bringMinutes = (): void =>
		void import('./report-minutes.ts').then(({ startMinutes }) => startMinutes(form)).catch(() => undefined)
	form.addEventListener('change', bringMinutes, { once: true })
	form.addEventListener('submit', (event) => {
		if (isPlain) isSentPlain = true
		else event.preventDefault()
	})
	form.addEventListener('click', ({ target }) => {
		const button = (target as Element).closest('button')
		if (button?.matches('[data-seal]')) void seal()
		else if (button?.matches('[data-send]')) void send(button)
		else if (button?.matches('[data-send-without]')) void seal(true).then(() => send(button))
		else if (button?.matches('[data-change]')) forget()
		else if (button?.matches('[data-plain-send]')) isPlain = true
	})
	form.addEventListener('input', forget)
	forgetOnLeave(() => isSentPlain && !document.body.hidden)
}

startEverywhere()
startCopy()
const form = document.querySelector<HTMLFormElement>('[data-report-form]')
if (form && hasCrypto()) startForm(form)
