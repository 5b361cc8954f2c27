/** After the check of a browser: throws dice about one protection on this device, and sends what fell. One press a page; nothing is kept. */
import { randomise, type Findings } from '#domains/programme/counting/device'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'

/** Characters of every message: its length says nothing. */
const length = 1024

const drawWord = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

/** Findings of the check, read from what it shows. A protection that could not be seen counts as none. */
const readFindings = (): Findings => {
	const isOn = (question: string): boolean =>
		document.querySelector<HTMLElement>(`[data-answer="${question}.on"]`)?.hidden === false
	return { filter: isOn('filter'), search: isOn('search'), bypass: isOn('doh') }
}

const send = async (address: string, area: string): Promise<boolean> => {
	const asking = { cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer' } as const
	const challenge = await fetch(address, asking)
	const work = await solveChallenge((await challenge.json()) as Parameters<typeof solveChallenge>[0])
	const body = JSON.stringify({ work, press: { area, ...randomise(readFindings(), drawWord) } }).padEnd(
		length,
	)
	return (
		await fetch(address, { ...asking, method: 'POST', body, headers: { 'content-type': 'text/plain' } })
	).ok
}

const start = (panel: HTMLElement, answers: HTMLElement): void => {
	const form = panel.querySelector<HTMLElement>('[data-add]')
	const button = panel.querySelector<HTMLButtonElement>('[data-press]')
	const area = panel.querySelector('select')
	const say = (said: string): void => {
		for (const place of panel.querySelectorAll<HTMLElement>('[data-said]'))
			place.hidden = place.dataset.said !== said
	}
	if (!form || !button || !area) return
	new MutationObserver(() => (form.hidden = answers.hidden)).observe(answers, { attributes: true })
	button.addEventListener(
		'click',
		() => {
			button.disabled = true
			say('sending')
			send(panel.dataset.addProtection ?? '', area.value).then(
				(isTaken) => say(isTaken ? 'sent' : 'failed'),
				() => say('failed'),
			)
		},
		{ once: true },
	)
}

const panel = document.querySelector<HTMLElement>('[data-add-protection]')
const answers = document.querySelector<HTMLElement>('[data-answers]')
if (panel && answers) start(panel, answers)
