/** Signatures of the two persons who destroyed a key, under the certificate of its destruction. */
import { verifyAsync } from '@noble/ed25519'
import { base64 } from '@scure/base'
import { failed, ok, type Result } from '#base'
import { parseErasure } from './erasure.ts'
import type { UnlockedKey } from './secrets/analyst-key.ts'

/** Signature of a person under the certificate of a key; `signingKey` and `signature` are Ed25519 (RFC 8032) in base64. */
type SignedErasure = { subject: string; person: string; signingKey: string; signature: string }

const toMessage = (certificate: string): Uint8Array =>
	new TextEncoder().encode(`thiqa/erasure-signature/v1\0${certificate}`)

/** The text of a signature: lines that go into the public record as a commitment of their own. */
const formatSignedErasure = ({ subject, person, signingKey, signature }: SignedErasure): string =>
	['thiqa erasure signature v1', subject, person, signingKey, signature, ''].join('\n')

const form =
	/^thiqa erasure signature v1\n([\w-]{4,20})\n([0-9a-f-]{36})\n([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)\n([A-Za-z0-9+/]{85}[AQgw]==)\n$/u

const refuse = (code: string): Result<never> => failed({ path: 'erasure', message: code })

/** Reads {@link formatSignedErasure}. Refuses with `erasure.form`. */
export const parseSignedErasure = (text: string): Result<SignedErasure> => {
	const [, subject, person, signingKey, signature] = form.exec(text) ?? []
	if (!subject || !person || !signingKey || !signature) return refuse('erasure.form')
	return ok({ subject, person, signingKey, signature })
}

/** A person's signature under a certificate that names them. Refuses with `erasure.form`, `erasure.not-named`. */
export const signErasure = async (
	certificate: string,
	person: string,
	{ sign, signingKey }: Pick<UnlockedKey, 'sign' | 'signingKey'>,
): Promise<Result<string>> => {
	const erasure = parseErasure(certificate)
	if (!erasure.ok) return erasure
	const { subject, askedBy, agreedBy } = erasure.value
	if (person !== askedBy && person !== agreedBy) return refuse('erasure.not-named')
	const signature = base64.encode(await sign(toMessage(certificate)))
	return ok(formatSignedErasure({ subject, person, signingKey, signature }))
}

const isGood = ({ signingKey, signature }: SignedErasure, certificate: string): Promise<boolean> =>
	verifyAsync(base64.decode(signature), toMessage(certificate), base64.decode(signingKey), {
		zip215: false,
	}).catch(() => false)

/**
 * Checks a certificate with the signatures under it: each of one of the two persons whom it names, none twice, each good. Answers
 * how many; none is no fault, for a person may sign later. Refuses with `erasure.form` or `erasure.signature`.
 */
export const checkErasure = async (
	certificate: string,
	signatures: readonly string[],
): Promise<Result<number>> => {
	const erasure = parseErasure(certificate)
	if (!erasure.ok) return erasure
	const { subject, askedBy, agreedBy } = erasure.value
	const waiting = new Set([askedBy, agreedBy])
	for (const text of signatures) {
		const signed = parseSignedErasure(text)
		if (!signed.ok) return signed
		const isNamed = signed.value.subject === subject && waiting.delete(signed.value.person)
		if (!isNamed || !(await isGood(signed.value, certificate))) return refuse('erasure.signature')
	}
	return ok(signatures.length)
}
