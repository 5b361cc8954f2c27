import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsResolver,
} from '#tools/dns-filter'

/** Lines as Windows reads them. Labels are kept to ASCII: its shells read other bytes by the language of the machine. */
const toWindowsText = (lines: readonly string[]): string => lines.map((line) => `${line}\r\n`).join('')
const toAsciiLine = (label: string): string => toPlainLine(label).replace(/[^\x20-\x7e]/g, '?')

const toFiles = (
	ending: string,
	type: string,
	use: readonly string[],
	undo: readonly string[],
): ConfigFile[] => [
	{ name: `thiqa-windows-on.${ending}`, type, text: toWindowsText(use), purpose: 'use' },
	{ name: `thiqa-windows-off.${ending}`, type, text: toWindowsText(undo), purpose: 'undo' },
]

/** Addresses that Windows can ask; it has no place for another port. */
const getServers = ({ ipv4, ipv6, port }: DnsResolver): string[] =>
	port === undefined || port === 53 ? [...ipv4, ...ipv6] : []

/** PowerShell for Windows 11: the resolver on every physical adapter, encrypted where it can be; and back to automatic. */
export const toPowerShellFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const servers = getServers(resolver)
	if (servers.length === 0) return []
	const head = [
		'#Requires -Version 5.1',
		'#Requires -RunAsAdministrator',
		`# DNS: ${toAsciiLine(resolver.name)}`,
		"$ErrorActionPreference = 'Stop'",
		`$servers = @(${servers.map((server) => `'${server}'`).join(', ')})`,
	]
	const encrypt = resolver.doh
		? [
				'$doh = @{',
				`\tDohTemplate = '${resolver.doh}'`,
				'\tAllowFallbackToUdp = $false',
				'\tAutoUpgrade = $true',
				'}',
				'foreach ($server in $servers) {',
				'\tif (Get-DnsClientDohServerAddress -ServerAddress $server -ErrorAction SilentlyContinue) {',
				'\t\tSet-DnsClientDohServerAddress -ServerAddress $server @doh',
				'\t} else {',
				'\t\tAdd-DnsClientDohServerAddress -ServerAddress $server @doh',
				'\t}',
				'}',
			]
		: []
	const adapters = (change: string): string[] => [
		'foreach ($adapter in Get-NetAdapter -Physical) {',
		`\tSet-DnsClientServerAddress -InterfaceIndex $adapter.ifIndex ${change}`,
		'}',
		'Clear-DnsClientCache',
	]
	const forget = resolver.doh
		? [
				'foreach ($server in $servers) {',
				'\tRemove-DnsClientDohServerAddress -ServerAddress $server -ErrorAction SilentlyContinue',
				'}',
			]
		: []
	const use = [...head, ...encrypt, ...adapters('-ServerAddresses $servers')]
	const undo = [
		...head,
		'# Back to the addresses that the network gives.',
		...adapters('-ResetServerAddresses'),
		...forget,
	]
	return toFiles('ps1', 'text/plain', use, undo)
}

/** The same for the older command line, by number of interface, so that it holds in every language of Windows. */
export const toNetshFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	const servers = getServers(resolver)
	if (servers.length === 0) return []
	const head = ['@echo off', `rem DNS: ${toAsciiLine(resolver.name).replace(/[%^&|<>!]/g, ' ')}`]
	// Interface 1 is the loopback; the lines of the list that begin with a number are interfaces.
	const each = (family: string, change: string): string =>
		`for /f "tokens=1" %%i in ('netsh interface ${family} show interfaces ^| findstr /r /c:"^ *[0-9]"') do if not %%i==1 netsh interface ${family} ${change}`
	const set = (family: string, [first, ...others]: readonly string[]): string[] =>
		first === undefined
			? []
			: [
					each(family, `set dnsservers name=%%i source=static address=${first} validate=no`),
					...others.map((server) => each(family, `add dnsservers name=%%i address=${server} validate=no`)),
				]
	const { doh } = resolver
	const encrypt = doh
		? servers.map(
				(server) =>
					`netsh dns add encryption server=${server} dohtemplate=${doh} autoupgrade=yes udpfallback=no`,
			)
		: []
	const forget = doh ? servers.map((server) => `netsh dns delete encryption server=${server}`) : []
	const flush = ['ipconfig /flushdns']
	const use = [...head, ...encrypt, ...set('ipv4', resolver.ipv4), ...set('ipv6', resolver.ipv6), ...flush]
	const undo = [
		...head,
		each('ipv4', 'set dnsservers name=%%i source=dhcp'),
		each('ipv6', 'set dnsservers name=%%i source=dhcp'),
		...forget,
		...flush,
	]
	return toFiles('cmd', 'text/plain', use, undo)
}
