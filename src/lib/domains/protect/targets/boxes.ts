import type { Target } from '../targets.ts'
import { toAdGuardHomeFiles, toAdGuardRulesFiles } from '#tools/adguard-home'
import { toMikrotikFiles } from '#tools/mikrotik'
import { toOpenWrtDohFiles, toOpenWrtFiles } from '#tools/openwrt'
import { toOpnsenseFiles, toPfsenseFiles } from '#tools/opnsense'
import { toPiholeShellFiles, toPiholeTomlFiles } from '#tools/pihole'

/** Filters in the home: a small computer, the router, the firewall. */
export const boxTargets: readonly Target[] = [
	{
		id: 'adguard-home',
		group: 'home',
		program: 'AdGuard Home',
		make: toAdGuardHomeFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['needs-administrator', 'needs-reload'],
	},
	{
		id: 'adguard-home-rules',
		group: 'home',
		program: 'AdGuard Home',
		make: toAdGuardRulesFiles,
		canRewrite: true,
		usesResolver: false,
		limits: ['needs-administrator'],
	},
	{
		id: 'pihole',
		group: 'home',
		program: 'Pi-hole',
		make: toPiholeTomlFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['plain-upstream', 'needs-addresses', 'needs-administrator', 'needs-reload'],
	},
	{
		id: 'pihole-running',
		group: 'home',
		program: 'Pi-hole',
		make: toPiholeShellFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['plain-upstream', 'needs-refresh', 'needs-administrator'],
	},
	{
		id: 'openwrt',
		group: 'home',
		program: 'OpenWrt',
		make: toOpenWrtFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['plain-upstream', 'needs-refresh', 'needs-administrator'],
	},
	{
		id: 'openwrt-doh',
		group: 'home',
		program: 'OpenWrt',
		make: toOpenWrtDohFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['needs-refresh', 'needs-administrator'],
	},
	{
		id: 'mikrotik',
		group: 'home',
		program: 'RouterOS',
		make: toMikrotikFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['plain-upstream', 'needs-administrator'],
	},
	{
		id: 'opnsense',
		group: 'network',
		program: 'OPNsense',
		package: 'unbound',
		make: toOpnsenseFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['needs-refresh', 'needs-administrator', 'needs-reload'],
	},
	{
		id: 'pfsense',
		group: 'network',
		program: 'pfSense',
		package: 'unbound',
		make: toPfsenseFiles,
		canRewrite: true,
		usesResolver: true,
		limits: ['needs-addresses', 'needs-administrator'],
	},
]
