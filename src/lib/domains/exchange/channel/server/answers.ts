import { signReceipt, type SignedRequest } from '#tools/channels/http-signature'
import type { OwnKeys } from '../keys/server/index.ts'
import { toProblem, type ProblemCode } from './problems.ts'

/** An answer of the inbox, its headers in lower case. */
export type InboxAnswer = {
	status: number
	headers: Record<string, string>
	body: Uint8Array<ArrayBuffer>
}

type Content = { status: number; type: string; body: Uint8Array<ArrayBuffer> }

export type InboxAnswers = {
	/** A receipt, signed over the request. 200: the message came before. */
	receipt: (receipt: Uint8Array, status: 200 | 202, request: SignedRequest) => Promise<InboxAnswer>
	/** A refusal that its receiver can verify: the request was signed by a partner. */
	refuse: (code: ProblemCode, request: SignedRequest) => Promise<InboxAnswer>
	/** A refusal for whoever it is. */
	refuseUnsigned: (code: ProblemCode) => InboxAnswer
}

/** InboxAnswers with the time by our clock, and kept by nobody on the way. */
export const createAnswers = (keys: Pick<OwnKeys, 'getSigning'>, now: () => Date): InboxAnswers => {
	const common = (): Record<string, string> => ({
		date: now().toUTCString(),
		'cache-control': 'no-store',
	})
	const toLater = (retryAfter: number | undefined): Record<string, string> =>
		retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }
	const sign = async (content: Content, request: SignedRequest): Promise<InboxAnswer> => {
		const signed = await signReceipt(content, request, { ...(await keys.getSigning()), now: now() })
		return { status: content.status, headers: { ...common(), ...signed }, body: content.body }
	}
	return {
		receipt: (receipt, status, request) =>
			sign({ status, type: 'application/json', body: Uint8Array.from(receipt) }, request),
		refuse: async (code, request) => {
			const { retryAfter, ...problem } = toProblem(code)
			const answer = await sign(problem, request)
			return { ...answer, headers: { ...answer.headers, ...toLater(retryAfter) } }
		},
		refuseUnsigned: (code) => {
			const { retryAfter, status, type, body } = toProblem(code)
			return { status, headers: { ...common(), 'content-type': type, ...toLater(retryAfter) }, body }
		},
	}
}
