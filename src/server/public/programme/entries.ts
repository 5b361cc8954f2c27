/** Entries of sessions that phones send: what is refused before it is read, how often, and what is answered. Nothing here is logged. */
import { AppError } from '#base'
import { longestEntry, parseEntry } from '#domains/programme/sessions'
import { findInvitation, takeInvitedEntry } from '#domains/programme/sessions/invitations/server'
import { toSent } from '#domains/programme/sessions/server'
import { fillBucket, takeToken, type Budget, type TokenBucket } from '#domains/reports/server'
import { getSessionDesk } from '#server/process/programme/session-desk'

/** Requests with one link: a phone that comes back to the network sends a hundred entries at once. */
const ownBudget: Budget = { perSecond: 10, burst: 300 }
/** Requests with links that are none, of all together: who tries tokens is slowed. */
const budget: Budget = { perSecond: 2, burst: 120 }
/** Links of which it is known how often they were used. */
const mostLinks = 1000

const buckets = new Map<string, TokenBucket>()
let strangers: TokenBucket | undefined

/** True while one more request of a link is answered; who tries links that are none takes nothing from who has one. */
const takesEntry = (link: string | undefined, now: Date): boolean => {
	if (link === undefined) {
		const taken = takeToken(strangers ?? fillBucket(budget, now), budget, now)
		strangers = taken.bucket
		return !taken.isOver
	}
	if (buckets.size >= mostLinks) buckets.clear()
	const taken = takeToken(buckets.get(link) ?? fillBucket(ownBudget, now), ownBudget, now)
	buckets.set(link, taken.bucket)
	return !taken.isOver
}

const tooLong = (): AppError =>
	new AppError('entry.long', 413, 'reading an entry: it is longer than an entry can be')

/** The body as text, read no further than an entry can be long. @throws AppError `entry.long` */
const readBody = async (request: Request): Promise<string> => {
	if (Number(request.headers.get('content-length') ?? 0) > longestEntry) throw tooLong()
	const reader = request.body?.getReader()
	const parts: Uint8Array[] = []
	let length = 0
	for (;;) {
		const part = await reader?.read()
		if (!part || part.done) break
		const bytes = part.value as Uint8Array
		length += bytes.length
		if (length > longestEntry) {
			await reader?.cancel()
			throw tooLong()
		}
		parts.push(bytes)
	}
	return Buffer.concat(parts).toString('utf8')
}

const answer = (status: number, body: Record<string, string>): Response =>
	Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** The status of each refusal: what the sender can mend is no conflict. */
const statuses = {
	'entry.over': 403,
	'entry.not-yours': 403,
	'entry.place': 422,
	'entry.day': 422,
	'entry.late': 409,
} as const

const readToken = (request: Request): string =>
	/^Bearer ([\w-]{22})$/u.exec(request.headers.get('authorization') ?? '')?.[1] ?? ''

/**
 * Answers an entry that a phone has sent. No session is asked for, and no cookie read: whoever has the link may.
 *
 * 200 with the verdict of the first time; 400 `entry.form`; 401 `entry.link` for a link that is none; 403 `entry.over`, `entry.not-yours`;
 * 409 `entry.conflict`, `entry.gap`, `entry.late`; 413 `entry.long`; 422 `entry.place`, `entry.day`; 429 `entry.busy`.
 */
const answerEntry = async (
	request: Request,
	{ id, revision }: { id: string; revision: string },
): Promise<Response> => {
	const [desk, token] = [getSessionDesk(), readToken(request)]
	const link = token === '' ? undefined : await findInvitation(desk.db, token)
	if (!takesEntry(link?.id, desk.now())) return answer(429, { code: 'entry.busy' })
	if (!link) return answer(401, { code: 'entry.link' })
	const read = parseEntry(await readBody(request))
	const isOfAddress = read.ok && read.value.instance_id === id && String(read.value.revision) === revision
	if (!isOfAddress) return answer(400, { code: 'entry.form' })
	const taken = await takeInvitedEntry(desk, link, toSent(read.value))
	if (taken.is === 'kept') return answer(200, { verdict: taken.verdict })
	if (taken.is === 'refused') return answer(statuses[taken.code], { code: taken.code })
	return answer(409, { code: `entry.${taken.is}` })
}

/** Takes an entry of a phone, what is too long answered as well. */
export const takePut = async (
	request: Request,
	address: { id: string; revision: string },
): Promise<Response> => {
	try {
		return await answerEntry(request, address)
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'entry.long')
			return answer(problem.status, { code: problem.code })
		throw problem
	}
}
