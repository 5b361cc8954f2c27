/** Shown by a page once a report was taken, or was not: the form, and the page for files sealed by hand. */
import { getLanguage, type AppError, type Locale } from '#base'
import type { Failure } from '#domains/reports'
import type { IntakeRefusal } from '#domains/reports/server'
import { toQrPath } from '#tools/files/qr-code'
import { formatReceipt, toWords } from '#tools/seal/receipt-code'

export const toFailureOfIntake: Readonly<Record<IntakeRefusal, Failure>> = {
	'report.body': 'form',
	'report.seal': 'form',
	'attachments.missing': 'form',
	'report.work': 'late',
	'epoch.over': 'late',
	'token.wrong': 'late',
	'token.too-soon': 'early',
	'token.too-old': 'late',
	'token.used': 'used',
	'sealed.too-long': 'long',
}

/** No key is in use, or none that the operator's root has signed. */
export const isClosed = ({ code }: AppError): boolean =>
	['reports.no-epoch', 'reports.epoch-unsigned'].includes(code)

/** The receipt as digits, as words, as a picture. */
export const showReceipt = async (code: string, locale: Locale) => {
	const digits = formatReceipt(code)
	return { digits, words: await toWords(code, getLanguage(locale)), qr: toQrPath(digits) }
}
