/** Acts on accounts, in the public record as commitments: that somebody was given a role can be shown, and not denied. */
import { recordActs } from '#domains/acts/server'
import type { StaffRole } from '#domains/people'
import type { PeopleTransaction } from '#domains/people/server'
import { getCaseDatabase } from '#server/desk/case-desk'

type Act =
	| 'people/invited'
	| 'people/invited-again'
	| 'people/roles'
	| 'people/closed'
	| 'people/reopened'
	| 'people/roles-agreed'
	| 'people/roles-refused'

/** `roles`: that count now; `waits`: that a second person has to agree to; `askedBy`: who gave what is agreed to or refused. */
type Done = {
	by: string
	person: string
	roles?: readonly StaffRole[]
	waits?: readonly StaffRole[]
	askedBy?: string
	region?: string | undefined
}

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
			const { by, person, roles, waits, askedBy, region, answer } = await work(trx)
			const what = {
				person,
				...(roles === undefined ? {} : { roles: [...roles] }),
				...(waits === undefined || waits.length === 0 ? {} : { waits: [...waits] }),
				...(askedBy === undefined ? {} : { askedBy }),
				...(region === undefined ? {} : { region }),
			}
			await recordActs(trx, [{ act, by, at: new Date(), what }])
			return answer
		})
