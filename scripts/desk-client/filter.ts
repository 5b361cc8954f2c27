/** The part of an answer of the server that is given on: data that this client has read itself, files to keep, and never a page, code or a way out. */

export type Forwarded = { status: number; headers: Record<string, string>; body: Buffer }

/** Most bytes of an answer: a dossier with its papers; of data, a long queue. */
const mostBytes = 64 * 1024 * 1024
const mostData = 32 * 1024 * 1024

/** Kinds of what the browser asks for: a page, data that Kit reads and follows, or something that code of ours reads. */
export type Asked = 'page' | 'kit' | 'other'

const dataTypes = ['application/json', 'text/sveltekit-data']
/** Files that somebody keeps, with the ending that they get. */
const fileTypes: Readonly<Record<string, string>> = {
	'application/pdf': '.pdf',
	'application/zip': '.zip',
	'application/octet-stream': '.bin',
	'application/ld+json': '.jsonld',
	'application/geo+json': '.geojson',
	'application/xml': '.xml',
	'text/csv': '.csv',
	'text/plain': '.txt',
	'text/calendar': '.ics',
}

export const refuse = (status: number, said: string): Forwarded => ({
	status,
	headers: { 'content-type': 'text/plain; charset=utf-8' },
	body: Buffer.from(said),
})

const elsewhere = 'The server sends you somewhere else. Nothing was opened.'
const noData = 'The server answered something that is no data. Nothing of it is shown.'

/** A path of the desk on this client, out of where the server sends one; `undefined` for any other place. */
const toOwnPath = (location: string, server: URL): string | undefined => {
	const url = URL.parse(location, server)
	return url?.origin === server.origin && /^\/desk(?:\/|$)/u.test(url.pathname)
		? url.pathname + url.search + url.hash
		: undefined
}

/** Reads an answer; `undefined` as soon as it is too long, also when it was packed small. */
const readAnswer = async (answer: Response): Promise<Buffer | undefined> => {
	const chunks: Uint8Array[] = []
	let length = 0
	for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
		length += chunk.length
		if (length > mostBytes) return undefined
		chunks.push(chunk)
	}
	return Buffer.concat(chunks)
}

/** The one type that was named, without its parameters; empty where it is missing or there are several. */
const readType = (header: string | null): string =>
	header === null || header.includes(',') ? '' : (header.split(';')[0] ?? '').trim().toLowerCase()

/** Values of JSON, one or one a line; `undefined` when a part is none. Stops at the first that is none. */
const parseData = (text: string): unknown[] | undefined => {
	try {
		return [JSON.parse(text) as unknown]
	} catch {
		// Several values, a line each.
	}
	try {
		return text
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => JSON.parse(line) as unknown)
	} catch {
		return undefined
	}
}

/** True for a value that would send the page away: Kit's client follows it. */
const sendsAway = (value: unknown, server: URL): boolean => {
	const { type, location } = { ...(value as Record<string, unknown> | null) }
	return type === 'redirect' && (typeof location !== 'string' || toOwnPath(location, server) !== location)
}

/** Data as this client has read it: what goes on is written anew, so that nobody can read it in another way. */
const giveData = (body: Buffer, { status, server }: { status: number; server: URL }): Forwarded => {
	const values = body.length > mostData ? undefined : parseData(body.toString('utf8'))
	if (!values) return refuse(502, noData)
	if (values.some((value) => sendsAway(value, server))) return refuse(502, elsewhere)
	return {
		status,
		headers: { 'content-type': 'application/json' },
		body: Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join('')),
	}
}

const giveFile = (body: Buffer, type: string, answer: Response): Forwarded => {
	const ending = fileTypes[type] ?? '.bin'
	const named = /filename="?([\w.-]{1,80})"?(?:;|$)/u.exec(
		answer.headers.get('content-disposition') ?? '',
	)?.[1]
	const stem = (named ?? 'file').replace(/\.\w{1,8}$/u, '').replace(/^\.+/u, '')
	return {
		status: answer.status,
		headers: {
			'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
			'content-disposition': `attachment; filename="${stem === '' ? 'file' : stem}${ending}"`,
		},
		body,
	}
}

/** Filters an answer. `page`: it is one, and is thrown away; its words would stand in a page that knows keys. */
export const filter = async (answer: Response, asked: Asked, server: URL): Promise<Forwarded | 'page'> => {
	const location = answer.headers.get('location')
	if (location !== null) {
		const own = asked === 'kit' ? undefined : toOwnPath(location, server)
		return own === undefined
			? refuse(502, elsewhere)
			: { status: 303, headers: { location: own }, body: Buffer.alloc(0) }
	}
	const type = readType(answer.headers.get('content-type'))
	if (type === 'text/html') return 'page'
	const body = await readAnswer(answer)
	if (!body) return refuse(502, 'The server answered too much.')
	if (asked !== 'page' && dataTypes.includes(type)) return giveData(body, { status: answer.status, server })
	if (asked !== 'kit' && type in fileTypes) return giveFile(body, type, answer)
	return body.length === 0 ? { status: answer.status, headers: {}, body } : refuse(502, noData)
}
