/** Queries of a request: filters, a place to go on at, a number. */
import { fromBase64url, toBase64url } from '#base'
import { parseTaxiiTime } from './taxii-time.ts'

/** Versions of each object: the last, the first, all, or those of these times. */
export type Versions = readonly ('last' | 'first' | 'all' | (string & {}))[]

/** Filters of TAXII 2.1 (3.4, 5.4). `undefined`: not asked for. Lists are joined by `or`. */
export type Filters = {
	/** Microseconds since 1970; only what was added later counts. */
	addedAfter: number | undefined
	ids: readonly string[] | undefined
	types: readonly string[] | undefined
	versions: Versions
	specVersions: readonly string[] | undefined
}

/** A fault of a query, in words for whoever programs the client. */
export class BadQuery extends Error {
	override name = 'BadQuery'
}

const readList = (query: URLSearchParams, name: string): readonly string[] | undefined => {
	const given = query.get(`match[${name}]`)
	if (given === null) return undefined
	const list = given.split(',')
	// No text of a database holds a NUL.
	if (given.length > 8000 || list.some((word) => word === '' || word.includes('\0')))
		throw new BadQuery(`match[${name}] is not a list`)
	return list
}

const readVersions = (query: URLSearchParams): Versions => {
	const list = readList(query, 'version') ?? ['last']
	const isKnown = (word: string): boolean =>
		['last', 'first', 'all'].includes(word) || parseTaxiiTime(word) !== undefined
	if (!list.every(isKnown)) throw new BadQuery('match[version] is neither last, first, all nor a time')
	return list
}

const readFilters = (query: URLSearchParams): Filters => {
	const after = query.get('added_after')
	const addedAfter = after === null ? undefined : parseTaxiiTime(after)
	if (after !== null && addedAfter === undefined) throw new BadQuery('added_after is not a time in UTC')
	return {
		addedAfter,
		ids: readList(query, 'id'),
		types: readList(query, 'type'),
		versions: readVersions(query),
		specVersions: readList(query, 'spec_version'),
	}
}

const filterNames = ['added_after', 'match[id]', 'match[type]', 'match[version]', 'match[spec_version]']

/**
 * A place in a collection, as `next` carries it: behind which object to go on, and with which filters. It needs nothing of the
 * server's memory, so it can be used twice and after a restart.
 */
const writeNext = (collection: string, after: number, query: URLSearchParams): string => {
	const kept = filterNames.flatMap((name) => {
		const value = query.get(name)
		return value === null ? [] : [[name, value]]
	})
	return toBase64url(new TextEncoder().encode(JSON.stringify([1, collection, after, kept])))
}

type Place = { collection: string; after: number; query: URLSearchParams }

const isPair = (pair: unknown): pair is [string, string] =>
	Array.isArray(pair) && pair.length === 2 && pair.every((word) => typeof word === 'string')

/** The JSON within a token; `undefined` for what no token of ours can be. */
const openNext = (next: string): unknown => {
	const bytes = next.length > 20_000 ? undefined : fromBase64url(next, Math.floor((next.length * 3) / 4))
	if (!bytes) return undefined
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
	} catch {
		return undefined
	}
}

const readNext = (next: string): Place | undefined => {
	const given = openNext(next)
	const [version, collection, after, kept] = Array.isArray(given) ? (given as unknown[]) : []
	if (version !== 1 || typeof collection !== 'string' || typeof after !== 'number') return undefined
	if (!Number.isSafeInteger(after) || !Array.isArray(kept) || !kept.every(isPair)) return undefined
	return { collection, after, query: new URLSearchParams(kept) }
}

/** A page that is asked for. `after`: microseconds; it begins behind what was added then. */
export type Page = {
	filters: Filters
	after: number
	limit: number
	/** The `next` of what follows the object added at a time. */
	toNext: (after: number) => string
}

const readLimit = (given: string | null, most: number): number => {
	if (given === null) return most
	if (!/^[0-9]{1,9}$/u.test(given) || Number(given) === 0) throw new BadQuery('limit is not a number above 0')
	return Math.min(Number(given), most)
}

/**
 * Reads what a query asks for. With `next` the filters are those of the first page; repeated they have to be the same, left out they
 * still hold.
 *
 * @param most - objects of a page at most
 * @throws BadQuery
 */
export const readPage = (query: URLSearchParams, collection: string, most: number): Page => {
	const limit = readLimit(query.get('limit'), most)
	const next = query.get('next')
	const place = next === null ? undefined : readNext(next)
	if (next !== null && place?.collection !== collection) throw new BadQuery('next is none of this collection')
	const asked = place?.query ?? query
	if (place && filterNames.some((name) => query.has(name) && query.get(name) !== place.query.get(name)))
		throw new BadQuery('next belongs to other filters')
	const filters = readFilters(asked)
	const after = Math.max(place?.after ?? 0, filters.addedAfter ?? 0)
	return { filters, after, limit, toNext: (last) => writeNext(collection, last, asked) }
}
