import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsPlace,
	type DnsRewrite,
} from '#tools/dns-filter'

/** The names above a name, nearest first. */
const getParents = (name: string): string[] => {
	const labels = name.split('.')
	return labels.slice(1).map((_, at) => labels.slice(at + 1).join('.'))
}

/** Names with everything below them (a leading dot); one that stands below another is left out, Squid refuses both. */
const toDomains = (names: readonly string[]): string[] => {
	const all = new Set(names)
	return [...all]
		.filter((name) => !getParents(name).some((parent) => all.has(parent)))
		.map((name) => `.${name}`)
}

const list = (name: string, names: readonly string[]): ConfigFile => ({
	name,
	type: 'text/plain',
	text: ['# Each name with everything below it.', ...toDomains(names), ''].join('\n'),
	purpose: 'use',
})

const shell = (name: string, lines: readonly string[], purpose: ConfigFile['purpose']): ConfigFile => ({
	name,
	type: 'text/x-shellscript',
	text: ['#!/bin/sh', ...lines, ''].join('\n'),
	purpose,
})

/** The word that YouTube understands in the header `YouTube-Restrict`. */
const findYouTubeWord = (rewrites: readonly DnsRewrite[]): string | undefined => {
	const targets = rewrites.map(({ target }) => target)
	if (targets.includes('restrict.youtube.com')) return 'Strict'
	return targets.includes('restrictmoderate.youtube.com') ? 'Moderate' : undefined
}

const isYouTube = ({ target }: DnsRewrite): boolean =>
	target === 'restrict.youtube.com' || target === 'restrictmoderate.youtube.com'

/** Squid asks this shell where to go instead: one line in, one line out. It works for tunnels (CONNECT) too. */
const toRewriter = (rewrites: readonly DnsRewrite[]): ConfigFile => {
	const targets = [...new Set(rewrites.map(({ target }) => target))]
	const cases = targets.flatMap((target) => {
		const names = rewrites.filter((rewrite) => rewrite.target === target).map(({ name }) => name)
		return [`\t${names.join(' | ')}) safe=${target} ;;`]
	})
	const lines = [
		'# Squid starts this; nobody else has to.',
		'while read -r url rest; do',
		'\tscheme=',
		'\tcase $url in *://*) scheme=${url%%://*}:// ;; esac',
		'\tplace=${url#"$scheme"}',
		'\thost=${place%%[:/?]*}',
		'\tcase $host in',
		...cases.map((line) => `\t${line}`),
		'\t*) safe= ;;',
		'\tesac',
		'\tif [ -n "$safe" ]; then',
		'\t\tprintf \'OK rewrite-url=%s%s%s\\n\' "$scheme" "$safe" "${place#"$host"}"',
		'\telse',
		'\t\techo ERR',
		'\tfi',
		'done',
	]
	return shell('thiqa-safe-search.sh', lines, 'use')
}

/** Fetches lists of names into one file: lower case, names only, none that stands below another. */
const toListRefresh = ({ lists }: DnsFilter, folder: string): ConfigFile[] => {
	const urls = lists.map(({ urls: { domains } }) => domains).filter((url) => url !== undefined)
	if (urls.length === 0) return []
	const lines = [
		'# As root, now and once a week. Lists of others, under their own licences:',
		...lists.map(({ name, licence }) => `# ${toPlainLine(`${name}: ${licence}`)}`),
		'set -eu',
		'new=$(mktemp)',
		'trap \'rm -f "$new"\' EXIT',
		...urls.map((url) => `curl -fsSL '${url}' >> "$new"`),
		// Reversed labels sort a parent right before everything below it.
		"tr -d '\\r' < \"$new\" | tr 'A-Z' 'a-z' | grep -E '^[a-z0-9_-]+(\\.[a-z0-9_-]+)+$' |",
		'\tawk -F. \'{ key = ""; for (at = NF; at > 0; at--) key = key $at " "; print key }\' | LC_ALL=C sort -u |',
		'\tawk \'parent == "" || index($0, parent) != 1 { parent = $0; name = ""; for (at = NF; at > 0; at--) name = name "." $at; print name }\' \\',
		`\t> ${folder}/thiqa-squid-lists.txt`,
		'squid -k reconfigure',
	]
	return [shell('thiqa-squid-lists.sh', lines, 'refresh')]
}

/** Settings of Squid: whom it asks, which names it refuses, which it asks for under another one. */
const toConf = (
	{ resolver, rewrites }: DnsFilter,
	{ folder, deep }: { folder: string; deep: readonly string[] },
): string[] => {
	const youtube = rewrites.filter(isYouTube)
	const word = findYouTubeWord(rewrites)
	const addresses = [...resolver.ipv4, ...resolver.ipv6]
	const usual = resolver.port === undefined || resolver.port === 53
	const acl = (name: string, file: string): string => `acl ${name} dstdomain "${folder}/${file}"`
	const searches = rewrites.map(({ name }) => name).join(' ')
	return [
		`# ${toPlainLine(resolver.name)}`,
		`# For ${folder}/conf.d/ ; the lists and thiqa-safe-search.sh for ${folder}/. Then: squid -k parse && squid -k reconfigure`,
		`# Pupils are let through after it: http_access allow localnet, in ${folder}/conf.d/debian.conf`,
		...(usual && addresses.length > 0 ? [`dns_nameservers ${addresses.join(' ')}`] : []),
		...(deep.length > 0 ? [acl('thiqa_deep', 'thiqa-squid-deep.txt'), 'http_access deny thiqa_deep'] : []),
		acl('thiqa_allowed', 'thiqa-squid-allowed.txt'),
		acl('thiqa_blocked', 'thiqa-squid-blocked.txt'),
		'http_access deny thiqa_blocked !thiqa_allowed',
		acl('thiqa_lists', 'thiqa-squid-lists.txt'),
		'http_access deny thiqa_lists !thiqa_allowed',
		...(rewrites.length > 0
			? [
					`acl thiqa_search dstdomain ${searches}`,
					`url_rewrite_program /bin/sh ${folder}/thiqa-safe-search.sh`,
					'url_rewrite_children 8 startup=1 idle=1 concurrency=0',
					'url_rewrite_host_header off',
					'url_rewrite_access allow thiqa_search',
					'url_rewrite_access deny all',
				]
			: []),
		...(word
			? [
					`acl thiqa_youtube dstdomain ${[...new Set(youtube.flatMap(({ name, target }) => [name, target]))].join(' ')}`,
					'request_header_access YouTube-Restrict deny thiqa_youtube',
					`request_header_add YouTube-Restrict ${word} thiqa_youtube`,
				]
			: []),
		'',
	]
}

/** Squid as the proxy of a school: settings to include, lists beside them, and shells. */
export const toSquidFiles = (filter: DnsFilter, { folder = '/etc/squid' }: DnsPlace = {}): ConfigFile[] => {
	const checked = checkDnsFilter(filter)
	const { rewrites, blocked, allowed } = checked
	const open = new Set(allowed)
	const deep = blocked.filter((name) => getParents(name).some((parent) => open.has(parent)))
	const undo = [
		'# As root.',
		`rm -f ${['conf.d/10-thiqa.conf', 'thiqa-squid-*.txt', 'thiqa-safe-search.sh'].map((name) => `${folder}/${name}`).join(' ')}`,
		'squid -k reconfigure',
	]
	return [
		{
			name: '10-thiqa.conf',
			type: 'text/plain',
			text: toConf(checked, { folder, deep }).join('\n'),
			purpose: 'use',
		},
		list('thiqa-squid-blocked.txt', blocked),
		list('thiqa-squid-allowed.txt', allowed),
		...(deep.length > 0 ? [list('thiqa-squid-deep.txt', deep)] : []),
		list('thiqa-squid-lists.txt', []),
		...(rewrites.length > 0 ? [toRewriter(rewrites)] : []),
		...toListRefresh(filter, folder),
		shell('thiqa-squid-off.sh', undo, 'undo'),
	]
}
