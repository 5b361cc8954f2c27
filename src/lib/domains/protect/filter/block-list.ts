import type { DnsList } from '#tools/dns-filter'
import * as v from 'valibot'
import { confidence, httpsUrl, level, seen, slug } from '../fact.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Schema of one entry of `content/protect/block-lists.yaml`: a list of others, to subscribe to. */
const blockList = v.strictObject({
	id: slug,
	name: v.pipe(v.string(), v.nonEmpty()),
	topic: v.picklist(['adult', 'gambling', 'search', 'bypass', 'categories']),
	licence: v.string(),
	licenceConfidence: confidence,
	page: httpsUrl,
	urls: v.strictObject({
		domains: v.optional(httpsUrl),
		hosts: v.optional(httpsUrl),
		adblock: v.optional(httpsUrl),
		dnsmasq: v.optional(httpsUrl),
		rpz: v.optional(httpsUrl),
	}),
	/** Levels at which it is proposed; empty: only by choice. */
	levels: v.array(level),
	entries: v.optional(count),
	categories: v.optional(v.record(v.string(), count)),
	/** Categories of it that must not be used to block. */
	notFor: v.optional(v.array(v.string())),
	seen,
	confidence,
})
export type BlockList = v.InferOutput<typeof blockList>

/** Schema of `content/protect/block-lists.yaml`. */
export const blockListsFile = v.array(blockList)

const formats = ['domains', 'hosts', 'adblock', 'dnsmasq', 'rpz'] as const

/** The part of a list that a configuration needs. */
export const toDnsList = ({ id, name, licence, urls }: BlockList): DnsList => ({
	id,
	name,
	licence,
	urls: Object.fromEntries(formats.flatMap((format) => (urls[format] ? [[format, urls[format]]] : []))),
})
