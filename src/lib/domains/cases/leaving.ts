/** How something leaves the desk besides a dossier, and whether one person may let it. */
import type { Status } from './status.ts'

/** A notice to a host, as text or for its machine; a list for another hotline's desk, as file or as mail. */
export const leavingForms = ['dsa', 'xarf', 'scart-file', 'scart-mail'] as const
export type LeavingForm = (typeof leavingForms)[number]

/** Whether it goes to another desk as a list. */
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
 * Whether a second person must agree to exactly this before it leaves (decision 026). A list always; a notice to a host, until two
 * persons have found the case to be illegal: it says no more than their finding.
 */
export const needsSecond = (form: LeavingForm, status: Status): boolean =>
	isList(form) || !found.includes(status)
