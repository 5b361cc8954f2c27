/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * Serves the pages that a visitor chose to keep (see islands/offline.ts) when there is no network; keeps nothing on its
 * own. The search page comes from the kept copy even with a network, so that a query stays on the phone.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope

const isSearchPage = (url: URL): boolean => /^\/[a-z-]+\/search$/u.test(url.pathname)

const fromNetwork = async (request: Request, kept: Response | undefined): Promise<Response> => {
	try {
		return await fetch(request)
	} catch (error) {
		if (kept) return kept
		throw error
	}
}

const answer = async (request: Request): Promise<Response> => {
	const url = new URL(request.url)
	const kept = await caches.match(request, { ignoreSearch: true, ignoreVary: true })
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
