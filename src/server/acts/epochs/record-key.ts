import { recordActs } from '#domains/acts/server'
import { getCaseDatabase } from '#server/desk/case-desk'

type Recorded = {
	act: 'key/made' | 'key/published' | 'key/ended'
	by: string
	/** Never a secret: ids, recipients, digests. */
	what: Readonly<Record<string, string | readonly string[]>>
}

/** Writes an act on a shared key into the public record. The key lies in files, so this is a transaction of its own, right after the act. */
export const recordKey = ({ act, by, what }: Recorded): Promise<void> =>
	getCaseDatabase()
		.transaction()
		.execute((trx) => recordActs(trx, [{ act, by, at: new Date(), what }]))
