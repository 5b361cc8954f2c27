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
	resolve: (told: Frame) => void
	reject: (error: Error) => void
}

/** Most that wait and how long (milliseconds), as long as a browser does. Danger is never sent away; tickets are as many as places in the line. */
const mostWaiting = { danger: Infinity, ticket: 2000, report: 200, mailbox: 200 } as const
const mostPatience = 60_000

const busy = (why: string): AppError =>
	new AppError('reports.busy', 503, `Answering a page without script: ${why}`)

/** Sends somebody away, and overwrites what came. */
export const refuseTask = ({ frame, reject }: Task, why: string): void => {
	wipe(frame.body)
	reject(busy(why))
}

export type WaitingRoom = {
	/** Refuses the task at once when too many wait. */
	add: (task: Task) => void
	/** The next one; where mailboxes may not be taken now, without them, and without their tickets while reports wait. */
	take: (mayVisit: boolean) => Task | undefined
}

export const openWaitingRoom = (): WaitingRoom => {
	const waiting = new Map<Rank, Task[]>(ranks.map((rank) => [rank, []]))
	const get = (rank: Rank): Task[] => waiting.get(rank) ?? []
	const leave = (task: Task): void => {
		const rank = get(task.rank)
		const at = rank.indexOf(task)
		if (at === -1) return
		rank.splice(at, 1)
		refuseTask(task, 'too many wait')
	}
	let since = 0
	const mayTake = (rank: Rank, mayVisit: boolean): boolean => {
		if (get(rank).length === 0) return false
		if (rank === 'ticket') return mayVisit || get('report').length === 0
		return mayVisit || rank !== 'mailbox'
	}
	return {
		add: (task) => {
			const { rank } = task
			if (get(rank).length >= mostWaiting[rank]) return refuseTask(task, 'too many wait')
			get(rank).push(task)
			if (rank !== 'danger') setTimeout(() => leave(task), mostPatience).unref()
		},
		take: (mayVisit) => {
			const order = since < share ? ranks : ranksInTurn
			const rank = order.find((name) => mayTake(name, mayVisit))
			if (!rank) return undefined
			since = rank === 'mailbox' ? 0 : since + weights[rank]
			return get(rank).shift()
		},
	}
}
