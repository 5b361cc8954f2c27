/** Words for a partner's engineer when a message is not taken: problem details (https://www.rfc-editor.org/rfc/rfc9457). Nothing of what came is echoed. */

type Problem = { status: number; title: string; detail: string }

/** Kept for good: partners' programs read these codes. */
const problems = {
	'browser-refused': {
		status: 403,
		title: 'Not for browsers',
		detail: 'The request carries an Origin header. Programs of partners send none.',
	},
	'type-wrong': {
		status: 415,
		title: 'Wrong Content-Type',
		detail: 'Wanted Content-Type: application/jose, and a compact JWE as the content.',
	},
	'id-wrong': {
		status: 400,
		title: 'Wrong Idempotency-Key',
		detail:
			'Wanted Idempotency-Key: "<UUIDv7 in lower case>", with the quotation marks; the same for each try of one message.',
	},
	'too-long': {
		status: 413,
		title: 'Too long',
		detail: 'A message has at most 10 MiB.',
	},
	'too-many': {
		status: 429,
		title: 'Too many requests',
		detail:
			'Try again after the seconds of Retry-After, with a fresh signature and the same Idempotency-Key.',
	},
	busy: {
		status: 503,
		title: 'Busy',
		detail: 'Nothing was stored. Try again after the seconds of Retry-After.',
	},
	'signature-shape': {
		status: 401,
		title: 'No signature of this profile',
		detail:
			'Wanted one signature with the label sig over "@method" "@target-uri" "content-type" "content-digest" "idempotency-key", with created, expires, nonce (16 to 128 characters), keyid, alg="ed25519", tag="coop-v1" (RFC 9421).',
	},
	'not-recognised': {
		status: 401,
		title: 'Signature not recognised',
		detail:
			'Either the key is none that counts here (unknown, not yet compared by two persons, out of its time, revoked), or the signature is not that of this request. Compare the signature base: @target-uri is the address under which this server is known.',
	},
	clock: {
		status: 401,
		title: 'Wrong time',
		detail:
			'Wanted: created not more than 60 s ahead of our clock, expires not more than 60 s behind it, and at most 300 s between the two. Compare your clock with the Date of this answer.',
	},
	digest: {
		status: 400,
		title: 'Wrong Content-Digest',
		detail: 'Wanted Content-Digest: sha-256=:<base64 of SHA-256 over the content as sent>: (RFC 9530).',
	},
	replayed: {
		status: 401,
		title: 'Signature used before',
		detail:
			'This nonce has come before. Sign each try anew, with a fresh nonce and the same Idempotency-Key.',
	},
	'not-agreed': {
		status: 403,
		title: 'Not in the agreement',
		detail: 'No agreement on referrals with you is in force now. Ask your liaison officer at the desk.',
	},
	'id-used': {
		status: 422,
		title: 'Idempotency-Key used for something else',
		detail: 'Another message has come with this Idempotency-Key. A new message takes a new one.',
	},
	'in-flight': {
		status: 409,
		title: 'Still at it',
		detail:
			'A request with this Idempotency-Key is being answered. Try again after the seconds of Retry-After.',
	},
	'seal-key': {
		status: 422,
		title: 'Sealed to a key that we do not have',
		detail: 'The kid of the JWE names no key of ours that still counts. Fetch /coop/v1/keys and seal anew.',
	},
} as const satisfies Readonly<Record<string, Problem>>

export type ProblemCode = keyof typeof problems

export type ProblemAnswer = {
	status: number
	type: string
	body: Uint8Array<ArrayBuffer>
	retryAfter?: number
}

/** Seconds after which a request may come again, where that helps. */
const retryAfter: Readonly<Partial<Record<ProblemCode, number>>> = { 'too-many': 5, busy: 30, 'in-flight': 2 }

export const toProblem = (code: ProblemCode): ProblemAnswer => {
	const problem: Problem = problems[code]
	const after = retryAfter[code]
	return {
		status: problem.status,
		type: 'application/problem+json',
		body: Uint8Array.from(
			Buffer.from(`${JSON.stringify({ type: `urn:thiqa:problem:${code}`, code, ...problem })}\n`),
		),
		...(after === undefined ? {} : { retryAfter: after }),
	}
}
