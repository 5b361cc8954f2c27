/** What happens to keys at the desk and concerns other rooms: reports learn of epochs, the public record of acts. */
import { AppError } from '#base'
import { findCeremony, publishEpoch, recordActs, type RecordedAct } from '#domains/people/server/keys'
import { markDestroyed, startEpoch, type ReportTables } from '#domains/reports/server'
import { findCertificate, keepCertificate, type CaseDatabase } from '#domains/cases/server'
import { addEntries, readConfig, readOperator } from '#platform'
import { toVerifierKey } from '#tools/signed-note'
import { sql, type Kysely } from 'kysely'
import { getDatabase } from '../database.ts'

const getReports = (): Kysely<ReportTables> => getDatabase().kysely as unknown as Kysely<ReportTables>

/** The certificate of an epoch that the desk has ended stands in the record already; one of an interrupted end comes there now. */
const record = ({ subject, content, isErasure, entry, salt }: RecordedAct): Promise<void> =>
	getReports()
		.transaction()
		.execute(async (trx) => {
			const cases = trx as unknown as CaseDatabase
			const isKept = isErasure && (await findCertificate(cases, subject)) !== undefined
			const { rows } = await sql`select 1 from audit_entry where id = ${entry.id}`.execute(trx)
			if (!isKept && rows.length === 0) await addEntries(trx, [entry])
			if (!isErasure) return
			await keepCertificate(cases, subject, { certificate: content, entry: entry.id, salt }, new Date())
			await markDestroyed(trx, subject)
		})

/** Writes acts on keys into the public record, and tells reports which epochs were destroyed. */
export const recordKeyActs = (): Promise<void> => recordActs(readConfig().dataDir, record)

/**
 * Publishes an epoch that the operator's root has signed: reports are sealed to it from now on.
 * @throws AppError `keys.demonstration` before the operator record is complete, `keys.note`, `keys.state`
 */
export const publish = async (id: string, note: string): Promise<void> => {
	const { dataDir } = readConfig()
	const [operator, ceremony] = [await readOperator(dataDir), await findCeremony(dataDir)]
	if (operator.state !== 'live')
		throw new AppError('keys.demonstration', 409, 'publishing an epoch: the operator record is not complete')
	const rootKey = toVerifierKey(operator.record.rootKey)
	if (ceremony?.rootKey !== rootKey)
		throw new AppError(
			'keys.note',
			409,
			'publishing an epoch: the operator names another root than the ceremony',
		)
	const start = () => startEpoch(getReports(), note, operator.record.rootKey)
	await publishEpoch(dataDir, id, { note, rootKey, start })
}
