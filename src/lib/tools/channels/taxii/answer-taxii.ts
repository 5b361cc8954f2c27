/** Answers of a TAXII 2.1 server. Who is asking was settled before. */
import { readEnvelope } from './envelope.ts'
import { BadQuery, readPage, type Page } from './filters.ts'
import { isAccepted, isTaxii, stixType, taxiiType } from './media-type.ts'
import type { Bodies, Collection, ObjectOutcome, Status, StoredObject, TaxiiPort } from './taxii-port.ts'
import { formatTaxiiTime } from './taxii-time.ts'

/** A request. `path`: as it was asked for, `/taxii2/exchange/collections/`. `method`: `GET` for `HEAD` too. */
export type TaxiiRequest = {
	method: string
	path: string
	query: URLSearchParams
	accept: string | null
	contentType: string | null
	/** The body; `undefined` when it is longer than {@link longestBody}. */
	readBody: () => Promise<string | undefined>
}

/** An answer; `body` is empty or JSON. */
export type TaxiiAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string }

/** Longest body in bytes that is taken. */
export const longestBody = 10 * 1024 * 1024
/** Objects of a page at most, and when nobody asks for fewer. */
const longestPage = 1000
/** Objects that are taken at a time. */
const mostSent = 1000
/** Seconds after which to send again what had no room: a person works through what waits. */
const fullFor = 3600

/** A refusal on its way to being an answer. */
class Refused extends Error {
	override name = 'Refused'
	readonly status: number
	readonly headers: Readonly<Record<string, string>>
	constructor(status: number, description: string, headers: Readonly<Record<string, string>> = {}) {
		super(description)
		this.status = status
		this.headers = headers
	}
}

const send = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): TaxiiAnswer => ({
	status,
	headers: { 'content-type': taxiiType, ...headers },
	body,
})
const json = (value: unknown): TaxiiAnswer => send(200, JSON.stringify(value))

const titles: Readonly<Record<number, string>> = {
	400: 'Bad request',
	401: 'Unauthorized',
	403: 'Forbidden',
	404: 'Not found',
	405: 'Method not allowed',
	406: 'Not acceptable',
	413: 'Too large',
	415: 'Unsupported media type',
	422: 'Unprocessable',
	429: 'Too many requests',
}

/** An error message of TAXII (3.6.1). */
export const toTaxiiError = (
	status: number,
	description: string,
	headers: Readonly<Record<string, string>> = {},
): TaxiiAnswer =>
	send(
		status,
		JSON.stringify({ title: titles[status] ?? 'Error', description, http_status: String(status) }),
		headers,
	)

const toCollection = ({ id, title, description, canRead, canWrite }: Collection) => ({
	id,
	title,
	description,
	can_read: canRead,
	can_write: canWrite,
	media_types: [stixType],
})

const toResult = ({ id, version, message }: ObjectOutcome) => ({
	id,
	version,
	...(message === undefined ? {} : { message }),
})

const toStatus = ({ id, requestedAt, outcomes }: Status) => {
	const [successes, failures] = [true, false].map((taken) =>
		outcomes.filter((outcome) => outcome.taken === taken).map(toResult),
	)
	return {
		id,
		status: 'complete',
		request_timestamp: formatTaxiiTime(requestedAt),
		total_count: outcomes.length,
		success_count: successes?.length ?? 0,
		...(successes && successes.length > 0 ? { successes } : {}),
		failure_count: failures?.length ?? 0,
		...(failures && failures.length > 0 ? { failures } : {}),
		pending_count: 0,
	}
}

/** Times of the first and last object of an answer. */
const toDates = (first: number, last: number): Record<string, string> => ({
	'x-taxii-date-added-first': formatTaxiiTime(first),
	'x-taxii-date-added-last': formatTaxiiTime(last),
})

const sendPage = (page: Page, { json: objects, count, first, last, more }: Bodies): TaxiiAnswer => {
	if (count === 0) return send(200, '{}')
	const next = more ? `,"next":${JSON.stringify(page.toNext(last))}` : ''
	return send(200, `{"more":${String(more)}${next},"objects":[${objects}]}`, toDates(first, last))
}

const toManifest = ({ id, added, version }: StoredObject): string =>
	JSON.stringify({ id, date_added: formatTaxiiTime(added), version, media_type: stixType })

type Asked = { port: TaxiiPort; request: TaxiiRequest; collection: Collection; id: string }

const requireRead = ({ collection }: Asked): void => {
	if (!collection.canRead) throw new Refused(403, 'this collection cannot be read')
}

const readOne = ({ request, collection, id }: Asked): Page => {
	const page = readPage(request.query, collection.id, longestPage)
	return { ...page, filters: { ...page.filters, ids: [id] } }
}

const getObjects = async (asked: Asked): Promise<TaxiiAnswer> => {
	requireRead(asked)
	const { port, request, collection } = asked
	const page = readPage(request.query, collection.id, longestPage)
	return sendPage(page, await port.readBodies(collection.id, page))
}

const getManifest = async (asked: Asked): Promise<TaxiiAnswer> => {
	requireRead(asked)
	const { port, request, collection } = asked
	const page = readPage(request.query, collection.id, longestPage)
	// One more than asked for tells whether there is more.
	const found = await port.listObjects(collection.id, { ...page, limit: page.limit + 1 })
	const objects = found.slice(0, page.limit)
	const [first, last] = [objects[0]?.added ?? 0, objects.at(-1)?.added ?? 0]
	const [count, more] = [objects.length, found.length > objects.length]
	return sendPage(page, { json: objects.map(toManifest).join(','), count, more, first, last })
}

const getObject = async (asked: Asked): Promise<TaxiiAnswer> => {
	requireRead(asked)
	const page = readOne(asked)
	const bodies = await asked.port.readBodies(asked.collection.id, page)
	if (bodies.count === 0) throw new Refused(404, 'there is no such object in this collection')
	return sendPage(page, bodies)
}

const getVersions = async (asked: Asked): Promise<TaxiiAnswer> => {
	requireRead(asked)
	const page = readOne(asked)
	const filters = { ...page.filters, versions: ['all'] }
	const objects = await asked.port.listObjects(asked.collection.id, { ...page, filters })
	const [first, last] = [objects[0], objects.at(-1)]
	if (!first || !last) throw new Refused(404, 'there is no such object in this collection')
	const versions = objects.map(({ version }) => version).reverse()
	return send(200, JSON.stringify({ more: false, versions }), toDates(first.added, last.added))
}

const removeObject = async (asked: Asked): Promise<TaxiiAnswer> => {
	const { port, collection } = asked
	if (!collection.canRead || !collection.canWrite)
		throw new Refused(403, 'nothing can be deleted from this collection')
	const { filters } = readOne(asked)
	const versions = asked.request.query.has('match[version]') ? filters.versions : ['all']
	if (!(await port.removeObject(collection.id, { ...filters, versions })))
		throw new Refused(404, 'there is no such object in this collection')
	return send(200, '')
}

const postObjects = async ({ port, request, collection }: Asked): Promise<TaxiiAnswer> => {
	if (!collection.canWrite) throw new Refused(403, 'nothing can be added to this collection')
	if (!isTaxii(request.contentType)) throw new Refused(415, `send ${taxiiType}`)
	const text = await request.readBody()
	if (text === undefined) throw new Refused(413, `send at most ${longestBody} bytes at a time`)
	const envelope = readEnvelope(text)
	if (!envelope.ok && envelope.code === 'json') throw new Refused(400, 'the body is no JSON')
	if (envelope.ok ? envelope.value.objects.length > mostSent : envelope.code === 'many')
		throw new Refused(413, `send at most ${mostSent} objects at a time`)
	if (!envelope.ok || envelope.value.objects.length === 0)
		throw new Refused(422, 'the body is no envelope with objects, or nests too deeply')
	const status = await port.addObjects(collection.id, envelope.value.objects)
	if (status === 'full')
		throw new Refused(
			429,
			'what was sent before waits for a person; none of this was kept, send it again later',
			{
				'retry-after': String(fullFor),
			},
		)
	return send(202, JSON.stringify(toStatus(status)))
}

type Endpoint = Readonly<Partial<Record<'GET' | 'POST' | 'DELETE', (asked: Asked) => Promise<TaxiiAnswer>>>>

const inCollection: Readonly<Record<string, Endpoint>> = {
	'': { GET: ({ collection }) => Promise.resolve(json(toCollection(collection))) },
	'manifest/': { GET: getManifest },
	'objects/': { GET: getObjects, POST: postObjects },
	'objects/{id}/': { GET: getObject, DELETE: removeObject },
	'objects/{id}/versions/': { GET: getVersions },
}

/** The handler of a method; another method is told which ones there are. */
const pick = <Handler>(endpoint: Readonly<Partial<Record<string, Handler>>>, method: string): Handler => {
	const handler = Object.hasOwn(endpoint, method) ? endpoint[method] : undefined
	if (handler) return handler
	const allow = Object.keys(endpoint).join(', ')
	throw new Refused(405, `this address answers ${allow}`, { allow })
}

const notFound = (): never => {
	throw new Refused(404, 'there is nothing at this address')
}

const requireAccepted = ({ accept }: TaxiiRequest): void => {
	if (!isAccepted(accept)) throw new Refused(406, `accept ${taxiiType}`)
}

/** Addresses below a collection: which one, and the object's id in it. */
const splitRest = (rest: string): { endpoint: Endpoint; id: string } => {
	const id = /^objects\/([^/]+)\//u.exec(rest)?.[1]
	const shape = id === undefined ? rest : rest.replace(`objects/${id}/`, 'objects/{id}/')
	const endpoint = Object.hasOwn(inCollection, shape) ? inCollection[shape] : undefined
	return endpoint ? { endpoint, id: id ?? '' } : notFound()
}

const answerCollection = async (
	port: TaxiiPort,
	request: TaxiiRequest,
	{ name, rest }: { name: string; rest: string },
): Promise<TaxiiAnswer> => {
	const { endpoint, id } = splitRest(rest)
	const handler = pick(endpoint, request.method)
	requireAccepted(request)
	const collection = (await port.listCollections()).find((one) => one.id === name) ?? notFound()
	return handler({ port, request, collection, id })
}

/** Answers a path under the API root, by the end of the path. */
const answerRoot = async (port: TaxiiPort, request: TaxiiRequest, path: string): Promise<TaxiiAnswer> => {
	const [, name, rest] = /^collections\/([^/]+)\/(.*)$/su.exec(path) ?? []
	if (name !== undefined && rest !== undefined) return answerCollection(port, request, { name, rest })
	const status = /^status\/([^/]+)\/$/u.exec(path)?.[1]
	if (path !== '' && path !== 'collections/' && status === undefined) return notFound()
	pick({ GET: true }, request.method)
	requireAccepted(request)
	if (status !== undefined) return json(toStatus((await port.findStatus(status)) ?? notFound()))
	if (path === 'collections/') {
		const collections = (await port.listCollections()).map(toCollection)
		return json(collections.length > 0 ? { collections } : {})
	}
	return json({
		title: port.title,
		description: port.description,
		versions: [taxiiType],
		max_content_length: longestBody,
	})
}

const answerAny = async (port: TaxiiPort, request: TaxiiRequest): Promise<TaxiiAnswer> => {
	const { path, query } = request
	const root = new URL(port.root).pathname
	if (!path.endsWith('/')) {
		const search = query.size > 0 ? `?${query}` : ''
		return send(308, '', { location: `${path}/${search}` })
	}
	if (path.startsWith(root)) return answerRoot(port, request, path.slice(root.length))
	if (path !== port.discovery) return notFound()
	pick({ GET: true }, request.method)
	requireAccepted(request)
	const { title, description, contact } = port
	const more = contact === undefined ? {} : { contact }
	return json({ title, description, ...more, default: port.root, api_roots: [port.root] })
}

/** Answers a request of somebody who may ask; what is refused is answered as TAXII says, and only a fault of the port is thrown. */
export const answerTaxii = async (port: TaxiiPort, request: TaxiiRequest): Promise<TaxiiAnswer> => {
	try {
		return await answerAny(port, request)
	} catch (problem) {
		if (problem instanceof Refused) return toTaxiiError(problem.status, problem.message, problem.headers)
		if (problem instanceof BadQuery) return toTaxiiError(400, problem.message)
		throw problem
	}
}
