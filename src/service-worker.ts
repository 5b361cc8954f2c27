/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * Serves the pages that a visitor chose to keep (see islands/offline.ts) when there is no network; keeps nothing on its
 * own. The search page comes from the kept copy even with a network, so that a query stays on the phone.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope

/** The form for sessions of the programme: opens at once where the line is slow, and asks for a newer copy itself (see islands/trainer.ts). */
const isTrainerPage = ({ pathname, search }: URL): boolean => pathname === '/t' && search === ''

const isSearchPage = (url: URL): boolean => /^\/[a-z-]+\/search$/u.test(url.pathname)

const findKept = (path: string): Promise<Response | undefined> =>
	caches.match(path, { ignoreSearch: true, ignoreVary: true })

/**
 * What is shown without a network in place of a page that was not kept, like the result of the help finder, which is made
 * for each request: the page that a print or a view without vowel marks is made of, else the numbers to call, in any language that is kept.
 */
const findInstead = async ({ pathname }: URL): Promise<Response | undefined> => {
	const [, wanted = ''] = pathname.split('/')
	const kept = [...new Set((await caches.keys()).map((name) => name.replace(/^thiqa-[a-z]+-/u, '')))]
	const places = [
		...(/\/(?:print|plain)$/u.test(pathname) ? [pathname.replace(/\/[a-z]+$/u, '')] : []),
		...(pathname === '/' ? kept.map((locale) => `/${locale}`) : []),
		...[wanted, ...kept].map((locale) => `/${locale}/contacts`),
	]
	for (const place of places) {
		const page = await findKept(place)
		if (page) return page
	}
	return undefined
}

const fromNetwork = async (request: Request, kept: Response | undefined): Promise<Response> => {
	try {
		return await fetch(request)
	} catch (error) {
		const found = kept ?? (request.mode === 'navigate' ? await findInstead(new URL(request.url)) : undefined)
		if (found) return found
		throw error
	}
}

const answer = async (request: Request): Promise<Response> => {
	const url = new URL(request.url)
	const kept = await findKept(url.pathname)
	if (
		kept &&
		(isSearchPage(url) ||
			isTrainerPage(url) ||
			url.pathname.startsWith('/_app/immutable/') ||
			url.pathname.startsWith('/search-index/'))
	)
		return kept
	return fromNetwork(request, kept)
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
/** Report, mailbox and desk are never answered from what was kept: it could be a copy from an hour in which the server was not ours. */
const isSealed = (address: string): boolean =>
	/^\/(?:desk|[a-z-]+\/(?:report|mailbox))(?:\/|$)/u.test(new URL(address, worker.location.origin).pathname)

const isAnsweredHere = ({ method, url }: Request): boolean =>
	method === 'GET' && new URL(url).origin === worker.location.origin && !isSealed(url)

/**
 * Neither is code that one of them asks for. The page is asked and not the referrer, which is another file of code where code asks for more.
 * Where no page is known, as for code that a worker asks for, it may be theirs while one of them is open.
 */
const mayBeKept = async ({ request, clientId }: FetchEvent): Promise<boolean> => {
	// Where somebody goes from one of them to another page, the client is the page that is left.
	if (request.mode === 'navigate') return true
	const client = clientId === '' ? undefined : await worker.clients.get(clientId)
	const pages =
		client?.type === 'window'
			? [client]
			: await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
	return !pages.some(({ url }) => isSealed(url))
}

worker.addEventListener('fetch', (event) => {
	const { request } = event
	if (!isAnsweredHere(request)) return
	event.respondWith(mayBeKept(event).then((isKept) => (isKept ? answer(request) : fetch(request))))
})
