/**
 * The intake: what a page needs to send a report, and what happens to a report that was sent. Sealed in the browser or on arrival,
 * it is on the disk before anyone is told so. Nothing here knows from where it came.
 */
import { ok, refused, toHour, type Result } from '#base'
import { commitReport, createMac, drawBytes } from '#platform'
import type { Challenge } from '#tools/seal/proof-of-work'
import { checkSealed, toFamily } from '#tools/seal/sealed'
import type { Crowd } from './crowd.ts'
import { formTimes } from './flood.ts'
import type { IntakeRefusal } from './intake-refusal.ts'
import type { MailboxKeys } from '../keys/receipt.ts'
import { reportSizes } from '../report-sizes.ts'
import type { Sealer } from '../report.ts'
import type { Priority } from '../sealing/index.ts'
import type { NamedAttachment } from './attachments/attachment-rows.ts'
import type { Attachments } from './attachments/attachments.ts'
import type { ParsedReport } from './http/parse-body.ts'
import type { StoredEpoch } from './keep/epoch-store.ts'
import { createLatelyKept } from './keep/lately-kept.ts'
import type { ReportKeeper } from './keep/report-keeper.ts'
import type { FaultPoint } from './keep/report-store.ts'
import type { FileKey } from './keys/file-key.ts'
import { makeFormToken, readFormToken, type FormToken } from './keys/form-token.ts'
import { isWorkDone, makeReportWork } from './keys/work.ts'
import { createTokenBuckets } from './token-buckets.ts'
import { createArgon2Line, reportLine } from './seal/argon2.ts'
import { createClearIntake, type ClearIntake, type Keeping } from './seal/clear-intake.ts'
import type { Sealers } from './seal/sealers.ts'

export type IntakeOptions = {
	key: FileKey
	keeper: ReportKeeper
	sealers: Sealers
	getEpoch: () => Promise<StoredEpoch>
	now: () => Date
	faultPoint?: FaultPoint
	buckets?: ReturnType<typeof createTokenBuckets>
	attachments?: Pick<Attachments, 'findWhole'>
	/** `false`: no device does work before it sends, in an emergency. */
	asksWork?: boolean
	/** Tells for which reports of danger work is asked, once they are stored. */
	crowd?: Pick<Crowd, 'isAsked'>
	/** Ids of epochs that can still be opened, the newest first. */
	listEpochs?: () => Promise<string[]>
}

export type Intake = ClearIntake & {
	/** A token for a page that is shown now. */
	makeToken: () => string
	/** The work for a token, where any is asked; a new token with it when this one is wrong or over. */
	makeChallenge: (token: string) => Promise<{ token: string; challenge?: Challenge }>
	/** Files a report that a browser has sealed. @throws AppError `reports.cannot-keep` */
	fileSealed: (report: ParsedReport) => Promise<Result<Filed, IntakeRefusal>>
	/** For a process of its own that seals what comes in clear. */
	keeping: Keeping
}

/** A report that is stored. `work`: many come, and a little work lets it rise; nothing depends on it. */
type Filed = { entry: string; work?: true }

type Arrival = {
	token: FormToken
	sealed: Uint8Array
	keys: MailboxKeys
	/** The place of its mailbox, when that is known already. */
	place?: Uint8Array
	sealedBy: Sealer
	lane: Priority
	epoch: string
	attachments?: readonly NamedAttachment[]
}

const createFiling =
	({ key, keeper, now, faultPoint = () => {}, buckets = createTokenBuckets() }: IntakeOptions) =>
	async ({
		token,
		sealed,
		keys,
		place = key.locate(keys.lookup),
		sealedBy,
		lane,
		epoch,
		attachments,
	}: Arrival): Promise<Result<{ entry: string }, IntakeRefusal>> => {
		const salt = drawBytes(32)
		// Both follow from the token: a form that is sent again, on a bad line, is the same report under the same name.
		const [id, entry] = [key.toId('report', token.id), key.toId('entry', token.id)]
		const hour = toHour(now())
		const row = {
			id,
			entry,
			epoch,
			sealed,
			sealedBy,
			lane,
			salt,
			commitment: commitReport({ salt, hour, sealed, epoch, lane, sealedBy }),
			hour,
			place,
			keys: key.wrap(keys, place),
			...(attachments ? { attachments } : {}),
		}
		const isLater = lane === 'normal' && buckets.isOver(sealedBy, now())
		faultPoint('before-keeping')
		const stored = await keeper.keep(row, isLater)
		faultPoint('kept')
		return stored === 'used' ? refused('token.used') : ok({ entry })
	}

/** Opens the intake over what was opened before it. */
export const createIntake = (options: IntakeOptions): Intake => {
	const { key, keeper, sealers, getEpoch, now, faultPoint = () => {}, asksWork = true } = options
	const [tokens, work] = [createMac(key.derive('form-token')), key.derive('work')]
	const file = createFiling(options)
	const lately = createLatelyKept()
	const read = (text: string, leastSeconds = 0) =>
		readFormToken(text, 'report', { mac: tokens, now: now(), leastSeconds })

	const toFiled = (form: string): Filed => {
		const isAsked = options.crowd?.isAsked(key.toId('report', form)) === true
		return { entry: key.toId('entry', form), ...(isAsked ? { work: true } : {}) }
	}

	const fileSealed = async (report: ParsedReport): Promise<Result<Filed, IntakeRefusal>> => {
		const { solution, lane, sealed, keys } = report
		const token = read(report.token)
		if (typeof token === 'string') return refused(token)
		const sent = { place: key.locate(keys.lookup), sealed }
		const before = lately.find(token.id, sent)
		if (before === 'again') return ok(toFiled(token.id))
		if (before === 'used') return refused('token.used')
		const epoch = await getEpoch()
		if (report.epoch !== epoch.id) return refused('epoch.over')
		const family = toFamily(epoch.recipient)
		if (family === undefined || !checkSealed(sealed, family, reportSizes).ok) return refused('report.seal')
		const isFree = lane === 'danger' || !asksWork
		if (!isFree && !(await isWorkDone(solution ?? '', token, { secret: work, now: now() })))
			return refused('report.work')
		const attachments =
			report.attachments &&
			(await options.attachments?.findWhole(token.id, report.attachments, epoch.recipient))
		if (report.attachments && !attachments) return refused('attachments.missing')
		faultPoint('checked')
		const arrival = { ...sent, token, keys, sealedBy: 'browser', lane, epoch: epoch.id } as const
		const filed = await file({ ...arrival, ...(attachments ? { attachments } : {}) })
		if (!filed.ok) return filed
		lately.add(token.id, sent)
		return ok(toFiled(token.id))
	}

	const keeping: Keeping = {
		findTokenFault: async (text, lane) => {
			const token = read(text, lane === 'danger' ? 0 : formTimes.leastSeconds)
			return typeof token === 'string' ? token : undefined
		},
		fileSealedHere: async ({ token: text, sealed, keys, lane, epoch }) => {
			// Its time was judged before: sealing took some of it.
			const token = read(text)
			if (typeof token === 'string') return refused(token)
			return file({ token, sealed, keys, lane, epoch, sealedBy: 'server' })
		},
		getEpoch,
		listEpochs: options.listEpochs ?? (async () => []),
	}
	const clear = createClearIntake({
		keeping,
		argon2: createArgon2Line(reportLine),
		seal: sealers.seal,
		refuseWhenFull: sealers.refuseWhenFull,
		now,
		onSealed: () => faultPoint('sealed'),
	})

	return {
		makeToken: () => makeFormToken('report', tokens, now()),
		makeChallenge: async (text) => {
			const known = read(text)
			const token = typeof known === 'string' ? makeFormToken('report', tokens, now()) : text
			const parsed = typeof known === 'string' ? read(token) : known
			if (typeof parsed === 'string') throw new Error('making a challenge: a new token cannot be read')
			if (!asksWork) return { token }
			const challenge = await makeReportWork(parsed, { secret: work, waiting: keeper.countWaiting() })
			return { token, challenge }
		},
		fileSealed,
		...clear,
		keeping,
	}
}
