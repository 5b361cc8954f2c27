/** Keys that reports are and were sealed to, as the root has signed them, each with what proves its leaf in the public record. */
import { listEpochRecords } from '#domains/reports/server'
import { getDatabase } from '#server/process/database'

/** `note`: the signed text; `salt` in base64. */
type PublishedEpoch = { note: string; entry: string; salt: string }

/** Notes of epochs: days, fingerprints and public halves, and nothing of who holds them. */
export const listEpochs = async (): Promise<PublishedEpoch[]> =>
	(await listEpochRecords(getDatabase().kysely)).map(({ content, entry, salt }) => ({
		note: content,
		entry,
		salt: Buffer.from(salt).toString('base64'),
	}))
