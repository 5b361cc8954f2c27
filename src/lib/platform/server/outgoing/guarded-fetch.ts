/** Requests to other machines, each by a list of hosts and by the address that its name has at that moment. Decision 076. */
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { GuardedFetchError } from './guarded-fetch-error.ts'
import { requestPinned, type PinnedRequest } from './pinned-request.ts'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'

export type GuardedFetchSettings = {
	/** True for a host that may be asked: a name in lower case without a last dot, or an address without brackets. Asked at each redirection, too. */
	allow: (host: string) => boolean
	/** Addresses of a name; left out: what the system says. */
	resolve?: (host: string) => Promise<readonly string[]>
	/** True in a demonstration and in tests only: this machine may be asked, in clear. */
	loopback?: boolean
	/** Bytes of one answer, unpacked; left out: 2 MiB. */
	mostBytes?: number
	/** Milliseconds for the whole, redirections counted in; left out: 20 seconds. */
	patience?: number
	/** Certificates (PEM) of authorities trusted in place of the system's. */
	authorities?: string
}

export type GuardedRequest = {
	method?: 'GET' | 'POST' | 'DELETE'
	headers?: Readonly<Record<string, string>>
	body?: string | Uint8Array
	signal?: AbortSignal
}

/** As `fetch`: the answer is whole when it comes, its `url` is empty. */
export type GuardedFetch = (url: string | URL, request?: GuardedRequest) => Promise<Response>

const mostRedirects = 3
const redirects: readonly number[] = [301, 302, 303, 307, 308]

const resolveBySystem = async (host: string): Promise<readonly string[]> =>
	(await lookup(host, { all: true })).map(({ address }) => address)

const orAborted = <Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> =>
	new Promise((resolve, reject) => {
		const stop = () => reject(new GuardedFetchError('time'))
		if (signal.aborted) return stop()
		signal.addEventListener('abort', stop, { once: true })
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
	})

/** The host as it is looked up and compared: no brackets, no last dot. A parsed URL has written every form of an IPv4 address out already. */
const toHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$|\.$/gu, '')

const findAddresses = async (
	url: URL,
	{ allow, resolve = resolveBySystem, loopback = false }: GuardedFetchSettings,
	signal: AbortSignal,
): Promise<readonly string[]> => {
	const host = toHost(url)
	const schemes = loopback ? ['https:', 'http:'] : ['https:']
	if (!schemes.includes(url.protocol) || url.username !== '' || url.password !== '')
		throw new GuardedFetchError('scheme')
	if (host === '' || !allow(host)) throw new GuardedFetchError('host')
	const looked = isIP(host) === 0 ? orAborted(resolve(host), signal) : Promise.resolve([host])
	const addresses = await looked.catch((error: unknown) => {
		throw error instanceof GuardedFetchError ? error : new GuardedFetchError('name')
	})
	if (addresses.length === 0) throw new GuardedFetchError('name')
	const isHere = loopback && addresses.every(isLoopbackAddress)
	// In clear to this machine alone. One bad address among good ones is no accident.
	if (!isHere && (url.protocol === 'http:' || !addresses.every(isPublicAddress)))
		throw new GuardedFetchError('address')
	return addresses
}

/** The address that an answer leads to: only a request that changes nothing is sent on. */
const findNext = (answer: Response, from: URL, method: string): URL | undefined => {
	const location = answer.headers.get('location')
	if (method !== 'GET' || location === null || !redirects.includes(answer.status)) return undefined
	const next = URL.parse(location, from)
	if (next) return next
	throw new GuardedFetchError('scheme')
}

/** Headers for another host: nothing that was meant for the first. */
const toStranger = (headers: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() === 'accept'))

/**
 * A `fetch` that asks only hosts that `allow` names, over https, at addresses of the public internet, and connects to the address that it
 * has checked. At most three redirections, each checked as the first, for GET only; another origin gets no header but `accept`.
 *
 * The function it gives throws GuardedFetchError, code `fetch.refused`; its `mayPass` says whether trying again makes sense.
 */
export const createGuardedFetch = (settings: GuardedFetchSettings): GuardedFetch => {
	const { mostBytes = 2_097_152, patience = 20_000, authorities } = settings
	return async (address, { method = 'GET', headers = {}, body, signal: stopped } = {}) => {
		const timeout = AbortSignal.timeout(patience)
		const signal = stopped ? AbortSignal.any([timeout, stopped]) : timeout
		let url = URL.parse(address)
		let said: PinnedRequest['headers'] = headers
		for (let hop = 0; hop <= mostRedirects; hop += 1) {
			if (!url) throw new GuardedFetchError('scheme')
			const addresses = await findAddresses(url, settings, signal)
			const request = { url, addresses, method, headers: said, body, signal, mostBytes, authorities }
			const answer = await requestPinned(request)
			const next = findNext(answer, url, method)
			if (!next) return answer
			if (next.origin !== url.origin) said = toStranger(said)
			url = next
		}
		throw new GuardedFetchError('redirects')
	}
}
