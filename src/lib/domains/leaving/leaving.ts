/** Ways in which something leaves the desk besides a dossier, and whether one person may let it. */
import type { Status } from '#domains/cases'
import type { leavingForms } from '#domains/cases/reading'

/** One of the forms that a note of a case can wait in. */
export type LeavingForm = (typeof leavingForms)[number]

/** True when it goes to another desk as a list. */
export const isList = (form: LeavingForm): boolean => form === 'scart-file' || form === 'scart-mail'

/** Statuses that only a case has which two persons have found to be illegal. */
const found: readonly Status[] = [
	'assessed',
	'first-police',
	'notified',
	'monitoring',
	'removed',
	'unavailable',
	'moved',
]

/**
 * True when a second person must agree to exactly this before it leaves (decision 026). A list always; a notice to a host, until two
 * persons have found the case to be illegal: it says no more than their finding.
 */
export const needsSecond = (form: LeavingForm, status: Status): boolean =>
	isList(form) || !found.includes(status)
