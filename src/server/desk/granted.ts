/** Agreements that the desk looks for by what they are about. */
import { listApprovals } from '#domains/approvals/server'
import { getDesk } from './case-desk.ts'

/** Id of the agreement that exactly this leaves, asked for by this person; empty without one: whoever uses it is refused then. */
export const findGrantedExport = async (id: string, digest: string, person: string): Promise<string> => {
	const { db, now } = getDesk()
	const granted = (await listApprovals(db, now())).find(
		(one) =>
			one.act === 'export' &&
			one.subject === id &&
			one.digest === digest &&
			one.askedBy === person &&
			one.state === 'granted',
	)
	return granted?.id ?? ''
}
