import type { LinkAdvice } from '#domains/protect/check'
import type { LinkReport } from '#tools/inspect/link-inspector'
import type { PictureProblem } from '#tools/files/qr-reader'
import { afterPause, isolate, takeList, takeWords } from './panel-words.ts'
import { openWorkerClient } from './worker-client.ts'

/** Answer of the worker for pictures. */
export type PictureAnswer = { text: string } | { problem: PictureProblem }

const patience = { link: 3000, picture: 10_000 } as const
/** Heavier pictures are not even read from the disk. */
const heaviest = 10 * 1024 * 1024

const toRow = (panel: HTMLElement, name: string, ...content: Node[]): Node[] => {
	const [term, detail] = [document.createElement('dt'), document.createElement('dd')]
	term.append(takeWords(panel, name))
	detail.append(...content)
	return [term, detail]
}

/** The link piece by piece, each kept to its own direction, the owner's name marked. */
const toWhole = ({ parts }: LinkReport): HTMLElement => {
	const whole = document.createElement('span')
	whole.dir = 'ltr'
	for (const { role, text } of parts) {
		const piece = isolate(text, role === 'rest' ? 'ltr' : 'auto')
		piece.className = role
		whole.append(piece)
	}
	return whole
}

const toOwner = (panel: HTMLElement, { name }: LinkReport): Node => {
	if (!name) return takeWords(panel, 'no-owner')
	const owner = isolate(name.shown)
	owner.className = 'owner'
	return owner
}

const toDescription = (panel: HTMLElement, report: LinkReport): HTMLElement => {
	const { name, leadsTo } = report
	const list = document.createElement('dl')
	list.append(...toRow(panel, 'whose', toOwner(panel, report)))
	if (name && name.ascii !== name.shown) list.append(...toRow(panel, 'network', isolate(name.ascii, 'ltr')))
	list.append(...toRow(panel, 'whole', toWhole(report)))
	if (leadsTo) list.append(...toRow(panel, 'leads-to', toWhole(leadsTo)))
	return list
}

const toFindings = (panel: HTMLElement, { findings, leadsTo }: LinkReport): DocumentFragment[] => {
	const own = findings.map(({ code, severity, detail }) => {
		const words = takeWords(panel, `finding.${code}`, detail)
		words.querySelector('li')?.classList.add(severity)
		return words
	})
	return leadsTo ? [...own, ...toFindings(panel, leadsTo)] : own
}

const toNodes = (panel: HTMLElement, advice: LinkAdvice): Node[] => {
	if (!advice.isRead) return [takeWords(panel, `problem.${advice.problem}`)]
	const { report, steps } = advice
	return [
		takeWords(panel, `verdict.${report.verdict}`),
		toDescription(panel, report),
		...takeList(panel, 'seen', toFindings(panel, report)),
		...takeList(
			panel,
			'todo',
			steps.map((step) => takeWords(panel, `step.${step}`)),
		),
	]
}

/** Reads pictures one after the other; gives the text of the code in it, or says why there is none. */
const startPictures = (panel: HTMLElement, place: HTMLElement, use: (text: string) => void): void => {
	const input = panel.querySelector<HTMLInputElement>('[data-picture]')
	const client = openWorkerClient<ArrayBuffer, PictureAnswer>(
		panel.dataset.pictureSrc ?? '',
		patience.picture,
	)
	const say = (name: string): void => place.replaceChildren(takeWords(panel, name))
	const read = async (file: File): Promise<void> => {
		if (file.size > heaviest) {
			say('picture-problem.too-heavy')
			return
		}
		say('reading')
		const bytes = await file.arrayBuffer().catch(() => new ArrayBuffer())
		const outcome = await client.ask(bytes, [bytes])
		if (outcome.is === 'outdated') return
		if (outcome.is !== 'answered') say(outcome.is)
		else if ('text' in outcome.answer) use(outcome.answer.text)
		else say(`picture-problem.${outcome.answer.problem}`)
	}
	const readFirst = (files: FileList | null | undefined): void => {
		const file = files?.[0]
		if (file) void read(file)
	}
	input?.addEventListener('change', () => readFirst(input.files))
	panel.addEventListener('paste', ({ clipboardData }) => readFirst(clipboardData?.files))
}

/** The link inspector: reads a link while someone types or pastes it, or from a picture. */
export const startLinkCheck = (): void => {
	const panel = document.querySelector<HTMLElement>('[data-check="link"]')
	const input = panel?.querySelector<HTMLTextAreaElement>('[data-input]')
	const place = panel?.querySelector<HTMLElement>('[data-answer]')
	if (!panel || !input || !place) return
	const client = openWorkerClient<string, LinkAdvice>(panel.dataset.src ?? '', patience.link)
	const inspect = async (): Promise<void> => {
		if (input.value.trim() === '') {
			place.replaceChildren()
			return
		}
		if (place.childElementCount === 0) place.replaceChildren(takeWords(panel, 'reading'))
		const outcome = await client.ask(input.value)
		if (outcome.is === 'outdated' || input.value.trim() === '') return
		if (outcome.is === 'answered') place.replaceChildren(...toNodes(panel, outcome.answer))
		else place.replaceChildren(takeWords(panel, outcome.is))
	}
	const clear = (): void => {
		for (const field of panel.querySelectorAll<HTMLInputElement>('[data-input], [data-picture]'))
			field.value = ''
		place.replaceChildren()
	}
	clear()
	input.addEventListener(
		'input',
		afterPause(() => void inspect()),
	)
	startPictures(panel, place, (text) => {
		input.value = text
		void inspect()
	})
	panel.querySelector('[data-clear]')?.addEventListener('click', () => {
		clear()
		input.focus()
	})
	addEventListener('pagehide', clear)
	panel.hidden = false
}
