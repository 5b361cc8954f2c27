/**
 * Checks certificates on the device: the code of the address after `#`, what is pasted, or a photo of the square. Works with the
 * network cable out.
 */
import { readCertificate } from '#domains/skills/certificate'
import type { PictureAnswer } from './check-link.ts'
import { openWorkerClient } from './worker-client.ts'

/** Milliseconds that a photo may take, and bytes it may have. */
const patience = 10_000
const heaviest = 10 * 1024 * 1024

const panel = document.querySelector<HTMLElement>('[data-certificate]')

const show = async (panel: HTMLElement, code: string): Promise<void> => {
	const certificate = await readCertificate(code, panel.dataset.certificate ?? '')
	const find = (name: string): HTMLElement | null => panel.querySelector(`[data-${name}]`)
	const [good, bad] = [find('good'), find('bad')]
	if (good) good.hidden = certificate === undefined
	if (bad) bad.hidden = certificate !== undefined
	if (!certificate) return
	const topics = JSON.parse(panel.dataset.topics ?? '{}') as Record<string, string>
	const say = (name: string, text: string): void => {
		const place = find(name)
		if (place) place.textContent = text
	}
	say('topic', topics[certificate.topic] ?? certificate.topic)
	say('count', `${certificate.right} / ${certificate.of}`)
	say('day', certificate.day)
}

const startCheck = (panel: HTMLElement): void => {
	const field = panel.querySelector('textarea')
	const check = (code: string): void => {
		if (field) field.value = code
		void show(panel, code)
	}
	panel.querySelector('form')?.addEventListener('submit', (event) => {
		event.preventDefault()
		check(field?.value ?? '')
	})
	const photo = panel.querySelector<HTMLElement>('[data-photo]')
	const input = photo?.querySelector('input')
	if (photo) photo.hidden = false
	const client = openWorkerClient<ArrayBuffer, PictureAnswer>(panel.dataset.pictureSrc ?? '', patience)
	const readPhoto = async (file: File): Promise<void> => {
		const bytes = file.size > heaviest ? new ArrayBuffer() : await file.arrayBuffer()
		const outcome = await client.ask(bytes, [bytes])
		if (outcome.is === 'answered' && 'text' in outcome.answer) check(outcome.answer.text)
		else if (outcome.is !== 'outdated' && field) field.value = panel.dataset.unreadable ?? ''
	}
	input?.addEventListener('change', () => {
		const file = input.files?.[0]
		if (file) void readPhoto(file)
	})
	if (location.hash.length > 1) check(decodeURIComponent(location.hash.slice(1)))
}

if (panel) startCheck(panel)
