/**
 * The line before a mailbox that is opened without script. Whoever came first is next; whose turn has not come while the request can wait is
 * given a ticket, and keeps the place by sending it along: nobody is sent away, however many come. Nothing here knows who they are.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { minute } from '#base'

/** A place that is kept: sent back with the same receipt, within the time of a ticket. */
export type KeptPlace = { ticket: string }

/** A receipt as it was typed: in bytes where no text is made of it. */
type Code = string | Uint8Array

export type WaitingLine = {
	/** Does the work when its turn comes, or gives a ticket. */
	enter: <Done>(asked: { code: Code; ticket: string }, work: () => Promise<Done>) => Promise<Done | KeptPlace>
	/** Counts those who wait. */
	count: () => number
}

type WaitingOptions = {
	secret: Uint8Array
	now: () => Date
	/** Opened at the same time. */
	atOnce?: number
	/** Most that wait with an open request: the one that came last is given a ticket at once. */
	mostWaiting?: number
	/** Milliseconds that a request waits. */
	patience?: number
}

/** Milliseconds that a ticket counts. */
const lifetime = 10 * minute
/** Tickets that are remembered as used, so that one place is not taken by a thousand. */
const mostUsed = 200_000
const bodyLength = 16 + 6

const createTickets = ({ secret, now }: Pick<WaitingOptions, 'secret' | 'now'>) => {
	let [recent, older] = [new Set<string>(), new Set<string>()]
	const sign = (body: Uint8Array, code: Code): Buffer =>
		createHmac('sha256', secret).update('waiting\0').update(body).update(code).digest().subarray(0, 16)
	const claim = (ticket: string): boolean => {
		if (recent.has(ticket) || older.has(ticket)) return false
		if (recent.size >= mostUsed / 2) [recent, older] = [new Set(), recent]
		recent.add(ticket)
		return true
	}
	return {
		make: (since: number, code: Code): string => {
			const body = Buffer.alloc(bodyLength)
			randomBytes(16).copy(body)
			body.writeUIntBE(since, 16, 6)
			return Buffer.concat([body, sign(body, code)]).toString('base64url')
		},
		/** Since when its holder waits: from now on for one that is not ours, was used, is over or belongs to another receipt. */
		use: (ticket: string, code: Code): number => {
			const at = now().getTime()
			if (!/^[\w-]{51}$/u.test(ticket)) return at
			const bytes = Buffer.from(ticket, 'base64url')
			const body = bytes.subarray(0, bodyLength)
			const since = body.readUIntBE(16, 6)
			const isGood = timingSafeEqual(bytes.subarray(bodyLength), sign(body, code))
			return isGood && since <= at && since > at - lifetime && claim(ticket) ? since : at
		},
	}
}

type Place = { since: number; end: (isTurn: boolean) => void }

/** Opens the line. */
export const createWaitingLine = ({
	secret,
	now,
	atOnce = 1,
	mostWaiting = 2000,
	patience = 10_000,
}: WaitingOptions): WaitingLine => {
	const tickets = createTickets({ secret, now })
	/** Longest waiting first. */
	const places: Place[] = []
	let running = 0

	const leave = (place: Place, isTurn: boolean): void => {
		const at = places.indexOf(place)
		if (at < 0) return
		places.splice(at, 1)
		place.end(isTurn)
	}
	const wait = (since: number): Promise<boolean> =>
		new Promise((resolve) => {
			const timer = setTimeout(() => leave(place, false), patience)
			const place: Place = {
				since,
				end: (isTurn) => {
					clearTimeout(timer)
					resolve(isTurn)
				},
			}
			const at = places.findLastIndex((other) => other.since <= since)
			places.splice(at + 1, 0, place)
			const last = places.at(-1)
			if (places.length > mostWaiting && last) leave(last, false)
		})
	return {
		count: () => places.length,
		enter: async ({ code, ticket }, work) => {
			const since = tickets.use(ticket, code)
			if (running < atOnce) running += 1
			else if (!(await wait(since))) return { ticket: tickets.make(since, code) }
			try {
				return await work()
			} finally {
				const next = places[0]
				if (next) leave(next, true)
				else running -= 1
			}
		},
	}
}
