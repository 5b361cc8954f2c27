/** Counting as a visitor meets it: which steps a browser tells of as arrivals, one tap on a page, what the page about it says, what is left behind. */
import { once } from 'node:events'
import { createServer, request, Agent, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { countedMark, createCounter, findCountedPage, isArrival } from '#domains/programme/counting'
import { findKey, loadStaticFiles, openDatabase, openPack, sendStaticFile } from '#platform'
import { countSent, setCounter } from '../../src/server/process/counting/counter.ts'
import { openCells } from '../../src/lib/domains/programme/counting/server/sealed-cells.ts'
import type { Tables } from '../../src/server/process/database.ts'
import { asVisitor, asVisitorWhoGoesBack } from '../support/browser.ts'
import { makeFolder } from '../support/child.ts'
import { findFreePort } from '../support/free-port.ts'
import { startProduct } from '../support/product.ts'
import { fillDataFolder } from '../support/ready-made.ts'

/** A server of the built pages that counts as the product does, with a counter that a test may look into, and one code. */
const startCounted = async () => {
	const facts = { provinces: ['MA-TAT'], regions: [], topics: [] }
	const counter = createCounter({ facts, zone: 'Africa/Casablanca' })
	setCounter(counter)
	const files = loadStaticFiles(
		[{ folder: 'build/client', immutable: '_app/immutable/' }, { folder: 'build/prerendered' }],
		openPack('build/files.br'),
	)
	const target = '/fr/parents/scams'
	const page = findCountedPage(target)
	const server = createServer((asked, response) => {
		if (sendStaticFile(files, asked, response)) return countSent(asked, response)
		const isCode = asked.url === '/q/TATA01'
		if (isCode && page && isArrival(asked.headers))
			counter.countCoded({ ...page, slot: 0, province: 'MA-TAT' })
		response.writeHead(isCode ? 303 : 404, {
			'cache-control': 'no-store',
			...(isCode ? { location: `${target}?${countedMark}` } : {}),
		})
		response.end()
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => {
		server.closeAllConnections()
		server.close()
	})
	const take = (): Record<string, number> =>
		Object.fromEntries(
			counter
				.takeSheets()
				.flatMap(({ cells, added }) =>
					cells.flatMap((name, at) => (added[at] ? [[name, added[at]] as const] : [])),
				),
		)
	return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, take }
}

/** Pages that a step added to, summed over their kinds. */
const countPages = (counted: Readonly<Record<string, number>>): number =>
	Object.entries(counted).reduce((sum, [name, count]) => (name.startsWith('page:') ? sum + count : sum), 0)

/** Follows a link in a page; any page of the server has it. */
const follow = async (page: Page, href: string): Promise<void> => {
	await page.evaluate((to) => {
		const link = document.createElement('a')
		link.href = to
		link.textContent = 'go'
		link.id = 'go'
		document.body.prepend(link)
	}, href)
	await page.locator('#go').click()
	await page.waitForURL((url) => url.href.startsWith(href) || url.pathname === href)
}

test('a typed address and a link from elsewhere are arrivals, a step within the site is none', async () => {
	const [ours, others] = [await startCounted(), createServer((_, response) => response.end('<p>other</p>'))]
	others.listen(0, '127.0.0.1')
	await once(others, 'listening')
	onTestFinished(() => void others.close())
	await asVisitor(async (page) => {
		await page.goto(`${ours.origin}/fr`)
		expect(ours.take()).toEqual({ 'page:front': 1, 'language:fr': 1 })
		await follow(page, '/fr/parents/scams')
		expect(ours.take()).toEqual({})
		// `localhost` and `127.0.0.1` are two sites.
		await page.goto(`http://localhost:${(others.address() as AddressInfo).port}/`).catch(() => undefined)
		await page.setContent(`<a id="out" href="${ours.origin}/ar/skills">go</a>`)
		await page.locator('#out').click()
		await page.waitForURL(`${ours.origin}/ar/skills`)
		expect(ours.take()).toEqual({ 'page:skills': 1, 'language:ar': 1 })
	})
})

test('in Chromium: a reload, Back out of memory, and Back where no page is kept', async () => {
	const { origin, take } = await startCounted()
	const begin = async (page: Page): Promise<number> => {
		await page.goto(`${origin}/fr/parents/scams`)
		expect(countPages(take())).toBe(1)
		await page.reload()
		const reloaded = countPages(take())
		await follow(page, '/fr/skills')
		expect(countPages(take())).toBe(0)
		await page.goBack({ waitUntil: 'commit' })
		await page.locator('h1').waitFor()
		return reloaded
	}
	await asVisitorWhoGoesBack(async (page) => {
		const reloaded = await begin(page)
		expect({ reloaded, back: countPages(take()) }).toEqual({ reloaded: 0, back: 0 })
	})
	await asVisitor(async (page) => {
		await begin(page)
		expect(countPages(take())).toBe(0)
	})
})

test('a code counts once, not a second time on its page', async () => {
	const { origin, take } = await startCounted()
	await asVisitor(async (page) => {
		await page.goto(`${origin}/q/TATA01`)
		expect(page.url()).toBe(`${origin}/fr/parents/scams?${countedMark}`)
		expect(take()).toEqual({
			'page:topics': 1,
			'language:fr': 1,
			'campaign:0': 1,
			'place:MA-TAT': 1,
		})
	})
})

test.each([true, false])('one tap says whether a page helped, with script: %s', async (javaScriptEnabled) => {
	await asVisitor(
		async (page) => {
			await page.goto('/fr/parents/scams')
			const thanks = page.locator('#thanked')
			expect(await thanks.isVisible()).toBe(false)
			await page.getByRole('button', { name: 'Un peu' }).click()
			await page.waitForURL((url) => url.hash === '#thanked')
			expect(new URL(page.url()).pathname).toBe('/fr/parents/scams')
			expect(await thanks.isVisible()).toBe(true)
		},
		{ javaScriptEnabled },
	)
})

test('a vote of another site, or on a page that is none, is refused', async () => {
	const origin = inject('origin')
	const post = (from: string, fields: Record<string, string>) =>
		fetch(`${origin}/fr/programme/helped`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: from },
			body: new URLSearchParams(fields),
		})
	expect((await post('https://other.example', { page: 'parents/scams', answer: 'yes' })).status).toBe(403)
	expect((await post(origin, { page: 'parents/nothing', answer: 'yes' })).status).toBe(400)
	expect((await post(origin, { page: '//other.example/scams', answer: 'yes' })).status).toBe(400)
	expect((await post(origin, { page: 'parents/scams', answer: 'perhaps' })).status).toBe(400)
	const plain = await post(origin, { page: 'children/bullying/plain', answer: 'no' })
	expect([plain.status, plain.headers.get('location')]).toEqual([303, '/fr/children/bullying/plain#thanked'])
})

test('the page says what this request added: one when somebody comes from outside, nothing on the way through the site', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/programme/counting')
		expect(await page.locator('[data-added]').getAttribute('data-added')).toBe('one')
		await page.goto('/fr/parents/scams')
		await page.locator('form').getByRole('link', { name: 'Que comptons-nous' }).click()
		await page.waitForURL(/\/programme\/counting$/u)
		expect(await page.locator('[data-added]').getAttribute('data-added')).toBe('none')
	})
	const again = await fetch(`${inject('origin')}/fr/programme/counting`)
	expect(again.headers.get('cache-control')).toBe('no-store')
})

test('a code that nobody knows leads to the front door, and is kept nowhere on the way', async () => {
	const answer = await fetch(`${inject('origin')}/q/ZZZZZZ`, { redirect: 'manual' })
	expect([answer.status, answer.headers.get('location'), answer.headers.get('cache-control')]).toEqual([
		303,
		'/',
		'no-store',
	])
	expect(await answer.text()).toBe('')
})

const agent = new Agent({ keepAlive: true, maxSockets: 32 })
const arrival: IncomingHttpHeaders = {
	'sec-fetch-mode': 'navigate',
	'sec-fetch-dest': 'document',
	'sec-fetch-site': 'none',
	'user-agent': 'canary-agent',
	'x-forwarded-for': '203.0.113.77',
	referer: 'https://canary.example/',
}
const arrive = (address: string): Promise<void> =>
	new Promise((resolve, reject) => {
		request(address, { agent, headers: arrival }, (answer) => answer.resume().on('end', () => resolve()))
			.on('error', reject)
			.end()
	})

test('what was counted is sealed away when the process is asked to end, and the log says nothing of who came', async () => {
	const dataDir = makeFolder()
	await fillDataFolder(dataDir)
	const product = startProduct({ DATA_DIR: dataDir, PORT: String(await findFreePort()), DATABASE_URL: '' })
	await product.ready()
	const arrivals = 2500
	await Promise.all(Array.from({ length: arrivals }, () => arrive(`${product.origin}/ar/skills`)))
	await arrive(`${product.origin}/q/CANARY`)
	await arrive(`${product.origin}/ar/help`)
	const { code, said } = await product.end('SIGTERM')
	expect(code).toBe(0)
	for (const canary of ['canary', '203.0.113', 'CANARY']) expect(said).not.toContain(canary)
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	onTestFinished(() => database.close())
	const rows = await database.kysely.selectFrom('counter_state').selectAll().orderBy('period').execute()
	expect(rows).toHaveLength(2)
	const key = await findKey(dataDir, 'counting')
	const [month] = rows
	const cells = key && month && openCells(key, month.period, month.sealed)
	const names = JSON.parse(month?.cells ?? '[]') as string[]
	const find = (name: string): number => cells?.values[names.indexOf(name)] ?? 0
	expect(Math.abs(find('page:skills') - arrivals)).toBeLessThan(2000)
	expect(Math.abs(find('language:fr')), 'noise alone').toBeLessThan(2000)
})
