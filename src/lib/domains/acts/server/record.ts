import { addEntries, makeEntry, type AnyTransaction } from '#platform'
import { toCanonicalJson, type JsonValue } from '#tools/files/canonical-json'
import type { ActKind } from '../act-word.ts'
import { sql } from 'kysely'

/** Something that a person did at the desk, as an outsider may one day be shown it. Never a word that a reporter wrote. */
export type Act = {
	act: ActKind
	by: string | null
	at: Date
	/** A random id for its entry, where a row of the desk has the same. */
	entry?: string
	case?: string
	/** Detail of an act: a status, the digest of an export, an approval. */
	what?: Readonly<Record<string, JsonValue>>
}

const quarter = 900_000

/** Times of people at the desk are written down to the quarter of an hour: the clock of danger needs no less. */
export const toQuarterHour = (now: Date): Date => new Date(Math.floor(now.getTime() / quarter) * quarter)

/**
 * Puts acts into the public record as commitments, in the transaction that does them. Their contents and salts stay here:
 * erased with the case, the commitments say nothing any more.
 */
export const recordActs = async (trx: AnyTransaction, acts: readonly Act[]): Promise<void> => {
	const rows = acts.map(({ act, by, at, case: caseId, what, entry }) => {
		const content = toCanonicalJson({
			v: 1,
			act,
			by,
			at: toQuarterHour(at).toISOString(),
			...(caseId === undefined ? {} : { case: caseId }),
			...(what === undefined ? {} : { what }),
		})
		return { caseId: caseId ?? null, content, entry: makeEntry(new TextEncoder().encode(content), entry) }
	})
	await addEntries(
		trx,
		rows.map(({ entry: { id, commitment } }) => ({ id, commitment })),
	)
	const entries = rows.map(({ entry }) => entry.id)
	const cases = rows.map(({ caseId }) => caseId)
	const contents = rows.map(({ content }) => content)
	const salts = rows.map(({ entry }) => Buffer.from(entry.salt))
	await sql`insert into act_record (entry, case_id, content, salt) select * from unnest(
		${entries}::uuid[], ${cases}::uuid[], ${contents}::text[], ${salts}::bytea[])`.execute(trx)
}
