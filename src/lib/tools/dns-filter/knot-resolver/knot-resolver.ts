import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
} from '#tools/dns-filter'

const quote = (text: string): string => `'${text}'`

const toTable = (name: string, entries: readonly (readonly [string, string])[]): string[] => [
	`local ${name} = {`,
	...entries.map(([key, value]) => `\t['${key}.'] = ${value},`),
	'}',
]

const toForward = ({ resolver }: DnsFilter, certificates: string | undefined): string[] => {
	const addresses = [...resolver.ipv4, ...resolver.ipv6]
	const { dot } = resolver
	if (!dot)
		return [
			`policy.add(policy.all(policy.FORWARD({ ${addresses.map((at) => `'${at}@${resolver.port ?? 53}'`).join(', ')} })))`,
		]
	const trust = certificates ? `, ca_file = '${certificates}'` : ''
	return [
		'policy.add(policy.all(policy.TLS_FORWARD({',
		...addresses.map(
			(address) => `\t{ '${address}@${resolver.tlsPort ?? 853}', hostname = '${dot}'${trust} },`,
		),
		'})))',
	]
}

const toListLines = ({ lists }: DnsFilter, folder: string): string[] =>
	lists
		.filter(({ urls }) => urls.rpz)
		.flatMap(({ id, name, licence, urls }) => [
			`-- ${toPlainLine(name)} (${toPlainLine(licence)}): curl -fsSo ${folder}/list-${toPlainLine(id)}.rpz ${urls.rpz ?? ''}`,
			`-- policy.add(policy.rpz(policy.DENY, '${folder}/list-${toPlainLine(id)}.rpz', true))`,
		])

/** The engine: the longest name decides; a safe name without a known address is answered with none. */
const engine = (file: string): string => `
-- Addresses that thiqa-knot-resolver-refresh.sh has found.
local found = io.open('${file}')
if found then
	for line in found:lines() do
		local address, name = line:match('^([%x.:]+)%s+(%S+)$')
		if name then
			name = name .. '.'
			addresses[name] = addresses[name] or {}
			table.insert(addresses[name], address)
		end
	end
	found:close()
end

local nothing = policy.ANSWER({}, true)
local actions = { block = policy.DENY, empty = nothing }
local answers = {}
for target, list in pairs(addresses) do
	local v4, v6 = {}, {}
	for _, address in ipairs(list) do
		local bytes = kres.str2ip(address)
		if bytes then table.insert(#bytes == 4 and v4 or v6, bytes) end
	end
	local records = {}
	if #v4 > 0 then records[kres.type.A] = { rdata = v4, ttl = 300 } end
	if #v6 > 0 then records[kres.type.AAAA] = { rdata = v6, ttl = 300 } end
	answers[target] = policy.ANSWER(records, true)
end

policy.add(function (_, query)
	local name = kres.dname2str(query:name()):lower()
	if safe[name] then return answers[safe[name]] or nothing end
	local rest = name
	while rest do
		local rule = rules[rest]
		if rule then return actions[rule] end
		rest = rest:match('^[^.]+%.(.+)$')
	end
end)
`

const toUndo = (folder: string): string => `#!/bin/sh
# Takes the filter off: removes its file and the line that loads it, restarts Knot Resolver. Run as administrator.
set -eu
sed -i "/thiqa-knot-resolver.lua/d" /etc/knot-resolver/kresd.conf
rm -f ${folder}/thiqa-knot-resolver.lua ${folder}/thiqa-names.hosts
systemctl restart 'kresd@*'
`

/**
 * Files for Knot Resolver 5; none when the resolver has no addresses. It follows no CNAME that a rule makes, so safe
 * names are answered with their addresses.
 */
export const toKnotResolverFiles = (filter: DnsFilter, place: DnsPlace = {}): ConfigFile[] => {
	const { resolver, rewrites, addresses, blocked, allowed, empty } = checkDnsFilter(filter)
	if (resolver.ipv4.length + resolver.ipv6.length === 0) return []
	const folder = place.folder ?? '/etc/knot-resolver'
	const rules = [
		...blocked.map((name) => [name, quote('block')] as const),
		...allowed.map((name) => [name, quote('allow')] as const),
		...empty.map((name) => [name, quote('empty')] as const),
	]
	const known = Object.entries(addresses).map(
		([target, { ipv4, ipv6 }]) => [target, `{ ${[...ipv4, ...ipv6].map(quote).join(', ')} }`] as const,
	)
	const text = [
		'-- Family filter for Knot Resolver 5. Put this file into /etc/knot-resolver/ and this line at the end of kresd.conf:',
		"-- dofile('/etc/knot-resolver/thiqa-knot-resolver.lua')",
		...(place.address ? [`net.listen('${place.address}', ${place.port ?? 53}, { kind = 'dns' })`] : []),
		'',
		...toTable(
			'safe',
			rewrites.map(({ name, target }) => [name, quote(`${target}.`)] as const),
		),
		...toTable('addresses', known),
		...toTable('rules', rules),
		engine(`${folder}/thiqa-names.hosts`),
		'-- Block lists of others, by choice.',
		...toListLines(filter, folder),
		'',
		`-- Everything else is asked of ${toPlainLine(resolver.name)}. It checks signatures itself; what it refuses is not signed.`,
		"trust_anchors.remove('.')",
		...toForward(filter, place.certificates),
		'',
	].join('\n')
	return [
		{ name: 'thiqa-knot-resolver.lua', type: 'text/x-lua', text, purpose: 'use' },
		{ name: 'thiqa-knot-resolver-undo.sh', type: 'application/x-sh', text: toUndo(folder), purpose: 'undo' },
	]
}
