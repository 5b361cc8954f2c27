import type { ConfigFile, DnsFilter } from '#tools/dns-filter'
import { toBindFiles } from '#tools/dns-filter/bind'
import { toDnscryptProxyFiles } from '#tools/dns-filter/dnscrypt-proxy'
import { toDnsdistFiles } from '#tools/dns-filter/dnsdist'
import { toDnsmasqFiles } from '#tools/dns-filter/dnsmasq'
import { toKnotResolverFiles } from '#tools/dns-filter/knot-resolver'
import { rulesName, toNetworkManagerFiles } from '#tools/dns-filter/network-manager'
import { toRpzFiles } from '#tools/dns-filter/rpz'
import { toRefreshFiles, type RefreshPlace } from '#tools/dns-filter/safe-addresses'
import { toSystemdResolvedFiles } from '#tools/dns-filter/systemd-resolved'
import { toUnboundFiles } from '#tools/dns-filter/unbound'
import type { Target } from '../targets.ts'

/** The script that fetches addresses nobody publishes, beside files that need them. */
const withRefresh = (files: ConfigFile[], filter: DnsFilter, refresh: RefreshPlace): ConfigFile[] =>
	files.length > 0 ? [...files, ...toRefreshFiles(filter, refresh)] : []

/** The zone of rules beside a configuration that loads it. */
const withZone = (files: ConfigFile[], filter: DnsFilter): ConfigFile[] =>
	files.length > 0 ? [...files, ...toRpzFiles(filter)] : []

/** The rules alone, where NetworkManager starts dnsmasq; its own script takes both files off. */
const getRules = (filter: DnsFilter): ConfigFile[] =>
	toDnsmasqFiles(filter, { home: '/etc/NetworkManager/dnsmasq.d' })
		.filter(({ purpose }) => purpose === 'use')
		.map((file) => ({ ...file, name: rulesName }))

/** Name servers and the resolvers of a Linux machine. */
export const serverTargets: readonly Target[] = [
	{
		id: 'dnsmasq',
		group: 'network',
		program: 'dnsmasq',
		package: 'dnsmasq-base',
		make: (filter) =>
			withRefresh(toDnsmasqFiles(filter), filter, {
				program: 'dnsmasq',
				reload: 'systemctl restart dnsmasq',
			}),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['plain-upstream', 'needs-refresh', 'needs-administrator'],
	},
	{
		id: 'unbound',
		group: 'network',
		program: 'unbound',
		package: 'unbound',
		make: (filter) => withZone(toUnboundFiles(filter), filter),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-administrator'],
	},
	{
		id: 'bind',
		group: 'network',
		program: 'named',
		package: 'bind9',
		make: (filter) => withZone(toBindFiles(filter), filter),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-administrator'],
	},
	{
		id: 'rpz',
		group: 'network',
		program: 'named',
		package: 'bind9',
		make: (filter) => toRpzFiles(filter),
		canRewrite: true,
		usesResolver: false,
		verify: 'fetch',
		limits: ['needs-administrator'],
	},
	{
		id: 'knot-resolver',
		group: 'network',
		program: 'kresd',
		package: 'knot-resolver',
		make: (filter) =>
			withRefresh(toKnotResolverFiles(filter), filter, {
				program: 'knot-resolver',
				reload: "systemctl restart 'kresd@*'",
				folder: '/etc/knot-resolver',
			}),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-refresh', 'needs-administrator'],
	},
	{
		id: 'dnsdist',
		group: 'network',
		program: 'dnsdist',
		package: 'dnsdist',
		make: (filter) =>
			withRefresh(toDnsdistFiles(filter), filter, {
				program: 'dnsdist',
				reload: 'systemctl restart dnsdist',
				folder: '/etc/dnsdist',
			}),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-refresh', 'needs-administrator'],
	},
	{
		id: 'dnscrypt-proxy',
		group: 'computer',
		program: 'dnscrypt-proxy',
		package: 'dnscrypt-proxy',
		make: (filter) =>
			withRefresh(toDnscryptProxyFiles(filter), filter, {
				program: 'dnscrypt-proxy',
				reload: 'sh /etc/dnscrypt-proxy/thiqa-dnscrypt-proxy-apply.sh',
				folder: '/etc/dnscrypt-proxy',
				comparesItself: true,
			}),
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['needs-refresh', 'needs-administrator', 'allowed-wins'],
	},
	{
		id: 'systemd-resolved',
		group: 'computer',
		program: 'systemd-resolved',
		package: 'systemd-resolved',
		make: (filter) => toSystemdResolvedFiles(filter),
		canRewrite: false,
		usesResolver: true,
		verify: 'by-hand',
		limits: [
			'cannot-rewrite',
			'cannot-block-names',
			'cannot-close-bypasses',
			'needs-administrator',
			'this-device-only',
		],
	},
	{
		id: 'network-manager',
		group: 'computer',
		program: 'NetworkManager',
		package: 'network-manager',
		make: (filter) => [
			...toNetworkManagerFiles(filter),
			...withRefresh(getRules(filter), filter, {
				program: 'network-manager',
				reload: 'nmcli general reload dns-full',
			}),
		],
		canRewrite: true,
		usesResolver: true,
		verify: 'fetch',
		limits: ['plain-upstream', 'needs-refresh', 'needs-administrator', 'this-device-only'],
	},
]
