import { describe, expect, test } from 'vitest'
import { targets } from '../../src/lib/domains/protect/index.ts'
import { makeTestFilter } from '../support/filters.ts'
import { proveTarget } from '../support/proofs.ts'

/** Windows is not in Debian: these files are read by grammars of our own, no more than a filter needs, and are not run. */
const filter = makeTestFilter('strict')
const find = (target: string, from = filter) => targets.find(({ id }) => id === target)?.make(from) ?? []
const getText = (target: string, purpose = 'use'): string =>
	find(target).find((file) => file.purpose === purpose)?.text ?? ''

const hostile = {
	...filter,
	resolver: { ...filter.resolver, name: 'x\r\nRemove-Item C:\\ -Recurse\n\u2019; & del * %PATH% #>' },
}

const prove = (target: string) =>
	proveTarget({ target, program: 'grammar', getVersion: () => '1', kind: 'grammar' })

/** Lines, each of which ends as Windows ends lines; ASCII, which every Windows reads alike. */
const toLines = (text: string): string[] => {
	expect(text).toMatch(/^(?:[\t\x20-\x7e]*\r\n)+$/)
	return text.split('\r\n').slice(0, -1)
}

/**
 * PowerShell: what is left of a script when remarks and strings are taken out must be commands that are known here, and
 * brackets must close. Throws with what is wrong.
 */
const checkPowerShell = (text: string): string[] => {
	const bare = text
		.replace(/@'\r\n[\s\S]*?\r\n'@/gu, "''")
		.replace(/^#.*\r$/gmu, '')
		.replace(/'(?:[^'\r\n]|'')*'/gu, "''")
		.replace(/"(?:[^"`$\r\n]|`.)*"/gu, "''")
	if (/["'`]/u.test(bare.replaceAll("''", ''))) throw new Error('a string that does not end')
	const open: string[] = []
	for (const [bracket] of bare.matchAll(/[()[\]{}]/gu)) {
		const partner = { ')': '(', ']': '[', '}': '{' }[bracket]
		if (!partner) open.push(bracket)
		else if (open.pop() !== partner) throw new Error('a bracket that does not close')
	}
	if (open.length > 0) throw new Error('a bracket that does not close')
	if (/[;&|><]/u.test(bare)) throw new Error('a sign that joins commands')
	const commands = [...bare.matchAll(/\b[A-Z][a-z]+-[A-Za-z]+\b/gu)].map(([command]) => command)
	return [...new Set(commands)].sort()
}

describe('the grammar of PowerShell', () => {
	test.each([
		["$a = 'x", 'string'],
		['if ($a) { b', 'bracket'],
		["Write-Host 'a'; Remove-Item b", 'joins'],
		['foreach ($a in @(1)) { )', 'bracket'],
	])('refuses %j', (text, why) => expect(() => checkPowerShell(`${text}\r\n`)).toThrow(why))
})

describe('windows-powershell', () => {
	test('is made of the cmdlets that Microsoft documents', () => {
		expect(checkPowerShell(getText('windows-powershell'))).toEqual([
			'Add-DnsClientDohServerAddress',
			'Clear-DnsClientCache',
			'Get-DnsClientDohServerAddress',
			'Get-NetAdapter',
			'Set-DnsClientDohServerAddress',
			'Set-DnsClientServerAddress',
		])
		expect(checkPowerShell(getText('windows-powershell', 'undo'))).toEqual([
			'Clear-DnsClientCache',
			'Get-NetAdapter',
			'Remove-DnsClientDohServerAddress',
			'Set-DnsClientServerAddress',
		])
	})
	test('stops at the first error and asks for an administrator', () => {
		const lines = toLines(getText('windows-powershell'))
		expect(lines).toContain('#Requires -RunAsAdministrator')
		expect(lines).toContain("$ErrorActionPreference = 'Stop'")
	})
	test('keeps a hostile label in its remark', () => {
		for (const { text } of find('windows-powershell', hostile))
			expect(toLines(text).filter((line) => line.includes('Remove-Item') && !line.startsWith('# '))).toEqual(
				[],
			)
	})
	prove('windows-powershell')
})

describe('hosts-windows', () => {
	test('holds the lines of the hosts file as text, and known commands around them', () => {
		const text = getText('hosts-windows')
		expect(checkPowerShell(text)).toEqual(['Clear-DnsClientCache', 'Join-Path', 'New-Object'])
		const inner = /@'\r\n([\s\S]*?)\r\n'@/u.exec(text)?.[1] ?? ''
		const [begin, ...lines] = inner.split('\r\n')
		expect([begin, lines.pop()]).toEqual(['# thiqa begin', '# thiqa end'])
		expect(lines.length).toBeGreaterThan(200)
		for (const line of lines) expect(line).toMatch(/^(?:[0-9.]+|[0-9a-f:]+)( [a-z0-9.-]+){1,3}$/)
		expect(checkPowerShell(getText('hosts-windows', 'undo'))).toEqual([
			'Clear-DnsClientCache',
			'Join-Path',
			'New-Object',
		])
	})
	test('its expression takes out exactly what it put in', () => {
		const pattern =
			/Replace\(\$old, '\(\?ms\)([^']+)', ''\)/u.exec(getText('hosts-windows', 'undo'))?.[1] ?? ''
		const lines = /@'\r\n([\s\S]*?)\r\n'@/u.exec(getText('hosts-windows'))?.[1] ?? ''
		const own = '127.0.0.1 localhost\r\n192.168.1.2 printer'
		const with_ = `${own}\r\n${lines}\r\n`
		expect(with_.replace(new RegExp(pattern, 'gms'), '').trimEnd()).toBe(own)
		expect(`${own}\r\n# thiqa begin\r\n`.replace(new RegExp(pattern, 'gms'), '')).toContain('# thiqa begin')
	})
	prove('hosts-windows')
})

describe('windows-netsh', () => {
	const each = String.raw`for /f "tokens=1" %%i in \('netsh interface ipv[46] show interfaces \^\| findstr /r /c:"\^ \*\[0-9\]"'\) do if not %%i==1 netsh interface ipv[46] (?:set dnsservers name=%%i source=(?:dhcp|static address=[0-9a-f.:]+ validate=no)|add dnsservers name=%%i address=[0-9a-f.:]+ validate=no)`
	const encryption = String.raw`netsh dns (?:add encryption server=[0-9a-f.:]+ dohtemplate=https://[a-z0-9./-]+ autoupgrade=yes udpfallback=no|delete encryption server=[0-9a-f.:]+)`
	const line = new RegExp(`^(?:@echo off|rem [^%^&|<>!]*|${each}|${encryption}|ipconfig /flushdns)$`)
	test('is lines of netsh and nothing else; a wrong one would be seen', () => {
		for (const purpose of ['use', 'undo'])
			for (const text of toLines(getText('windows-netsh', purpose))) expect(text).toMatch(line)
		for (const wrong of ['rem a & del *', 'netsh dns add encryption server=x', 'del *', 'rem %PATH%'])
			expect(wrong).not.toMatch(line)
	})
	test('asks each family by its own list of interfaces', () => {
		for (const text of toLines(getText('windows-netsh')).filter((each_) => each_.startsWith('for ')))
			expect(new Set([...text.matchAll(/interface (ipv[46])/gu)].map(([, family]) => family)).size).toBe(1)
	})
	test('keeps a hostile label in its remark', () => {
		for (const { text } of find('windows-netsh', hostile))
			for (const each_ of toLines(text)) expect(each_).toMatch(line)
	})
	prove('windows-netsh')
})

/** Registry files: https://support.microsoft.com/topic/9c7f37cf-a5e9-e1cd-c4fa-2a26218a1a23 */
type Key = Record<string, string>
const readRegistry = (text: string): { keys: Record<string, Key>; gone: string[] } => {
	const [head, ...lines] = toLines(text)
	expect(head).toBe('Windows Registry Editor Version 5.00')
	const keys: Record<string, Key> = {}
	const gone: string[] = []
	let at: Key | undefined
	for (const line of lines) {
		const [, minus, path] = /^\[(-?)(HKEY_LOCAL_MACHINE(?:\\[A-Za-z0-9 ]+)+)\]$/u.exec(line) ?? []
		const [, name, data] = /^"(\w+)"=(dword:[0-9a-f]{8}|"(?:[^"\\]|\\["\\])*"|-)$/u.exec(line) ?? []
		if (path !== undefined && minus) gone.push(path)
		else if (path !== undefined) at = keys[path] ??= {}
		else if (name !== undefined && data !== undefined && at) at[name] = data
		else if (line !== '' && !line.startsWith(';')) throw new Error(`no line of a registry file: ${line}`)
	}
	return { keys, gone }
}

/** The JSON file of the same browser, as keys and values of the registry. */
const toRegistry = (path: string, policy: Record<string, unknown>): Record<string, Key> => {
	const keys: Record<string, Key> = { [path]: {} }
	for (const [name, value] of Object.entries(policy)) {
		if (typeof value === 'object' && value !== null) {
			const entries = Array.isArray(value)
				? Object.fromEntries(value.map((entry, n) => [n + 1, entry as unknown]))
				: value
			Object.assign(keys, toRegistry(`${path}\\${name}`, entries as Record<string, unknown>))
		} else
			(keys[path] ??= {})[name] =
				typeof value === 'string' ? `"${value}"` : `dword:${Number(value).toString(16).padStart(8, '0')}`
	}
	return keys
}

test('the grammar of the registry refuses what is no line of it', () => {
	const head = 'Windows Registry Editor Version 5.00\r\n'
	for (const line of ['[HKEY_CURRENT_USER\\A]', '"a"="b', 'a=b', '[HKEY_LOCAL_MACHINE\\A', '"a"=dword:1'])
		expect(() => readRegistry(`${head}[HKEY_LOCAL_MACHINE\\B]\r\n${line}\r\n`), line).toThrow('no line')
})

describe.each([
	['chrome-windows', 'Google\\Chrome', 'chrome-linux'],
	['edge-windows', 'Microsoft\\Edge', 'edge-linux'],
	['firefox-windows', 'Mozilla\\Firefox', 'firefox'],
])('%s', (target, path, json) => {
	const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${path}`
	const file = JSON.parse(getText(json)) as Record<string, unknown>
	const policy = (json === 'firefox' ? file['policies'] : file) as Record<string, unknown>

	test('says what the file for Linux says', () => {
		expect(readRegistry(getText(target)).keys).toEqual(toRegistry(root, policy))
	})
	test('undo takes out every policy, and nothing else of the browser', () => {
		const { keys, gone } = readRegistry(getText(target, 'undo'))
		const out = [...Object.keys(keys[root] ?? {}), ...gone.map((key) => key.replace(`${root}\\`, ''))]
		expect(out.sort()).toEqual(Object.keys(policy).sort())
		expect(new Set(Object.values(keys[root] ?? {}))).toEqual(new Set(['-']))
	})
	test('keeps a hostile label in its remark', () => {
		for (const { text } of find(target, hostile)) expect(() => readRegistry(text)).not.toThrow()
	})
	prove(target)
})
