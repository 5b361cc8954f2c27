import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createShells, type ShellPlan } from './page-shell.ts'

const make = (html: string, status = 200): Response =>
	new Response(html, {
		status,
		headers: { 'content-type': 'text/html', 'cache-control': 'no-store', etag: 'W/"1"' },
	})

const counted = () => {
	let count = 1
	return () => `token-${++count}`
}
const page = '<input value="token-1"><p>doors</p><i data-t="token-1" data-n="10:00:00"></i>'
const plan = (): ShellPlan => ({
	renewals: [
		['token-1', counted()],
		['10:00:00', () => '10:00:30'],
	],
})

test('a page is given again with new texts in all their places, the same one where it stands twice', async () => {
	const shells = createShells({ now: () => 0 })
	expect(await shells.find('a', undefined)).toBeUndefined()
	expect(await (await shells.keep('a', make(page), plan())).text()).toBe(page)
	const [first, second] = [await shells.find('a', undefined), await shells.find('a', undefined)]
	expect(await first?.response.text()).toBe(
		'<input value="token-2"><p>doors</p><i data-t="token-2" data-n="10:00:30"></i>',
	)
	expect(await second?.response.text()).toContain('token-3')
	expect(first?.response.headers.get('cache-control')).toBe('no-store')
	expect(first?.response.headers.get('etag')).toBeNull()
	expect(await shells.find('b', undefined)).toBeUndefined()
})

test('compressed it is the same page, and what is new is new', async () => {
	const shells = createShells({ now: () => 0 })
	await shells.keep('a', make(page), plan())
	for (const [encoding, open] of [
		['br', brotliDecompressSync],
		['gzip', gunzipSync],
	] as const) {
		const answer = (await shells.find('a', encoding))?.response
		const body = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer())
		expect(open(body).toString()).toMatch(/token-[23].*token-[23]/u)
		expect([answer?.headers.get('content-encoding'), answer?.headers.get('vary')]).toEqual([
			encoding,
			'accept-encoding',
		])
		expect(answer?.headers.get('content-length')).toBe(String(body.length))
	}
	await shells.keep('c', make('constant'), { renewals: [] })
	const again = [await shells.find('c', 'br'), await shells.find('c', 'br')]
	for (const answer of again.map((found) => found?.response))
		expect(
			brotliDecompressSync(Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer())).toString(),
		).toBe('constant')
})

test('what stays of it is soon compressed once: its new texts then stand between, and nobody waits for that', async () => {
	const shells = createShells({ now: () => 0 })
	const half = '<p>somebody who listens, at this hour</p>'.repeat(200)
	await shells.keep('a', make(`<input value="token-1">${half}`), { renewals: [['token-1', counted()]] })
	const ask = async (): Promise<Buffer> =>
		Buffer.from((await (await shells.find('a', 'br'))?.response.arrayBuffer()) ?? new ArrayBuffer())
	const first = await ask()
	expect(brotliDecompressSync(first).toString()).toContain('token-2')
	const isAround = async (): Promise<boolean> => (await ask()).includes('token-')
	await expect.poll(isAround).toBe(true)
	expect(brotliDecompressSync(await ask()).toString()).toMatch(/^<input value="token-\d"><p>/u)
})

test('it is made anew in the next minute, when its page says so, and when that cannot be told', async () => {
	let at = 0
	let still: () => Promise<boolean> = () => Promise.resolve(true)
	const shells = createShells({ now: () => at })
	await shells.keep('a', make(page), { ...plan(), isStill: () => still() })
	at = 59_999
	expect(await shells.find('a', undefined)).toBeDefined()
	still = () => Promise.resolve(false)
	expect(await shells.find('a', undefined)).toBeUndefined()
	still = () => Promise.reject(new Error('no key'))
	expect(await shells.find('a', undefined)).toBeUndefined()
	still = () => Promise.resolve(true)
	at = 60_000
	expect(await shells.find('a', undefined)).toBeUndefined()
})

test('what is no page, and a page without the text that must be new, is sent and not kept', async () => {
	const shells = createShells({ now: () => 0 })
	expect((await shells.keep('a', make('closed', 503), { renewals: [] })).status).toBe(503)
	expect(await shells.find('a', undefined)).toBeUndefined()
	await shells.keep('d', make(page), { ...plan(), mayRecord: true })
	expect((await shells.find('d', undefined))?.mayRecord).toBe(true)
	await shells.keep('b', make('no place for it'), plan())
	expect(await shells.find('b', undefined)).toBeUndefined()
})

test('a page that says how long it holds is kept so long, and not a moment longer', async () => {
	let time = 0
	const shells = createShells({ now: () => time })
	const hour = 3_600_000
	await shells.keep('long', make('until a door opens'), { renewals: [], until: new Date(hour) })
	await shells.keep('short', make('this minute'), { renewals: [] })
	time = hour - 1
	const long = await shells.find('long', undefined)
	expect(await long?.response.text()).toBe('until a door opens')
	expect(long?.staysUntil).toBeInstanceOf(Date)
	expect(await shells.find('short', undefined)).toBeUndefined()
	time = hour
	expect(await shells.find('long', undefined)).toBeUndefined()
})

test('the page that nobody asked for longest goes first when there are too many', async () => {
	const shells = createShells({ now: () => 0 })
	const keep = (key: string): Promise<Response> => shells.keep(key, make(key), { renewals: [] })
	await keep('first')
	await keep('second')
	await shells.find('first', undefined)
	for (let n = 0; n < 599; n++) await keep(`page ${n}`)
	expect(await shells.find('second', undefined)).toBeUndefined()
	expect(await shells.find('first', undefined)).toBeDefined()
})
