/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * Serves the pages that a visitor chose to keep (see islands/offline.ts) when there is no network; keeps nothing on its
 * own. The search page comes from the kept copy even with a network, so that a query stays on the phone.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope

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
			url.pathname.startsWith('/_app/immutable/') ||
			url.pathname.startsWith('/search-index/'))
	)
		return kept
	return fromNetwork(request, kept)
}

worker.addEventListener('install', () => void worker.skipWaiting())
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
	const { request } = event
	if (request.method === 'GET' && new URL(request.url).origin === worker.location.origin)
		event.respondWith(answer(request))
})
