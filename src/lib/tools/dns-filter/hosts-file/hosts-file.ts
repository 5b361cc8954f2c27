import { checkDnsFilter, type ConfigFile, type DnsFilter } from '#tools/dns-filter'

const begin = '# thiqa begin'
const end = '# thiqa end'

/** Address of nobody: a program that is given it reaches nothing. */
const nowhere = '0.0.0.0'

/** Names under which a site usually answers as well: a hosts file must be told each one. */
const usual = ['www.', 'm.']

/** The name and its usual ones, as far as no other rule speaks of them. */
const withUsual = (name: string, taken: ReadonlySet<string>): string => {
	const isUsual = usual.some((prefix) => name.startsWith(prefix))
	const more = isUsual ? [] : usual.map((prefix) => prefix + name)
	return [name, ...more.filter((other) => !taken.has(other))].join(' ')
}

/**
 * The lines of a hosts file. It knows no aliases and nothing below a name: safe search is written with the published
 * addresses, an engine whose safe address is not published is closed, and a blocked name takes `www.` and `m.` along.
 */
export const toHostsLines = (filter: DnsFilter): string[] => {
	const { rewrites, addresses, blocked, allowed } = checkDnsFilter(filter)
	const safe = rewrites.flatMap(({ name, target }) => {
		const { ipv4 = [], ipv6 = [] } = addresses[target] ?? {}
		const known = [...ipv4.slice(0, 1), ...ipv6.slice(0, 1)]
		return (known.length > 0 ? known : [nowhere]).map((address) => `${address} ${name}`)
	})
	const rewritten = new Set(rewrites.map(({ name }) => name))
	const closed = blocked.filter((name) => !rewritten.has(name) && !allowed.includes(name))
	const taken = new Set([...rewritten, ...allowed, ...blocked])
	return [begin, ...safe, ...closed.map((name) => `${nowhere} ${withUsual(name, taken)}`), end]
}

const shellHead = [
	'#!/bin/sh',
	'# Run as root. Another hosts file can be named as the first word after the command.',
	'set -eu',
	'hosts=${1:-/etc/hosts}',
	`if [ "$(grep -cxF '${begin}' "$hosts")" != "$(grep -cxF '${end}' "$hosts")" ]; then`,
	'\techo "$hosts: a begin without an end; mend it by hand" >&2',
	'\texit 1',
	'fi',
	'new=$(mktemp)',
	'trap \'rm -f "$new"\' EXIT',
	`sed '/^${begin}$/,/^${end}$/d' "$hosts" > "$new"`,
]

/** The file is filled anew, not replaced: owner, rights and mounts stay. */
const shellTail = [
	'cat "$new" > "$hosts"',
	'if command -v dscacheutil > /dev/null; then dscacheutil -flushcache; killall -HUP mDNSResponder || true; fi',
	'',
]

/** Shells for Linux and macOS that put the lines in, and out again. */
export const toHostsUnixFiles = (filter: DnsFilter): ConfigFile[] => {
	const type = 'text/x-shellscript'
	const put = [
		'[ -z "$(tail -c 1 "$new")" ] || echo >> "$new"',
		'cat >> "$new" <<\'LINES\'',
		...toHostsLines(filter),
		'LINES',
	]
	return [
		{
			name: 'thiqa-hosts-on.sh',
			type,
			text: [...shellHead, ...put, ...shellTail].join('\n'),
			purpose: 'use',
		},
		{ name: 'thiqa-hosts-off.sh', type, text: [...shellHead, ...shellTail].join('\n'), purpose: 'undo' },
	]
}

/** PowerShell for Windows that puts the lines in, and out again. */
export const toHostsWindowsFiles = (filter: DnsFilter): ConfigFile[] => {
	const toText = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')
	const head = [
		'#Requires -Version 5.1',
		'#Requires -RunAsAdministrator',
		"$ErrorActionPreference = 'Stop'",
		"$hosts = Join-Path $env:SystemRoot 'System32\\drivers\\etc\\hosts'",
		'$old = [IO.File]::ReadAllText($hosts)',
		`$kept = [regex]::Replace($old, '(?ms)^${begin}\\r?\\n.*?^${end}\\r?$\\n?', '').TrimEnd()`,
	]
	const write = (what: string): string[] => [
		`[IO.File]::WriteAllText($hosts, ${what} + "\`r\`n", (New-Object Text.UTF8Encoding $false))`,
		'Clear-DnsClientCache',
	]
	const put = ["$lines = @'", ...toHostsLines(filter), "'@"]
	const type = 'text/plain'
	return [
		{
			name: 'thiqa-hosts-on.ps1',
			type,
			text: toText([...head, ...put, ...write('$kept + "`r`n" + $lines')]),
			purpose: 'use',
		},
		{ name: 'thiqa-hosts-off.ps1', type, text: toText([...head, ...write('$kept')]), purpose: 'undo' },
	]
}
