import { createHash } from 'node:crypto'
import { AppError } from '#base'
import { may, openAlone, type Person } from '#domains/people'
import { useApproval } from '../approval-store.ts'
import { recordActs } from '../record.ts'
import { getLockedCase, getRelation, listReports, notAllowed, writeChange, type Desk } from './desk-case.ts'

/** What a second person agrees to when many cases are opened at once: exactly these. */
export const toOpenDigest = (ids: readonly string[]): string =>
	createHash('sha256')
		.update([...new Set(ids)].sort().join('\n'))
		.digest('hex')

const openOne = (desk: Desk, id: string, person: Person): Promise<string[]> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		const relation = getRelation(found, person)
		// Who sorts what has come reads it before it is anybody's.
		const isNew = found.assignee === undefined && may(person, 'open', 'report', relation)
		if (!may(person, 'open', 'case', relation) && !isNew) throw notAllowed('opening a case')
		await writeChange(trx, found, {}, { kind: 'opened', by: person.id, event: 'opened' }, desk)
		return listReports(trx, id)
	})

/**
 * Leave to open cases: each is written down, in the public record too, before any sealed byte is handed out. More than
 * {@link openAlone} at once takes a second person, who agreed to exactly these.
 *
 * Answer: the reports of each case.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`, `case.too-many`, `approval.missing`
 */
export const openForReading = async (
	desk: Desk,
	ids: readonly string[],
	person: Person,
	approval?: string,
): Promise<Map<string, string[]>> => {
	const all = [...new Set(ids)].sort()
	if (all.length > 1000)
		throw new AppError('case.too-many', 413, 'opening cases: at most a thousand in one go')
	if (all.length > openAlone)
		await desk.db.transaction().execute(async (trx) => {
			const digest = toOpenDigest(all)
			const by = person
			await useApproval(trx, {
				id: approval ?? '',
				act: 'open-many',
				subject: 'cases',
				digest,
				by,
				now: desk.now(),
			})
			await recordActs(trx, [
				{ act: 'case/open-many', by: person.id, at: desk.now(), what: { digest, count: all.length } },
			])
		})
	const opened = new Map<string, string[]>()
	for (const id of all) opened.set(id, await openOne(desk, id, person))
	return opened
}
