import { AppError } from '#base'
import { askApproval, listApprovals } from '#domains/approvals/server'
import type { DossierDraft } from '#domains/cases/reading'
import { toNamesDigest } from '#domains/leaving'
import type { Staff } from '#domains/people'
import { getDesk } from '#server/desk/case-desk'

/**
 * Names stand in a dossier only when a second person has agreed to exactly these; until then that is asked for.
 * @throws AppError `dossier.naming`
 */
export const checkNames = async (
	id: string,
	{ token, persons, naming }: DossierDraft,
	staff: Staff,
): Promise<void> => {
	if (persons.length === 0) return
	const { db, now } = getDesk()
	const digest = toNamesDigest(token, persons)
	const known = (await listApprovals(db, now())).find((one) => one.id === naming)
	const isGiven = known?.act === 'name-person' && known.subject === id && known.digest === digest
	if (isGiven && known.state === 'granted') return
	if (naming === undefined) await askApproval(db, { act: 'name-person', subject: id, digest }, staff, now())
	throw new AppError('dossier.naming', 409, 'making a dossier: persons are named and nobody else has agreed')
}
