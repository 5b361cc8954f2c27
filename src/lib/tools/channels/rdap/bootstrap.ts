/** Finds the registry that answers for a name or an address: the files of IANA (https://www.rfc-editor.org/rfc/rfc9224). */
import { failed, ok, type Result } from '#base'

/** Names or ranges, and the addresses of the registry that answers for them. */
type Service = { entries: readonly string[]; urls: readonly string[] }
/** The files `dns.json`, `ipv4.json` and `ipv6.json` of https://data.iana.org/rdap/. */
export type Bootstrap = Readonly<Record<'dns' | 'ipv4' | 'ipv6', readonly Service[]>>

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'string')

const toBase = (text: string): string | undefined => {
	const url = URL.parse(text)
	return url && /^https?:$/u.test(url.protocol) ? url.href.replace(/\/*$/u, '/') : undefined
}

const readServices = (file: unknown): Service[] | undefined => {
	if (typeof file !== 'object' || file === null || !('services' in file)) return undefined
	if (!('version' in file) || file.version !== '1.0' || !Array.isArray(file.services)) return undefined
	return file.services.flatMap((service: unknown) => {
		if (!Array.isArray(service)) return []
		const [entries, urls] = service as unknown[]
		if (!isTexts(entries) || !isTexts(urls)) return []
		const bases = urls.map(toBase).filter((url) => url !== undefined)
		// https first: a registry that has both is asked over TLS.
		const sorted = [
			...bases.filter((url) => url.startsWith('https:')),
			...bases.filter((url) => url.startsWith('http:')),
		]
		return sorted.length > 0 ? [{ entries: entries.map((entry) => entry.toLowerCase()), urls: sorted }] : []
	})
}

/** Reads the three files, each as parsed JSON. A service of another form is left out; a file of another form is an issue with its name. */
export const parseBootstrap = (
	files: Readonly<Record<'dns' | 'ipv4' | 'ipv6', unknown>>,
): Result<Bootstrap> => {
	const [dns, ipv4, ipv6] = [readServices(files.dns), readServices(files.ipv4), readServices(files.ipv6)]
	if (dns && ipv4 && ipv6) return ok({ dns, ipv4, ipv6 })
	const wrong = Object.entries({ dns, ipv4, ipv6 }).filter(([, services]) => services === undefined)
	return failed(
		...wrong.map(([path]) => ({
			path,
			message: 'reading bootstrap of RDAP: wanted version 1.0 with services',
		})),
	)
}

const readIpv4 = (text: string): bigint | undefined => {
	const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/u.exec(text)?.slice(1).map(Number)
	return parts?.every((part) => part < 256)
		? BigInt(parts.reduce((sum, part) => sum * 256 + part, 0))
		: undefined
}

const readIpv6 = (text: string): bigint | undefined => {
	const host = text.includes(':') ? URL.parse(`http://[${text}]/`)?.hostname.slice(1, -1) : undefined
	if (host === undefined) return undefined
	const [before = '', after] = host.split('::')
	const toGroups = (part: string): string[] => part.split(':').filter((group) => group !== '')
	const [head, tail] = [toGroups(before), toGroups(after ?? '')]
	const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
	return groups.reduce((sum, group) => sum * 65_536n + BigInt(Number.parseInt(group, 16)), 0n)
}

/** Bits of a range that an address lies in; -1 when it lies outside. */
const measureMatch = (address: bigint, range: string, family: 4 | 6): number => {
	const [network = '', bits = ''] = range.split('/')
	const first = family === 4 ? readIpv4(network) : readIpv6(network)
	const [whole, kept] = [family === 4 ? 32 : 128, Number(bits)]
	if (first === undefined || bits === '' || !(kept >= 0 && kept <= whole)) return -1
	const shift = BigInt(whole - kept)
	return address >> shift === first >> shift ? kept : -1
}

/** Labels of a name that a suffix covers; -1 when it is none of them. */
const measureSuffix = (name: string, suffix: string): number =>
	suffix === '' ? 0 : name === suffix || name.endsWith(`.${suffix}`) ? suffix.split('.').length : -1

const findLongest = (
	services: readonly Service[],
	measure: (entry: string) => number,
): string | undefined => {
	let [longest, found] = [-1, undefined as string | undefined]
	for (const { entries, urls } of services)
		for (const entry of entries) if (measure(entry) > longest) [longest, found] = [measure(entry), urls[0]]
	return found
}

/** Thing to look up: an address of a machine or a name, without brackets, ports or paths. */
export type RdapTarget = { kind: 'ip' | 'domain'; value: string }

/** A name as registries have it: lower case, other scripts in their plain form, no last dot; empty when it is none. */
export const toPlainName = (name: string): string =>
	URL.parse(`http://${name}/`)?.hostname.replace(/\.$/u, '') ?? ''

/** Address of the registry that answers, with a slash at its end; `undefined` when IANA names none, or the target is none. */
export const findRegistry = (bootstrap: Bootstrap, { kind, value }: RdapTarget): string | undefined => {
	const name = kind === 'domain' ? toPlainName(value) : ''
	if (kind === 'domain')
		return name === '' ? undefined : findLongest(bootstrap.dns, (entry) => measureSuffix(name, entry))
	const [four, six] = [readIpv4(value), readIpv6(value)]
	if (four !== undefined) return findLongest(bootstrap.ipv4, (range) => measureMatch(four, range, 4))
	return six === undefined ? undefined : findLongest(bootstrap.ipv6, (range) => measureMatch(six, range, 6))
}

/** Hosts of all registries: what a list of hosts that may be asked must hold, since one registry sends on to another. */
export const listRegistryHosts = (bootstrap: Bootstrap): string[] => [
	...new Set(
		Object.values(bootstrap).flatMap((services) =>
			services.flatMap(({ urls }) => urls.flatMap((url) => URL.parse(url)?.hostname ?? [])),
		),
	),
]
