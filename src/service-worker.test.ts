import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const origin = 'https://thiqa.example'
type OpenedPage = { id: string; type: 'window' | 'worker'; url: string }

/** Runs the worker in a browser of the given pages and workers; answers where a file of code comes from. */
const askFrom = async (
	opened: readonly OpenedPage[],
	clientId: string,
	mode = 'no-cors',
): Promise<string> => {
	let handle: (event: unknown) => void = () => undefined
	vi.stubGlobal('location', new URL(origin))
	vi.stubGlobal('addEventListener', (name: string, handler: typeof handle) => {
		if (name === 'fetch') handle = handler
	})
	vi.stubGlobal('caches', { match: () => Promise.resolve('kept') })
	vi.stubGlobal('fetch', () => Promise.resolve('network'))
	vi.stubGlobal('clients', {
		get: (id: string) => Promise.resolve(opened.find((one) => one.id === id)),
		matchAll: () => Promise.resolve(opened.filter(({ type }) => type === 'window')),
	})
	await vi.importActual('./service-worker.ts')
	const request = { method: 'GET', url: `${origin}/_app/immutable/workers/some.js`, mode }
	return new Promise((resolve) => handle({ request, clientId, respondWith: resolve }))
}

beforeEach(() => void vi.resetModules())
afterEach(() => void vi.unstubAllGlobals())

const help = { id: 'help', type: 'window', url: `${origin}/ar/help` } as const
const desk = { id: 'desk', type: 'window', url: `${origin}/desk/keys` } as const
const report = { id: 'report', type: 'window', url: `${origin}/fr/report` } as const
const mailbox = { id: 'mailbox', type: 'window', url: `${origin}/zgh/mailbox` } as const
const thread = {
	id: 'thread',
	type: 'worker',
	url: `${origin}/_app/immutable/workers/argon2-worker.js`,
} as const

test.each([desk, report, mailbox])('code of $id comes from the network', async (page) => {
	expect(await askFrom([help, page], page.id)).toBe('network')
})

test('code of another page comes from what was kept, also beside a sealed one', async () => {
	expect(await askFrom([help, desk], 'help')).toBe('kept')
})

test.each([
	['a worker', 'thread'],
	['nobody known', ''],
	['somebody who has gone', 'gone'],
])(
	'code that %s asks for comes from the network while a sealed page is open, and else from what was kept',
	async (_, id) => {
		expect(await askFrom([help, desk, thread], id)).toBe('network')
		vi.resetModules()
		expect(await askFrom([help, thread], id)).toBe('kept')
	},
)

test('a page that somebody goes to from a sealed one may be a kept one', async () => {
	expect(await askFrom([desk], 'desk', 'navigate')).toBe('kept')
})
