import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsRewrite,
} from '#tools/dns-filter'

const begin = '# thiqa begin'
const end = '# thiqa end'

const escape = (name: string): string => name.replaceAll('.', '\\.')

/** Names that one expression holds. */
const most = 20

const group = (names: readonly string[]): string[][] =>
	names.reduce<string[][]>((groups, name) => {
		const last = groups.at(-1)
		if (last && last.length < most) last.push(name)
		else groups.push([name])
		return groups
	}, [])

const namesOf = (rewrites: readonly DnsRewrite[], target: string): string[] =>
	rewrites.filter((rewrite) => rewrite.target === target).map(({ name }) => name)

/** One name of several, as a whole: `www.google.com` must not begin `www.google.com.af`. */
const oneOf = (scheme: string, names: readonly string[]): string =>
	`(^${scheme}://(?:${names.map(escape).join('|')})(?=[:/]|$))`

/** Leads tunnels to another address; the certificate that comes back is still that of the engine. */
const toTunnels = (rewrites: readonly DnsRewrite[]): string[] =>
	[...new Set(rewrites.map(({ target }) => target))].flatMap((target) =>
		group(namesOf(rewrites, target)).map((names) => `"${oneOf('https', names)}"->"https://${target}"`),
	)

const youtube: Readonly<Record<string, string>> = {
	'restrict.youtube.com': 'Strict',
	'restrictmoderate.youtube.com': 'Moderate',
}

const toHeaders = (rewrites: readonly DnsRewrite[]): string[] =>
	Object.entries(youtube).flatMap(([target, word]) =>
		group(namesOf(rewrites, target)).map(
			(names) => `"${oneOf('http', names)}.*$"->"YouTube-Restrict: ${word}"`,
		),
	)

const head = (remark: string): string[] => [
	'#!/bin/sh',
	`# ${remark}`,
	'# As root. Another folder of lists can be named as the first word after the command.',
	'set -eu',
	'folder=${1:-/etc/e2guardian/lists/example.group}',
	'take_out() {',
	`\tsed '/^${begin}$/,/^${end}$/d' "$folder/$1" > "$folder/$1.new"`,
	'\tcat "$folder/$1.new" > "$folder/$1"',
	'\trm -f "$folder/$1.new"',
	'}',
]

const lists = ['localbannedsitelist', 'localexceptionsitelist', 'sslsiteregexplist', 'addheaderregexplist']

/** Puts lines at the end of a list, between two marks. */
const put = (list: string, lines: readonly string[]): string[] => [
	`take_out ${list}`,
	`cat >> "$folder/${list}" <<'LINES'`,
	begin,
	...lines,
	end,
	'LINES',
]

const toListFiles = (filter: DnsFilter): ConfigFile[] => {
	const urls = filter.lists.map(({ urls: { domains } }) => domains).filter((url) => url !== undefined)
	if (urls.length === 0) return []
	const lines = [
		...head('Now and once a week: lists of others, under their own licences.'),
		...filter.lists.map(({ name, licence }) => `# ${toPlainLine(`${name}: ${licence}`)}`),
		'new=$(mktemp)',
		'trap \'rm -f "$new"\' EXIT',
		...urls.map((url) => `curl -fsSL '${url}' >> "$new"`),
		"tr -d '\\r' < \"$new\" | tr 'A-Z' 'a-z' | grep -E '^[a-z0-9_-]+(\\.[a-z0-9_-]+)+$' | LC_ALL=C sort -u > \"$folder/thiqa-lists\"",
		'take_out bannedsitelist',
		'{',
		`\techo '${begin}'`,
		'\techo ".Include<$folder/thiqa-lists>"',
		`\techo '${end}'`,
		'} >> "$folder/bannedsitelist"',
		'e2guardian -g',
		'',
	]
	return [
		{
			name: 'thiqa-e2guardian-lists.sh',
			type: 'text/x-shellscript',
			text: lines.join('\n'),
			purpose: 'refresh',
		},
	]
}

/** e2guardian 5: shells that put lines into the lists of a group, and take them out again. */
export const toE2guardianFiles = (filter: DnsFilter): ConfigFile[] => {
	const { rewrites, blocked, allowed } = checkDnsFilter(filter)
	const type = 'text/x-shellscript'
	const use = [
		...head('Puts the filter into the lists of a group.'),
		...put('localbannedsitelist', blocked),
		...put('localexceptionsitelist', allowed),
		...put('sslsiteregexplist', toTunnels(rewrites)),
		...put('addheaderregexplist', toHeaders(rewrites)),
		'e2guardian -g',
		'',
	]
	const undo = [
		...head('Takes the filter out of the lists of a group.'),
		`for list in ${[...lists, 'bannedsitelist'].join(' ')}; do take_out "$list"; done`,
		'rm -f "$folder/thiqa-lists"',
		'e2guardian -g',
		'',
	]
	return [
		{ name: 'thiqa-e2guardian-on.sh', type, text: use.join('\n'), purpose: 'use' },
		...toListFiles(filter),
		{ name: 'thiqa-e2guardian-off.sh', type, text: undo.join('\n'), purpose: 'undo' },
	]
}
