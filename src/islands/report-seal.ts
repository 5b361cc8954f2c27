/** The heavy half of the report's island, fetched when someone begins: keys, sealing, sending, the receipt. */
import type { Locale } from '#base'
import type { Failure } from '#domains/reports'
import type { Sending } from '#domains/reports/attachments'
import {
	collectAnswers,
	drawReceipt,
	isCurrent,
	openEpoch,
	packReport,
	sealReport,
	type Epoch,
	type ReceiptInHand,
	type SealedReport,
} from '#domains/reports/sealing'
import type { Challenge } from '#tools/seal/proof-of-work'
import { solveChallenge } from '#tools/seal/proof-of-work/solver'
import { fingerprint } from '#tools/seal/sealed'
import { parseVerifierKey } from '#tools/seal/signed-note'
import type { Attached } from './attach.ts'

export { canSeal } from '#domains/reports/sealing'

/** Reason why it was not sent; the last three are about what goes along, and the words can go without it. */
export type Problem = Failure | 'attach-line' | 'attach-full' | 'attach-long'

/** A report that is sealed and has not left. */
export type Sealing = {
	code: string
	fingerprint: string
	/** Bytes. */
	size: number
	/** The same of what goes along with it. */
	attachedSize: number
	/** Sends it once more each time; answers why it was not taken, or nothing: it is on a disk. */
	send: (onProgress: (percent: number) => void) => Promise<Problem | undefined>
}

type Work = { token: string; solution: string | undefined }

let receipt: Promise<ReceiptInHand> | undefined
let work: Promise<Work> | undefined
/** A report has left, and whether it arrived may not be known: what is sealed after it gets a number of its own. */
let hasLeft = false

const drawOnce = (): Promise<ReceiptInHand> => {
	if (hasLeft) [receipt, hasLeft] = [undefined, false]
	receipt ??= drawReceipt().catch((error: unknown) => {
		receipt = undefined
		throw error
	})
	return receipt
}

/** A token, and the work that goes with it where the server asks for any. */
const askForWork = async (pageToken: string): Promise<{ token: string; challenge?: Challenge }> => {
	const answer = await fetch(`/intake/challenge?${new URLSearchParams({ token: pageToken })}`, {
		credentials: 'omit',
		cache: 'no-store',
	})
	if (!answer.ok) throw new Error(`asking for the work: answered ${answer.status}, wanted 200`)
	return (await answer.json()) as { token: string; challenge?: Challenge }
}

const doWork = async (pageToken: string): Promise<Work> => {
	const { token, challenge } = await askForWork(pageToken)
	return { token, solution: challenge && (await solveChallenge(challenge)) }
}

const workOnce = (pageToken: string): Promise<Work> => {
	work ??= doWork(pageToken).catch((error: unknown) => {
		work = undefined
		throw error
	})
	return work
}

const getToken = (form: HTMLFormElement): string =>
	form.querySelector<HTMLInputElement>('input[name="token"]')?.value ?? ''

/** Begins what takes long. */
export const prepare = (form: HTMLFormElement): void => {
	drawOnce().catch(() => undefined)
	workOnce(getToken(form)).catch(() => undefined)
}

const openKey = async ({ record = '', root = '', now = '' }: DOMStringMap): Promise<Epoch | undefined> => {
	const key = parseVerifierKey(root)
	const epoch = key.ok ? await openEpoch(record, key.value) : key
	return epoch.ok && isCurrent(epoch.value, new Date(now)) ? epoch.value : undefined
}

const ofCode: Readonly<Record<string, Problem>> = {
	'attachments.missing': 'attach-line',
	'epoch.over': 'late',
	'report.work': 'late',
	'token.wrong': 'late',
	'token.too-old': 'late',
	'token.used': 'used',
	'reports.busy': 'busy',
	'database.busy': 'busy',
	'reports.no-epoch': 'closed',
	'reports.epoch-unsigned': 'closed',
	'reports.cannot-keep': 'busy',
}

/** A token that is not this one: asked for without it, because a good one would come back. */
const renewToken = async (form: HTMLFormElement): Promise<void> => {
	const { token } = await askForWork('')
	const place = form.querySelector<HTMLInputElement>('input[name="token"]')
	if (place) place.value = token
}

/** Takes what a refusal brings along: a new key to seal to, and new work the next time. */
const learn = async (form: HTMLFormElement, answer: Response): Promise<Problem> => {
	const { code, record, now } = (await answer.json().catch(() => ({}))) as Partial<Record<string, string>>
	work = undefined
	// The hour comes with the key: a page that was opened yesterday would take a key that begins today for a wrong one.
	if (record !== undefined && now !== undefined) Object.assign(form.dataset, { record, now })
	if (code?.startsWith('token.')) await renewToken(form)
	// The number belongs to what this form brought before: what is sealed next gets one of its own.
	if (code === 'token.used') receipt = undefined
	return ofCode[code ?? ''] ?? (answer.status === 413 ? 'long' : 'network')
}

/** Why what goes along did not arrive. A form that is over is renewed, for another try. */
const sendAlong = async (
	form: HTMLFormElement,
	sendings: readonly Sending[],
	{ token, onProgress }: { token: string; onProgress: (percent: number) => void },
): Promise<Problem | undefined> => {
	const { sendAttached } = await import('./report-attached.ts')
	/** Done already while the person wrote; of no use for another token. */
	const bringWork = async (): Promise<string | undefined> => {
		const done = await workOnce(getToken(form))
		return done.token === token ? done.solution : undefined
	}
	const problem = await sendAttached(sendings, { token, work: bringWork, onProgress })
	if (problem === 'network') return 'attach-line'
	if (problem === 'full') return 'attach-full'
	if (problem === undefined) return undefined
	work = undefined
	await renewToken(form)
	return problem
}

type Parcel = {
	report: SealedReport
	lane: 'danger' | 'normal'
	sendings: readonly Sending[]
	hasPanel: boolean
}

/** Sends the attachments first, then the report that names them: what is shown as arrived is there whole. */
const sendOnce = async (
	form: HTMLFormElement,
	{ report: { sealed, epoch, keys }, lane, sendings, hasPanel }: Parcel,
	onProgress: (percent: number) => void,
): Promise<Problem | undefined> => {
	const { token, solution } =
		lane === 'danger' ? { token: getToken(form), solution: undefined } : await workOnce(getToken(form))
	const problem = sendings.length > 0 ? await sendAlong(form, sendings, { token, onProgress }) : undefined
	if (problem) return problem
	const attachments = hasPanel ? { attachments: sendings.map((one) => one.sealed.length) } : {}
	const header = { token, epoch: epoch.id, lane, ...(solution ? { solution } : {}), ...attachments }
	hasLeft = true
	const answer = await fetch('/intake/reports', {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream' },
		body: packReport(header, keys, sealed),
		credentials: 'omit',
		cache: 'no-store',
	})
	if (answer.status === 201) {
		void import('./report-lift.ts').then(({ liftReport }) => liftReport(answer, token)).catch(() => undefined)
		return undefined
	}
	const learned = await learn(form, answer)
	if (learned === 'attach-line') for (const one of sendings) one.sent = 0
	return learned
}

/** Seals what goes along; nothing is fetched for it when there is nothing. */
const sealAlong = async (attached: readonly Attached[], epoch: Epoch, { secrets }: ReceiptInHand) => {
	if (attached.length === 0) return { ok: true, value: [] } as const
	const { sealAttached } = await import('./report-attached.ts')
	const { id, recipient } = epoch
	return sealAttached(attached, { epoch: id, recipient, nonce: secrets.nonce })
}

/**
 * Seals what the form holds, and what goes along; answers why not. Throws when the device cannot seal.
 *
 * @param attached - `undefined` where the page takes nothing along
 */
export const sealForm = async (
	form: HTMLFormElement,
	attached?: readonly Attached[],
): Promise<Sealing | Problem> => {
	const answers = collectAnswers(new FormData(form))
	const saysNothing =
		answers.words.trim() === '' &&
		answers.what.length === 0 &&
		answers.where.every(({ kind }) => kind === 'unknown')
	if (saysNothing && !attached?.length) return 'empty'
	const epoch = await openKey(form.dataset)
	if (!epoch) return 'key'
	const receipt = await drawOnce()
	const along = await sealAlong(attached ?? [], epoch, receipt)
	if (!along.ok) return 'attach-long'
	const sealed = await sealReport({
		answers,
		locale: form.dataset.locale as Locale,
		epoch,
		receipt,
		now: new Date(form.dataset.now ?? ''),
		attachments: along.value.map(({ listed }) => listed),
	})
	if (!sealed.ok) return sealed.code === 'sealed.too-long' ? 'long' : 'key'
	const lane = answers.danger === 'now' ? 'danger' : 'normal'
	const sendings = along.value.map(({ sealed: bytes, listed: { part } }) => ({
		part,
		sealed: bytes,
		sent: 0,
	}))
	const parcel: Parcel = { report: sealed.value, lane, sendings, hasPanel: attached !== undefined }
	return {
		code: sealed.value.code,
		fingerprint: fingerprint(epoch.recipient),
		size: sealed.value.sealed.length,
		attachedSize: sendings.reduce((sum, one) => sum + one.sealed.length, 0),
		send: (onProgress) => sendOnce(form, parcel, onProgress),
	}
}
