import { readSignedCode, signCode } from '#tools/seal/signed-code'
import { forms, type Form } from '../quiz/form.ts'

/** Content of a certificate: a topic, a form, a count, a day. No name: it is written on the paper by hand. */
export type Certificate = {
	topic: string
	form: Form
	right: number
	of: number
	/** `2026-11-25`. */
	day: string
	/** Tells two certificates of one day apart; random, and linked to nobody. */
	serial: string
}

const statementForm =
	/^T1\.([a-z0-9]+(?:-[a-z0-9]+)*)\.([ab])\.(\d{1,2})-(\d{1,2})\.(\d{4})(\d{2})(\d{2})\.([a-z0-9]{6})$/u

/** Signs a certificate: a code for its QR. */
export const signCertificate = (certificate: Certificate, secretKey: string): Promise<string> => {
	const { topic, form, right, of, day, serial } = certificate
	return signCode(['T1', topic, form, `${right}-${of}`, day.replaceAll('-', ''), serial].join('.'), secretKey)
}

/**
 * Reads a code; `undefined` when `publicKey` did not sign it. The code may stand in an address after `#`, with spaces and
 * line breaks as they come from copying.
 */
export const readCertificate = async (code: string, publicKey: string): Promise<Certificate | undefined> => {
	const bare = code.slice(0, 2000).replace(/\s/gu, '').replace(/^.*#/u, '')
	const parts = statementForm.exec((await readSignedCode(bare, publicKey)) ?? '')
	if (!parts) return undefined
	const [, topic = '', form, right, of, year, month, day, serial = ''] = parts
	return {
		topic,
		form: forms.find((known) => known === form) ?? 'a',
		right: Number(right),
		of: Number(of),
		day: `${year}-${month}-${day}`,
		serial,
	}
}

/** A new serial: six letters and digits. */
export const makeSerial = (): string =>
	[...crypto.getRandomValues(new Uint8Array(6))].map((byte) => (byte % 36).toString(36)).join('')
