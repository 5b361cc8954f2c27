/**
 * Stand-ins for the programs of an OpenWrt router, so that its shells can be run: `uci` on a file of its own, and what
 * the router makes of its settings (package/network/services/dnsmasq/files/dnsmasq.init of OpenWrt, in our words).
 */
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

type Section = { type: string; options: Record<string, string | string[]> }
/** Sections by package and name; unnamed ones are named `@type[0]`. */
export type Uci = Record<string, Record<string, Section>>

const word = /^(?:'([^'\n]*)'|([^'\s]*))/

/** One command: `set dhcp.x.y='z'`, `add_list`, `delete`, `get`, `show`, `commit`. Throws on anything else. */
export const runUci = (uci: Uci, command: string): string => {
	const [, verb = '', path = '', given] = /^(\w+) ([^=]+)(?:=(.*))?$/u.exec(command) ?? []
	const parts = /^([a-z0-9-]+)(?:\.([\w-]+|@[\w-]+\[0\]))?(?:\.(\w+))?$/u.exec(path)
	if (!parts) throw new Error(`uci: Parse error: ${command}`)
	const [, config = '', section = '', option] = parts
	const sections = (uci[config] ??= {})
	const value = given === undefined ? undefined : (word.exec(given)?.slice(1).find(Boolean) ?? '')
	if (given !== undefined && word.exec(given)?.[0] !== given) throw new Error(`uci: Parse error: ${command}`)
	const known = sections[section]
	const notFound = () => new Error('uci: Entry not found')
	if (verb === 'commit' && given === undefined) return ''
	if (verb === 'show')
		return Object.entries(sections)
			.map(([name, { type }]) => `${config}.${name}=${type}\n`)
			.join('')
	if (verb === 'set' && value !== undefined && section && !option) {
		sections[section] = { type: value, options: known?.options ?? {} }
		return ''
	}
	if (!known) throw notFound()
	const old = option === undefined ? undefined : known.options[option]
	if (verb === 'get') {
		if (option === undefined) return `${known.type}\n`
		if (old === undefined) throw notFound()
		return `${typeof old === 'string' ? old : old.join(' ')}\n`
	}
	if (verb === 'delete') {
		if (option === undefined) Reflect.deleteProperty(sections, section)
		else if (old === undefined) throw notFound()
		else Reflect.deleteProperty(known.options, option)
		return ''
	}
	if (option === undefined || value === undefined) throw new Error(`uci: Parse error: ${command}`)
	if (verb === 'set') known.options[option] = value
	else if (verb === 'add_list')
		known.options[option] = [...(old === undefined ? [] : typeof old === 'string' ? [old] : old), value]
	else throw new Error(`uci: Invalid command: ${verb}`)
	return ''
}

/** Settings of the routers of this process, by their folder. */
const routers = new Map<string, Uci>()

/** What the words after `uci` do, on what comes in by its standard input: all of it or, when something is wrong, nothing. */
const answer = (folder: string, words: readonly string[], input: string): string => {
	const quiet = words[0] === '-q'
	const [verb = '', ...rest] = quiet ? words.slice(1) : words
	const uci = structuredClone(routers.get(folder) ?? {})
	try {
		const commands =
			verb === 'batch'
				? input.split('\n').filter(Boolean)
				: [[verb, rest.join(' ').replace(/=(.*)$/u, (_, value: string) => `='${value}'`)].join(' ')]
		const said = commands.map((command) => runUci(uci, command)).join('')
		routers.set(folder, uci)
		return `0${said}`
	} catch (error) {
		return `1${quiet && verb !== 'batch' ? '' : `${String(error instanceof Error ? error.message : error)}\n`}`
	}
}

/** A shell of OpenWrt calls `uci` some hundred times: each call asks this process, where a Node of its own would take a tenth of a second. */
const server = createServer({ allowHalfOpen: true }, (socket) => {
	let heard = ''
	socket.setEncoding('utf8').on('data', (part: string) => {
		heard += part
		if (!heard.endsWith('\0\u0004')) return
		const [folder = '', input = '', ...words] = heard.slice(0, -2).split('\0')
		socket.end(answer(folder, words, input))
	})
	socket.on('error', () => undefined)
})
await once(server.listen(0, '127.0.0.1'), 'listening')
server.unref()

const program = (folder: string): string => `#!/usr/bin/env bash
input=; case " $* " in *' batch '*) input=$(cat) ;; esac
exec 3<> /dev/tcp/127.0.0.1/${(server.address() as AddressInfo).port}
printf '%s\\0' '${folder}' "$input" "$@" >&3
printf '\\004' >&3
read -r -N 1 status <&3
if [ "$status" = 0 ]; then cat <&3; else cat <&3 >&2; exit 1; fi
`

/** Writes programs that a router has into a folder for PATH. They want a process that goes on serving: run them beside it. */
export const writeRouter = (folder: string, settings: Uci): { read: () => Uci } => {
	mkdirSync(folder, { recursive: true })
	routers.set(folder, structuredClone(settings))
	const put = (name: string, text: string) => {
		writeFileSync(join(folder, name), text)
		chmodSync(join(folder, name), 0o755)
	}
	put('uci', program(folder))
	put('service', '#!/bin/sh\necho "$@" >> "$(dirname "$0")/services"\n')
	return { read: () => structuredClone(routers.get(folder) ?? {}) }
}

const toList = (value: string | string[] | undefined): string[] =>
	value === undefined ? [] : typeof value === 'string' ? [value] : value

/** The configuration of dnsmasq that the router writes from its settings. */
export const toRouterDnsmasq = ({ dhcp = {} }: Uci): string[] => {
	const main = dhcp['@dnsmasq[0]']?.options ?? {}
	const of = (type: string) =>
		Object.values(dhcp)
			.filter((section) => section.type === type)
			.map(({ options }) => options)
	const words = (value: string | string[] | undefined) => toList(value).flatMap((text) => text.split(' '))
	return [
		...(main['noresolv'] === '1' ? ['no-resolv'] : []),
		...toList(main['server']).map((server) => `server=${server}`),
		...of('hostrecord').map(({ name, ip }) => `host-record=${[...words(name), ...words(ip)].join(',')}`),
		...of('mxhost').map(
			({ domain, relay, pref = '0' }) => `mx-host=${[domain, relay, pref].map(String).join(',')}`,
		),
		...of('cname').map(({ cname, target }) => `cname=${String(cname)},${String(target)}`),
	]
}
