/** Collections of TAXII in memory: one that is read and written, one that is written only, as the recorded server had them. */
import {
	answerTaxii,
	parseTaxiiTime,
	toTaxiiError,
	type TaxiiPort,
} from '../../src/lib/tools/channels/taxii/index.ts'
import type {
	Collection,
	Filters,
	ObjectOutcome,
	Status,
	StoredObject,
} from '../../src/lib/tools/channels/taxii/index.ts'

export const readWrite = '64993447-4d7e-4f70-b94d-d7f33742ee63'
export const writeOnly = '91a7b528-80eb-42ed-a74d-c6fbd5a26116'

type Held = StoredObject & { collection: string }

const versionsOf = (held: readonly Held[], { versions }: Filters): readonly Held[] => {
	if (versions.includes('all')) return held
	const wanted = new Set([
		...(versions.includes('last') ? [held.at(-1)?.version] : []),
		...(versions.includes('first') ? [held[0]?.version] : []),
		...versions,
	])
	return held.filter(({ version }) => wanted.has(version))
}

/** A port with nothing in its collections. `add()` puts an object into the first, as of a moment. */
export const createMemoryPort = (start = Date.parse('2026-11-24T22:59:39Z') * 1000) => {
	let now = start
	let held: Held[] = []
	const statuses = new Map<string, Status>()
	const add = (collection: string, object: unknown): ObjectOutcome => {
		const { id = 'unknown', modified: version = '' } = { ...(object as object) } as {
			id?: string
			modified?: string
		}
		if (parseTaxiiTime(version) === undefined) return { id, version, taken: false, message: 'no STIX' }
		if (held.some((one) => one.collection === collection && one.id === id && one.version === version))
			return { id, version, taken: true, message: 'Object already added' }
		held.push({ collection, id, version, added: ++now, body: JSON.stringify(object) })
		return { id, version, taken: true }
	}
	const find = (collection: string, filters: Filters): Held[] => {
		const groups = Map.groupBy(
			held.filter((one) => one.collection === collection),
			({ id }) => id,
		)
		const { ids, types, specVersions } = filters
		return [...groups.values()]
			.map((group) => group.sort((a, b) => (a.version < b.version ? -1 : 1)))
			.filter(([first]) => first && (ids?.includes(first.id) ?? true))
			.filter(([first]) => first && (types?.includes(first.id.split('--')[0] ?? '') ?? true))
			.flatMap((group) => versionsOf(group, filters))
			.filter(() => specVersions?.includes('2.1') ?? true)
			.sort((a, b) => a.added - b.added)
	}
	const collections: Collection[] = [
		{ id: writeOnly, title: 'inbox', description: 'write only', canRead: false, canWrite: true },
		{ id: readWrite, title: 'published', description: 'read write', canRead: true, canWrite: true },
	]
	const port: TaxiiPort = {
		title: 'peer hotline',
		description: 'test peer',
		contact: 'ops@peer.example',
		discovery: '/taxii2/',
		root: 'http://127.0.0.1:5612/hotline1/',
		listCollections: () => Promise.resolve(collections),
		listObjects: (collection, { filters, after, limit }) =>
			Promise.resolve(
				find(collection, filters)
					.filter(({ added }) => added > after)
					.slice(0, limit),
			),
		readBodies: async (collection, page) => {
			const found = await port.listObjects(collection, { ...page, limit: page.limit + 1 })
			const objects = found.slice(0, page.limit)
			const [first, last] = [objects[0]?.added ?? 0, objects.at(-1)?.added ?? 0]
			const json = objects.map(({ body }) => body).join(',')
			return { json, count: objects.length, first, last, more: found.length > objects.length }
		},
		addObjects: (collection, objects) => {
			const id = crypto.randomUUID()
			const status = { id, requestedAt: ++now, outcomes: objects.map((object) => add(collection, object)) }
			statuses.set(id, status)
			return Promise.resolve(status)
		},
		removeObject: (collection, filters) => {
			const gone = find(collection, filters)
			held = held.filter((one) => !gone.includes(one))
			return Promise.resolve(gone.length > 0)
		},
		findStatus: (id) => Promise.resolve(statuses.get(id)),
	}
	return { port, add: (object: unknown) => add(readWrite, object) }
}

/** Asks a port as a client would, by address, headers and body. */
export const askPort = async (
	port: TaxiiPort,
	address: string,
	given: { method?: string; headers?: Readonly<Record<string, string>>; body?: string | undefined } = {},
) => {
	const url = new URL(address, 'http://127.0.0.1:5612')
	const headers = new Headers(
		given.headers ?? { accept: 'application/taxii+json;version=2.1', authorization: 'Basic x' },
	)
	if (!headers.has('authorization'))
		return toTaxiiError(401, 'say who you are', { 'www-authenticate': 'Basic realm="taxii"' })
	return answerTaxii(port, {
		method: given.method ?? 'GET',
		path: url.pathname,
		query: url.searchParams,
		accept: headers.get('accept'),
		contentType: headers.get('content-type'),
		readBody: () => Promise.resolve(given.body ?? ''),
	})
}
