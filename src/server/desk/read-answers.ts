import { readBytes, wrongForm } from './case-desk.ts'

/** Longest list of answers that a form carries, in characters of JSON. */
const longest = 4_000_000

const readList = (text: string): readonly unknown[] => {
	try {
		const list: unknown = text.length < longest ? JSON.parse(text) : undefined
		return Array.isArray(list) ? list : wrongForm()
	} catch {
		return wrongForm()
	}
}

/** Answers that a browser has sealed, one for each reporter, as the form of a case carries them. @throws AppError `desk.form` */
export const readAnswers = (text: string): { report: string; sealed: Uint8Array }[] =>
	readList(text).map((one) => {
		const { report, sealed } = { ...(one as object) } as { report?: unknown; sealed?: unknown }
		if (typeof report !== 'string' || typeof sealed !== 'string') return wrongForm()
		return { report, sealed: readBytes(sealed) }
	})
