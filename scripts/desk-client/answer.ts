import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { deskPolicy, securityHeaders } from '../../src/lib/platform/server/security-headers.ts'
import { shellPath, type Bundle } from './bundle.ts'
import type { CookieJar } from './cookie-jar.ts'
import { refuse, type Asked, type Forwarded } from './filter.ts'
import { forward } from './forward.ts'

export type DeskClient = {
	/** Where the browser finds it: `http://127.0.0.1:8070`. A number and not a name: a name can lead to two programs, and carries passkeys. */
	origin: string
	/** Word of this start, 43 letters: whoever opened the address that was printed has it as a cookie; other programs and people of this machine have not. */
	token: string
	server: URL
	bundle: Bundle
	jar: CookieJar
}

const types: Readonly<Record<string, string>> = {
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.html': 'text/html; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.json': 'application/json',
	'.png': 'image/png',
	'.wasm': 'application/wasm',
}

const cookieName = 'desk-client'
const nothing = Buffer.alloc(0)
const none: Forwarded = { status: 404, headers: {}, body: nothing }
const sendTo = (location: string): Forwarded => ({ status: 303, headers: { location }, body: nothing })

const isSame = (one: string, other: string): boolean =>
	one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

/** True for what a page of this client asks, or a person who types its address: other pages and other names of this machine get nothing. */
const isHere = ({ method, headers }: IncomingMessage, origin: string): boolean => {
	if (headers.host !== new URL(origin).host) return false
	if (method === 'POST') return headers.origin === origin
	const site = headers['sec-fetch-site']
	return site === undefined || site === 'same-origin' || site === 'none'
}

const hasToken = ({ headers }: IncomingMessage, token: string): boolean =>
	(headers.cookie ?? '').split('; ').some((pair) => isSame(pair, `${cookieName}=${token}`))

const findAsked = ({ method, headers }: IncomingMessage, pathname: string): Asked => {
	if (pathname.endsWith('/__data.json') || headers['x-sveltekit-action'] !== undefined) return 'kit'
	const opens = (headers.accept ?? '').includes('text/html') && headers['sec-fetch-mode'] !== 'cors'
	return opens && (method === 'GET' || method === 'HEAD') ? 'page' : 'other'
}

const give = (bytes: Buffer, type: string): Forwarded => ({
	status: 200,
	headers: { 'content-type': type },
	body: bytes,
})

const openBy = (client: DeskClient): Forwarded => ({
	status: 303,
	headers: {
		location: '/desk',
		'set-cookie': `${cookieName}=${client.token}; Path=/; HttpOnly; SameSite=Strict`,
	},
	body: nothing,
})

/** Asks the server for what belongs to the desk, and draws what is a page by this client's own. */
const askServer = async (client: DeskClient, request: IncomingMessage, url: URL): Promise<Forwarded> => {
	const asked = findAsked(request, url.pathname)
	const got = await forward(request, url.pathname + url.search, { ...client, asked })
	if (got !== 'page') return got
	// A form that was sent as it stands goes back to its page, which is drawn anew.
	if (request.method === 'POST')
		return asked === 'kit' ? refuse(502, 'The server answered with a page.') : sendTo(url.pathname)
	const shell = client.bundle.files.get(shellPath)
	return shell && asked === 'page' ? give(shell, 'text/html; charset=utf-8') : none
}

const decide = async (client: DeskClient, request: IncomingMessage): Promise<Forwarded> => {
	const url = new URL(request.url ?? '/', client.origin)
	const { pathname } = url
	const { files } = client.bundle
	if (!isHere(request, client.origin)) return { ...none, status: 403 }
	if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return { ...none, status: 405 }
	if (isSame(pathname, `/open/${client.token}`)) return openBy(client)
	if (!hasToken(request, client.token))
		return refuse(403, 'Open the address that the program printed when it was started.')
	if (pathname === '/') return sendTo('/desk')
	const file = request.method === 'POST' || pathname === shellPath ? undefined : files.get(pathname)
	if (file) return give(file, types[extname(pathname)] ?? 'application/octet-stream')
	// Passkeys belong to the name of the server: there is nothing to ask about them here.
	if (!/^\/desk(?:\/|$)/u.test(pathname) || pathname.startsWith('/desk/auth/passkey/')) return none
	return askServer(client, request, url)
}

const write = (response: ServerResponse, { status, headers, body }: Forwarded, isHead: boolean): void => {
	const isShell = headers['content-type']?.startsWith('text/html') === true
	response.writeHead(status, {
		...Object.fromEntries(securityHeaders),
		'content-security-policy': isShell
			? `frame-ancestors 'none'; ${deskPolicy}`
			: "default-src 'none'; frame-ancestors 'none'; sandbox",
		'cache-control': 'no-store',
		'content-length': body.length,
		...headers,
	})
	response.end(isHead ? undefined : body)
}

/** Answers one request. Nothing of it is written down. */
export const answer = async (
	client: DeskClient,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> => {
	const isHead = request.method === 'HEAD'
	const got = await decide(client, request).catch(() => refuse(502, 'The server does not answer.'))
	try {
		write(response, got, isHead)
	} catch {
		response.destroy()
	}
}
