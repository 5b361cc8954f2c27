import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import type { Target, TargetLimit } from '../targets.ts'
import {
	toChromeLinuxFiles,
	toChromePolicy,
	toChromeWindowsFiles,
	toEdgeLinuxFiles,
	toEdgePolicy,
	toEdgeWindowsFiles,
	toFirefoxFiles,
	toFirefoxPolicy,
	toFirefoxWindowsFiles,
	toPreferenceRemoval,
	type Policy,
} from '#tools/dns-filter/browser-policy'
import { toPlist, toProfileFile } from '#tools/dns-filter/mobileconfig'

/** Policies of a program on a Mac: a profile, which its owner can remove again. */
const toMacProfile = (name: string, domain: string, values: Policy): ConfigFile[] => [
	toProfileFile(`${name}.mobileconfig`, {
		identifier: `local.thiqa.${name}`,
		title: `Thiqa: ${domain}`,
		type: domain,
		values,
	}),
]

/** Firefox on a Mac reads a property list in `/Library/Preferences/`. */
const toFirefoxMacFiles = (filter: DnsFilter): ConfigFile[] => {
	const policy = { EnterprisePoliciesEnabled: true, ...toFirefoxPolicy(filter) }
	const domain = 'org.mozilla.firefox'
	return [
		{ name: `${domain}.plist`, type: 'application/x-plist', text: toPlist(policy), purpose: 'use' },
		toPreferenceRemoval(domain, policy),
	]
}

/** A policy is written by the administrator of a machine and holds for one browser on it. */
const policyLimits: readonly TargetLimit[] = ['needs-administrator', 'this-device-only']

/** A browser that forces safe search itself, and so needs no rewriting of names. */
const forces = {
	group: 'browser',
	canRewrite: true,
	usesResolver: true,
	verify: 'navigation',
	unseen: ['search'],
	limits: policyLimits,
} as const

/** Firefox has no policy for safe search: it is as safe as whom it asks. */
const trusts = {
	group: 'browser',
	canRewrite: false,
	usesResolver: true,
	verify: 'navigation',
	unseen: ['search'],
	limits: ['cannot-rewrite', 'allowed-wins', ...policyLimits],
} as const

/** Browsers on computers. */
export const browserTargets: readonly Target[] = [
	{ ...forces, id: 'chrome-linux', program: 'chromium', package: 'chromium', make: toChromeLinuxFiles },
	{ ...forces, id: 'chrome-windows', program: 'Chrome', make: toChromeWindowsFiles },
	{
		...forces,
		id: 'chrome-mac',
		program: 'Chrome',
		make: (filter) => toMacProfile('chrome', 'com.google.Chrome', toChromePolicy(filter)),
		limits: [...policyLimits, 'removable-by-user'],
	},
	{ ...forces, id: 'edge-linux', program: 'Edge', make: toEdgeLinuxFiles },
	{ ...forces, id: 'edge-windows', program: 'Edge', make: toEdgeWindowsFiles },
	{
		...forces,
		id: 'edge-mac',
		program: 'Edge',
		make: (filter) => toMacProfile('edge', 'com.microsoft.Edge', toEdgePolicy(filter)),
		limits: [...policyLimits, 'removable-by-user'],
	},
	{ ...trusts, id: 'firefox', program: 'Firefox', make: (filter) => toFirefoxFiles(filter) },
	{
		...trusts,
		id: 'firefox-network',
		program: 'Firefox',
		usesResolver: false,
		make: (filter) => toFirefoxFiles(filter, 'network'),
	},
	{ ...trusts, id: 'firefox-windows', program: 'Firefox', make: toFirefoxWindowsFiles },
	{ ...trusts, id: 'firefox-mac', program: 'Firefox', make: toFirefoxMacFiles },
]
