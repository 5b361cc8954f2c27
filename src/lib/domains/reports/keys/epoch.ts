import { failed, fromBase64url, ok, toBase64url, type Result } from '#base'
import { toFamily } from '#tools/seal/sealed'
import { formatNote, makeSigner, openNote, signNote, type NoteKey } from '#tools/seal/signed-note'

/** The key that reports of a time are sealed to, as the operator's root key has signed it. */
export type Epoch = {
	/** Lower-case letters, digits, hyphens: `2026-03`, `demo-2026-03`. */
	id: string
	/** `age1…` or `age1pq1…`. */
	recipient: string
	/** Ed25519 public key that answers of this time are signed with, 32 bytes. */
	answerKey: Uint8Array
	/** First and last day, ISO 8601, both included, in UTC. */
	begins: string
	ends: string
}

const title = 'thiqa epoch v1'
const idForm = /^[a-z0-9][a-z0-9-]{0,39}$/u
const dayForm = /^\d{4}-\d{2}-\d{2}$/u
const refuse = (code: string): Result<never> => failed({ path: 'epoch', message: code })

const isDay = (text: string): boolean =>
	dayForm.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)
const isDaySafely = (text: string): boolean => {
	try {
		return isDay(text)
	} catch {
		return false // no such day: toISOString() throws
	}
}

/** The lines that are signed. */
const toText = ({ id, recipient, answerKey, begins, ends }: Epoch): string =>
	[title, id, recipient, toBase64url(answerKey), begins, ends, ''].join('\n')

const parseText = (text: string): Result<Epoch> => {
	const [first, id = '', recipient = '', key = '', begins = '', ends = '', ...rest] = text.split('\n')
	const answerKey = fromBase64url(key, 32)
	const isWhole = first === title && rest.length === 1 && rest[0] === '' && idForm.test(id)
	if (!isWhole || toFamily(recipient) === undefined || !answerKey) return refuse('epoch.form')
	if (!isDaySafely(begins) || !isDaySafely(ends) || begins > ends) return refuse('epoch.days')
	return ok({ id, recipient, answerKey, begins, ends })
}

/** The signed record of an epoch. Throws when the epoch cannot be read back: nothing half-right gets a signature. */
export const signEpoch = async (
	epoch: Epoch,
	root: Awaited<ReturnType<typeof makeSigner<'ed25519'>>>,
): Promise<string> => {
	const text = toText(epoch)
	if (!parseText(text).ok) throw new Error('signing an epoch: wanted an id, a recipient, a key and two days')
	return formatNote({ text, signatures: [await signNote(text, root)] })
}

/**
 * The epoch in a record that the operator's root key has signed. Refuses with `epoch.unsigned` (not by this key, or changed),
 * `epoch.form` or `epoch.days`. Whether it is the current one is another question: {@link isCurrent}.
 */
export const openEpoch = async (record: string, root: NoteKey): Promise<Result<Epoch>> => {
	const note = await openNote(record, [root])
	return note.ok ? parseText(note.value.text) : refuse('epoch.unsigned')
}

/** May reports still be sealed to it at this moment? */
export const isCurrent = ({ begins, ends }: Pick<Epoch, 'begins' | 'ends'>, now: Date): boolean => {
	const day = now.toISOString().slice(0, 10)
	return begins <= day && day <= ends
}
