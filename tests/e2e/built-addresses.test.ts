import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { inject, expect, test } from 'vitest'

const list = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))

const unpack = (path: string): Buffer => {
	const body = readFileSync(path)
	if (path.endsWith('.br')) return brotliDecompressSync(body)
	return path.endsWith('.gz') ? gunzipSync(body) : body
}

test('no built file names the address of the program that built it', () => {
	const files = [...list('build/prerendered'), ...list('build/client')]
	expect(files.length).toBeGreaterThan(1000)
	expect(files.filter((path) => unpack(path).includes('sveltekit-prerender'))).toEqual([])
})

test('no module of the server carries content: as text of a module it would stay in memory, twice', () => {
	const modules = list('build/server').filter((path) => path.endsWith('.js') && !path.includes('/workers/'))
	expect(modules.length).toBeGreaterThan(50)
	expect(modules.filter((path) => statSync(path).size > 1_400_000)).toEqual([])
})

test('no page without client code carries the marks of one', async () => {
	const pages = ['/fr', '/ar/report', '/fr/help/threatened/teen/today', '/zgh/search?q=photo']
	for (const page of pages)
		expect(await (await fetch(inject('origin') + page)).text(), page).not.toMatch(
			/<!--\[|<!--\]|<!---->|<link [^>]*disabled/u,
		)
})

test('security.txt names a contact and its own address, both the public ones', async () => {
	const text = await (await fetch(`${inject('origin')}/.well-known/security.txt`)).text()
	const sitemap = await (await fetch(`${inject('origin')}/sitemap.xml`)).text()
	const origin = /<loc>(https?:\/\/[^/<]+)/u.exec(sitemap)?.[1] ?? 'none'
	expect(text).toMatch(/^Contact: (?:mailto:|https?:\/\/|tel:)/mu)
	expect(text).toContain(`Canonical: ${origin}/.well-known/security.txt\n`)
})

test.each(['/fr/help/__data.json', '/%66r/help', '/fr%2Fhelp', '/%2ewell-known/security.txt', '/fr/help/'])(
	'%s is answered whole, though no browser of ours asks for it',
	async (path) => {
		const answer = await fetch(inject('origin') + path, { headers: { connection: 'close' } })
		expect((await answer.text()).length).toBeGreaterThan(0)
		expect(answer.status).toBeLessThan(500)
	},
)
