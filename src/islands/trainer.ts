/**
 * The page on which somebody with a link writes down sessions: works without network, keeps everything locked on the phone, sends each entry
 * until it has been answered. Without this script the page says what to do on paper.
 */
import { languages, toHex, type Language } from '#base'
import { writeRevision, type KeptSession } from '#domains/programme/sessions/phone'
import { saveFile } from '#ui/save-file'
import { fillForm, readForm, show, showMode, type Doing } from './trainer-page.ts'
import { openTrainerStore, type TrainerStore } from './trainer-store.ts'
import { alone, sendAll, type Sync } from './trainer-sync.ts'

const pages = [...document.querySelectorAll<HTMLElement>('[data-language]')]

const digest = async (text: string): Promise<string> =>
	toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/** Takes the link out of the address, where a bookmark or a look over the shoulder would find it, and keeps it locked. */
const keepToken = async (store: TrainerStore): Promise<void> => {
	const token = location.hash.slice(1)
	if (!/^[\w-]{22}$/u.test(token)) return
	await store.put('token', token)
	if (store.isKept) history.replaceState(null, '', '/t')
}

/** Berber of any country is the nearest to Tamazight that a browser names. */
const ofBrowser = (tag: string): Language | undefined => {
	const [first = ''] = tag.toLowerCase().split('-')
	return ['zgh', 'ber', 'tzm', 'shi', 'rif'].includes(first)
		? 'zgh'
		: languages.find((language) => language === first)
}

const chooseLanguage = (language: Language): void => {
	for (const page of pages) {
		page.hidden = page.dataset.language !== language
		if (page.hidden) continue
		document.documentElement.lang = page.lang
		document.documentElement.dir = page.dir
	}
	for (const button of document.querySelectorAll<HTMLElement>('[data-choose]'))
		button.setAttribute('aria-pressed', String(button.dataset.choose === language))
}

/** Keeps the page itself, so that it opens without network; the worker is the one of the website, for this address alone. */
const keepPage = async (): Promise<void> => {
	if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return
	// So that what is asked for later stands among the files of this page.
	await import('./trainer-carry.ts')
	const files = performance
		.getEntriesByType('resource')
		.map(({ name }) => new URL(name))
		.filter(({ origin, pathname }) => origin === location.origin && /^\/(?:_app\/|icon)/u.test(pathname))
		.map(({ pathname }) => pathname)
	const cache = await caches.open('field')
	await cache.addAll([...new Set(files)])
	const page = await fetch('/t?kept', { credentials: 'omit', cache: 'no-cache' })
	if (page.ok) await cache.put('/t', page)
	const needed = new Set(['/t', ...files])
	for (const request of await cache.keys())
		if (!needed.has(new URL(request.url).pathname)) await cache.delete(request)
	await navigator.serviceWorker.register('/service-worker.js', { scope: '/t', type: 'module' })
}

/** Everything that the page of a trainer can do, on what is kept. */
const openDesk = (store: TrainerStore) => {
	let sync: Sync = 'done'
	let edited: KeptSession | undefined
	const list = (): Promise<KeptSession[]> => store.list<KeptSession>('session:')
	const refresh = async (): Promise<void> => {
		const sessions = await list()
		for (const page of pages) show(page, sessions, { sync, doing })
	}
	const send = async (): Promise<void> => {
		sync = await sendAll(store)
		await refresh()
	}
	const write = async (id: string, values: KeptSession['values']): Promise<void> => {
		await alone(async () => {
			const known = await store.find<KeptSession>(`session:${id}`)
			const next = await writeRevision({ id, known }, { values, now: Date.now(), digest })
			await (next ? store.put(`session:${id}`, next) : store.remove(`session:${id}`))
		})
		await refresh()
		await send()
	}
	const setMode = (session: KeptSession | undefined): void => {
		edited = session
		for (const page of pages) {
			showMode(page, session !== undefined)
			const form = page.querySelector('form')
			if (form && session?.values) fillForm(form, session.values)
		}
	}
	const doing: Doing = {
		correct: (session) => {
			setMode(session)
			document.querySelector('[data-language]:not([hidden]) form')?.scrollIntoView()
		},
		'take-back': (session) => void write(session.id, null),
		carry: (session) => void import('./trainer-carry.ts').then((code) => openCarried(store, session, code)),
	}
	const take = async (form: HTMLFormElement): Promise<void> => {
		const known = edited
		const values = readForm(form, await list(), known?.values ?? undefined)
		setMode(undefined)
		keepChoices(form)
		await write(known?.id ?? crypto.randomUUID(), values)
	}
	return { refresh, send, setMode, take }
}

const start = async (): Promise<void> => {
	const store = await openTrainerStore()
	await keepToken(store)
	const desk = openDesk(store)
	for (const page of pages) {
		const form = page.querySelector('form')
		form?.addEventListener('submit', (event) => {
			event.preventDefault()
			void desk.take(form)
		})
		page.querySelector('[data-cancel]')?.addEventListener('click', () => {
			desk.setMode(undefined)
			void desk.refresh()
		})
		page.querySelector('[data-send]')?.addEventListener('click', () => void desk.send())
	}
	await showPage(store)
	await desk.refresh()
	addEventListener('online', () => void desk.send())
	await desk.send()
	await keepPage().catch(() => undefined)
}

/** The next session of the same person is like the last one; how many came is not. */
const keepChoices = (form: HTMLFormElement): void => {
	const band = form.elements.namedItem('band')
	if (band instanceof HTMLSelectElement) band.value = ''
	const follows = form.elements.namedItem('follows')
	if (follows instanceof HTMLSelectElement) follows.value = ''
}

const openCarried = async (
	store: TrainerStore,
	session: KeptSession,
	{ carry, drawCode }: typeof import('./trainer-carry.ts'),
): Promise<void> => {
	const place = document.querySelector<HTMLDialogElement>('[data-language]:not([hidden]) dialog')
	const recipient = await store.find<string>('recipient')
	const token = (await store.find<string>('token')) ?? ''
	const lines = recipient === undefined ? [] : await carry(session, { recipient, token })
	place?.querySelector('[data-codes]')?.replaceChildren(...lines.map(drawCode))
	for (const part of place?.querySelectorAll<HTMLElement>('[data-no-key]') ?? [])
		part.hidden = recipient !== undefined
	const file = place?.querySelector<HTMLButtonElement>('[data-file]')
	if (file) {
		file.hidden = recipient === undefined
		file.onclick = () => saveFile(`${lines.join('\n')}\n`, 'thiqa-session.txt')
	}
	const close = place?.querySelector<HTMLButtonElement>('[data-close]')
	if (close) close.onclick = () => place?.close()
	place?.showModal()
}

const showPage = async (store: TrainerStore): Promise<void> => {
	for (const note of document.querySelectorAll<HTMLElement>('[data-without-script]')) note.hidden = true
	const known = await store.find<Language>('language')
	chooseLanguage(known ?? navigator.languages.map(ofBrowser).find((one) => one !== undefined) ?? 'ar')
	for (const button of document.querySelectorAll<HTMLElement>('[data-choose]')) {
		button.hidden = false
		button.addEventListener('click', () => {
			const language = languages.find((one) => one === button.dataset.choose) ?? 'ar'
			void store.put('language', language)
			chooseLanguage(language)
		})
	}
	const hasToken = (await store.find<string>('token')) !== undefined
	for (const note of document.querySelectorAll<HTMLElement>('[data-no-link]')) note.hidden = hasToken
	for (const note of document.querySelectorAll<HTMLElement>('[data-no-store]')) note.hidden = store.isKept
}

void start()
