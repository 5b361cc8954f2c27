/** The MISP feed: one event for each day on which something was published, made anew when the serial has changed. */
import { createHash } from 'node:crypto'
import { addDays } from '#base'
import type { IndicatorAudience, Indicator } from '#domains/exchange/indicators'
import { papLevels } from '#domains/exchange/partners'
import { getPublication, listEverPublished } from '#domains/exchange/indicators/server'
import type { Tlp } from '#domains/exchange/partners'
import {
	toMispEvent,
	toMispManifest,
	type FeedEvent,
	type FeedIndicator,
	type MispEvent,
} from '#tools/indicators/misp-feed'
import type { ViewQueries } from './held-view.ts'
import { toEventId } from './event-id.ts'

/** The publisher: the same id as in STIX. */
const org = { name: 'Thiqa', uuid: 'fb89be99-927d-5e1b-8546-5bb6a7ef0373' }

/** Days for which what is no longer blocked stays as deleted, for those who pull seldom. */
const daysDeleted = 180

/** Indicators that are read at once. */
const pageSize = 5000

export type Feed = {
	serial: number
	manifest: string
	/** File of an event by its id. */
	events: ReadonlyMap<string, string>
}

/** Readers that a feed is made for. */
export type FeedFor = { audience: IndicatorAudience; tlps: readonly Tlp[] }

const readAll = async (db: ViewQueries, { audience, tlps }: FeedFor): Promise<Indicator[]> => {
	const all: Indicator[] = []
	const asked = { view: 'misp', audiences: [audience], tlps, since: new Date(0), limit: pageSize } as const
	for (;;) {
		const page = await listEverPublished(db, { ...asked, after: all.at(-1)?.added ?? 0 })
		all.push(...page)
		if (page.length < pageSize) return all
	}
}

const toDay = (at: Date): string => at.toISOString().slice(0, 10)

const toFeedIndicator = (one: Indicator): FeedIndicator => ({
	uuid: one.id,
	kind: one.kind,
	value: one.value,
	tlp: one.tlp,
	isWithdrawn: one.state !== 'published',
	at: one.modified,
	version: one.version,
})

const toEvent = (day: string, audience: IndicatorAudience, of: readonly Indicator[]): FeedEvent => ({
	uuid: toEventId(day, audience),
	day,
	info: `Blocked resources ${day}`,
	org,
	pap: papLevels[Math.max(0, ...of.map(({ pap }) => papLevels.indexOf(pap)))] ?? 'red',
	indicators: [...of].sort((one, other) => (one.id < other.id ? -1 : 1)).map(toFeedIndicator),
})

const build = async (db: ViewQueries, asked: FeedFor, now: Date): Promise<Omit<Feed, 'serial'>> => {
	const deletedSince = addDays(toDay(now), -daysDeleted)
	const kept = (await readAll(db, asked)).filter(
		({ state, modified }) => state === 'published' || toDay(modified) >= deletedSince,
	)
	const days = [...Map.groupBy(kept, ({ created }) => toDay(created))]
	const events = days.map(([day, of]) => toEvent(day, asked.audience, of))
	const files = new Map(events.map((event) => [event.uuid, JSON.stringify(toMispEvent(event))]))
	const digests = events.map((event) => ({
		event,
		digest: createHash('sha256')
			.update(files.get(event.uuid) ?? '')
			.digest('hex'),
	}))
	return { manifest: JSON.stringify(toMispManifest(digests)), events: files }
}

/** True when an event holds an indicator that is not deleted. */
export const hasAttribute = (file: string, id: string): boolean =>
	(JSON.parse(file) as MispEvent).Event.Attribute.some(({ uuid, deleted }) => uuid === id && deleted !== true)

export type MispView = (asked: FeedFor, now: Date) => Promise<Feed>

/** Feeds by what they are made for; made anew with each serial and each day. */
export const createMispView = (db: ViewQueries): MispView => {
	const held = new Map<string, Feed & { day: string }>()
	return async (asked, now) => {
		const key = [asked.audience, ...asked.tlps].join(' ')
		const day = toDay(now)
		const { serial } = await getPublication(db, 'misp')
		const known = held.get(key)
		if (known?.serial === serial && known.day === day) return known
		const made = { serial, day, ...(await build(db, asked, now)) }
		held.set(key, made)
		return made
	}
}
