/**
 * The mailbox in the page: where this script runs, the receipt never leaves the device. Typing mistakes are told before anything
 * is asked; answers are opened and their signatures checked here. Without the script the form goes to the server, and the page
 * says so.
 */
import { startCopy } from './copy.ts'
import { startEverywhere } from './everywhere.ts'
import { forgetOnLeave } from './forget.ts'
import { hasCrypto } from './has-crypto.ts'
import { takeWords } from './panel-words.ts'

const startForm = (form: HTMLFormElement): void => {
	const get = (name: string): HTMLElement | null => form.querySelector(`[data-${name}]`)
	const [problem, message, instead] = [get('problem'), get('message'), get('plain-instead')]
	let [isPlain, isSentPlain] = [false, false]
	const say = (place: HTMLElement | null, ...names: string[]): void =>
		place?.replaceChildren(...names.map((name) => takeWords(form, name)))
	const sayProblem = ({ code, group }: { code: string; group: string }): void => {
		problem?.replaceChildren(
			takeWords(form, code),
			...(group === '' ? [] : [takeWords(form, 'group', group)]),
		)
		form.querySelector('textarea')?.focus()
	}
	const open = async (): Promise<void> => {
		say(problem)
		say(message, 'opening')
		if (instead) instead.hidden = true
		try {
			const { openBox } = await import('./mailbox-open.ts')
			const wrong = await openBox(form)
			say(message, ...(wrong === 'network' ? ['network'] : []))
			if (typeof wrong === 'object') sayProblem(wrong)
		} catch {
			say(message, 'open')
			if (instead) instead.hidden = false
		}
	}
	const openPhoto = async (file: File): Promise<void> => {
		const field = form.querySelector('textarea')
		const { readPhoto } = await import('./mailbox-photo.ts')
		const text = await readPhoto(file, form.dataset.readSrc ?? '').catch(() => undefined)
		if (text === undefined || !field) return say(problem, 'unreadable')
		field.value = text
		void open()
	}
	const [photo, photoInput] = [get('photo'), form.querySelector<HTMLInputElement>('input[type=file]')]
	if (photo) photo.hidden = false
	photoInput?.addEventListener('change', () => {
		const file = photoInput.files?.[0]
		photoInput.value = ''
		if (file) void openPhoto(file)
	})
	const [plainNote, scriptNote] = [get('plain-note'), get('script-note')]
	if (plainNote) plainNote.hidden = true
	if (scriptNote) scriptNote.hidden = false
	form.addEventListener('click', ({ target }) => {
		if ((target as Element).closest('[data-plain-send]')) isPlain = true
	})
	form.addEventListener('submit', (event) => {
		isSentPlain = isPlain
		if (isPlain) return
		event.preventDefault()
		void open()
	})
	forgetOnLeave(() => isSentPlain && !document.body.hidden)
}

startEverywhere()
startCopy()
const form = document.querySelector<HTMLFormElement>('[data-mailbox-form]')
if (form && hasCrypto()) startForm(form)
