import {
	component,
	isSignatureError,
	SignatureError,
	type RequestDescriptor,
	type Signer,
	type Verifier,
	webcrypto,
} from 'http-message-sig'

/** Name of the one signature that is looked at; others may stand beside it, as a proxy adds them. */
export const label = 'sig'

/** Components that a request is signed over; more is allowed. */
export const requestComponents = [
	'@method',
	'@target-uri',
	'content-type',
	'content-digest',
	'idempotency-key',
] as const

/** Components that a receipt is signed over: its own status and content, and the request that it answers with its signature. */
export const receiptComponents = [
	'@status',
	'content-type',
	'content-digest',
	component('@method', { req: true }),
	component('@target-uri', { req: true }),
	component('content-digest', { req: true }),
	component('signature', { req: true, key: label }),
]

export const requestTag = 'coop-v1'
export const receiptTag = 'coop-receipt'

/** Stands where the library would look at the times: `checkTimes()` does, with a word for each fault. */
export const anyTime = { clockSkew: Number.MAX_SAFE_INTEGER } as const

/** An Ed25519 private key with the name that its public half has at the other organisation. */
export type SigningKey = { kid: string; key: CryptoKey }

/** A request as it is signed: `url` is the address that the receiver is known by. */
export type SignedRequest = {
	method: string
	url: string
	/** Names in lower case. */
	headers: Readonly<Record<string, string>>
}

export const toDescriptor = ({ method, url, headers }: SignedRequest): RequestDescriptor => ({
	kind: 'request',
	method,
	targetUri: url,
	fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
})

export const toSigner = ({ key }: SigningKey): Signer => webcrypto.signer(key)
export const toVerifier = (key: CryptoKey): Verifier => webcrypto.verifier(key)

/**
 * What an error of the library means: `wrong` when the signature is not that of the content, `shape` when it was no signature of this profile.
 * @throws whatever is no error of the library
 */
export const judgeError = (error: unknown): 'wrong' | 'shape' => {
	if (!isSignatureError(error)) throw error
	if (error instanceof SignatureError && error.code === 'ResolverFailed') throw error.cause
	return error.code === 'VerificationFailed' ? 'wrong' : 'shape'
}

export const toSeconds = (now: Date): number => Math.floor(now.getTime() / 1000)
