export type FeedIndicator = {
	/** UUID, of which a MISP knows the attribute again. */
	uuid: string
	kind: 'domain' | 'url' | 'sha256' | 'md5' | 'pdq'
	value: string
	/** `clear`, `green`, `amber`, `amber+strict`. */
	tlp: string
	isWithdrawn: boolean
	/** Of the last change. */
	at: Date
	/** 1 at first, one more with each change. */
	version: number
}

/** Everything that was published on one day, for one list. */
export type FeedEvent = {
	uuid: string
	/** `2026-11-29` */
	day: string
	info: string
	org: { name: string; uuid: string }
	/** Permissible Actions Protocol: `clear`, `green`, `amber`, `red`. */
	pap: string
	indicators: readonly FeedIndicator[]
}

type Tag = { name: string; colour: string }
type Attribute = {
	uuid: string
	type: string
	category: string
	value: string
	to_ids: boolean
	disable_correlation: boolean
	timestamp: string
	comment: string
	Tag: Tag[]
	deleted?: true
}
type Head = {
	Orgc: { name: string; uuid: string }
	Tag: Tag[]
	info: string
	date: string
	analysis: string
	threat_level_id: string
	timestamp: string
}
export type MispEvent = {
	Event: Head & { uuid: string; published: true; publish_timestamp: string; Attribute: Attribute[] }
}

/** In order of openness, with the colours of the taxonomy. */
const tlpTags: readonly Tag[] = [
	{ name: 'tlp:clear', colour: '#ffffff' },
	{ name: 'tlp:green', colour: '#339900' },
	{ name: 'tlp:amber', colour: '#FFC000' },
	{ name: 'tlp:amber+strict', colour: '#FFC000' },
]
const papColours: Readonly<Record<string, string>> = {
	clear: '#ffffff',
	green: '#33ff00',
	amber: '#ffc000',
	red: '#ff2b2b',
}

/** "(Child) Sexual Exploitation/Sexual/Violent Content" in the reference taxonomy of incidents. */
const subject: Tag = { name: 'rsit:abusive-content="violence"', colour: '#000000' }

const toTlpTag = (tlp: string): Tag => {
	const found = tlpTags.find(({ name }) => name === `tlp:${tlp}`)
	if (!found) throw new Error(`writing a MISP feed: nothing marked ${tlp} stands in one`)
	return found
}

/** MISP has no type for PDQ: it is kept as text. */
const types = {
	domain: { type: 'domain', category: 'Network activity', to_ids: true, comment: '' },
	url: { type: 'url', category: 'Network activity', to_ids: true, comment: '' },
	sha256: { type: 'sha256', category: 'Payload delivery', to_ids: true, comment: '' },
	md5: { type: 'md5', category: 'Payload delivery', to_ids: true, comment: '' },
	pdq: { type: 'other', category: 'Other', to_ids: false, comment: 'PDQ' },
} as const

/** A value of the same kind that says nothing: MISP wants one, and no two alike in an event. */
const toEmptyValue = ({ kind, uuid }: FeedIndicator): string => {
	const digits = uuid.replaceAll('-', '')
	if (kind === 'domain') return `${uuid}.withdrawn.invalid`
	if (kind === 'url') return `https://${uuid}.withdrawn.invalid/`
	return kind === 'md5' ? digits : `${digits}${digits}`
}

/** Seconds, one more with each version: a MISP takes a change only where this grows, and two may fall into one second. */
const toStamp = ({ at, version }: FeedIndicator): number => Math.floor(at.getTime() / 1000) + version

const toAttribute = (indicator: FeedIndicator): Attribute => ({
	uuid: indicator.uuid,
	...types[indicator.kind],
	value: indicator.isWithdrawn ? toEmptyValue(indicator) : indicator.value,
	disable_correlation: false,
	timestamp: String(toStamp(indicator)),
	Tag: [toTlpTag(indicator.tlp)],
	...(indicator.isWithdrawn ? { deleted: true } : {}),
})

const toHead = ({ org, info, day, pap, indicators }: FeedEvent): Head => {
	const latest = Math.max(0, ...indicators.map(({ at }) => Math.floor(at.getTime() / 1000)))
	const changes = indicators.reduce((sum, { version }) => sum + version, 0)
	const strictest = Math.max(0, ...indicators.map(({ tlp }) => tlpTags.indexOf(toTlpTag(tlp))))
	return {
		Orgc: org,
		Tag: [
			...tlpTags.slice(strictest, strictest + 1),
			{ name: `PAP:${pap.toUpperCase()}`, colour: papColours[pap] ?? '#ff2b2b' },
			subject,
		],
		info,
		date: day,
		analysis: '2',
		threat_level_id: '1',
		timestamp: String(latest + changes),
	}
}

/** One event; its time grows with every change of what is in it. */
export const toMispEvent = (event: FeedEvent): MispEvent => {
	const head = toHead(event)
	const Attribute = event.indicators.map(toAttribute)
	return {
		Event: { uuid: event.uuid, ...head, published: true, publish_timestamp: head.timestamp, Attribute },
	}
}

/** Lists events by their ids, as `manifest.json`. `digest`: SHA-256 in hex of the bytes of an event's file. */
export const toMispManifest = (
	events: readonly { event: FeedEvent; digest: string }[],
): Record<string, Head & { 'integrity:sha256': string }> =>
	Object.fromEntries(
		events.map(({ event, digest }) => [event.uuid, { ...toHead(event), 'integrity:sha256': digest }]),
	)
