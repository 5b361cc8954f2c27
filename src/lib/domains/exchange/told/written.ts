/** Holds what is written for others against what reporters told, in the tab where their case is open. */
import { opened } from '#domains/cases/reading-room'
import { findTold, type ToldRefusal } from './quoted.ts'

/**
 * Refuses a text as {@link findTold} does; nothing where nobody has reported anything (`undefined` for the case). Refuses with `referral.case-closed`
 * while the case is not open here, or some of it did not open: what cannot be read cannot be held against anything.
 */
export const findToldIn = (
	caseId: string | undefined,
	text: string,
): ToldRefusal | 'referral.case-closed' | undefined => {
	if (caseId === undefined) return undefined
	const found = opened.get(caseId)
	return !found || found.noKey + found.damaged > 0 ? 'referral.case-closed' : findTold(text, found.reports)
}
