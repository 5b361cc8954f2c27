import { base64 } from '@scure/base'
import { ok, refused, type Result } from '#base'
import {
	letterSizes,
	parseMessage,
	parseReport,
	toWritten,
	reportSizes,
	type Message,
	type Report,
	type SafeHours,
} from '#domains/reports'
import { checkSealed, openPlainText, openText, type Identity, type TextRefusal } from '#tools/seal/sealed'

/** A report as the server hands it out. Sealed bytes are base64, hours ISO 8601. */
export type SealedReport = {
	id: string
	epoch: string
	sealed: string
	sealedBy: 'browser' | 'server'
	hour: string
	/** Later letters of its reporter, the oldest first. */
	letters: readonly { n: number; epoch: string; sealed: string; hour: string }[]
	/** Answers that the desk has sent to it. */
	answered: number
}

/** A report that is open in this tab. */
export type OpenedReport = {
	id: string
	epoch: string
	hour: string
	/** The side that sealed it, where both agree; `server` else: the weaker promise. */
	sealedBy: 'browser' | 'server'
	answered: number
	report: Report
	letters: { n: number; hour: string; text: string; safeHours?: SafeHours }[]
	/** Those that the reporter chose last. */
	safeHours?: SafeHours
	/** Letters that do not open, or belong to another report. */
	unread: number
	/** Sealed by its reporter with the `age` program; `unopened`: with none of the keys at hand, or it holds no text. */
	byHand?: 'opened' | 'unopened'
}

/** The key of an epoch for opening; `undefined` when the person does not hold it. */
export type OpenKey = (epoch: string) => Promise<Identity | undefined>

const fromBase64 = (text: string): Uint8Array | undefined => {
	try {
		return base64.decode(text)
	} catch {
		return undefined
	}
}

const openSealed = async (
	sealed: string,
	sizes: readonly number[],
	identity: Identity,
): Promise<Result<string, TextRefusal>> => {
	const bytes = fromBase64(sealed)
	if (bytes === undefined) return refused('sealed.header')
	const family = ['x25519', 'hybrid'] as const
	if (!family.some((one) => checkSealed(bytes, one, [...sizes]).ok)) return refused('sealed.header')
	return openText(bytes, identity)
}

const openLetter = async (
	letter: SealedReport['letters'][number],
	report: Report,
	getKey: OpenKey,
): Promise<Message | undefined> => {
	const identity = await getKey(letter.epoch)
	if (identity === undefined) return undefined
	const text = await openSealed(letter.sealed, letterSizes, identity)
	const message = text.ok ? parseMessage(text.value, letter.epoch) : undefined
	return message?.ok && message.value.nonce === report.nonce ? message.value : undefined
}

/** The words of a report that its reporter sealed by hand: with the key of its time, or one before. */
const openByHand = async (
	{ file, epochs }: NonNullable<Report['byHand']>,
	getKey: OpenKey,
): Promise<string | undefined> => {
	const bytes = fromBase64(file)
	if (bytes === undefined) return undefined
	for (const epoch of epochs) {
		const identity = await getKey(epoch)
		const text = identity === undefined ? undefined : await openPlainText(bytes, identity)
		if (text?.ok) return toWritten(text.value)
	}
	return undefined
}

/** The report with the words that were sealed inside it, where there are any. */
const readByHand = async (
	report: Report,
	getKey: OpenKey,
): Promise<{ report: Report; byHand?: 'opened' | 'unopened' }> => {
	if (!report.byHand) return { report }
	const words = await openByHand(report.byHand, getKey)
	if (words === undefined) return { report, byHand: 'unopened' }
	return { report: { ...report, answers: { ...report.answers, words } }, byHand: 'opened' }
}

/**
 * Opens a report with its letters. Whoever sealed it is not known, so it is read as a stranger's word: bounded, bound to its
 * epoch, and nothing in it is believed about where it came from.
 *
 * Refuses with `report.no-key` (the person does not hold the key of its epoch) or `report.damaged`.
 */
export const openReport = async (
	sealed: SealedReport,
	getKey: OpenKey,
): Promise<Result<OpenedReport, 'report.no-key' | 'report.damaged'>> => {
	const { id, epoch, hour, answered } = sealed
	const identity = await getKey(epoch)
	if (identity === undefined) return refused('report.no-key')
	const text = await openSealed(sealed.sealed, reportSizes, identity)
	const report = text.ok ? parseReport(text.value, epoch) : undefined
	if (!report?.ok) return refused('report.damaged')
	const letters: OpenedReport['letters'] = []
	for (const letter of sealed.letters) {
		const message = await openLetter(letter, report.value, getKey)
		if (!message) continue
		const { text, safeHours } = message
		letters.push({ n: letter.n, hour: letter.hour, text, ...(safeHours ? { safeHours } : {}) })
	}
	const safeHours =
		letters.findLast((letter) => letter.safeHours)?.safeHours ?? report.value.answers.safeHours
	const isBrowser = sealed.sealedBy === 'browser' && report.value.sealedBy === 'browser'
	return ok({
		id,
		epoch,
		hour,
		answered,
		letters,
		...(await readByHand(report.value, getKey)),
		...(safeHours ? { safeHours } : {}),
		sealedBy: isBrowser ? 'browser' : 'server',
		unread: sealed.letters.length - letters.length,
	})
}
