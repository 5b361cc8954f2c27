/** Public facts on keys that were destroyed. */
import { listCertificates } from '#domains/retention/server'
import { listErasureSignatures } from '#domains/people/server/keys'
import { getDatabase } from '#server/process/database'

/** Entry in the public record, and what opens its leaf; `salt` in base64. */
type Recorded = { content: string; entry: string; salt: string }
type Erasure = { epoch: string; certificate: string; entry: string; salt: string; signatures: Recorded[] }

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Certificates, the newest first, each with the signatures of those who destroyed the key. They name no case and no number of reports. */
export const listErasures = async (): Promise<Erasure[]> => {
	const { kysely } = getDatabase()
	const [certificates, signed] = [await listCertificates(kysely), await listErasureSignatures(kysely)]
	return certificates.map(({ epoch, certificate, entry, salt }) => ({
		epoch,
		certificate,
		entry,
		salt: toBase64(salt),
		signatures: signed
			.filter((signature) => signature.epoch === epoch)
			.map((one) => ({ content: one.content, entry: one.entry, salt: toBase64(one.salt) })),
	}))
}
