/** Requests and answers of Safe Browsing version 4, in JSON and in protocol buffers. Both have one form here, that of JSON. */
import type { FoundHashes } from '../full-hashes.ts'
import type { ListUpdate } from '../list-update.ts'
import {
	findRequestFields,
	findResponseFields,
	updateRequestFields,
	updateResponseFields,
} from './messages.ts'
import { decodeMessage, encodeMessage } from './protobuf.ts'
import { parseFindRequest, parseUpdateRequest, type FindRequest, type UpdateRequest } from './requests.ts'

const parseJson = (body: Uint8Array): unknown => {
	try {
		return JSON.parse(new TextDecoder().decode(body))
	} catch {
		return undefined
	}
}

/** `json`, or `proto` as `alt=proto` asks for. */
export type WireForm = 'json' | 'proto'

/** Reads what a client sent; `undefined` when it is no such request. */
export const readUpdateRequest = (body: Uint8Array, form: WireForm): UpdateRequest | undefined =>
	parseUpdateRequest(form === 'json' ? parseJson(body) : decodeMessage(updateRequestFields, body))

/** Reads what a client sent; `undefined` when it is no such request. */
export const readFindRequest = (body: Uint8Array, form: WireForm): FindRequest | undefined =>
	parseFindRequest(form === 'json' ? parseJson(body) : decodeMessage(findRequestFields, body))

/** Writes the answer to `threatListUpdates:fetch`. `minimumWaitDuration` in seconds: `600s`. */
export const writeUpdates = (
	answer: { listUpdateResponses: readonly ListUpdate[]; minimumWaitDuration: string },
	form: WireForm,
): Uint8Array =>
	form === 'json'
		? new TextEncoder().encode(JSON.stringify(answer))
		: encodeMessage(updateResponseFields, answer)

/** Writes the answer to `fullHashes:find`. */
export const writeFound = (answer: FoundHashes, form: WireForm): Uint8Array =>
	form === 'json'
		? new TextEncoder().encode(JSON.stringify(answer))
		: encodeMessage(findResponseFields, answer)
