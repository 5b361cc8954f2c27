/** Reads what is published and freezes it: the one text that all views are made from. */
import { createHash } from 'node:crypto'
import type { ActTables } from '#domains/acts/server'
import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import { yearEvents } from '../../calendar/server/index.ts'
import { listLedger, type CountingTables } from '../../counting/server/index.ts'
import {
	indicators,
	readPublished,
	type FigureBlocks,
	type ProgrammeFigureTables,
} from '../../figures/server/index.ts'
import type { Published } from '../../figures/index.ts'
import type { ProgrammePlace } from '../../places/index.ts'
import { readPlan, type PlanTables } from '../../plan/server/index.ts'
import { listOverdueTrials, type TrialTables } from '../../trials/server/index.ts'
import { makeBoard, type Board, type ShownAction } from '../board.ts'
import type { Frozen } from '../frozen.ts'

type KnownActions = Awaited<ReturnType<typeof readPlan>>['known']

/** The frozen text, with the parts that it was made of: the next one takes those that nobody touched. */
export type FrozenParts = { frozen: Frozen; actions: KnownActions; blocks: FigureBlocks }

/**
 * A text that is another after each publication, erratum, target and step of a study: six small questions, to be asked every second.
 */
export const readRevision = async (db: QueryExecutorProvider): Promise<string> => {
	const { rows } = await sql<{ revision: string }>`select concat_ws(' ',
		(select count(*) || '-' || coalesce(sum(version), 0) from plan_published), (select count(*) from plan_initiative),
		(select extract(epoch from max(published_at)) || '-' || count(*) from programme_figure),
		(select string_agg(concat(number, state), ',' order by number) from trial),
		(select count(*) from programme_erratum), (select count(*) from programme_target),
		(select count(*) || '-' || count(ended) from privacy_ledger)) as revision`.execute(db)
	return rows[0]?.revision ?? ''
}

/** Digests of values that stay the same objects, each made once. */
const digests = new WeakMap<object, string>()

const toDigest = (value: object): string => {
	const digest = digests.get(value) ?? createHash('sha256').update(JSON.stringify(value)).digest('hex')
	digests.set(value, digest)
	return digest
}

/** Twelve letters are told apart by eye, and enough for as many versions as there can be. */
const toVersion = (actions: KnownActions, blocks: FigureBlocks, others: readonly unknown[]): string => {
	const hash = createHash('sha256').update(JSON.stringify(others))
	for (const { action } of actions.values()) hash.update(toDigest(action))
	for (const [key, { digest }] of blocks) hash.update(`${key} ${digest}`)
	return hash.digest('hex').slice(0, 12)
}

/** Digest of actions as they are shown: those that were not touched since the last time are not gone through again. */
export const digestActions = ({
	today,
	initiatives,
}: Pick<Board, 'today'> & { initiatives: readonly { actions: readonly ShownAction[] }[] }): string => {
	const hash = createHash('sha256').update(today)
	for (const { actions, ...head } of initiatives) {
		hash.update(JSON.stringify(head))
		for (const action of actions) hash.update(toDigest(action))
	}
	return hash.digest('hex')
}

/** Places by a name that tells them from others for as long as the process lives. */
type Part = { name: string; isOf: (at: { place: string }) => boolean }

/** Digests of the numbers of places, by block and name of the places. */
const partDigests = new WeakMap<object, Map<string, string>>()

/** Digest of the numbers of some places in a block; empty where it has none. */
const digestPart = (block: Published, { name, isOf }: Part): string => {
	const known = partDigests.get(block) ?? new Map<string, string>()
	const own = (): object[][] => [block.figures.filter(isOf), block.targets.filter(isOf)]
	const make = (): string =>
		own().flat().length === 0 ? '' : createHash('sha256').update(JSON.stringify(own())).digest('hex')
	const digest = known.get(name) ?? make()
	partDigests.set(block, known.set(name, digest))
	return digest
}

/** Digest of numbers and targets, of all places or of some. */
export const digestFigures = (blocks: FigureBlocks, part?: Part): string => {
	const hash = createHash('sha256')
	for (const [key, block] of blocks) {
		const digest = part ? digestPart(block, part) : block.digest
		if (digest !== '') hash.update(`${key} ${digest}`)
	}
	return hash.digest('hex')
}

/**
 * Freezes what is published.
 *
 * @param wanted - `today`: civil day that states are computed for
 * @param last - what was frozen before: only what was changed since is read
 */
export const freeze = async (
	db: Kysely<PlanTables & ProgrammeFigureTables & CountingTables & TrialTables & ActTables>,
	{ places, today }: { places: readonly ProgrammePlace[]; today: string },
	last?: FrozenParts,
): Promise<FrozenParts> => {
	const { known: actions, ...plan } = await readPlan(db, last?.actions)
	const { blocks, ...published } = await readPublished(db, last?.blocks)
	const ledger = await listLedger(db)
	const heads = plan.initiatives.map(({ id, ordinal, title, source }) => [id, ordinal, title, source])
	const frozen = {
		version: toVersion(actions, blocks, [heads, ledger]),
		board: makeBoard(plan, today, last?.frozen.board),
		published,
		indicators,
		places,
		events: yearEvents,
		ledger,
		overdue: await listOverdueTrials(db, today),
	}
	return { frozen, actions, blocks }
}
