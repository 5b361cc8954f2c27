/** Text of a request, in the browser: sealed to the own key of each reader, opened with one's own. */
import { base64 } from '@scure/base'
import { refused, type Result } from '#base'
import { openText, seal, type Identity } from '#tools/seal/sealed'
import { formatRequestForm, parseRequestForm, toRequestDigest, type RequestForm } from '../request-form.ts'

/** Lengths that a copy is padded to: they say nothing of what is written. */
const copySizes: readonly number[] = [8192, 24_576, 49_152]

type Reader = { person: string; recipient: string }

/** A copy as an act of the server takes it: base64. */
type SentCopy = { person: string; sealed: string }

const sealFor = async (text: string, readers: readonly Reader[]): Promise<SentCopy[] | undefined> => {
	const copies: SentCopy[] = []
	for (const { person, recipient } of readers) {
		const sealed = await seal(text, recipient, copySizes)
		if (!sealed.ok) return undefined
		copies.push({ person, sealed: base64.encode(sealed.value) })
	}
	return copies
}

/** A copy for each reader, and the digest of what they all say; `undefined` when it is longer than any copy. */
export const sealRequest = async (
	form: RequestForm,
	readers: readonly Reader[],
): Promise<{ digest: string; copies: SentCopy[] } | undefined> => {
	const text = formatRequestForm(form)
	const copies = await sealFor(text, readers)
	return copies && { digest: toRequestDigest(text), copies }
}

/** A request while it is open in this tab. */
export type OpenRequest = {
	form: RequestForm
	/** The same text for others; `undefined` when a key of theirs is none. */
	sealFor: (readers: readonly Reader[]) => Promise<SentCopy[] | undefined>
}

/** The form of a copy; the text for other readers comes of it unchanged. Refuses with `damaged`, or `differs` where it is not what is on record. */
export const openRequest = async (
	sealed: string,
	digest: string,
	identity: Identity,
): Promise<Result<OpenRequest, 'damaged' | 'differs'>> => {
	const text = await openText(base64.decode(sealed), identity)
	if (!text.ok) return refused('damaged')
	if (toRequestDigest(text.value) !== digest) return refused('differs')
	const form = parseRequestForm(text.value)
	if (!form.ok) return refused('damaged')
	return { ok: true, value: { form: form.value, sealFor: (readers) => sealFor(text.value, readers) } }
}
