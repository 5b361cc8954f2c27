/**
 * The scoreboard in memory: what is published, frozen, and asked for anew at most once a second, and only whether anything changed. While the
 * database is away it stays as it was last built, and says the hour.
 */
import { AppError, day, toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { law } from '#domains/law/server'
import { findRegionOf, listPlaces } from '#domains/programme/places'
import { listActionsOf, listShownActions, type LawNames } from '#domains/programme/scoreboard'
import {
	digestActions,
	digestFigures,
	freeze,
	readRevision,
	type FrozenParts,
} from '#domains/programme/scoreboard/server'
import { getDatabase } from '#server/process/database'
import { declareSlot } from '#server/process/slot'

export type BuiltBoard = Pick<FrozenParts, 'frozen' | 'blocks'> & {
	builtAt: Date
	/** Texts made of it, each once: files of open data, digests of pages. */
	made: Map<string, string>
}

type Held = {
	built?: BuiltBoard
	parts?: FrozenParts
	revision: string
	lookedAt: number
	looking?: Promise<void> | undefined
}

const slot = declareSlot<Held>('scoreboard')
const held = slot.find() ?? slot.put({ revision: '', lookedAt: 0 })

/** Milliseconds after which it is asked whether anything changed, and for which a visitor waits for the answer. */
const [askedEvery, waitedFor] = [1000, 800]

/** Every place there is. */
export const allPlaces = listPlaces(library.regions)

const look = async (now: Date): Promise<void> => {
	const today = toLocalDay(now, library.calendar.zone)
	const db = getDatabase().kysely
	const revision = await readRevision(db)
	if (held.built?.frozen.board.today !== today || held.revision !== revision) {
		held.parts = await freeze(db, { places: allPlaces, today }, held.parts)
		held.built = { ...held.parts, builtAt: now, made: new Map() }
		held.revision = revision
	}
	held.lookedAt = now.getTime()
}

/** Looks once for all who ask meanwhile. */
const lookOnce = (now: Date): Promise<void> => {
	held.looking ??= look(now).finally(() => {
		held.looking = undefined
	})
	return held.looking
}

/** True when what is held was looked at within a second. */
const isFresh = (now: Date): boolean => {
	const age = now.getTime() - held.lookedAt
	return held.built !== undefined && age >= 0 && age < askedEvery
}

/**
 * The scoreboard as it stands now, or as it was last built.
 * @throws AppError `scoreboard.away`: it was never built and the database does not answer
 */
export const getScoreboard = async (now = new Date()): Promise<BuiltBoard> => {
	if (!isFresh(now)) {
		const looking = lookOnce(now).catch(() => undefined)
		if (held.built) {
			const { promise, resolve } = Promise.withResolvers<undefined>()
			const timer = setTimeout(() => resolve(undefined), waitedFor)
			await Promise.race([looking, promise])
			clearTimeout(timer)
			held.lookedAt = now.getTime()
		} else await looking
	}
	if (!held.built)
		throw new AppError('scoreboard.away', 503, 'reading the plan: the database does not answer')
	return held.built
}

/** Forgets what is held: the next who asks has it built. */
export const forgetScoreboard = (): void => {
	delete held.built
	delete held.parts
	Object.assign(held, { revision: '', lookedAt: 0 })
}

/** A text of what is built, made once. */
export const makeOnce = (built: BuiltBoard, name: string, make: (built: BuiltBoard) => string): string => {
	const text = built.made.get(name) ?? make(built)
	built.made.set(name, text)
	return text
}

/** Day and hour at which it was built, as the country's clocks show it, and whether it is invented, for a demonstration. */
export const getHourBuilt = ({ builtAt, frozen }: BuiltBoard) => ({
	day: toLocalDay(builtAt, library.calendar.zone),
	at: builtAt,
	zone: library.calendar.zone,
	isInvented: frozen.board.isInvented,
})

/** Region of each place. */
const regionOf = new Map(allPlaces.map(({ code }) => [code, findRegionOf(allPlaces, code)]))

/** Digest of what a page shows: `actions`, `figures`, or a region with both. */
const toDigest = (built: BuiltBoard, part: string): string =>
	makeOnce(built, `digest ${part}`, ({ frozen: { board, overdue }, blocks }) => {
		if (part === 'actions') return digestActions(board)
		if (part === 'figures') return digestFigures(blocks)
		if (part === 'all')
			return `${digestActions(board)} ${digestFigures(blocks)} ${overdue.map(({ id }) => id).join(' ')}`
		const isOf = ({ place }: { place: string }): boolean => regionOf.get(place) === part
		const { own, country } = listActionsOf(board, part)
		const actions = {
			today: board.today,
			initiatives: [
				{ id: part, actions: own },
				{ id: 'country', actions: country },
			],
		}
		return `${digestActions(actions)} ${digestFigures(blocks, { name: part, isOf })}`
	})

/**
 * Lets a page stay in memory as it was made for as long as what it shows is the same: a publication elsewhere does not touch it.
 *
 * @param part - `actions`, `figures`, or the code of a region
 */
export const stayWhile = (built: BuiltBoard, part: string) => {
	const digest = toDigest(built, part)
	return {
		renewals: [],
		until: new Date(Date.now() + day),
		isStill: async () => toDigest(await getScoreboard(), part) === digest,
	}
}

/** Names of the law records that stand as evidence. */
export const listLawNames = ({ frozen }: BuiltBoard): LawNames => {
	const evidence = listShownActions(frozen.board).flatMap((action) => [
		...action.evidence,
		...action.realisations.flatMap((one) => one.evidence),
	])
	const wanted = new Set(evidence.flatMap(({ kind, reference }) => (kind === 'law' ? [reference] : [])))
	return Object.fromEntries(
		law.instruments.filter(({ id }) => wanted.has(id)).map(({ id, name }) => [id, name]),
	)
}
