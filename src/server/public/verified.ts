/** The public record of this installation, verified by its own server: the same code as `npm run audit:verify`. */
import { AppError } from '#base'
import { checkErasure } from '#domains/people/keys'
import { findForeignKey } from '#domains/people/server/keys'
import { verifyRecord } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { getDatabase } from '#server/process/database'
import { findRecord } from '#server/process/record'

type Verdict = Awaited<ReturnType<typeof verifyRecord>>

const verify = async (): Promise<Verdict> => {
	const open = findRecord()
	const key = parseVerifierKey(open?.record.verifierKey ?? '')
	if (!open || !key.ok)
		throw new AppError('page.not-found', 404, 'verifying the record: there is none in this process')
	const asked = { key: key.value, ...open.record.policy, checkErasure }
	const verdict = await verifyRecord(getDatabase(), asked)
	return { ...verdict, problem: verdict.problem ?? (await findForeignKey(getDatabase().kysely)) }
}

let running: Promise<Verdict> | undefined

/** Verifies the whole record. It reads every entry, so calls that come while it runs share its result. */
export const verifyOwnRecord = (): Promise<Verdict> =>
	(running ??= verify().finally(() => {
		running = undefined
	}))
