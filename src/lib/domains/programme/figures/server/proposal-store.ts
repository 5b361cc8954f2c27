/** Proposals: numbers that one person asks a second to publish, or a number that one asks a second to put right. */
import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { askApproval, decideApproval, listApprovals, useApproval } from '#domains/approvals/server'
import type { Person } from '#domains/people'
import { toCanonicalJson, type JsonValue } from '#tools/files/canonical-json'
import type { Figure } from '../figure.ts'
import { isSameNumber, type ReportedCorrection } from '../report.ts'
import { findTypedFault, isCounted } from '../typed.ts'
import { addErratum, findStruck, refuseUnsoundCorrection, type Correction } from './erratum-store.ts'
import type { FigureDatabase, FigureQueries, FigureTransaction } from './figure-tables.ts'
import { indicators } from './indicators.ts'
import { freezeFigures } from './publish-figures.ts'

/** Whoever asks or agrees, and when. */
type AskedBy = { person: Pick<Person, 'id'>; now: Date }

type Content =
	| {
			kind: 'figures'
			figures: readonly Figure[]
			/** They were counted by the program; without this a person typed them in. */
			from?: 'sessions'
			/** Numbers of the same report that were published otherwise. */
			corrections?: readonly ReportedCorrection[]
	  }
	| { kind: 'erratum'; correction: Correction }

/** Something that waits. `region`: the one that all of it is about; none: the country. `askedBy` of today's question; none: nobody was asked today. */
export type Proposal = {
	id: string
	by: string
	region: string | undefined
	digest: string
	content: Content
	approval: { id: string; askedBy: string } | undefined
}

const actOf = { figures: 'publish-figures', erratum: 'correct-figure' } as const

const toDigest = (content: string): string =>
	createHash('sha256').update(`thiqa/programme-figures/v1\n${content}`).digest('hex')

const gone = (): AppError =>
	new AppError('figure.waiting', 409, 'deciding about figures: nothing waits under this id')

const counted = (): AppError =>
	new AppError('figure.counted', 409, 'asking for figures: what is counted is not typed in')

/** Refuses what nobody may type in. A number that was counted can be withheld by hand, and nothing else. */
const refuseTyped = (content: Content, now: Date): void => {
	if (content.kind === 'erratum') {
		const { indicator, is } = content.correction
		if (is.status === 'shown' && isCounted(indicator, indicators)) throw counted()
		return
	}
	if (content.from !== undefined) return
	const today = now.toISOString().slice(0, 10)
	const faults = content.figures.map((figure) => findTypedFault(figure, { indicators, today }))
	if (faults.includes('indicator') || content.corrections !== undefined) throw counted()
	if (faults.some((fault) => fault !== undefined))
		throw new AppError('figure.form', 409, 'asking for figures: a place, a period or an interval is not fit')
}

/**
 * Asks a second person to publish numbers or to put one right.
 *
 * @param proposed - `region`: code of the one that all of it is about; none: the country
 * @throws AppError `figure.counted` for what is not typed in; `figure.form`; `figure.gone`, `figure.noise` for a correction
 */
export const propose = async (
	db: FigureDatabase,
	{ content, region }: { content: Content; region: string | undefined },
	{ person, now }: AskedBy,
): Promise<void> => {
	if (content.kind === 'erratum')
		refuseUnsoundCorrection(content.correction, (await findStruck(db, content.correction)).was)
	refuseTyped(content, now)
	const text = toCanonicalJson(JSON.parse(JSON.stringify(content)) as JsonValue)
	const [id, digest] = [randomUUID(), toDigest(text)]
	await db.transaction().execute(async (trx) => {
		await trx
			.insertInto('programme_proposal')
			.values({
				id,
				kind: content.kind,
				region: region ?? null,
				content: text,
				digest,
				by: person.id,
				at: now,
				state: 'waiting',
			})
			.execute()
		await recordActs(trx, [{ act: 'figure/proposed', by: person.id, at: now, what: { id, digest } }])
	})
	await askApproval(db, { act: actOf[content.kind], subject: id, digest }, person, now)
}

/** Asks once more, where the day of the first question is over. @throws AppError `figure.waiting` */
export const askAgain = async (db: FigureDatabase, id: string, { person, now }: AskedBy): Promise<void> => {
	const row = await findWaiting(db, id)
	if (row?.by !== person.id) throw gone()
	await askApproval(db, { act: actOf[row.kind], subject: id, digest: row.digest }, person, now)
}

const findWaiting = (db: FigureQueries, id: string) =>
	db
		.selectFrom('programme_proposal')
		.selectAll()
		.where('id', '=', id)
		.where('state', '=', 'waiting')
		.executeTakeFirst()

/** Lists what waits, the oldest first. */
export const listProposals = async (db: FigureDatabase, now: Date): Promise<Proposal[]> => {
	const rows = await db
		.selectFrom('programme_proposal')
		.selectAll()
		.where('state', '=', 'waiting')
		.orderBy('at')
		.orderBy('id')
		.execute()
	const asked = await listApprovals(db, now)
	return rows.map(({ id, by, region, digest, content }) => ({
		id,
		by,
		digest,
		region: region ?? undefined,
		content: JSON.parse(content) as Content,
		approval: asked.findLast(({ subject, state }) => subject === id && state === 'asked'),
	}))
}

const carryOut = async (
	trx: FigureTransaction,
	content: Content,
	{ first, second, now }: { first: string; second: string; now: Date },
): Promise<void> => {
	refuseTyped(content, now)
	if (content.kind === 'erratum') return addErratum(trx, content.correction, { first, second, now })
	await freezeFigures(trx, content.figures, { by: first, second, now })
	for (const { was, ...correction } of content.corrections ?? []) {
		if (!isSameNumber((await findStruck(trx, correction)).was, was))
			throw new AppError('figure.changed', 409, 'publishing figures: one was put right meanwhile')
		await addErratum(trx, correction, { first, second, now })
	}
}

/**
 * Agrees as the second person, which publishes or puts right in the same transaction; or says no.
 *
 * @param decision - `wait`: how long, in milliseconds, somebody who has enrolled waits before they count
 * @throws AppError `figure.waiting`, `figure.changed`, `approval.missing`, `approval.same-person`, and what publishing and correcting refuse
 */
export const decideProposal = async (
	db: FigureDatabase,
	{ id, grants, wait }: { id: string; grants: boolean; wait: number },
	{ person, now }: AskedBy,
): Promise<void> => {
	const found = (await listProposals(db, now)).find((one) => one.id === id)
	if (!found) throw gone()
	if (!found.approval)
		throw new AppError('approval.missing', 403, 'deciding about figures: nobody has asked for it today')
	await decideApproval(db, { id: found.approval.id, grants, wait }, person, now)
	const state = grants ? 'published' : 'refused'
	await db.transaction().execute(async (trx) => {
		if (grants) {
			const use = { id: found.approval?.id ?? '', act: actOf[found.content.kind], subject: id }
			const by = { id: found.approval?.askedBy ?? '' }
			const second = await useApproval(trx, { ...use, digest: found.digest, by, now })
			await carryOut(trx, found.content, { first: by.id, second, now })
		}
		await trx
			.updateTable('programme_proposal')
			.set({ state })
			.where('id', '=', id)
			.where('state', '=', 'waiting')
			.execute()
	})
}
