import { failed, ok, type Issue, type Result } from '#base'

/** Ages that one talks to in one way, the youngest first. */
export const bands = ['0-5', '6-8', '9-11', '12-14', '15-17'] as const
export type Band = (typeof bands)[number]

/** The birthday on which a band ends. */
export const bandEnds: Readonly<Record<Band, number>> = {
	'0-5': 6,
	'6-8': 9,
	'9-11': 12,
	'12-14': 15,
	'15-17': 18,
}

export const devices = [
	'android',
	'iphone-ipad',
	'windows',
	'macos',
	'linux',
	'xbox',
	'playstation',
	'nintendo',
	'smart-tv',
] as const
export type Device = (typeof devices)[number]

/** Source of the internet at home. */
export const networks = ['box', 'router', 'mobile', 'shared'] as const
export type Network = (typeof networks)[number]

export const services = [
	'youtube',
	'tiktok',
	'instagram',
	'whatsapp',
	'snapchat',
	'roblox-free-fire',
	'other-games',
] as const
export type Service = (typeof services)[number]

/** Most children of one band, and most devices of one kind. */
export const most = { children: 12, devices: 20 } as const

/** A family and what it uses: ids and counts, never a name. */
export type Family = {
	children: Readonly<Record<Band, number>>
	devices: Readonly<Record<Device, number>>
	network: Network
	services: readonly Service[]
}

const includes = <Id extends string>(ids: readonly Id[], id: unknown): id is Id => ids.includes(id as Id)

const isRecord = (input: unknown): input is Record<string, unknown> =>
	typeof input === 'object' && input !== null && !Array.isArray(input)

/** Unknown names are counted and never repeated: they are a stranger's words. */
const findUnknown = (path: string, given: readonly string[], known: readonly string[]): Issue[] => {
	const count = given.filter((name) => !includes(known, name)).length
	return count > 0 ? [{ path, message: `must hold known names only, holds ${count} others` }] : []
}

const readCounts = <Id extends string>(
	input: unknown,
	{ path, ids, most: limit }: { path: string; ids: readonly Id[]; most: number },
	issues: Issue[],
): Record<Id, number> => {
	const given = isRecord(input) ? input : {}
	if (!isRecord(input)) issues.push({ path, message: 'must be counts by name' })
	issues.push(...findUnknown(path, Object.keys(given), ids))
	const counts = ids.map((id): [Id, number] => {
		const count = Object.hasOwn(given, id) ? given[id] : 0
		if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= limit)
			return [id, count]
		issues.push({ path: `${path}.${id}`, message: `must be a whole number from 0 to ${limit}` })
		return [id, 0]
	})
	return Object.fromEntries(counts) as Record<Id, number>
}

const readServices = (input: unknown, issues: Issue[]): Service[] => {
	const given = Array.isArray(input) ? (input as unknown[]) : []
	if (!Array.isArray(input) || given.length > services.length)
		issues.push({ path: 'services', message: `must be a list of ${services.length} at most` })
	else if (!given.every((id) => includes(services, id)))
		issues.push({ path: 'services', message: 'must hold known names only' })
	return services.filter((id) => given.includes(id))
}

/** Reads a family from anything outside: a kept file, a form. Every issue is named; nothing of the input is repeated. */
export const parseFamily = (input: unknown): Result<Family> => {
	if (!isRecord(input)) return failed({ path: '', message: 'must be a family' })
	const issues = findUnknown('', Object.keys(input), ['children', 'devices', 'network', 'services'])
	const family: Family = {
		children: readCounts(input.children, { path: 'children', ids: bands, most: most.children }, issues),
		devices: readCounts(input.devices, { path: 'devices', ids: devices, most: most.devices }, issues),
		network: includes(networks, input.network) ? input.network : 'box',
		services: readServices(input.services, issues),
	}
	if (!includes(networks, input.network))
		issues.push({ path: 'network', message: 'must be a known kind of network' })
	if (issues.length === 0 && bands.every((band) => family.children[band] === 0))
		issues.push({ path: 'children', message: 'must be one child at least' })
	return issues.length > 0 ? failed(...issues) : ok(family)
}

/** Names of the fields in a form and in the address of a plan; counts have the id of what they count. */
export const fields = { network: 'network', service: 'service' } as const

/** Fields of a form, more than the form has: a longer address is refused unread. */
const mostFields = 60

const toCount = (text: string): number => (/^\d{1,5}$/u.test(text) ? Number(text) : text === '' ? 0 : NaN)

/** Reads a family from the fields of the form, as they stand in an address. */
export const parseFamilyFields = (params: URLSearchParams): Result<Family> => {
	const entries = [...params]
	if (entries.length > mostFields)
		return failed({ path: '', message: `must be ${mostFields} fields at most` })
	const counted = entries.filter(([name]) => name !== fields.network && name !== fields.service)
	const names = counted.map(([name]) => name)
	if (new Set(names).size < names.length || params.getAll(fields.network).length > 1)
		return failed({ path: '', message: 'must name each field once' })
	const pick = (ids: readonly string[]): Record<string, number> =>
		Object.fromEntries(
			counted.filter(([name]) => includes(ids, name)).map(([name, text]) => [name, toCount(text)]),
		)
	const unknown = findUnknown('', names, [...bands, ...devices])
	if (unknown.length > 0) return failed(...unknown)
	return parseFamily({
		children: pick(bands),
		devices: pick(devices),
		network: params.get(fields.network),
		services: [...new Set(params.getAll(fields.service))],
	})
}

/** The fields of a family, as {@link parseFamilyFields} reads them; what is none is left out. */
export const toFamilyFields = (family: Family): URLSearchParams =>
	new URLSearchParams([
		...bands.flatMap((id) => (family.children[id] > 0 ? [[id, String(family.children[id])]] : [])),
		...devices.flatMap((id) => (family.devices[id] > 0 ? [[id, String(family.devices[id])]] : [])),
		[fields.network, family.network],
		...family.services.map((id) => [fields.service, id]),
	])

/** Chooses the sentence that says what to mend. */
export const getRefusal = (issues: readonly Issue[]): 'children' | 'counts' | 'form' => {
	if (issues.some(({ path }) => /^(children|devices)\./u.test(path))) return 'counts'
	return issues.some(({ path }) => path === 'children') ? 'children' : 'form'
}
