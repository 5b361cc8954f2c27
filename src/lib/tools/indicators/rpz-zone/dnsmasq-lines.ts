import type { ZoneRules } from './zone-rules.ts'

/** The same rules for dnsmasq, which reads no policy zones: an address for what is blocked, the usual servers for what is not. */
export const toDnsmasqLines = ({ rules }: Pick<ZoneRules, 'rules'>, addresses: readonly string[]): string =>
	[...rules]
		.flatMap(([owner, target]) =>
			target === 'rpz-passthru.'
				? [`server=/${owner}/#`]
				: addresses.map((address) => `address=/${owner}/${address}`),
		)
		.map((line) => `${line}\n`)
		.join('')
