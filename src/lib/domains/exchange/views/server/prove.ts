/** Looks into what the views are made of, and writes down of each thing that was withdrawn that it is out. */
import { createHash } from 'node:crypto'
import { publishedTlps, viewScopes, type Indicator, type View } from '#domains/exchange/indicators'
import { getPublication, noteBuilt } from '#domains/exchange/indicators/server'
import { findFullHashes } from '#tools/indicators/hash-prefixes'
import { getHashPage } from './hash-view.ts'
import type { ViewQueries } from './held-view.ts'
import { hasAttribute, type MispView } from './misp-view.ts'
import { findDigest, ownList, type PrefixView } from './prefix-view.ts'
import { toZonePlace, type ZoneView } from './zone-view.ts'

export type Views = {
	/** Absent where the site has no address of its own. */
	zone: (ZoneView & { host: string }) | undefined
	prefixes: PrefixView
	misp: MispView
}

/** A view as it was built: its serial and SHA-256 in hex, and whether something stands in it. */
type Built = { serial: number; digest: string; has: (indicator: Indicator) => boolean }

/** The list that holds most: what is out of it is out of all. */
const strictest = 'amber+strict'

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

const buildZone = async ({ zone }: Views): Promise<Built | undefined> => {
	if (!zone) return undefined
	const { serial, text } = await zone.getZone(strictest)
	const target = toZonePlace(zone.host, strictest).stopPage
	return { serial, digest: hash(text), has: ({ value }) => text.includes(`\n${value} IN CNAME ${target}.\n`) }
}

const buildFeed = async ({ misp }: Views, now: Date): Promise<Built> => {
	const { serial, manifest, events } = await misp({ audience: 'partners', tlps: publishedTlps }, now)
	const files = [...events.values()]
	const has = ({ id }: Indicator) => files.some((file) => hasAttribute(file, id))
	return { serial, digest: hash([manifest, ...files].join('\n')), has }
}

const buildPrefixes = async ({ prefixes: view }: Views): Promise<Built> => {
	const { serial, prefixes, hashes } = await view.getLists(strictest)
	const has = (indicator: Indicator) => {
		const digest = findDigest(indicator)
		return digest !== undefined && findFullHashes(ownList, hashes, [digest]).matches.length > 0
	}
	return { serial, digest: hash(new Uint8Array(prefixes.buffer)), has }
}

const buildHashes = async (db: ViewQueries): Promise<Built> => {
	const { serial } = await getPublication(db, 'stopncii')
	const reader = { audiences: viewScopes.stopncii.audiences, tlps: publishedTlps }
	const [active, pages] = [new Map<string, string>(), createHash('sha256')]
	for (let after = 0; ;) {
		const page = await getHashPage(db, reader, { since: new Date(0), after, limit: 1000 })
		pages.update(JSON.stringify(page))
		for (const { hashValue, hashStatus } of page.hashRecords) active.set(hashValue, hashStatus)
		if (!page.hasMoreRecords) break
		after = Number(page.nextPageToken)
	}
	return { serial, digest: pages.digest('hex'), has: ({ value }) => active.get(value) === 'Active' }
}

/** Things that were withdrawn, of which a view still owes a proof, and which are published again: `value` stands in it under another id. */
const listOwed = async (db: ViewQueries, view: View) => {
	const rows = await db
		.selectFrom('indicator_proof')
		.innerJoin('indicator', 'indicator.id', 'indicator_proof.indicator')
		.leftJoin('indicator as again', (join) =>
			join
				.onRef('again.kind', '=', 'indicator.kind')
				.onRef('again.value', '=', 'indicator.value')
				.on('again.state', '=', 'published'),
		)
		.select(['indicator.id as id', 'again.id as again'])
		.where('indicator_proof.view', '=', view)
		.where('indicator_proof.gone_at', 'is', null)
		.execute()
	return {
		isOwed: rows.length > 0,
		again: new Set(rows.filter(({ again }) => again !== null).map(({ id }) => id)),
	}
}

/**
 * Builds each of the four views that has changed since it was built last, or still owes a proof.
 *
 * @returns ids of what was withdrawn and is still found, which should be none
 */
export const proveViews = async (db: ViewQueries, views: Views, now: Date): Promise<string[]> => {
	const still: string[] = []
	const builders: Partial<Record<View, () => Promise<Built | undefined>>> = {
		rpz: () => buildZone(views),
		misp: () => buildFeed(views, now),
		'safe-browsing': () => buildPrefixes(views),
		stopncii: () => buildHashes(db),
	}
	for (const view of ['rpz', 'misp', 'safe-browsing', 'stopncii'] as const) {
		const { serial, built: before } = await getPublication(db, view)
		const { isOwed, again } = await listOwed(db, view)
		if (before?.serial === serial && !isOwed) continue
		const built = await builders[view]?.()
		if (!built) continue
		const has = (one: Indicator) => !again.has(one.id) && built.has(one)
		still.push(...(await noteBuilt(db, { view, serial: built.serial, digest: built.digest, has, at: now })))
	}
	return still
}
