/** What may be sent to which address, and how long it may be: decided before a body is read. */
import type { IncomingMessage } from 'node:http'

/** Longest form of a visitor in bytes: words of the largest size, each Arabic letter six characters in the body of a form. */
const longestForm = 256 * 1024
/** Longest letter to the desk with its receipt, encoded likewise: two thousand of them may wait in line. */
const longestLetter = 64 * 1024
/** The desk sends the answers to a whole cluster at once, each sealed to another: half a megabyte, where the adapter ends, is 90 of them. */
const longestOfDesk = 4 * 1024 * 1024
/** Longest message of a partner, sealed as a whole; who reads it says so itself. */
export const longestMessage = 10 * 1024 * 1024
/** Bodies that are too long are yet read up to this: a browser shows no answer before it has sent all. */
export const longestHeard = 32 * 1024 * 1024

/** Machines that want every answer, a refusal too, in their own protocol, whatever the method. */
const answersItself = /^\/taxii2(?:[/?]|$)/u
/** Messages of partners; the inbox refuses in the form that they read. */
const takesMessages = /^\/(?:taxii2(?:[/?]|$)|coop\/v1\/inbox(?:\?|$))/u
/** A report, a letter to the desk, the work of the desk, what partners send and ask, one tap on a page. The application checks the rest. */
const takesPost =
	/^\/(?:desk(?:\/|$)|intake\/|coop\/(?:v1\/inbox|answer\/[^/]+)$|v4\/(?:threatListUpdates:fetch|fullHashes:find)$|hashes\/v1\/SubmitFeedback$|[a-z-]+\/(?:report|mailbox)(?:\/|$)|[a-z-]+\/programme\/(?:helped|protected)$)/u

/** One revision of a session, from a phone of the programme: a form of some lines. */
const takesPut = /^\/programme\/entries\/[0-9a-f-]{36}\/[0-9]{1,2}$/u
/** Longest of them in bytes, with room for another program's spaces. */
const longestEntryBody = 4096

/** True when an address takes requests of a method. */
export const takesMethod = (url: string, method: string): boolean =>
	method === 'GET' ||
	method === 'HEAD' ||
	answersItself.test(url) ||
	(method === 'POST' && takesPost.test(url.split('?')[0] ?? '')) ||
	(method === 'PUT' && takesPut.test(url))

/** Longest body of an address, in bytes, by what it says of its length. */
export const findLongest = (url: string): number => {
	if (takesMessages.test(url)) return longestHeard
	if (takesPut.test(url)) return longestEntryBody
	if (url.startsWith('/desk')) return longestOfDesk
	return /^\/[a-z-]+\/mailbox(?:[/?]|$)/u.test(url) ? longestLetter : longestForm
}

/**
 * A body that does not say its length is cut off by the adapter where its limit ends, and that limit is that of messages. All but what
 * reads its body by itself is held to the one of the desk.
 */
export const limitUnsaid = ({ url = '/', headers, method }: IncomingMessage): void => {
	if (method !== 'POST' || takesMessages.test(url) || headers['transfer-encoding'] === undefined) return
	headers['content-length'] ??= String(longestOfDesk)
}
