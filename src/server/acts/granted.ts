/** Agreements that acts of two persons look for by what they are about. */
import { listApprovals } from '#domains/approvals/server'
import type { FourEyesAct } from '#domains/people'
import { getDesk } from '#server/desk/case-desk'

/** The agreement that is looked for. Without a digest: the last of this act, whose own rule checks what exactly was agreed to. */
type Wanted = { act: FourEyesAct; subject: string; digest?: string; askedBy: string }

/** Id of the agreement to exactly this; empty without one: whoever uses it is refused then. */
export const findGranted = async ({ act, subject, digest, askedBy }: Wanted): Promise<string> => {
	const { db, now } = getDesk()
	const granted = (await listApprovals(db, now())).findLast(
		(one) =>
			one.state === 'granted' &&
			one.act === act &&
			one.subject === subject &&
			one.askedBy === askedBy &&
			(digest === undefined || one.digest === digest),
	)
	return granted?.id ?? ''
}
