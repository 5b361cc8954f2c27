/** Acts on accounts, in the public record as commitments: that somebody was given a role can be shown, and not denied. */
import { recordActs } from '#domains/cases/server'
import type { Role } from '#domains/people'
import { getCaseDatabase } from './cases.ts'

type Act = 'people/invited' | 'people/invited-again' | 'people/roles' | 'people/closed' | 'people/reopened'

/** Writes down who did what to whose account. */
export const recordStaffAct = (
	act: Act,
	{ by, person, roles }: { by: string; person: string; roles?: readonly Role[] },
): Promise<void> =>
	getCaseDatabase()
		.transaction()
		.execute((trx) =>
			recordActs(trx, [
				{ act, by, at: new Date(), what: { person, ...(roles === undefined ? {} : { roles: [...roles] }) } },
			]),
		)
