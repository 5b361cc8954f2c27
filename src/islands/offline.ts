/** Cache of a language's pages; the service worker looks in every cache whose name starts so. */
const cacheName = (locale: string): string => `thiqa-pages-${locale}`

type Pack = { pages: string[]; search: string }

/** An address and what stood there: read to the end, so that keeping it later needs no network. */
type Copy = readonly [address: string, answer: Response]

const copy = async (address: string): Promise<Copy> => {
	const answer = await fetch(address, { credentials: 'omit' })
	if (!answer.ok) throw new Error(`fetching a page to keep: answered ${answer.status}, wanted 200`)
	const headers = new Headers(answer.headers)
	for (const name of ['content-encoding', 'content-length']) headers.delete(name)
	return [address, new Response(await answer.blob(), { headers })]
}

const copyAll = async (addresses: readonly string[]): Promise<Copy[]> => {
	const copies: Copy[] = []
	for (let from = 0; from < addresses.length; from += 6)
		copies.push(...(await Promise.all(addresses.slice(from, from + 6).map(copy))))
	return copies
}

const findFiles = async (pages: readonly Copy[]): Promise<string[]> => {
	const files: string[] = []
	for (const [, page] of pages) {
		const html = await page.clone().text()
		for (const match of html.matchAll(
			/(?:href|src)="(\/(?:_app\/|icon)[^"]+)"|url\(["']?(\/_app\/[^"')]+)/gu,
		))
			files.push(match[1] ?? match[2] ?? '')
	}
	return files
}

/** Keeps all of a language or nothing: what was kept before stays when the network breaks on the way. */
const keep = async (locale: string): Promise<void> => {
	const [, answer] = await copy(`/offline/${locale}.json`)
	const pack = (await answer.json()) as Pack
	const pages = await copyAll([...pack.pages, `/${locale}/search`])
	await import('./search-here.ts') // so that it stands among the files of this page that are kept
	const own = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name).pathname)
		.filter((name) => name.startsWith('/_app/'))
	const files = await copyAll([...new Set([...(await findFiles(pages)), ...own, pack.search])])
	const name = cacheName(locale)
	try {
		const cache = await caches.open(name)
		for (const [address, copied] of [...pages, ...files]) await cache.put(address, copied)
		await navigator.serviceWorker.register('/service-worker.js', { scope: '/', type: 'module' })
	} catch (error) {
		await caches.delete(name)
		throw error
	}
}

const forget = async (): Promise<void> => {
	for (const name of await caches.keys()) if (name.startsWith('thiqa-')) await caches.delete(name)
	for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister()
}

const measure = async (locale: string): Promise<{ pages: number; bytes: number }> => {
	if (!(await caches.has(cacheName(locale)))) return { pages: 0, bytes: 0 }
	const cache = await caches.open(cacheName(locale))
	let [pages, bytes] = [0, 0]
	for (const request of await cache.keys()) {
		const answer = await cache.match(request)
		if (answer?.headers.get('content-type')?.startsWith('text/html')) pages++
		bytes += (await answer?.arrayBuffer())?.byteLength ?? 0
	}
	return { pages, bytes }
}

/** Offline reading: only after the visitor asks; what is kept and its size are shown, and can be erased. */
export const startOffline = (): void => {
	const panel = document.querySelector<HTMLElement>('[data-offline]')
	if (!panel || !('serviceWorker' in navigator) || !('caches' in window)) return
	const {
		offline: locale = '',
		none = '',
		kept = '',
		working = '',
		failed = '',
		kb = '',
		mb = '',
	} = panel.dataset
	const state = panel.querySelector('[data-state]')
	const toSize = (bytes: number): string =>
		bytes < 1_000_000 ? `${Math.round(bytes / 1000)} ${kb}` : `${(bytes / 1_000_000).toFixed(1)} ${mb}`
	const say = (text: string): void => {
		if (state) state.textContent = text
	}
	const sayState = async (): Promise<void> => {
		const { pages, bytes } = await measure(locale)
		say(pages === 0 ? none : kept.replace('{pages}', String(pages)).replace('{size}', toSize(bytes)))
	}
	const run = async (work: () => Promise<void>): Promise<void> => {
		say(working)
		try {
			await work()
			await sayState()
		} catch {
			say(failed)
		}
	}
	panel.hidden = false
	panel.querySelector('[data-keep]')?.addEventListener('click', () => void run(() => keep(locale)))
	panel.querySelector('[data-forget]')?.addEventListener('click', () => void run(forget))
	void sayState()
}
