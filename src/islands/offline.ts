/** Data of a panel: its cache (the service worker looks in every cache of ours) and where its list of pages is. */
type Shelf = { cache: string; list: string }

type Pack = { pages: string[]; search?: string[] }

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
			/(?:href|src)="(\/(?:_app\/|icon|scenes\/)[^"#]+)|url\(["']?(\/_app\/[^"')]+)/gu,
		))
			files.push(match[1] ?? match[2] ?? '')
	}
	return files
}

/** Keeps all of a language or nothing: what was kept before stays when the network breaks on the way. */
const keep = async ({ cache: name, list }: Shelf): Promise<void> => {
	const [, answer] = await copy(list)
	const pack = (await answer.json()) as Pack
	const pages = await copyAll(pack.pages)
	await import('./search-here.ts') // so that it stands among the files of this page that are kept
	const own = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name).pathname)
		.filter((name) => name.startsWith('/_app/'))
	const files = await copyAll([...new Set([...(await findFiles(pages)), ...own, ...(pack.search ?? [])])])
	try {
		const cache = await caches.open(name)
		for (const [address, copied] of [...pages, ...files]) await cache.put(address, copied)
		await navigator.serviceWorker.register('/service-worker.js', { scope: '/', type: 'module' })
	} catch (error) {
		await caches.delete(name)
		throw error
	}
}

const forget = async ({ cache: name }: Shelf): Promise<void> => {
	await caches.delete(name)
	const kept = await caches.keys()
	if (kept.some((other) => other.startsWith('thiqa-'))) return
	for (const registration of await navigator.serviceWorker.getRegistrations())
		// That of the form for sessions has its own pages, and what waits on them.
		if (new URL(registration.scope).pathname === '/') await registration.unregister()
}

const measure = async ({ cache: name }: Shelf): Promise<{ pages: number; bytes: number }> => {
	if (!(await caches.has(name))) return { pages: 0, bytes: 0 }
	const cache = await caches.open(name)
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
	if (!('serviceWorker' in navigator) || !('caches' in window)) return
	for (const panel of document.querySelectorAll<HTMLElement>('[data-offline]')) startPanel(panel)
}

const startPanel = (panel: HTMLElement): void => {
	const {
		offline = '',
		list = '',
		none = '',
		kept = '',
		working = '',
		failed = '',
		kb = '',
		mb = '',
	} = panel.dataset
	const shelf: Shelf = { cache: offline, list }
	const state = panel.querySelector('[data-state]')
	const toSize = (bytes: number): string =>
		bytes < 1_000_000 ? `${Math.round(bytes / 1000)} ${kb}` : `${(bytes / 1_000_000).toFixed(1)} ${mb}`
	const say = (text: string): void => {
		if (state) state.textContent = text
	}
	const sayState = async (): Promise<void> => {
		const { pages, bytes } = await measure(shelf)
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
	panel.querySelector('[data-keep]')?.addEventListener('click', () => void run(() => keep(shelf)))
	panel.querySelector('[data-forget]')?.addEventListener('click', () => void run(() => forget(shelf)))
	void sayState()
}
