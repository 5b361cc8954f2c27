/** Looks for who of a name: its addresses, and what registries say of their networks. */
import { isIP } from 'node:net'
import {
	listHostingCandidates,
	listRegistryHosts,
	lookUpContact,
	type Bootstrap,
	type RdapFetch,
	type RdapFinding,
	type RdapTarget,
} from '#tools/channels/rdap'
import { getBootstrap, ianaHost } from './bootstrap-file.ts'
import type { HostAnswer, HostNetwork } from '../host-answer.ts'

export type HostLookupOptions = {
	dataDir: string
	/** Addresses of a name; throws when it has none. */
	resolve: (host: string) => Promise<readonly string[]>
	/** A way to ask these hosts and no others. */
	openFetch: (allow: (host: string) => boolean) => RdapFetch
	now: () => Date
}

/** Addresses of which the networks are asked: a name has many at the same hosts. */
const mostAddresses = 2

const toNetwork = (found: RdapFinding): HostNetwork => ({
	country: found.country,
	registry: found.registry,
	isOptionalThere: found.isOptionalThere,
	...(found.kind === 'none'
		? { why: found.why }
		: {
				contact: { email: found.contact.email, name: found.contact.name, isNear: found.contact.depth === 0 },
				why: found.kind === 'abuse' ? ('abuse' as const) : found.why,
			}),
})

const askAll = (targets: readonly RdapTarget[], bootstrap: Bootstrap, options: HostLookupOptions) => {
	const known = new Set(listRegistryHosts(bootstrap))
	const fetch = options.openFetch((host) => known.has(host))
	return Promise.all(targets.map((target) => lookUpContact(target, { bootstrap, fetch, now: options.now() })))
}

/**
 * Asks who hosts a name or an address. Never throws: `unasked` says that nothing could be asked, and by what.
 *
 * @returns the function that asks; IANA and registries learn the addresses or the name, nothing else
 */
export const createHostLookup =
	(options: HostLookupOptions) =>
	async (host: string): Promise<HostAnswer> => {
		const plain = host.replace(/^\[|\]$/gu, '')
		const { dataDir, openFetch, now } = options
		const bootstrap = await getBootstrap(
			dataDir,
			openFetch((asked) => asked === ianaHost),
			now(),
		)
		if (!bootstrap) return { kind: 'unasked', why: 'no-registries' }
		const addresses = isIP(plain) === 0 ? await options.resolve(plain).catch(() => []) : [plain]
		if (addresses.length === 0) return { kind: 'unasked', why: 'no-address' }
		const toTarget = (value: string): RdapTarget => ({ kind: 'ip', value })
		const found = await askAll(addresses.slice(0, mostAddresses).map(toTarget), bootstrap, options)
		// Where no network names anybody, the registrar of the name can pass it on.
		const more =
			isIP(plain) === 0 && found.every(({ kind }) => kind === 'none')
				? await askAll([{ kind: 'domain', value: plain }], bootstrap, options)
				: []
		const networks = [...found, ...more.filter(({ kind }) => kind !== 'none')].map(toNetwork)
		const [best] = listHostingCandidates(networks.map(({ country }) => country))
		return { kind: 'asked', country: best?.country, networks }
	}
