/**
 * Reports that come in clear, on pages without script: sealed here, and handed over sealed as from a browser. What holds them in clear
 * needs neither database nor key, and so may run in a process of its own that ends.
 */
import { ok, refused, toHour, type Locale, type Result } from '#base'
import type { Argon2id } from '#tools/seal/receipt-keys'
import { toFamily, type SealRefusal } from '#tools/seal/sealed'
import { mostTried, readByHand, type ByHandRefusal } from '../../by-hand.ts'
import type { MailboxKeys } from '../../keys/receipt.ts'
import type { Answers, Report } from '../../report.ts'
import { drawReceipt, type Priority } from '../../sealing/index.ts'
import type { IntakeRefusal } from '../intake-refusal.ts'

/** A form as it came. */
export type ClearForm = { token: string; answers: Answers; locale: Locale }

/** A report that was sealed on arrival: nothing in it can be read. */
export type SealedHere = {
	token: string
	sealed: Uint8Array
	keys: MailboxKeys
	lane: Priority
	epoch: string
}

/** All that sealing on arrival asks of whoever keeps reports. */
export type Keeping = {
	/** The reason why a form's token is not taken; asked before any work is done for it. */
	findTokenFault: (token: string, lane: Priority) => Promise<IntakeRefusal | undefined>
	/** @throws AppError `reports.cannot-keep` */
	fileSealedHere: (report: SealedHere) => Promise<Result<{ entry: string }, IntakeRefusal>>
	getEpoch: () => Promise<{ id: string; recipient: string }>
	/** Ids of epochs that can still be opened, the newest first. */
	listEpochs: () => Promise<string[]>
}

export type ClearIntake = {
	/**
	 * Seals a report that came in clear, and files it. The code of the receipt is nowhere but in the answer.
	 * @throws AppError `reports.busy` when too many wait, `reports.cannot-keep`
	 */
	fileInClear: (form: ClearForm) => Promise<Result<{ code: string; entry: string }, IntakeRefusal>>
	/**
	 * Files what somebody sealed with the `age` program: sealed once more, so that it has the size of any other, and with a receipt. Nothing of it
	 * is opened here.
	 * @throws AppError `reports.busy` when too many wait, `reports.cannot-keep`
	 */
	fileByHand: (
		form: ClearForm & { given: Uint8Array | string },
	) => Promise<Result<{ code: string; entry: string }, IntakeRefusal | ByHandRefusal>>
}

export type ClearIntakeOptions = {
	keeping: Keeping
	/** The function for one receipt, in its line. */
	argon2: (isUrgent: boolean) => Argon2id
	seal: (
		content: Uint8Array,
		recipient: string,
		isUrgent: boolean,
	) => Promise<Result<Uint8Array, SealRefusal>>
	refuseWhenFull?: (isUrgent: boolean) => void
	now: () => Date
	onSealed?: () => void
}

/** Takes reports in clear for whoever keeps them. */
export const createClearIntake = ({
	keeping,
	argon2,
	seal,
	refuseWhenFull = () => {},
	now,
	onSealed = () => {},
}: ClearIntakeOptions): ClearIntake => {
	const fileHere = async (
		{ token, answers, locale }: ClearForm,
		more: Pick<Report, 'byHand'> = {},
	): Promise<Result<{ code: string; entry: string }, IntakeRefusal>> => {
		const lane: Priority = answers.danger === 'now' ? 'danger' : 'normal'
		const isUrgent = lane === 'danger'
		const fault = await keeping.findTokenFault(token, lane)
		if (fault !== undefined) return refused(fault)
		refuseWhenFull(isUrgent)
		const [epoch, receipt] = [await keeping.getEpoch(), await drawReceipt(argon2(isUrgent))]
		const report: Report = {
			...({ v: 1, form: 'report', epoch: epoch.id, nonce: receipt.secrets.nonce } as const),
			part: 1,
			parts: 1,
			locale,
			sealedBy: 'server',
			answers,
			box: receipt.keys.box,
			sentHour: toHour(now()).toISOString().replace('.000Z', 'Z'),
			...more,
		}
		const content = new TextEncoder().encode(JSON.stringify(report))
		const sealed = await seal(content, epoch.recipient, isUrgent)
		if (!sealed.ok) return refused('sealed.too-long')
		onSealed()
		const arrival = { token, sealed: sealed.value, keys: receipt.keys, lane, epoch: epoch.id }
		const filed = await keeping.fileSealedHere(arrival)
		return filed.ok ? ok({ code: receipt.code, entry: filed.value.entry }) : filed
	}

	return {
		fileInClear: (form) => fileHere(form),
		fileByHand: async ({ given, ...form }) => {
			const file = readByHand(given, toFamily((await keeping.getEpoch()).recipient))
			if (!file.ok) return file
			const epochs = await keeping.listEpochs()
			return fileHere(form, {
				byHand: { file: Buffer.from(file.value).toString('base64'), epochs: epochs.slice(0, mostTried) },
			})
		},
	}
}
