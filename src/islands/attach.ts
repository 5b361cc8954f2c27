/**
 * Voice note and screenshots of a report, in the page: fetched at first touch, and only where the operator takes them. What is
 * made here stays in memory until the last button, and goes with the page.
 */
import {
	attachmentLimits,
	coercionTiles,
	longestVoice,
	type AttachmentKind,
} from '#domains/reports/attachments'
import { redraw } from './attach-shot.ts'
import { canRecord, record, type Recording } from './attach-voice.ts'
import { takeWords } from './panel-words.ts'

/** Something that goes along, not sealed yet. */
export type Attached = { kind: AttachmentKind; content: Uint8Array<ArrayBuffer> }

export type Attaching = {
	/** Ends a recording that runs: the person has gone on to another question. */
	pause: () => void
	/** All that goes along. */
	list: () => Promise<Attached[]>
}

type ShowProblem = (name?: string) => void
type Part = Pick<Attaching, 'pause' | 'list'>

const none: Part = { pause: () => undefined, list: async () => [] }

const get = (root: ParentNode, name: string): HTMLElement => {
	const part = root.querySelector<HTMLElement>(`[data-${name}]`)
	if (!part) throw new Error(`starting attachments: the page has no ${name}`)
	return part
}

const toClock = (seconds: number): string =>
	`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

const startVoice = (panel: HTMLElement, showProblem: ShowProblem, onChange: () => void): Part => {
	const [begin, stop] = [get(panel, 'record') as HTMLButtonElement, get(panel, 'stop')]
	const [made, clock, player] = [
		get(panel, 'made'),
		get(panel, 'clock'),
		get(panel, 'player') as HTMLAudioElement,
	]
	let recording: Recording | undefined
	let voice: Blob | undefined
	const show = (): void => {
		begin.hidden = recording !== undefined || voice !== undefined
		stop.hidden = recording === undefined
		made.hidden = voice === undefined
		if (!recording && !voice) clock.textContent = ''
	}
	const forget = (): void => {
		if (player.src) URL.revokeObjectURL(player.src)
		player.removeAttribute('src')
		voice = undefined
		onChange()
		show()
	}
	const run = async (): Promise<void> => {
		forget()
		showProblem()
		begin.disabled = true
		try {
			recording = await record(longestVoice, (seconds) => (clock.textContent = toClock(seconds)))
			show()
			stop.focus()
			const whole = await recording.whole
			if (whole.size > 0) {
				voice = whole
				player.src = URL.createObjectURL(whole)
			}
		} catch {
			showProblem('attach-no-microphone')
		} finally {
			recording = undefined
			begin.disabled = false
			show()
		}
	}
	const pause = (): void => recording?.stop()
	begin.addEventListener('click', () => void run())
	stop.addEventListener('click', pause)
	get(panel, 'again').addEventListener('click', () => void run())
	get(panel, 'delete-voice').addEventListener('click', () => {
		forget()
		begin.focus()
	})
	panel.hidden = false
	return {
		pause,
		list: async () => {
			pause()
			await recording?.whole
			const content = voice && new Uint8Array(await voice.arrayBuffer())
			return content ? [{ kind: 'voice', content }] : []
		},
	}
}

const startShots = (
	panel: HTMLElement,
	{ form, showProblem, onChange }: { form: HTMLFormElement; showProblem: ShowProblem; onChange: () => void },
): Part => {
	const [choose, list] = [get(panel, 'choose') as HTMLInputElement, get(panel, 'list')]
	const { most } = attachmentLimits.screenshot
	let shots: Uint8Array<ArrayBuffer>[] = []
	const show = (): void => {
		const items = shots.map((shot, at) => {
			const item = document.createElement('li')
			item.append(takeWords(form, 'attach-shot', String(at + 1)))
			get(item, 'bytes').textContent = String(Math.ceil(shot.length / 1024))
			get(item, 'delete-shot').addEventListener('click', () => {
				shots = shots.filter((other) => other !== shot)
				onChange()
				show()
				choose.focus()
			})
			return item
		})
		list.replaceChildren(...items)
	}
	choose.addEventListener('change', () => {
		const files = [...(choose.files ?? [])]
		choose.value = ''
		showProblem(files.length + shots.length > most ? 'attach-most' : undefined)
		const add = async (): Promise<void> => {
			for (const file of files.slice(0, most - shots.length)) {
				const shot = await redraw(file)
				if (shot) shots.push(shot)
				else showProblem('attach-wrong')
				show()
			}
			onChange()
		}
		void add()
	})
	/** Taken only where somebody presses or draws a child into something: what the tiles say decides. */
	const isOffered = (): boolean =>
		[...form.querySelectorAll<HTMLInputElement>('input[name="what"]:checked')].some(({ value }) =>
			coercionTiles.includes(value),
		)
	const offer = (): void => void (panel.hidden = !isOffered())
	form.addEventListener('change', offer)
	offer()
	return {
		pause: none.pause,
		list: async () => (isOffered() ? shots.map((content) => ({ kind: 'screenshot', content })) : []),
	}
}

/** Starts what the page offers. `onChange`: what was sealed is not what is here any more. */
export const startAttaching = (form: HTMLFormElement, onChange: () => void): Attaching => {
	const root = get(form, 'attach')
	const showProblem: ShowProblem = (name) =>
		get(root, 'attach-message').replaceChildren(...(name === undefined ? [] : [takeWords(form, name)]))
	const [voice, shots] = ['voice', 'shots'].map((name) => root.querySelector<HTMLElement>(`[data-${name}]`))
	const parts = [
		voice && canRecord() ? startVoice(voice, showProblem, onChange) : none,
		shots ? startShots(shots, { form, showProblem, onChange }) : none,
	]
	const pause = (): void => {
		for (const part of parts) part.pause()
	}
	addEventListener('pagehide', pause)
	return { pause, list: async () => (await Promise.all(parts.map((part) => part.list()))).flat() }
}
