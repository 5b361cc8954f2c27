/** "Is it really on?": asks for the canary names when a person presses, and shows what the answers prove. */
import { toHex } from '#base'
import { openName } from './opened-name.ts'
import {
	judge,
	questions,
	readOutcome,
	runProbes,
	toAnswer,
	toProbeHost,
	unknownReasons,
	type Outcome,
	type ProbeName,
	type Scope,
	type Verdict,
} from '#domains/protect/canary'

/** Longer than a slow phone needs, shorter than people wait. */
const patience = 5000

/** A label that nobody has asked for before: no cache holds an answer. */
const makeToken = (): string => toHex(crypto.getRandomValues(new Uint8Array(8)))

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

const request = async (name: ProbeName, address: string): Promise<Outcome> => {
	try {
		const answer = await fetch(address, {
			cache: 'no-store',
			credentials: 'omit',
			redirect: 'error',
			referrerPolicy: 'no-referrer',
			signal: AbortSignal.timeout(patience),
		})
		const text = await answer.text()
		if (name === 'site') return answer.ok ? 'plain' : 'strange'
		return readOutcome(name, parse(text))
	} catch (error) {
		return error instanceof DOMException && error.name === 'TimeoutError' ? 'timed-out' : 'failed'
	}
}

type Asking = { domain: string; by: string; panel: HTMLElement }

/** Where a frame stays silent, a request tells a browser that refuses pages from a network that is slow. */
const ask =
	({ domain, by, panel }: Asking) =>
	async (name: ProbeName): Promise<Outcome> => {
		if (name === 'site') return request(name, '/icon.svg')
		const place = `https://${toProbeHost(name, domain, makeToken())}`
		if (by !== 'navigation') return request(name, `${place}/name.json`)
		const opened = await openName(`${place}/name.html`, panel, patience)
		if (typeof opened === 'object') return readOutcome(name, opened.said)
		if (opened === 'nothing') return 'failed'
		return (await request(name, `${place}/name.json`)) === 'timed-out' ? 'timed-out' : 'failed'
	}

const show = (panel: HTMLElement, verdict: Verdict): void => {
	const reveal = (selector: string): void => {
		const place = panel.querySelector<HTMLElement>(selector)
		if (place) place.hidden = false
	}
	const trouble = unknownReasons.find((reason) => reason === verdict.filter.reason)
	if (trouble) return reveal(`[data-finding="all.${trouble}"]`)
	for (const question of questions) {
		reveal(`[data-answer="${question}.${toAnswer(verdict[question])}"]`)
		reveal(`[data-finding="${question}.${verdict[question].reason}"]`)
	}
	reveal('[data-answers]')
}

/** Reads from the page which file somebody has put in place. */
const readScope = ({ dataset }: HTMLElement): Scope => ({
	knowsNames: dataset.knows === 'yes',
	unseen: questions.filter((question) => dataset.unseen?.split(' ').includes(question)),
})

const startCheck = (panel: HTMLElement, button: HTMLButtonElement): void => {
	const working = panel.querySelector<HTMLElement>('[data-working]')
	const failed = panel.querySelector<HTMLElement>('[data-failed]')
	const check = async (): Promise<void> => {
		for (const shown of panel.querySelectorAll<HTMLElement>('[data-finding], [data-answer], [data-answers]'))
			shown.hidden = true
		if (failed) failed.hidden = true
		if (working) working.hidden = false
		button.setAttribute('aria-disabled', 'true')
		try {
			const asking = { domain: panel.dataset.isItOn ?? '', by: panel.dataset.by ?? '', panel }
			show(panel, judge(await runProbes(ask(asking)), readScope(panel)))
		} catch {
			if (failed) failed.hidden = false
		}
		if (working) working.hidden = true
		button.removeAttribute('aria-disabled')
		button.textContent = panel.dataset.again ?? button.textContent
	}
	button.hidden = false
	button.addEventListener('click', () => {
		if (!button.hasAttribute('aria-disabled')) void check()
	})
}

const panel = document.querySelector<HTMLElement>('[data-is-it-on]')
const button = panel?.querySelector<HTMLButtonElement>('[data-start]')
if (panel && button) startCheck(panel, button)
