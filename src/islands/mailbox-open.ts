/** The heavy half of the mailbox's island: keys of the receipt, the question to the server, opening, writing back. */
import {
	openEpoch,
	openMailbox,
	openReceipt,
	parseMailboxPage,
	sealMessage,
	signChallenge,
	toBase64url,
	toReceiptProblem,
	type OpenMailbox,
} from '#domains/reports/mailbox'
import { parseReceipt } from '#tools/receipt-code'
import { parseVerifierKey, type NoteKey } from '#tools/signed-note'
import { takeWords } from './panel-words.ts'

/** Base64 as it stands in the standard, with its padding. */
const toBase64 = (bytes: Uint8Array): string =>
	btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))

type Receipt = Awaited<ReturnType<typeof openReceipt>>
type Box = { box: OpenMailbox; record: string }

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

const fetchBox = async (receipt: Receipt, root: NoteKey): Promise<Box | undefined> => {
	const page = parseMailboxPage(await askAsHolder(receipt, { step: 'open' }))
	if (!page) throw new NetworkError('opening the mailbox: the answer is none of ours')
	const box = await openMailbox(page, receipt, root)
	return box && { box, record: page.record }
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

const showBox = ({ status, answers, unsigned }: OpenMailbox): HTMLElement => {
	const root = find(document, 'box')
	for (const line of root.querySelectorAll<HTMLElement>('[data-status]'))
		line.hidden = line.dataset.status !== status
	find(root, 'letters').replaceChildren(...answers.map((answer) => buildLetter(root, answer)))
	find(root, 'answers').hidden = answers.length === 0
	find(root, 'unsigned').hidden = unsigned === 0
	root.hidden = false
	root.querySelector('h2')?.focus()
	return root
}

const enliven = (root: HTMLElement, receipt: Receipt, { record }: Box, key: NoteKey): void => {
	const did = find(root, 'did')
	const say = (name: 'sent' | 'not-sent'): void => did.replaceChildren(takeWords(root, name))
	const write = async (text: HTMLTextAreaElement): Promise<void> => {
		const epoch = await openEpoch(record, key)
		const sealed = epoch.ok ? await sealMessage(text.value, receipt.secrets, epoch.value) : epoch
		if (!sealed.ok) return say('not-sent')
		await askAsHolder(receipt, { step: 'send', sealed: toBase64(sealed.value) })
		text.value = ''
		say('sent')
	}
	find(root, 'write-form').addEventListener('submit', (event) => {
		event.preventDefault()
		const text = root.querySelector<HTMLTextAreaElement>('#letter')
		if (text) write(text).catch(() => say('not-sent'))
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
	if (!code.ok) return toReceiptProblem(code.issues)
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
		enliven(showBox(box.box), receipt, box, key.value)
		return undefined
	} catch (error) {
		if (error instanceof NetworkError) return 'network'
		throw error
	}
}
