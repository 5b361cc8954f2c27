/** Acts on accounts, in the public record as commitments: that somebody was given a role can be shown, and not denied. */
import { recordActs } from '#domains/acts/server'
import type { StaffRole } from '#domains/people'
import type { PeopleTransaction } from '#domains/people/server'
import { getCaseDatabase } from '#server/desk/case-desk'

type Act = 'people/invited' | 'people/invited-again' | 'people/roles' | 'people/closed' | 'people/reopened'

type Done = { by: string; person: string; roles?: readonly StaffRole[] }

/**
 * Does something to an account and writes down who did what to whose, both or neither.
 *
 * @param work - does it in the transaction that it is given
 */
export const actOnAccount = <Answer>(
	act: Act,
	work: (db: PeopleTransaction) => Promise<Done & { answer: Answer }>,
): Promise<Answer> =>
	getCaseDatabase()
		.transaction()
		.execute(async (trx) => {
			const { by, person, roles, answer } = await work(trx)
			const what = { person, ...(roles === undefined ? {} : { roles: [...roles] }) }
			await recordActs(trx, [{ act, by, at: new Date(), what }])
			return answer
		})
