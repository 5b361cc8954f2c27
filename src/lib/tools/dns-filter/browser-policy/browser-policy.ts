import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { toChromePolicy, toEdgePolicy, toFirefoxPolicy, type Policy } from './policy.ts'
import { toRegistryText, toRegistryUndo } from './registry.ts'

const toJson = (name: string, value: unknown): ConfigFile => ({
	name,
	type: 'application/json',
	text: `${JSON.stringify(value, null, '\t')}\n`,
	purpose: 'use',
})

/** A shell that takes files away again. */
const toRemoval = (browser: string, paths: readonly string[]): ConfigFile => ({
	name: `thiqa-${browser}-off.sh`,
	type: 'text/x-shellscript',
	text: `#!/bin/sh\n# Run as root.\nrm -f ${paths.join(' ')}\n`,
	purpose: 'undo',
})

const toRegistryFiles = (
	browser: string,
	{ path, policy, label }: { path: string; policy: Policy; label: string },
): ConfigFile[] => {
	const key = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${path}`
	const type = 'text/plain'
	return [
		{ name: `${browser}-on.reg`, type, text: toRegistryText(key, policy, label), purpose: 'use' },
		{ name: `${browser}-off.reg`, type, text: toRegistryUndo(key, policy, label), purpose: 'undo' },
	]
}

/** Chrome and Chromium on Linux: a file for `/etc/opt/chrome/policies/managed/` or `/etc/chromium/policies/managed/`. */
export const toChromeLinuxFiles = (filter: DnsFilter): ConfigFile[] => [
	toJson('thiqa-chrome.json', toChromePolicy(filter)),
	toRemoval('chrome', [
		'/etc/opt/chrome/policies/managed/thiqa-chrome.json',
		'/etc/chromium/policies/managed/thiqa-chrome.json',
	]),
]

/** Chrome on Windows. */
export const toChromeWindowsFiles = (filter: DnsFilter): ConfigFile[] =>
	toRegistryFiles('chrome', {
		path: 'Google\\Chrome',
		policy: toChromePolicy(filter),
		label: filter.resolver.name,
	})

/** Edge on Linux: a file for `/etc/opt/edge/policies/managed/`. */
export const toEdgeLinuxFiles = (filter: DnsFilter): ConfigFile[] => [
	toJson('thiqa-edge.json', toEdgePolicy(filter)),
	toRemoval('edge', ['/etc/opt/edge/policies/managed/thiqa-edge.json']),
]

/** Edge on Windows. */
export const toEdgeWindowsFiles = (filter: DnsFilter): ConfigFile[] =>
	toRegistryFiles('edge', {
		path: 'Microsoft\\Edge',
		policy: toEdgePolicy(filter),
		label: filter.resolver.name,
	})

/** Firefox on Linux, also beside the program on Windows and macOS (`distribution/policies.json`). */
export const toFirefoxFiles = (
	filter: DnsFilter,
	asks: 'resolver' | 'network' = 'resolver',
): ConfigFile[] => [
	toJson('policies.json', { policies: toFirefoxPolicy(filter, asks) }),
	toRemoval('firefox', ['/etc/firefox/policies/policies.json']),
]

/** Firefox on Windows. */
export const toFirefoxWindowsFiles = (filter: DnsFilter): ConfigFile[] =>
	toRegistryFiles('firefox', {
		path: 'Mozilla\\Firefox',
		policy: toFirefoxPolicy(filter),
		label: filter.resolver.name,
	})

/** A shell that takes policies out of the preferences of a program on a Mac. */
export const toPreferenceRemoval = (domain: string, policy: Policy): ConfigFile => ({
	name: 'thiqa-firefox-off.command',
	type: 'text/x-shellscript',
	text: [
		'#!/bin/sh',
		...Object.keys(policy).map((key) => `sudo defaults delete /Library/Preferences/${domain} ${key}`),
		'',
	].join('\n'),
	purpose: 'undo',
})
