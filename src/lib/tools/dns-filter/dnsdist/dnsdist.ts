import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const quoteAll = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

const toServerLines = ({ resolver }: DnsFilter, certificates: string | undefined): string[] => {
	const { dot } = resolver
	const trust = certificates ? `, caStore="${certificates}"` : ''
	const tls = dot ? `, tls="openssl", subjectName="${dot}", validateCertificates=true${trust}` : ''
	const port = dot ? (resolver.tlsPort ?? 853) : (resolver.port ?? 53)
	return [...resolver.ipv4, ...resolver.ipv6.map((address) => `[${address}]`)].map(
		(address) => `newServer({address="${address}:${port}"${tls}})`,
	)
}

const toRewriteLines = ({ rewrites, addresses }: DnsFilter): string[] =>
	[...new Set(rewrites.map(({ target }) => target))].sort().map((target) => {
		const names = rewrites.filter((rewrite) => rewrite.target === target).map(({ name }) => name)
		const { ipv4 = [], ipv6 = [] } = addresses[target] ?? {}
		return `answerAs("${target}", {${quoteAll([...ipv4, ...ipv6])}}, {${quoteAll(names)}})`
	})

const countLabels = (name: string): number => name.split('.').length

/** The longest names first: the first rule that fits decides. */
const toNameLines = ({ blocked, allowed, empty }: DnsFilter): string[] => {
	const depths = [...new Set([...blocked, ...allowed, ...empty].map(countLabels))].sort((a, b) => b - a)
	const at = (names: readonly string[], depth: number) => names.filter((name) => countLabels(name) === depth)
	return depths.flatMap((depth) =>
		(
			[
				['AllowAction()', at(allowed, depth)],
				['RCodeAction(DNSRCode.NOERROR)', at(empty, depth)],
				['RCodeAction(DNSRCode.NXDOMAIN)', at(blocked, depth)],
			] as const
		)
			.filter(([, names]) => names.length > 0)
			.map(([action, names]) => `below({${quoteAll(names)}}, ${action})`),
	)
}

const engine = (file: string): string => `
-- Addresses that thiqa-dnsdist-refresh.sh has found.
local found = {}
local hosts = io.open("${file}")
if hosts then
	for line in hosts:lines() do
		local address, name = line:match("^([%x.:]+)%s+(%S+)$")
		if name then
			found[name] = found[name] or {}
			table.insert(found[name], address)
		end
	end
	hosts:close()
end

-- These names are answered with the addresses of their safe name, and with nothing else.
local function answerAs(target, known, names)
	local set = newDNSNameSet()
	for _, name in ipairs(names) do set:add(newDNSName(name)) end
	local addresses = #known > 0 and known or found[target]
	if addresses then addAction(QNameSetRule(set), SpoofAction(addresses, {ttl=300})) end
	addAction(QNameSetRule(set), RCodeAction(DNSRCode.NOERROR))
end

-- These names and all below them.
local function below(names, action)
	local tree = newSuffixMatchNode()
	for _, name in ipairs(names) do tree:add(newDNSName(name)) end
	addAction(SuffixMatchNodeRule(tree), action)
end
`

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: puts the earlier configuration back and restarts dnsdist. Run as administrator.
set -eu
conf=/etc/dnsdist/dnsdist.conf
[ -f "$conf.before-thiqa" ] && mv "$conf.before-thiqa" "$conf"
rm -f ${folder}/thiqa-names.hosts
systemctl restart dnsdist
`

/**
 * Files for dnsdist 1.9; none when the resolver has no addresses. It follows no CNAME that a rule makes, so safe names
 * are answered with their addresses.
 */
export const toDnsdistFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	if (resolver.ipv4.length + resolver.ipv6.length === 0) return []
	const folder = place.folder ?? '/etc/dnsdist'
	const text = [
		'-- Family filter for dnsdist 1.9. Keep what was there before, then put this file into /etc/dnsdist/:',
		'--   mv /etc/dnsdist/dnsdist.conf /etc/dnsdist/dnsdist.conf.before-thiqa',
		'-- It answers devices with private addresses only, as dnsdist does by itself.',
		'setSecurityPollSuffix("")',
		'setServFailWhenNoServer(true)',
		...(place.address
			? [`setLocal("${place.address}:${place.port ?? 53}")`]
			: ['setLocal("0.0.0.0:53")', 'addLocal("[::]:53")']),
		`-- Everything that no rule decides is asked of ${toPlainLine(resolver.name)}.`,
		...toServerLines(filter, place.certificates),
		engine(`${folder}/thiqa-names.hosts`),
		...toRewriteLines(filter),
		...toNameLines(filter),
		'',
	].join('\n')
	return [
		{ name: 'dnsdist.conf', type: 'text/x-lua', text, purpose: 'use' },
		{ name: 'thiqa-dnsdist-undo.sh', type: 'application/x-sh', text: toUndo(folder), purpose: 'undo' },
	]
}
