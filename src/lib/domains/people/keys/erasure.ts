import { day, failed, ok, type Result } from '#base'

/** Certificate that a key has been destroyed: proof for the file, and nothing of what it could open. */
export type Erasure = {
	/** Id of the epoch or index. */
	subject: string
	/** Recipient that reports were sealed to; the fingerprint for an index. */
	recipient: string
	/** Start of the hour, ISO 8601. */
	hour: string
	/** Number of wraps that were overwritten, and SHA-256 (hex) over the list of `<sha256 of the wrap>\n`, sorted. */
	wraps: number
	digest: string
	/** Ids of the two persons. */
	askedBy: string
	agreedBy: string
	/** The day from which no backup of the key store can hold a wrap either. */
	backupsOver: string
}

/** Time that a backup of the key store is kept. */
export const backupDays = 7

/** The day, `2026-12-03`, from which no backup made before `at` exists. */
export const getBackupsOver = (at: Date): string =>
	new Date(at.getTime() + (backupDays + 1) * day).toISOString().slice(0, 10)

/** The text of a certificate: lines that anyone can read and that go into the public record as a commitment. */
export const formatErasure = (erasure: Erasure): string =>
	[
		'thiqa erasure v1',
		erasure.subject,
		erasure.recipient,
		erasure.hour,
		`${erasure.wraps} ${erasure.digest}`,
		erasure.askedBy,
		erasure.agreedBy,
		erasure.backupsOver,
		'',
	].join('\n')

const form =
	/^thiqa erasure v1\n([\w-]{4,20})\n([0-9a-z]{20,62})\n(\d{4}-\d\d-\d\dT\d\d:00:00\.000Z)\n(\d{1,6}) ([0-9a-f]{64})\n([0-9a-f-]{36})\n([0-9a-f-]{36})\n(\d{4}-\d\d-\d\d)\n$/u

/** Reads {@link formatErasure}. Refuses with `erasure.form`, also when one person stands there twice. */
export const parseErasure = (text: string): Result<Erasure> => {
	const [, subject, recipient, hour, wraps, digest, askedBy, agreedBy, backupsOver] = form.exec(text) ?? []
	if (
		!subject ||
		!recipient ||
		!hour ||
		!digest ||
		!askedBy ||
		!agreedBy ||
		!backupsOver ||
		askedBy === agreedBy
	)
		return failed({ path: 'erasure', message: 'erasure.form' })
	return ok({ subject, recipient, hour, wraps: Number(wraps), digest, askedBy, agreedBy, backupsOver })
}
