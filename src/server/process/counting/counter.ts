/**
 * The counter of this process (decision 084). The server's entry counts what it sends from memory, the application what it makes: both share one. It lives in
 * a process that answers the website, from when the application has opened its database.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
	findCountedPage,
	isArrival,
	type AskedWith,
	type Counter,
	type CountedPage,
} from '#domains/programme/counting'
import { declareSlot } from '../slot.ts'

const slot = declareSlot<Counter>('counting')

/** Hands the counter to everything else. */
export const setCounter = (counter: Counter): void => void slot.put(counter)

/** The counter; `undefined` in a process that counts nothing. */
export const findCounter = (): Counter | undefined => slot.find()

/** The page that a request is an arrival at; nothing of the request is kept. */
export const findArrival = (url: string, headers: AskedWith): CountedPage | undefined =>
	isArrival(headers) ? findCountedPage(url) : undefined

/** Pages of built addresses that were sent, so that each is read once: an address that was asked for and is none never comes here. */
const known = new Map<string, CountedPage | null>()

const findSent = (url: string): CountedPage | undefined => {
	if (url.includes('?')) return findCountedPage(url)
	const page = known.get(url)
	if (page !== undefined) return page ?? undefined
	const found = findCountedPage(url)
	if (known.size < 10_000) known.set(url, found ?? null)
	return found
}

/** Counts what has just been sent from memory, when it was an arrival and the page went out whole. */
export const countSent = (
	{ method, url = '/', headers }: IncomingMessage,
	{ statusCode }: ServerResponse,
): void => {
	if (statusCode !== 200 || method !== 'GET' || !isArrival(headers)) return
	const page = findSent(url)
	if (page) slot.find()?.countDirect(page)
}

/** Counts what the application is about to answer, once it has answered with 200. */
export const countWhenSent = (
	{ method, url = '/', headers }: IncomingMessage,
	response: ServerResponse,
): void => {
	const page = method === 'GET' ? findArrival(url, headers) : undefined
	if (page) response.once('finish', () => response.statusCode === 200 && slot.find()?.countDirect(page))
}
