import { createHash } from 'node:crypto'
import { AppError, type Language } from '#base'
import { may, type FourEyesAct, type Person } from '#domains/people'
import type { Reporter } from '#domains/reports'
import { findPerson, type PersonRecord } from '#domains/people/server'
import type { Category } from '../../category.ts'
import type { ClockEvent } from '../../clock/case-clock.ts'
import { findMove, isEnded, isUndecided, type Reason, type Status } from '../../status.ts'
import { useApproval } from '#domains/approvals/server'
import type { CaseTransaction } from '../../server/case-tables.ts'
import { countReporter } from '../../figures/server/figure-store.ts'
import { showMoved } from '../../server/child-page.ts'
import {
	getCurrentCase,
	getRelation,
	lockCluster,
	notAllowed,
	writeChange,
	type Desk,
	type DeskCase,
} from '../../server/desk-case.ts'
import { isAnswered } from '../../answers/server/word-store.ts'

const eventOf: Readonly<Partial<Record<Status, ClockEvent>>> = {
	triaged: 'triaged',
	assessed: 'assessed',
	'first-police': 'police-told',
	notified: 'notified',
	monitoring: 'checked',
	moved: 'checked',
	removed: 'gone',
	unavailable: 'gone',
}

export type Move = {
	id: string
	version: number
	to: Status
	reason?: Reason
	approval?: string
}

/** Digest of what a second person agrees to when a case is found to be illegal: this case, as this category. */
export const toFindingDigest = ({ id, category }: Pick<DeskCase, 'id' | 'category'>): string =>
	createHash('sha256')
		.update(['thiqa/finding/v1', id, category ?? ''].join('\n'))
		.digest('hex')

/** For the police, the two persons have agreed to the dossier that left; for all else, to the case as its row says now. */
const checkSecond = async (
	trx: CaseTransaction,
	found: DeskCase,
	{ act, approval = '', by, now }: { act: FourEyesAct; approval: string | undefined; by: Person; now: Date },
): Promise<void> => {
	const { id } = found
	if (act !== 'export') {
		const digest = toFindingDigest(found)
		return void (await useApproval(trx, { id: approval, act, subject: id, digest, by, now }))
	}
	const left = await trx.selectFrom('dossier').select('id').where('case_id', '=', id).executeTakeFirst()
	if (!left)
		throw new AppError(
			'approval.missing',
			403,
			'moving a case: no dossier has left that two persons agreed to',
		)
}

/**
 * A case that waits for its reporter has been told so, and so has the reporter of a duplicate, whose cluster is followed in
 * another case: no clock of an answer ends by a move alone.
 */
const checkLetter = async (
	trx: CaseTransaction,
	{ id }: DeskCase,
	{ to, members }: { to: Status; members: readonly DeskCase[] },
): Promise<void> => {
	if (to !== 'waiting-reporter' && to !== 'duplicate') return
	if (to === 'duplicate' && !members.some((other) => other.id !== id && other.status !== 'duplicate'))
		throw new AppError('case.no-group', 409, 'moving a case: no other case of its cluster is followed')
	if (!(await isAnswered(trx, id)))
		throw new AppError('case.no-letter', 409, 'moving a case: nothing was sent since its reporter wrote last')
}

/**
 * Moves a case to another status, with its clocks, its step in the public record and the word on the reporter's page, and on
 * those of its cluster's duplicates.
 *
 * @throws AppError `case.not-found`, `case.changed` (somebody was faster), `case.no-move`, `case.reason-missing`,
 * `case.not-allowed`, `case.no-letter`, `case.no-group`, `approval.missing`
 */
export const moveCase = (desk: Desk, move: Move, person: Person): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const { cases } = await lockCluster(trx, move.id)
		const found = await getCurrentCase(trx, move.id, move.version)
		const needs = findMove(found.status, move.to)
		if (!needs)
			throw new AppError('case.no-move', 409, `moving a case: not from ${found.status} to ${move.to}`)
		const [verb, resource] = needs.permission
		if (!may(person, verb, resource, getRelation(found, person))) throw notAllowed('moving a case')
		if (needs.reason && !move.reason)
			throw new AppError('case.reason-missing', 400, 'moving a case: this move wants a reason')
		await checkLetter(trx, found, { to: move.to, members: cases })
		const { act } = needs
		if (act) await checkSecond(trx, found, { act, approval: move.approval, by: person, now: desk.now() })
		const event = isEnded(move.to) ? 'over' : eventOf[move.to]
		const moved = await writeChange(trx, desk, {
			found,
			set: { status: move.to, reason: move.reason ?? null },
			step: {
				kind: 'moved',
				by: person.id,
				status: move.to,
				...(move.reason && { reason: move.reason }),
				...(event && { event }),
				...(move.approval && act && { what: { approval: move.approval } }),
			},
		})
		await showMoved(trx, desk, moved)
		return moved
	})

/**
 * Says what a case is about, and in which language it is answered. The first time, who wrote is counted for the figures, apart
 * from the case. Once two persons have found something, it stays what they found: `case.no-move`.
 *
 * @throws AppError as {@link moveCase}
 */
export const setCategory = (
	desk: Desk,
	{
		id,
		version,
		category,
		language,
		reporter,
	}: {
		id: string
		version: number
		category: Category
		language?: Language | undefined
		reporter?: Reporter | undefined
	},
	person: Person,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		const relation = getRelation(found, person)
		if (!may(person, 'triage', 'case', relation) && !may(person, 'classify', 'case', relation))
			throw notAllowed('saying what a case is about')
		if (!isUndecided(found.status) && category !== found.category)
			throw new AppError(
				'case.no-move',
				409,
				'saying what a case is about: two persons have found it already',
			)
		if (reporter && found.category === undefined) await countReporter(trx, found.opened, reporter)
		return writeChange(trx, desk, {
			found,
			set: { category, ...(language && { language }) },
			step: { kind: 'category', by: person.id, what: { category } },
		})
	})

const getReader = async (trx: CaseTransaction, id: string): Promise<PersonRecord> => {
	const reader = await findPerson(trx, id)
	if (reader && !reader.disabled && may(reader, 'open', 'case', 'assigned')) return reader
	throw new AppError('case.no-reader', 409, 'giving a case: the person cannot open cases')
}

const isOffered = async (trx: CaseTransaction, id: string, person: string): Promise<boolean> =>
	(await trx
		.selectFrom('rota_offer')
		.select('case_id')
		.where('case_id', '=', id)
		.where('user_id', '=', person)
		.executeTakeFirst()) !== undefined

/** Rules on who may take a free case: whoever sorts them, and to whom the rota offers it. */
const mayTake = async (trx: CaseTransaction, found: DeskCase, person: Person): Promise<boolean> =>
	may(person, 'triage', 'case', getRelation(found, person)) || (await isOffered(trx, found.id, person.id))

/**
 * Gives a case to a person, or takes it oneself. `canTake` says whether that person's day has room: the rota and a
 * supervisor alike give nothing to who must rest.
 *
 * @throws AppError `case.no-reader`, `case.person-resting`, and as {@link moveCase}
 */
export const assignCase = (
	desk: Desk,
	{ id, version, to }: { id: string; version: number; to: string },
	person: Person,
	canTake: (trx: CaseTransaction, id: string) => Promise<boolean>,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		const takesIt = to === person.id && found.assignee === undefined
		const isAllowed = takesIt
			? await mayTake(trx, found, person)
			: may(person, 'assign', 'case', getRelation(found, person))
		if (!isAllowed) throw notAllowed('giving a case')
		await getReader(trx, to)
		if (!(await canTake(trx, to)))
			throw new AppError('case.person-resting', 409, 'giving a case: the day of this person is full')
		await trx.deleteFrom('rota_offer').where('case_id', '=', id).execute()
		const supervisor = may(person, 'assign', 'case', 'unit') ? person.id : (found.supervisor ?? null)
		return writeChange(trx, desk, {
			found,
			set: { assignee: to, supervisor },
			step: { kind: 'assigned', by: person.id, what: { to } },
		})
	})

/** Takes note that a place was looked at again and nothing has changed. @throws AppError as {@link moveCase} */
export const noteRecheck = (
	desk: Desk,
	{ id, version }: { id: string; version: number },
	person: Person,
): Promise<DeskCase> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getCurrentCase(trx, id, version)
		if (!may(person, 'classify', 'case', getRelation(found, person)))
			throw notAllowed('checking a place again')
		return writeChange(trx, desk, { found, step: { kind: 'checked', by: person.id, event: 'checked' } })
	})
