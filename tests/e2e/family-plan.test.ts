import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../support/browser.ts'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')

/** A child of nine to eleven, one Android phone, a box at home, YouTube. */
const fillForm = async (page: Page): Promise<void> => {
	const goOn = () => page.getByRole('link', { name: 'Suivant' }).click()
	await page.getByLabel('9-11 ans', { exact: true }).fill('1')
	await goOn()
	await page.getByLabel('Téléphone ou tablette Android', { exact: true }).fill('1')
	await goOn()
	await goOn()
	await page.getByLabel('YouTube', { exact: true }).check()
}
const makePlan = (page: Page): Promise<void> => page.getByRole('button', { name: 'Faire notre plan' }).click()
const waitForPlan = (page: Page): Promise<void> =>
	page.getByRole('heading', { level: 1, name: 'Ce soir' }).waitFor()
const stepOf = (page: Page, title: RegExp) => page.locator('[data-step]').filter({ hasText: title })

/** Waits until the script has taken the form over: before that the page says that choices are sent. */
const waitForIsland = (page: Page): Promise<void> =>
	page.getByText('Tout reste dans cet appareil', { exact: false }).waitFor()

const save = async (page: Page, name: string): Promise<string> => {
	const file = page.waitForEvent('download')
	await page.getByRole('button', { name }).or(page.getByRole('link', { name })).click()
	return await (await file).path()
}

test.each(withAndWithoutScript)(
	'a parent with an Android phone and a box goes from the form to one setting that they checked themselves, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr/tools/plan',
			async (page) => {
				if (javaScriptEnabled) await waitForIsland(page)
				else
					expect(await page.getByText('Sans JavaScript, vos choix', { exact: false }).isVisible()).toBe(true)
				await fillForm(page)
				await makePlan(page)
				await waitForPlan(page)
				expect(await page.locator('[data-step]:visible').count()).toBe(1)
				const dns = stepOf(page, /le filtre familial \(DNS privé\)/u)
				expect(await dns.locator('code').innerText()).toMatch(/^[a-z.-]+$/u)
				expect(await dns.locator('.plan-phone svg').isVisible()).toBe(true)
				expect(await page.locator('[data-beside]:visible').count()).toBe(0)
				// No page can see Private DNS: the plan says what to look at, and the tick says who looked.
				expect(await dns.getByRole('link', { name: /Vérifier/u }).count()).toBe(0)
				expect(await dns.getByText('le nom est affiché', { exact: false }).isVisible()).toBe(true)
				const done = dns.getByLabel('Fait', { exact: true })
				const verified = dns.getByLabel('Je l’ai vérifié moi-même', { exact: true })
				if (javaScriptEnabled) {
					await verified.check()
					expect(await done.isChecked()).toBe(true)
					const count = await page.locator('[data-step]').count()
					await page.getByText(`1 sur ${count} vérifiées par vous`).waitFor()
					expect(new URL(page.url()).pathname).toBe('/fr/tools/plan')
				} else {
					expect(new URL(page.url()).pathname).toBe('/fr/tools/plan/made')
					expect(await page.locator('input:visible').count()).toBe(0)
					expect(await dns.locator('.plan-box:visible').count()).toBe(2)
				}
			},
			{ ...phone, javaScriptEnabled },
		)
	},
	300_000,
)

test.each(['ar', 'fr', 'zgh'])(
	'the first step in %s stands beside a phone, and the name to type in one line of a small screen',
	async (lang) => {
		await onPage(
			`/${lang}/tools/plan/made?9-11=1&android=1&network=box`,
			async (page) => {
				const first = page.locator('[data-list="first"] [data-step="android-private-dns"]')
				expect(await first.locator('.plan-phone svg').isVisible()).toBe(true)
				expect(await page.locator('[data-beside]').count()).toBe(0)
				const name = first.locator('code')
				expect(await name.innerText()).toMatch(/^[a-z.-]{20,}$/u)
				const [lines, size] = await name.evaluate((code) => {
					const range = document.createRange()
					range.selectNodeContents(code)
					return [range.getClientRects().length, Number.parseFloat(getComputedStyle(code).fontSize)]
				})
				expect([lines, size >= 12]).toEqual([1, true])
				expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
			},
			{ ...phone, viewport: { width: 320, height: 640 }, javaScriptEnabled: false },
		)
	},
)

test('a step whose screen nobody has drawn stands beside the picture of its kind', async () => {
	await onPage(
		'/fr/tools/plan/made?9-11=1&iphone-ipad=1&network=box',
		async (page) => {
			expect(await page.locator('[data-list="first"] [data-step="apple-dns"]').count()).toBe(1)
			expect(await page.locator('[data-list="first"] .plan-phone').count()).toBe(0)
			expect(await page.locator('[data-beside="device"] img').count()).toBe(1)
		},
		{ ...phone, javaScriptEnabled: false },
	)
})

test('every link of a plan leads to a page that is there', async () => {
	await onPage(
		'/fr/tools/plan/made?9-11=1&android=1&iphone-ipad=1&linux=1&smart-tv=1&network=router&service=youtube',
		async (page) => {
			const links = await page
				.locator('[data-step] a')
				.evaluateAll((all) => all.map((a) => a.getAttribute('href')))
			for (const link of new Set(links.filter((href) => href?.startsWith('/'))))
				expect(`${link}: ${(await page.request.get(link ?? '')).status()}`).toBe(`${link}: 200`)
		},
		{ javaScriptEnabled: false },
	)
})

test('with JavaScript nothing of the family is sent, not even when the network is gone', async () => {
	await asVisitor(async (page) => {
		const asked: string[] = []
		page.on('request', (request) => asked.push(request.url()))
		await page.goto('/fr/tools/plan')
		await waitForIsland(page)
		const cards = page.waitForResponse('**/fr/tools/plan/cards.json')
		await fillForm(page)
		await cards
		await page.waitForLoadState('networkidle')
		await page.context().setOffline(true)
		const before = asked.length
		await makePlan(page)
		await waitForPlan(page)
		await stepOf(page, /DNS privé/u)
			.getByLabel('Je l’ai vérifié moi-même', { exact: true })
			.check()
		await save(page, 'Garder le plan')
		const dates = readFileSync(await save(page, 'Les dates dans mon agenda'), 'utf8')
		expect(dates).toContain('BEGIN:VCALENDAR')
		expect(dates).toMatch(/DTSTART;VALUE=DATE:20\d{6}/u)
		expect(asked.slice(before).filter((address) => !address.startsWith('blob:'))).toEqual([])
		expect(asked.filter((address) => /9-11|android=|service=|\/made/u.test(address))).toEqual([])
		expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
			0,
			0,
			'',
		])
	}, phone)
})

test('a kept plan opens without internet, asks for nothing, and opens here again with its ticks', async () => {
	const kept = await asVisitor(async (page) => {
		await page.goto('/fr/tools/plan')
		await waitForIsland(page)
		await fillForm(page)
		await makePlan(page)
		await waitForPlan(page)
		await stepOf(page, /DNS privé/u)
			.getByLabel('Je l’ai vérifié moi-même', { exact: true })
			.check()
		await page.getByText('Ce soir aussi').click()
		await stepOf(page, /Dix minutes/u)
			.getByLabel('Fait', { exact: true })
			.check()
		return readFileSync(await save(page, 'Garder le plan'))
	})
	expect(kept.length).toBeLessThan(100_000)
	await asVisitor(async (page) => {
		const asked: string[] = []
		page.on('request', (request) => asked.push(request.url()))
		await page.context().setOffline(true)
		await page.setContent(kept.toString())
		expect(await page.locator('.plan-box[data-on]').count()).toBe(3)
		expect(
			await page.getByText('family.cloudflare-dns.com').or(page.locator('code')).count(),
		).toBeGreaterThan(0)
		expect(asked).toEqual([])
	})
	await onPage('/ar/tools/plan', async (page) => {
		await page.getByText('كل شيء يبقى في هذا الجهاز', { exact: false }).waitFor()
		await page
			.locator('[data-open]')
			.setInputFiles({ name: 'thiqa-plan.html', mimeType: 'text/html', buffer: kept })
		await page.getByRole('heading', { level: 1, name: 'الليلة' }).waitFor()
		const dns = stepOf(page, /DNS/u).first()
		expect(await dns.getByLabel('تحققت منه بنفسي', { exact: true }).isChecked()).toBe(true)
		expect(await page.getByText(/: \P{L}*1\P{L}* من /u).count()).toBe(1)
	})
})

const block = (data: string): string =>
	`<!doctype html><script type="application/json" id="thiqa-family-plan">${data}</script>`
const evil = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script>'

test.each([
	['a page that only runs things', evil],
	[
		'markup where a step is named',
		block('{"kind":"thiqa-family-plan","day":"2026-11-25","ticks":{"<b>":"done"}}'),
	],
	[
		'10,000 devices',
		block(
			'{"kind":"thiqa-family-plan","day":"2026-11-25","ticks":{},"family":{"children":{"9-11":1},"devices":{"android":10000},"network":"box","services":[]}}',
		),
	],
	['a file of 300 KB', 'x'.repeat(300_000)],
	['bytes that are no text', Buffer.from([0, 255, 254, 13, 10, 0, 128])],
])('%s is refused as a kept plan, and nothing of it runs', async (_what, content) => {
	await onPage('/fr/tools/plan', async (page) => {
		await waitForIsland(page)
		const asked: string[] = []
		page.on('request', (request) => asked.push(request.url()))
		const file = { name: 'plan.html', mimeType: 'text/html', buffer: Buffer.from(content) }
		await page.locator('[data-open]').setInputFiles(file)
		await page
			.getByRole('alert')
			.filter({ hasText: /plan gardé/u })
			.waitFor()
		expect(await page.locator('[data-plan-sheet]').count()).toBe(0)
		expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
		expect(asked).toEqual([])
	})
})

test.each([
	['9-11=1&android=10000&network=box', /Un nombre est trop grand/u],
	['android=1&network=box', /au moins un enfant/u],
	[`9-11=1&network=box&service=${encodeURIComponent(evil)}`, /pas compris/u],
	[`9-11=1&network=box&${encodeURIComponent(evil)}=1`, /pas compris/u],
])('the address with %s is answered by the form and a sentence', async (query, sentence) => {
	const answer = await fetch(`${inject('origin')}/fr/tools/plan/made?${query}`)
	const text = await answer.text()
	expect(answer.status).toBe(200)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	expect(text.replaceAll('\u00a0', ' ')).toMatch(sentence)
	expect(text).not.toContain('globalThis.ran')
	for (const file of ['plan.pdf', 'plan.ics'])
		expect((await fetch(`${inject('origin')}/fr/tools/plan/${file}?${query}`)).status).toBe(400)
})

test('the sheet for the fridge and the dates come from the server without a script', async () => {
	const answers = '9-11=1&android=1&network=box&service=youtube'
	const pdf = await fetch(`${inject('origin')}/ar/tools/plan/plan.pdf?${answers}`)
	expect([pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
		'application/pdf',
		'no-store',
	])
	expect(
		Buffer.from(await pdf.arrayBuffer())
			.subarray(0, 5)
			.toString(),
	).toBe('%PDF-')
	const dates = await (await fetch(`${inject('origin')}/ar/tools/plan/plan.ics?${answers}`)).text()
	expect(dates.match(/BEGIN:VEVENT/gu)).toHaveLength(1)
})

test.each(['ar', 'fr', 'zgh'])('form and plan in %s keep nobody out, by all rules of axe', async (locale) => {
	const findViolations = async (page: Page): Promise<string[]> => {
		await page.evaluate(axe)
		const found = await page.evaluate((): Promise<AxeResults> =>
			(globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }).axe.run({
				resultTypes: ['violations'],
				rules: { 'target-size': { enabled: true } },
			}),
		)
		return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`)
	}
	await onPage(
		`/${locale}/tools/plan`,
		async (page) => {
			await page.locator('[data-add]').first().waitFor()
			expect(await findViolations(page)).toEqual([])
			await page.locator('#plan-9-11').fill('1')
			for (const question of ['devices', 'network', 'services']) {
				await page.locator('[data-plan-form] .button:visible').click()
				await page.locator(`#plan-${question}`).waitFor()
				expect(await findViolations(page)).toEqual([])
				if (question === 'devices') await page.locator('#plan-android').fill('1')
			}
			await page.locator('[data-plan-form] button.button').click()
			await page.locator('[data-plan-place] article').waitFor()
			expect(await findViolations(page)).toEqual([])
			const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
			expect(wider).toBeLessThanOrEqual(0)
		},
		phone,
	)
})

/** Words that stand on a screen, wherever they are seen. */
const countWords = (text: string): number => text.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length

const withoutScript = { ...phone, viewport: { width: 360, height: 640 }, javaScriptEnabled: false }
const chosen: Readonly<Record<string, string>> = {
	children: 'label[for="plan-9-11"]',
	devices: 'label[for="plan-android"]',
	network: 'label:has([value="box"])',
	services: 'label:has([value="youtube"])',
}

test.each(['ar', 'fr', 'zgh'])(
	'in %s one question stands on a screen with its way on, without script, and one step is the answer',
	async (locale) => {
		await onPage(
			`/${locale}/tools/plan`,
			async (page) => {
				let read = 0
				for (const [question, option] of Object.entries(chosen)) {
					const own = page.locator(`#plan-${question}`)
					await own.waitFor()
					expect(await page.locator('[data-plan-form] fieldset:visible').count()).toBe(1)
					expect(await own.locator('img').count()).toBe(1)
					if (question === 'children') await page.locator('#plan-9-11').fill('1')
					if (question === 'devices') await page.locator('#plan-android').fill('1')
					if (question === 'services') await page.locator(option).click()
					const goOn = own.locator('.plan-send .button')
					for (const part of [own.locator('legend'), own.locator(option), goOn])
						read += countWords(await part.innerText())
					// Seven apps are a list; everything else fits above the bar at the foot of a small phone.
					if (question !== 'services') {
						await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), `plan-${question}`)
						const { y = 0, height = 0 } = (await goOn.boundingBox()) ?? {}
						expect(y + height, question).toBeLessThanOrEqual(576)
					}
					await goOn.click()
				}
				await page.locator('.plan-first').waitFor()
				expect(await page.locator('[data-step]:visible').count()).toBe(1)
				read += countWords(await page.locator('h1').innerText())
				read += countWords(await page.locator('.plan-first').innerText())
				console.info(`walk (c) in ${locale}: ${read} words read`)
				// Tamazight writes its particles as words of their own.
				expect(read).toBeLessThanOrEqual(locale === 'zgh' ? 105 : 90)
			},
			withoutScript,
		)
	},
)

test('a nought stands in the middle of its place, and no control is the one of the browser', async () => {
	await onPage('/fr/tools/plan', async (page) => {
		await waitForIsland(page)
		const looks = await page.locator('[data-plan-form] input:not([type=file])').evaluateAll((inputs) =>
			inputs.map((input) => {
				const { appearance, textAlign, paddingInlineStart, paddingInlineEnd } = getComputedStyle(input)
				const isNumber = input.getAttribute('type') === 'number'
				const isCentred = textAlign === 'center' && paddingInlineStart === paddingInlineEnd
				return isNumber ? appearance === 'textfield' && isCentred : appearance === 'none'
			}),
		)
		expect(looks).toHaveLength(25)
		expect(looks.every(Boolean)).toBe(true)
	})
})
