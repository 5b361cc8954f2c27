import { createSignature, verifySignature, type ResponseDescriptor } from 'http-message-sig'
import { ok, refused, type Result } from '#base'
import { checkContentDigest, makeContentDigest } from './content-digest.ts'
import {
	anyTime,
	judgeError,
	label,
	receiptComponents,
	receiptTag,
	toDescriptor,
	toSeconds,
	toSigner,
	toVerifier,
	type SignedRequest,
	type SigningKey,
} from './profile.ts'

/** An answer with its headers, names in lower case. */
export type ReceiptAnswer = {
	status: number
	headers: Readonly<Record<string, string>>
	body: Uint8Array<ArrayBuffer>
}

const toResponse = (
	{ status, headers }: Omit<ReceiptAnswer, 'body'>,
	request: SignedRequest,
): ResponseDescriptor => ({
	kind: 'response',
	status,
	fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
	request: toDescriptor(request),
})

/** Signs an answer over the request that it answers, which has to carry its own signature; gives all headers of the answer that are signed or sign. */
export const signReceipt = async (
	{ status, type, body }: { status: number; type: string; body: Uint8Array<ArrayBuffer> },
	request: SignedRequest,
	{ now, ...key }: SigningKey & { now: Date },
): Promise<Record<string, string>> => {
	const headers = { 'content-type': type, 'content-digest': await makeContentDigest(body) }
	const { signature, signatureInput } = await createSignature(toResponse({ status, headers }, request), {
		label,
		components: receiptComponents,
		parameters: { created: toSeconds(now), keyid: key.kid, alg: 'ed25519', tag: receiptTag },
		signer: toSigner(key),
	})
	return { ...headers, signature, 'signature-input': signatureInput }
}

/**
 * Verifies a receipt against the request that it answers. It has no end: it stays a proof.
 *
 * @param findKey - the Ed25519 key of a name; `undefined` when there is none that counts
 * @returns name of the key and when it was signed (seconds). Refuses with `receipt.shape`, `receipt.key`, `receipt.digest`, `receipt.wrong`
 */
export const verifyReceipt = async (
	answer: ReceiptAnswer,
	request: SignedRequest,
	findKey: (kid: string) => Promise<CryptoKey | undefined>,
): Promise<
	Result<
		{ kid: string; created: number },
		'receipt.shape' | 'receipt.key' | 'receipt.digest' | 'receipt.wrong'
	>
> => {
	const missing = new Set<string>()
	try {
		const { parameters } = await verifySignature(toResponse(answer, request), {
			label,
			policy: {
				algorithms: ['ed25519'],
				requiredComponents: receiptComponents,
				requiredParameters: ['created', 'keyid', 'alg', 'tag'],
				...anyTime,
				validate: ({ parameters: { tag } }) => tag === receiptTag,
			},
			resolveVerifier: async ({ parameters: { keyid = '' } }) => {
				const key = await findKey(keyid)
				if (key) return toVerifier(key)
				missing.add(keyid)
				throw new Error('verifying a receipt: its key is not known')
			},
		})
		if (!(await checkContentDigest(answer.headers['content-digest'] ?? '', answer.body)))
			return refused('receipt.digest')
		return ok({ kid: parameters.keyid ?? '', created: parameters.created ?? 0 })
	} catch (error) {
		return refused(missing.size > 0 ? 'receipt.key' : `receipt.${judgeError(error)}`)
	}
}
