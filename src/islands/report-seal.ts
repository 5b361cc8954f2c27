/** The heavy half of the report's island, fetched when someone begins: keys, sealing, sending, the receipt. */
import type { Locale } from '#base'
import type { Failure } from '#domains/reports'
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
import type { Challenge } from '#tools/proof-of-work'
import { solveChallenge } from '#tools/proof-of-work/solver'
import { fingerprint } from '#tools/sealed'
import { parseVerifierKey } from '#tools/signed-note'

export { canSeal } from '#domains/reports/sealing'

/** A report that is sealed and has not left. */
export type Sealing = {
	code: string
	fingerprint: string
	/** Bytes. */
	size: number
	/** Sends it once more each time; answers why it was not taken, or nothing: it is on a disk. */
	send: () => Promise<Failure | undefined>
}

type Work = { token: string; solution: string }

let receipt: Promise<ReceiptInHand> | undefined
let work: Promise<Work> | undefined

const drawOnce = (): Promise<ReceiptInHand> => {
	receipt ??= drawReceipt().catch((error: unknown) => {
		receipt = undefined
		throw error
	})
	return receipt
}

const askForWork = async (pageToken: string): Promise<{ token: string; challenge: Challenge }> => {
	const answer = await fetch(`/intake/challenge?${new URLSearchParams({ token: pageToken })}`, {
		credentials: 'omit',
		cache: 'no-store',
	})
	if (!answer.ok) throw new Error(`asking for the work: answered ${answer.status}, wanted 200`)
	return (await answer.json()) as { token: string; challenge: Challenge }
}

const doWork = async (pageToken: string): Promise<Work> => {
	const { token, challenge } = await askForWork(pageToken)
	return { token, solution: await solveChallenge(challenge) }
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

const ofCode: Readonly<Record<string, Failure>> = {
	'epoch.over': 'late',
	'report.work': 'late',
	'token.wrong': 'late',
	'token.too-old': 'late',
	'token.used': 'used',
	'reports.busy': 'busy',
	'reports.cannot-keep': 'busy',
}

const renewToken = async (form: HTMLFormElement): Promise<void> => {
	const { token } = await askForWork(getToken(form))
	const place = form.querySelector<HTMLInputElement>('input[name="token"]')
	if (place) place.value = token
}

/** Takes what a refusal brings along: a new key to seal to, and new work the next time. */
const learn = async (form: HTMLFormElement, answer: Response): Promise<Failure> => {
	const { code, record } = (await answer.json().catch(() => ({}))) as { code?: string; record?: string }
	work = undefined
	if (record !== undefined) form.dataset.record = record
	if (code?.startsWith('token.')) await renewToken(form)
	return ofCode[code ?? ''] ?? (answer.status === 413 ? 'long' : 'network')
}

const sendOnce = async (
	form: HTMLFormElement,
	{ sealed, epoch, keys }: SealedReport,
	lane: 'danger' | 'normal',
) => {
	const { token, solution } =
		lane === 'danger' ? { token: getToken(form), solution: undefined } : await workOnce(getToken(form))
	const body = packReport({ token, epoch: epoch.id, lane, ...(solution ? { solution } : {}) }, keys, sealed)
	const answer = await fetch('/intake/reports', {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream' },
		body,
		credentials: 'omit',
		cache: 'no-store',
	})
	return answer.status === 201 ? undefined : learn(form, answer)
}

/** Seals what the form holds; answers why not. Throws when the device cannot seal. */
export const sealForm = async (form: HTMLFormElement): Promise<Sealing | Failure> => {
	const answers = collectAnswers(new FormData(form))
	const saysNothing =
		answers.words.trim() === '' &&
		answers.what.length === 0 &&
		answers.where.every(({ kind }) => kind === 'unknown')
	if (saysNothing) return 'empty'
	const epoch = await openKey(form.dataset)
	if (!epoch) return 'key'
	const sealed = await sealReport({
		answers,
		locale: form.dataset.locale as Locale,
		epoch,
		receipt: await drawOnce(),
		now: new Date(form.dataset.now ?? ''),
	})
	if (!sealed.ok) return sealed.issues[0]?.message === 'sealed.too-long' ? 'long' : 'key'
	const lane = answers.danger === 'now' ? 'danger' : 'normal'
	return {
		code: sealed.value.code,
		fingerprint: fingerprint(epoch.recipient),
		size: sealed.value.sealed.length,
		send: () => sendOnce(form, sealed.value, lane),
	}
}
