/**
 * A client that walks through a collection of somebody else and loses nothing, whatever habits the server has. Servers have been seen that
 * give all objects of a request one time, whose `next` is used up when it is read, or that say `more` without `next`.
 */
import { readEnvelope } from '../envelope.ts'
import { taxiiType } from '../media-type.ts'
import { formatTaxiiTime, parseTaxiiTime } from '../taxii-time.ts'

/** Asks an address; the answer comes whole, or the promise fails. */
export type Ask = (url: string, request: { headers: Readonly<Record<string, string>> }) => Promise<Response>

/**
 * Why a walk did not come to its end: no answer, a status that is no page, another type than TAXII, no envelope, `more` without `next`,
 * pages without end.
 */
export type PullFault = 'no-answer' | `status-${number}` | 'type' | 'envelope' | 'no-next' | 'loop'

/** `checkpoint`: what to give the next time; only a walk that came to its end moves it. `objects`: number of those that came. */
export type Pulled = { checkpoint: string | undefined; objects: number; fault: PullFault | undefined }

export type Pull = {
	ask: Ask
	/** Address of the collection, with a slash at its end. */
	collection: string
	/** Checkpoint of the last walk that came to its end. */
	checkpoint: string | undefined
	authorization: string | undefined
	/** Keeps the objects of a page; called for each page in their order. What is known already has to be no harm. */
	take: (objects: readonly unknown[]) => Promise<void>
}

/** Objects of a page that are asked for, on every page: medallion fails on `next` without it. */
const pageOf = 1000
/** Pages of one walk at most: with 1000 objects each more than any list has. */
const mostPages = 20_000
/** Pages in a row that bring nothing new, after which a server is taken to go round in a circle. */
const mostIdle = 3
/** Time before the last object from which the next walk begins, in microseconds: what came at the same time and later than we read comes again. */
const overlap = 1000

type Page = { objects: readonly unknown[]; more: boolean; next: string | undefined; last: number | undefined }

const readPage = async (response: Response): Promise<Page | PullFault> => {
	if (response.status !== 200) return `status-${response.status}`
	const type = response.headers.get('content-type') ?? ''
	if (!/^application\/taxii\+json\s*(?:;|$)/iu.test(type)) return 'type'
	const envelope = readEnvelope(await response.text())
	if (!envelope.ok) return 'envelope'
	const last = parseTaxiiTime(response.headers.get('x-taxii-date-added-last') ?? '')
	return { ...envelope.value, last }
}

/** Filters stand beside `next` again: some servers refuse it without them. */
const toAddress = ({ collection, checkpoint }: Pull, next: string | undefined): string => {
	const url = new URL('objects/', collection)
	url.searchParams.set('limit', String(pageOf))
	if (checkpoint !== undefined) url.searchParams.set('added_after', checkpoint)
	if (next !== undefined) url.searchParams.set('next', next)
	return url.href
}

const askPage = async (pull: Pull, next: string | undefined): Promise<Page | PullFault> => {
	const { ask, authorization } = pull
	const headers = { accept: taxiiType, ...(authorization === undefined ? {} : { authorization }) }
	try {
		return await readPage(await ask(toAddress(pull, next), { headers }))
	} catch {
		return 'no-answer'
	}
}

/** Names an object by id and version, so that it is known when it comes again. */
const toKey = (object: unknown): string => {
	const { id, modified } = { ...(object as object) } as { id?: unknown; modified?: unknown }
	return JSON.stringify([id, modified])
}

/**
 * Walks from the last checkpoint to the end. A walk that is broken off moves no checkpoint: the next begins where this one did, because a
 * time in the middle of a walk may be that of objects that have not come yet.
 */
export const pullCollection = async (pull: Pull): Promise<Pulled> => {
	const seen = new Set<string>()
	let next: string | undefined
	let last = 0
	let idle = 0
	const end = (fault?: PullFault): Pulled => {
		const reached = last > 0 ? formatTaxiiTime(last - overlap) : pull.checkpoint
		return { checkpoint: fault === undefined ? reached : pull.checkpoint, objects: seen.size, fault }
	}
	for (let n = 0; n < mostPages; n++) {
		const page = await askPage(pull, next)
		if (typeof page === 'string') return end(page)
		const fresh = page.objects.filter((object) => !seen.has(toKey(object)))
		for (const object of fresh) seen.add(toKey(object))
		if (fresh.length > 0) await pull.take(fresh)
		last = Math.max(last, page.last ?? 0)
		if (!page.more) return end()
		if (page.next === undefined) return end('no-next')
		idle = fresh.length > 0 ? 0 : idle + 1
		if (idle >= mostIdle) return end('loop')
		next = page.next
	}
	return end('loop')
}
