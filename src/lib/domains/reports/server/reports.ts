/** Everything behind report and mailbox of a process, opened in order and closed together. */
import { AppError } from '#base'
import type { Disk } from '#platform'
import type { NoteKey } from '#tools/seal/signed-note'
import type { AttachmentKind } from '../attachments/kinds.ts'
import { toAttachmentFolder } from './attachments/attachment-files.ts'
import { createAttachments, type Attachments, type AttachmentsOptions } from './attachments/attachments.ts'
import { createSweeper, type Sweeper } from './attachments/sweep.ts'
import { createCrowd, type Crowd } from './crowd.ts'
import { createDangerPulse, type DangerState } from './danger-pulse.ts'
import { createIntake, type Intake, type IntakeOptions } from './intake.ts'
import { toSpoolFolder } from './keep/spool.ts'
import { createCurrentEpoch } from './keep/current-epoch.ts'
import { listOpenEpochs, type StoredEpoch } from './keep/epoch-store.ts'
import { forgetClaims } from './keep/mailbox-store.ts'
import { openReportKeeper, type ReportKeeper } from './keep/report-keeper.ts'
import type { FaultPoint } from './keep/report-store.ts'
import { getDemonstrationEpoch, getDemonstrationRoot } from './keys/demonstration.ts'
import { openFileKey } from './keys/file-key.ts'
import { createMailboxServer, type MailboxOptions, type MailboxServer } from './mailbox/mailbox.ts'
import { openReceiptMailbox, type ReceiptMailbox } from './mailbox/receipt-mailbox.ts'
import { createWaitingLine, type KeptPlace, type WaitingLine } from './mailbox/waiting-line.ts'
import { createArgon2Line, mailboxLine } from './seal/argon2.ts'
import { openSealers } from './seal/sealers.ts'
import type { ReportDatabase } from './tables.ts'

export type ReportsOptions = {
	kysely: ReportDatabase
	dataDir: string
	/** The operator's root key; `undefined`: nobody is responsible yet, a demonstration. */
	root: NoteKey | undefined
	findProof: MailboxOptions['findProof']
	/** Told the error, never a word of a report. */
	onFault: (error: unknown) => void
	/** Told that a report or a letter has come to the database. */
	onArrival?: () => void
	now?: () => Date
	/** Transactions that store reports at once: 1 on the embedded database, which has one connection. */
	writers?: number
	/** Threads that seal on arrival; as many as there are processors, less one. */
	threads?: number
	faultPoint?: FaultPoint
	buckets?: IntakeOptions['buckets']
	asksWork?: IntakeOptions['asksWork']
	/** Kinds of files that the operator has switched on; none when missing. */
	attachments?: readonly AttachmentKind[]
	getAnswerDue?: MailboxOptions['getAnswerDue']
	/** The disk that they go to, for tests. */
	disk?: () => Promise<Disk>
}

export type Reports = {
	intake: Intake
	/** Work that lifts reports of danger while many come, after they are stored. */
	crowd: Crowd
	mailbox: MailboxServer
	attachments: Attachments & Sweeper
	/** The rate of reports of priority `danger`, as an operator may see it. */
	describeDanger: () => DangerState
	/** Forgets forms and challenges that are over; called now and then. */
	forget: () => Promise<void>
	/** The mailbox for a page without script: the receipt's code comes in, and is forgotten. */
	openByCode: (code: string) => Promise<ReceiptMailbox>
	/**
	 * The same, when its turn comes. Where many come it gives a ticket instead, which keeps the place in the line when it is sent along with
	 * the same code.
	 */
	openInLine: (code: string, ticket: string) => Promise<ReceiptMailbox | KeptPlace>
	/** The line before mailboxes that are opened in a process apart: the same, and nothing of a receipt is read. */
	lineApart: WaitingLine
	/**
	 * The epoch that reports are sealed to now.
	 * @throws AppError `reports.no-epoch` (503) when there is none: nothing can be sealed
	 */
	getEpoch: () => Promise<StoredEpoch>
	/** The clock by which an epoch is the current one. A page that is told of an epoch is told this too, because phones are often wrong. */
	now: () => Date
	root: NoteKey
	isDemonstration: boolean
	keeper: ReportKeeper
	close: () => Promise<void>
}

/** Files that go along with reports, and what takes away those that belong to none. Both stand also where nothing is switched on. */
const openAttachments = ({
	options,
	keeper,
	...rest
}: {
	options: Pick<ReportsOptions, 'dataDir' | 'attachments' | 'disk' | 'asksWork'>
	keeper: ReportKeeper
} & Pick<AttachmentsOptions, 'db' | 'key' | 'now' | 'faultPoint'>): Attachments & Sweeper => {
	const { dataDir, attachments: kinds = [], disk, asksWork = true } = options
	const folder = toAttachmentFolder(dataDir)
	const isQuiet = async (): Promise<boolean> => (await keeper.countSpooled()) === 0
	return {
		...createAttachments({ ...rest, folder, kinds, asksWork, ...(disk ? { disk } : {}) }),
		...createSweeper({ ...rest, folder, isQuiet }),
	}
}

/** Notes what is stored. A report that comes again was noted when it came. */
const noteStored = (keeper: ReportKeeper, { note }: Crowd): ReportKeeper => ({
	...keeper,
	keep: async (report, isLater) => {
		const stored = await keeper.keep(report, isLater)
		if (stored === 'stored') note(report)
		return stored
	},
})

/** A key of a real desk in an installation that nobody answers for: its operator record was lost, and with it the root. */
const refuseWithoutOperator = (dataDir: string) => (error: unknown) => {
	if (!(error instanceof AppError && error.code === 'reports.epoch-unsigned')) throw error
	throw new AppError(
		error.code,
		error.status,
		`Opening reports: the key in the database is signed by a root that is not named here. Bring ${dataDir}/operator.yaml back from its backup (of a demonstration: ${dataDir}/keys)`,
	)
}

/**
 * Opens reports on a database whose tables are there.
 * @throws AppError `reports.key-missing`, `reports.key-wrong`, `reports.epoch-unsigned`: the process must not start
 */
export const openReports = async (options: ReportsOptions): Promise<Reports> => {
	const { dataDir, onFault, now = () => new Date(), threads, faultPoint = () => {}, writers = 1 } = options
	const { findProof, buckets, getAnswerDue, onArrival = () => {}, asksWork = true } = options
	const db = options.kysely
	const key = await openFileKey(dataDir, db)
	const root = options.root ?? (await getDemonstrationRoot(dataDir)).key
	const makeRecord = async (): Promise<string> => (await getDemonstrationEpoch(dataDir, now())).record
	const getEpoch = createCurrentEpoch({ db, root, now, ...(options.root ? {} : { makeRecord }) })
	if (options.root === undefined) await getEpoch().catch(refuseWithoutOperator(dataDir))
	const danger = createDangerPulse(now)
	const folder = toSpoolFolder(dataDir)
	const kept = { db, folder, onFault, onArrival, faultPoint, writers }
	const crowd = createCrowd({ db, key, pulse: danger, now, onFault, asksWork })
	const keeper = noteStored(await openReportKeeper(kept), crowd)
	const sealers = await openSealers(threads)
	const argon2 = createArgon2Line(mailboxLine)
	const waiting = { secret: key.derive('waiting'), now }
	const line = createWaitingLine({ ...waiting, atOnce: mailboxLine.atOnce })
	// One more than is opened: a process that has answered finds the next one waiting, and goes on.
	const lineApart = createWaitingLine({ ...waiting, atOnce: mailboxLine.atOnce + 1 })
	const mailbox = createMailboxServer({ db, key, now, getEpoch, findProof, getAnswerDue, onArrival })
	const openByCode = (code: string): Promise<ReceiptMailbox> =>
		openReceiptMailbox(code, { mailbox, root, getEpoch, argon2id: argon2() })
	const attachments = openAttachments({ db, key, now, faultPoint, keeper, options })
	return {
		intake: createIntake({
			key,
			keeper,
			sealers,
			getEpoch,
			now,
			faultPoint,
			attachments,
			asksWork,
			crowd,
			listEpochs: async () => (await listOpenEpochs(db)).map(({ id }) => id),
			...(buckets ? { buckets } : {}),
		}),
		crowd,
		mailbox,
		attachments,
		describeDanger: danger.describe,
		forget: () => forgetClaims(db, now()),
		openByCode,
		openInLine: (code, ticket) => line.enter({ code, ticket }, () => openByCode(code)),
		lineApart,
		getEpoch,
		now,
		root,
		isDemonstration: options.root === undefined,
		keeper,
		close: async () => {
			await keeper.close()
			await crowd.close()
			await sealers.close()
		},
	}
}
