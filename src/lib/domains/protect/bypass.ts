import * as v from 'valibot'
import { confidence, seen, slug, sources } from './fact.ts'
import { hostName } from './filter/host-name.ts'
import { getResolverHosts, type Resolver } from './resolver.ts'

const facts = { names: v.pipe(v.array(hostName), v.nonEmpty()), sources, seen, confidence }
const port = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))

/** Schema of `content/protect/bypass.yaml`: ways around a filter, and the names that close them. */
export const bypassFile = v.strictObject({
	canary: v.strictObject({ answer: v.literal('nxdomain'), ...facts }),
	privateRelay: v.strictObject({ answer: v.literal('nxdomain'), ...facts }),
	ddr: v.strictObject({ answer: v.literal('nodata'), ...facts }),
	doh: v.strictObject({ answer: v.literal('nxdomain'), lists: v.array(slug), ...facts }),
	ports: v.strictObject({ close: v.array(port), redirect: v.array(port), confidence }),
	/** Gaps that no filter of names closes. */
	stays: v.array(v.picklist(['mobile-data', 'inside-apps', 'vpn'])),
})
export type Bypass = v.InferOutput<typeof bypassFile>

/** Ways around the filter that a person closes or leaves open. */
export const bypasses = ['canary', 'privateRelay', 'ddr', 'doh'] as const

/** Closed ones of the {@link bypasses}. */
export type Closes = Record<(typeof bypasses)[number], boolean>

/** Names of other resolvers that answer over HTTPS or TLS: a device must not find them. */
export const getEncryptedDnsNames = (
	bypass: Bypass,
	resolvers: readonly Resolver[],
	own: Resolver,
): string[] => {
	const mine = new Set(getResolverHosts(own))
	const all = [...bypass.doh.names, ...resolvers.flatMap(getResolverHosts)]
	return [...new Set(all)].filter((name) => !mine.has(name)).sort()
}
