import { toLocalDay } from '#base'
import { toQrRows } from '#tools/files/qr-code'
import { toFingerprint, toPublicKey } from '#tools/seal/signed-code'
import type { QueriesOf } from '#platform'
import { makeSerial, signCertificate } from '../certificate/index.ts'
import type { QuizResult } from '../quiz/quiz-view.ts'
import { getCertificateKey, type CertificateKeyTables } from './certificate-key-store.ts'

type Made = { code: string; fingerprint: string; day: string; rows: string[] }
type Place = { now: Date; zone: string; checkAddress: string }

/** The signed code of a certificate for a quiz that was mastered, its QR as rows, and the fingerprint of the key. */
export const makeCertificate = async (
	db: QueriesOf<CertificateKeyTables>,
	{ topic, form, right, of }: Pick<QuizResult, 'topic' | 'form' | 'right' | 'of'>,
	{ now, zone, checkAddress }: Place,
): Promise<Made> => {
	const secretKey = await getCertificateKey(db, now)
	const day = toLocalDay(now, zone)
	const code = await signCertificate({ topic, form, right, of, day, serial: makeSerial() }, secretKey)
	const fingerprint = await toFingerprint(await toPublicKey(secretKey))
	return { code, fingerprint, day, rows: toQrRows(`${checkAddress}#${code}`) }
}
