/** Forms that wait for a process: in ranks, with an end, and not for ever. */
import { AppError } from '#base'
import { wipe, type Frame } from './frames.ts'
import type { AskedPage } from './page.ts'

const ranks = ['danger', 'ticket', 'report', 'mailbox'] as const
/** When reports and tickets have had their share: so a flood of one kind does not shut out the other. */
const ranksInTurn = ['danger', 'mailbox', 'ticket', 'report'] as const
export type Rank = (typeof ranks)[number]

/** The share of a process that each takes: a page that gives a ticket is made in milliseconds. A mailbox is next after one share. */
const weights = { danger: 0, ticket: 1, report: 50, mailbox: 0 } as const
const share = 50

export type Task = {
	rank: Rank
	frame: { head: AskedPage; body: Buffer }
	/** Aborted when its sender has gone. */
	gone: AbortSignal
	resolve: (told: Frame) => void
	reject: (error: Error) => void
}

/** So many of danger are taken in a row while others wait. */
const mostDangerInRow = 3

/**
 * Most that wait and how long (milliseconds), as long as a browser does. Tickets are as many as places in the line. Danger waits as long as
 * its sender, in so many bytes; then the longest goes, because what a child writes is short and a flood of short forms needs more connections.
 */
const mostWaiting = { danger: Infinity, ticket: 2000, report: 200, mailbox: 200 } as const
const mostDangerBytes = 32 * 1024 * 1024
const mostPatience = 60_000

const busy = (why: string): AppError =>
	new AppError('reports.busy', 503, `Answering a page without script: ${why}`)

/** Sends somebody away, and overwrites what came. */
export const refuseTask = ({ frame, reject }: Task, why: string): void => {
	wipe(frame.body)
	reject(busy(why))
}

export type WaitingRoom = {
	/** Refuses the task at once when too many wait, and any that waits once its sender has gone. */
	add: (task: Task) => void
	/** The next one; where mailboxes may not be taken now, without them, and without their tickets while reports wait. */
	take: (mayVisit: boolean) => Task | undefined
}

export const openWaitingRoom = (): WaitingRoom => {
	const waiting = new Map<Rank, Task[]>(ranks.map((rank) => [rank, []]))
	const get = (rank: Rank): Task[] => waiting.get(rank) ?? []
	const leave = (task: Task, why: string): void => {
		const rank = get(task.rank)
		const at = rank.indexOf(task)
		if (at === -1) return
		rank.splice(at, 1)
		refuseTask(task, why)
	}
	const limitDanger = (): void => {
		const danger = get('danger')
		const bytes = danger.reduce((sum, { frame }) => sum + frame.body.length, 0)
		if (bytes <= mostDangerBytes) return
		const longest = danger.reduce((one, other) =>
			other.frame.body.length > one.frame.body.length ? other : one,
		)
		leave(longest, 'too much waits')
	}
	let [since, dangerInRow] = [0, 0]
	const mayTake = (rank: Rank, mayVisit: boolean): boolean => {
		if (get(rank).length === 0) return false
		if (rank === 'ticket') return mayVisit || get('report').length === 0
		return mayVisit || rank !== 'mailbox'
	}
	return {
		add: (task) => {
			const { rank, gone } = task
			if (gone.aborted) return refuseTask(task, 'its sender has gone')
			if (get(rank).length >= mostWaiting[rank]) return refuseTask(task, 'too many wait')
			get(rank).push(task)
			gone.addEventListener('abort', () => leave(task, 'its sender has gone'))
			if (rank === 'danger') limitDanger()
			else setTimeout(() => leave(task, 'too many wait'), mostPatience).unref()
		},
		take: (mayVisit) => {
			const order: readonly Rank[] = since < share ? ranks : ranksInTurn
			const afterOthers = [...order.filter((name) => name !== 'danger'), 'danger'] as const
			const rank = (dangerInRow < mostDangerInRow ? order : afterOthers).find((name) =>
				mayTake(name, mayVisit),
			)
			if (!rank) return undefined
			dangerInRow = rank === 'danger' ? dangerInRow + 1 : 0
			since = rank === 'mailbox' ? 0 : since + weights[rank]
			return get(rank).shift()
		},
	}
}
