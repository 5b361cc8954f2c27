/** The heavy half of the mailbox's island: keys of the receipt, the question to the server, opening, writing back. */
import { toBase64, toBase64url } from '#base'
import {
	openEpoch,
	openMailbox,
	openReceipt,
	parseMailboxPage,
	readSafeHours,
	sealMessage,
	signChallenge,
	slotCount,
	toReceiptProblem,
	type OpenMailbox,
	type SafeHours,
} from '#domains/reports/mailbox'
import { parseReceipt } from '#tools/seal/receipt-code'
import { parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { takeWords } from './panel-words.ts'

type Receipt = Awaited<ReturnType<typeof openReceipt>>

class NetworkError extends Error {
	override name = 'NetworkError'
}

const ask = async (question: Readonly<Record<string, unknown>>): Promise<unknown> => {
	const answer = await fetch('/intake/mailbox', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(question),
		credentials: 'omit',
		cache: 'no-store',
	}).catch(() => undefined)
	if (!answer?.ok) throw new NetworkError('asking the mailbox: no answer')
	return answer.json()
}

/** Asks as the holder of the receipt: what the server gives to sign is signed. */
const askAsHolder = async ({ secrets, keys }: Receipt, question: Readonly<Record<string, unknown>>) => {
	const lookup = toBase64url(keys.lookup)
	const { challenge } = (await ask({ step: 'challenge', lookup })) as { challenge: string }
	const signature = toBase64url(await signChallenge(challenge, secrets))
	return ask({ ...question, lookup, challenge, signature })
}

const fetchBox = async (receipt: Receipt, root: NoteKey, skip = 0): Promise<OpenMailbox | undefined> => {
	const page = parseMailboxPage(await askAsHolder(receipt, { step: 'open', skip }))
	if (!page) throw new NetworkError('opening the mailbox: the answer is none of ours')
	return openMailbox(page, receipt, root)
}

/** The proof in an answer, empty when there is none yet. */
const readProof = (answer: unknown): string => {
	const { proof } = answer as { proof: string }
	const text = atob(proof)
	return text.startsWith('c2sp.org/tlog-proof@v1\n') ? `${text.trimEnd()}\n` : ''
}

const find = (root: ParentNode, name: string): HTMLElement => {
	const part = root.querySelector<HTMLElement>(`[data-${name}]`)
	if (!part) throw new Error(`showing the mailbox: the page has no ${name}`)
	return part
}

const buildLetter = (root: HTMLElement, { text, hour, language }: OpenMailbox['answers'][number]): Node => {
	const template = root.querySelector<HTMLTemplateElement>('template[data-letter]')
	const letter = document.importNode(template?.content ?? document.createDocumentFragment(), true)
	const [place, day] = [find(letter, 'text'), find(letter, 'day')]
	place.textContent = text
	place.lang = language
	day.textContent = hour.slice(0, 10).split('-').reverse().join('/')
	day.dir = 'ltr'
	day.setAttribute('datetime', hour)
	return letter
}

const showHours = (root: HTMLElement, hours: SafeHours | undefined): void => {
	if (!hours) return
	find(root, 'known').textContent = `${hours.from}:00 – ${hours.to}:00`
	find(root, 'hours').hidden = false
}

/** Puts letters under those that are shown. Where all places were taken there may be older ones. */
const addLetters = (root: HTMLElement, { answers, unsigned }: OpenMailbox): void => {
	find(root, 'letters').append(...answers.map((answer) => buildLetter(root, answer)))
	if (answers.length > 0) find(root, 'answers').hidden = false
	if (unsigned > 0) find(root, 'unsigned').hidden = false
	find(root, 'older').hidden = answers.length + unsigned < slotCount
}

const showBox = (box: OpenMailbox): HTMLElement => {
	const root = find(document, 'box')
	for (const line of root.querySelectorAll<HTMLElement>('[data-status]'))
		line.hidden = line.dataset.status !== box.status
	for (const part of root.querySelectorAll<HTMLElement>('[data-wait]'))
		part.hidden = part.dataset.wait !== box.wait
	addLetters(root, box)
	showHours(root, box.answers.find(({ safeHours }) => safeHours)?.safeHours)
	root.hidden = false
	root.querySelector('h2')?.focus()
	return root
}

/** The epoch that letters are sealed to now: not always the one of the report. */
const fetchEpoch = async (key: NoteKey) => {
	const answer = await fetch('/intake/epoch', { credentials: 'omit', cache: 'no-store' })
	const { record = '' } = (await answer.json()) as { record?: string }
	return openEpoch(record, key)
}

/** Shows three older letters at each press. */
const offerOlder = (root: HTMLElement, receipt: Receipt, key: NoteKey): void => {
	const form = find(root, 'older')
	const button = form.querySelector('button')
	let skip = 0
	const add = async (): Promise<void> => {
		const older = await fetchBox(receipt, key, skip + slotCount)
		if (!older) return
		skip += slotCount
		addLetters(root, older)
	}
	form.addEventListener('submit', (event) => {
		event.preventDefault()
		if (!button || button.disabled) return
		button.disabled = true
		const fail = (): void => find(root, 'did').replaceChildren(takeWords(root, 'network'))
		void add()
			.catch(fail)
			.finally(() => (button.disabled = false))
	})
}

const enliven = (root: HTMLElement, receipt: Receipt, key: NoteKey): void => {
	const did = find(root, 'did')
	const say = (name: 'sent' | 'not-sent'): void => did.replaceChildren(takeWords(root, name))
	const write = async (form: HTMLFormElement, text: HTMLTextAreaElement): Promise<void> => {
		const safeHours = readSafeHours(new FormData(form))
		const epoch = await fetchEpoch(key)
		if (!epoch.ok) return say('not-sent')
		const sealed = await sealMessage(text.value, receipt.secrets, epoch.value, { safeHours })
		if (!sealed.ok) return say('not-sent')
		await askAsHolder(receipt, { step: 'send', epoch: epoch.value.id, sealed: toBase64(sealed.value) })
		form.reset()
		text.value = ''
		showHours(root, safeHours)
		say('sent')
	}
	offerOlder(root, receipt, key)
	const writeForm = root.querySelector<HTMLFormElement>('[data-write-form]')
	writeForm?.addEventListener('submit', (event) => {
		event.preventDefault()
		const text = root.querySelector<HTMLTextAreaElement>('#letter')
		if (text) write(writeForm, text).catch(() => say('not-sent'))
	})
	find(root, 'proof-form').addEventListener('submit', (event) => {
		event.preventDefault()
		const [place, none] = [
			root.querySelector<HTMLTextAreaElement>('textarea[data-proof]'),
			find(root, 'no-proof'),
		]
		void askAsHolder(receipt, { step: 'proof' }).then(
			(answer) => {
				const text = readProof(answer)
				if (place) place.value = text
				if (place) place.hidden = text === ''
				none.hidden = text !== ''
			},
			() => (none.hidden = false),
		)
	})
}

/** Opens the box of the receipt that was typed; answers what is wrong, or nothing. Throws when the device cannot open it. */
export const openBox = async (
	form: HTMLFormElement,
): Promise<ReturnType<typeof toReceiptProblem> | 'network' | undefined> => {
	const code = await parseReceipt(form.querySelector('textarea')?.value ?? '')
	if (!code.ok) return toReceiptProblem(code)
	const key = parseVerifierKey(form.dataset.root ?? '')
	if (!key.ok) throw new Error('opening the mailbox: the page has no key to check answers with')
	const none = find(document, 'none')
	none.hidden = true
	try {
		const receipt = await openReceipt(code.value)
		const box = await fetchBox(receipt, key.value)
		if (!box) {
			none.hidden = false
			none.querySelector('h2')?.focus()
			return undefined
		}
		form.remove()
		for (const part of document.querySelectorAll('[data-mailbox-start]')) part.remove()
		enliven(showBox(box), receipt, key.value)
		return undefined
	} catch (error) {
		if (error instanceof NetworkError) return 'network'
		throw error
	}
}
