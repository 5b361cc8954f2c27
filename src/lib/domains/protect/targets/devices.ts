import type { Target } from '../targets.ts'
import { browserTargets } from './browsers.ts'
import { toDohProfileFiles, toDotProfileFiles } from '#tools/dns-filter/mobileconfig'
import { toE2guardianFiles } from '#tools/dns-filter/e2guardian'
import { toHostsUnixFiles, toHostsWindowsFiles } from '#tools/dns-filter/hosts-file'
import { toNetshFiles, toPowerShellFiles } from '#tools/dns-filter/windows-dns'
import { toPrivateDnsFiles } from '#tools/dns-filter/private-dns'
import { toScreenFiles } from '#tools/dns-filter/screens'
import { toSquidFiles } from '#tools/dns-filter/squid'
import { boxTargets } from './boxes.ts'

/** A place that is only told whom to ask: safe search and refused names are as good as the resolver. */
const asksOnly = {
	canRewrite: false,
	limits: ['cannot-rewrite', 'cannot-block-names', 'cannot-close-bypasses'],
} as const

const phoneTargets: readonly Target[] = [
	{
		id: 'apple-doh',
		group: 'phone',
		program: 'iOS, iPadOS, macOS',
		make: toDohProfileFiles,
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [...asksOnly.limits, 'removable-by-user', 'this-device-only'],
	},
	{
		id: 'apple-dot',
		group: 'phone',
		program: 'iOS, iPadOS, macOS',
		make: toDotProfileFiles,
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [...asksOnly.limits, 'removable-by-user', 'this-device-only'],
	},
	{
		id: 'android-private-dns',
		group: 'phone',
		program: 'Android',
		make: toPrivateDnsFiles,
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [...asksOnly.limits, 'removable-by-user', 'this-device-only'],
	},
]

const computerTargets: readonly Target[] = [
	{
		id: 'windows-powershell',
		group: 'computer',
		program: 'Windows PowerShell',
		make: toPowerShellFiles,
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [...asksOnly.limits, 'needs-administrator', 'this-device-only'],
	},
	{
		id: 'windows-netsh',
		group: 'computer',
		program: 'netsh',
		make: toNetshFiles,
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [...asksOnly.limits, 'needs-administrator', 'this-device-only'],
	},
	{
		id: 'hosts-unix',
		group: 'computer',
		program: 'glibc',
		package: 'libc-bin',
		make: toHostsUnixFiles,
		canRewrite: true,
		usesResolver: false,
		verify: 'fetch',
		unseen: ['search'],
		limits: ['needs-addresses', 'exact-names-only', 'needs-administrator', 'this-device-only'],
	},
	{
		id: 'hosts-windows',
		group: 'computer',
		program: 'Windows',
		make: toHostsWindowsFiles,
		canRewrite: true,
		usesResolver: false,
		verify: 'fetch',
		unseen: ['search'],
		limits: ['needs-addresses', 'exact-names-only', 'needs-administrator', 'this-device-only'],
	},
]

const schoolTargets: readonly Target[] = [
	{
		id: 'squid',
		group: 'school',
		program: 'squid',
		package: 'squid',
		make: toSquidFiles,
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-administrator', 'needs-reload'],
	},
	{
		id: 'e2guardian',
		group: 'school',
		program: 'e2guardian',
		package: 'e2guardian',
		make: toE2guardianFiles,
		canRewrite: true,
		usesResolver: false,
		verify: 'fetch',
		limits: ['needs-administrator', 'needs-reload', 'allowed-wins'],
	},
]

const screenTargets: readonly Target[] = ['tv', 'console'].map((id) => ({
	id,
	group: 'screen',
	program: id,
	make: toScreenFiles,
	canRewrite: false,
	usesResolver: true,
	verify: 'by-hand',
	limits: [...asksOnly.limits, 'plain-upstream', 'removable-by-user', 'this-device-only'],
}))

/** Phones, computers, browsers, home boxes, schools and screens. */
export const deviceTargets: readonly Target[] = [
	...phoneTargets,
	...computerTargets,
	...browserTargets,
	...boxTargets,
	...schoolTargets,
	...screenTargets,
]
