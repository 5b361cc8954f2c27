/**
 * Stand-ins for Pi-hole 6, so that its shell can be run: the keys of its configuration
 * (https://docs.pi-hole.net/ftldns/configfile/), and what it hands to the dnsmasq inside it.
 */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isTexts = (value: unknown): boolean =>
	Array.isArray(value) && value.every((entry) => typeof entry === 'string')
const isBoolean = (value: unknown): boolean => typeof value === 'boolean'

/** Documented keys that a filter may set, and the kind of each. */
export const piholeKeys: Readonly<Record<string, (value: unknown) => boolean>> = {
	'dns.upstreams': isTexts,
	'dns.hosts': isTexts,
	'dns.cnameRecords': isTexts,
	'dns.specialDomains.mozillaCanary': isBoolean,
	'dns.specialDomains.iCloudPrivateRelay': isBoolean,
	'dns.specialDomains.designatedResolver': isBoolean,
	'misc.dnsmasq_lines': isTexts,
}

/** Values by key, as a table of TOML holds them in levels. */
export const flatten = (table: Record<string, unknown>, path = ''): Record<string, unknown> =>
	Object.assign(
		{},
		...Object.entries(table).map(([key, value]) =>
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? flatten(value as Record<string, unknown>, `${path}${key}.`)
				: { [`${path}${key}`]: value },
		),
	) as Record<string, unknown>

/** Every key must be a documented one and its value of that kind. */
export const findWrongKeys = (settings: Record<string, unknown>): string[] =>
	Object.entries(settings).flatMap(([key, value]) => (piholeKeys[key]?.(value) ? [] : [key]))

/** What Pi-hole writes for its dnsmasq, and the hosts file beside it. */
export const toPiholeDnsmasq = (settings: Record<string, unknown>): { lines: string[]; hosts: string } => {
	const list = (key: string) => (settings[key] ?? []) as string[]
	const lines = [
		'no-resolv',
		'no-hosts',
		...list('dns.upstreams').map((server) => `server=${server}`),
		...list('dns.cnameRecords').map((record) => `cname=${record}`),
		...list('misc.dnsmasq_lines'),
	]
	return { lines, hosts: [...list('dns.hosts'), ''].join('\n') }
}

/** Writes `pihole-FTL` and `pihole` into a folder for PATH; each call is one line of arguments in `calls`. */
export const writePihole = (folder: string): void => {
	mkdirSync(folder, { recursive: true })
	// Arguments stand between unit separators: a text may hold spaces and quotation marks.
	const text = `#!/bin/sh\nprintf '%s\\037' "$(basename "$0")" "$@" >> '${join(folder, 'calls')}'\nprintf '\\n' >> '${join(folder, 'calls')}'\n`
	for (const name of ['pihole-FTL', 'pihole']) {
		writeFileSync(join(folder, name), text)
		chmodSync(join(folder, name), 0o755)
	}
}
