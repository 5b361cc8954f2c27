/**
 * Closing what is left of a flood, by two persons. Each has read a sample of it first, one by one; whatever turned out to be somebody stands for
 * itself since. Until it is done either of them can still say no; afterwards a word of its reporter opens a case again, as ever.
 */
import { createHash } from 'node:crypto'
import { AppError } from '#base'
import { askApproval, useApproval } from '#domains/approvals/server'
import { may, type Person } from '#domains/people'
import type { Reason } from '../../status.ts'
import type { CaseTransaction } from '../../server/case-tables.ts'
import { showMoved } from '../../server/child-page.ts'
import { lockCases, notAllowed, writeChange, type Desk } from '../../server/desk-case.ts'
import { findWave, type Wave } from './crowd-waves.ts'

type WaveClosing = { wave: string; reason: Reason }

/** Digest of what the second person agrees to: exactly these cases, for this reason. */
const toWaveDigest = ({ cases }: Pick<Wave, 'cases'>, reason: Reason): string =>
	createHash('sha256')
		.update(['thiqa/close-wave/v1', reason, ...cases].join('\n'))
		.digest('hex')

const missing = (): AppError =>
	new AppError('case.changed', 409, 'closing what came together: nothing of it is left in the line')

const getRead = async (trx: CaseTransaction, wave: string, person: string): Promise<Wave> => {
	const found = await findWave(trx, person, wave)
	if (!found) throw missing()
	if (found.read < found.sample)
		throw new AppError('case.no-sample', 409, 'closing what came together: too few of it were read')
	return found
}

const checkPerson = (person: Person): void => {
	if (!may(person, 'triage', 'case', 'unit')) throw notAllowed('closing what came together')
}

/**
 * Asks a second person to agree that what is left of a wave is closed. Answer: id of the question.
 *
 * @throws AppError `case.not-allowed`, `case.changed`, `case.no-sample`, `approval.asked`
 */
export const askToCloseWave = async (
	{ db, now }: Pick<Desk, 'db' | 'now'>,
	{ wave, reason }: WaveClosing,
	person: Person,
): Promise<string> => {
	checkPerson(person)
	const found = await db.transaction().execute((trx) => getRead(trx, wave, person.id))
	const digest = toWaveDigest(found, reason)
	return askApproval(db, { act: 'close-wave', subject: wave, digest }, person, now())
}

/**
 * Closes what is left of a wave, as the second person agreed, who has read a sample as well. Answer: how many cases.
 *
 * @throws AppError `case.not-allowed`, `case.changed` (somebody took one, or its reporter wrote), `case.no-sample` (one of the two has read too
 * little), `approval.missing`
 */
export const closeWave = (
	desk: Desk,
	{ wave, reason, approval }: WaveClosing & { approval: string },
	person: Person,
): Promise<number> =>
	desk.db.transaction().execute(async (trx) => {
		checkPerson(person)
		const before = await getRead(trx, wave, person.id)
		const cases = await lockCases(trx, before.cases)
		// Read again under the lock: whoever was faster has taken it out of the line.
		const found = await getRead(trx, wave, person.id)
		const asked = { act: 'close-wave', subject: wave, digest: toWaveDigest(found, reason) } as const
		const second = await useApproval(trx, { ...asked, id: approval, by: person, now: desk.now() })
		await getRead(trx, wave, second)
		if (toWaveDigest(before, reason) !== asked.digest) throw missing()
		for (const one of cases) {
			const step = {
				kind: 'moved',
				by: person.id,
				status: 'closed',
				reason,
				event: 'over',
				what: { approval },
			} as const
			await showMoved(
				trx,
				desk,
				await writeChange(trx, desk, { found: one, set: { status: 'closed', reason }, step }),
			)
		}
		return cases.length
	})
