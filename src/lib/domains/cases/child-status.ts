import { statuses as childStatuses, type Status as ChildStatus } from '#domains/reports'
import type { Status } from './status.ts'

const shown: Readonly<Record<Status, ChildStatus>> = {
	received: 'received',
	triaged: 'looked-at',
	'waiting-reporter': 'needs-you',
	assessed: 'looked-at',
	'first-police': 'sent-on',
	notified: 'sent-on',
	monitoring: 'sent-on',
	removed: 'removed',
	unavailable: 'removed',
	moved: 'sent-on',
	'not-illegal': 'nothing-found',
	duplicate: 'looked-at',
	closed: 'closed',
}

/** Gives what the reporter's page says of a case that stands at `status`. A place that cannot be reached any more counts as removed. */
export const toChildStatus = (status: Status): ChildStatus => shown[status]

const happened: readonly ChildStatus[] = ['sent-on', 'removed']

/** Lists what a page may say now for a move of its case to put `next` in its place: that the team works on it takes back nothing that has happened. */
export const getReplaced = (next: ChildStatus): readonly ChildStatus[] =>
	next === 'looked-at' ? childStatuses.filter((status) => !happened.includes(status)) : childStatuses

/**
 * Gives what the pages of duplicates say, from where all cases of their cluster stand: what is true of every one that is followed,
 * else that the team works on it. `undefined`: they stay as they are, for no case is followed, or one waits for an answer that
 * only its own reporter can give.
 */
export const getSharedStatus = (cluster: readonly Status[]): ChildStatus | undefined => {
	const shown = new Set(cluster.filter((status) => status !== 'duplicate').map(toChildStatus))
	const [one] = shown
	if (one === undefined || shown.has('needs-you')) return undefined
	return shown.size === 1 && one !== 'received' ? one : 'looked-at'
}
