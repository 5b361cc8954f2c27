import { isIpAddress, type DnsAddresses, type DnsRewrite } from '#tools/dns-filter'
import * as v from 'valibot'
import { confidence, level, levels, seen, slug, sources, type Level } from '../fact.ts'
import { hostName } from './host-name.ts'

const ipAddress = v.pipe(v.string(), v.check(isIpAddress, 'must be an IP address'))

/** Schema of one entry of `content/protect/safe-search.yaml`: an engine, and the name that answers safely for it. */
const safeSearch = v.strictObject({
	engine: slug,
	target: hostName,
	/** Addresses that the owner publishes for `target`; often none. */
	ipv4: v.array(ipAddress),
	ipv6: v.array(ipAddress),
	addressesSeen: v.optional(seen),
	addressesConfidence: v.optional(confidence),
	/** The first and last level at which it applies; without `until` to the strictest. */
	from: level,
	until: v.optional(level),
	/** The engine is refused: its safe name is not confirmed. */
	close: v.optional(v.boolean(), false),
	names: v.pipe(v.array(hostName), v.nonEmpty()),
	sources,
	seen,
	confidence,
})
export type SafeSearch = v.InferOutput<typeof safeSearch>

/** Schema of `content/protect/safe-search.yaml`. */
export const safeSearchFile = v.pipe(
	v.array(safeSearch),
	v.check(
		(all) => all.every((entry) => entry.close || entry.confidence !== 'unverified'),
		'must close an engine whose safe name is unverified',
	),
)

const isAt = ({ from, until }: SafeSearch, wanted: Level): boolean => {
	const at = levels.indexOf(wanted)
	return levels.indexOf(from) <= at && at <= levels.indexOf(until ?? 'strict')
}

/** Rewrites of names for safe search at a level. */
export const findSafeSearch = (
	entries: readonly SafeSearch[],
	wanted: Level,
): { rewrites: DnsRewrite[]; addresses: Record<string, DnsAddresses>; closed: string[] } => {
	const here = entries.filter((entry) => isAt(entry, wanted))
	const rewriting = here.filter(({ close }) => !close)
	return {
		rewrites: rewriting.flatMap(({ names, target }) => names.map((name) => ({ name, target }))),
		addresses: Object.fromEntries(
			rewriting
				.filter(({ ipv4, ipv6 }) => ipv4.length + ipv6.length > 0)
				.map(({ target, ipv4, ipv6 }) => [target, { ipv4, ipv6 }]),
		),
		closed: here.filter(({ close }) => close).flatMap(({ names }) => names),
	}
}
