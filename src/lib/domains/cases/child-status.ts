import type { Status as ChildStatus } from '#domains/reports'
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
	'not-illegal': 'closed',
	duplicate: 'looked-at',
	closed: 'closed',
}

/** What the reporter's page says of a case that stands at `status`. A place that cannot be reached any more counts as removed. */
export const toChildStatus = (status: Status): ChildStatus => shown[status]
