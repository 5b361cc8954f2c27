import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, onPage } from '../../support/browser.ts'
import { fillReport, story, waitForSteps } from '../../support/report-form.ts'

/** Everything that asks the server to take something. */
const listenToPosts = (page: Page): string[] => {
	const sent: string[] = []
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(request.url())
	})
	return sent
}
const pressSeal = (page: Page): Promise<void> =>
	page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()

test('when sealing fails the words stay, nothing leaves, and the other way says what it is', async () => {
	await asVisitor(async (page) => {
		const sent = listenToPosts(page)
		await page.addInitScript(() => {
			crypto.getRandomValues = () => {
				throw new Error('no randomness on this device')
			}
		})
		await page.goto('/ar/report')
		await waitForSteps(page)
		await fillReport(page)
		await pressSeal(page)
		await page.getByRole('alert').getByText('لم يستطع هاتفك إغلاق الرسالة', { exact: false }).waitFor()
		expect(sent).toEqual([])
		expect(await page.getByRole('button', { name: 'إرسال ليغلقها خادمنا عند الوصول' }).isVisible()).toBe(true)
		for (const question of ['wants', 'words']) {
			await page.goBack()
			await page.locator(`#ask-${question}.now`).waitFor()
		}
		expect(await page.getByRole('textbox', { name: 'الحكاية بكلماتي' }).inputValue()).toBe(story.words)
	})
})

test('Back pressed twice at once stays in the page; Back at the start leaves it, with one press', async () => {
	await onPage('/ar/privacy', async (page) => {
		await page.goto('/ar/report')
		await waitForSteps(page)
		for (let round = 0; round < 3; round++) {
			await fillReport(page)
			await Promise.all([page.goBack(), page.goBack()])
			await page.locator('#ask-reader.now').waitFor({ state: 'hidden' })
			for (let press = 0; press < 8 && !(await page.locator('#start.now').isVisible()); press++) {
				const question = await page.locator('.step.now').getAttribute('id')
				await page.goBack()
				await page.locator(`#${question}.now`).waitFor({ state: 'hidden' })
			}
		}
		await page.waitForFunction(() => history.state === null)
		await page.goBack()
		expect(page.url()).toContain('/ar/privacy')
	})
})

test('a key that the root has not signed is refused, and nothing leaves', async () => {
	await onPage('/ar/report', async (page) => {
		await waitForSteps(page)
		const sent = listenToPosts(page)
		await page.locator('form[data-record]').evaluate((form: HTMLFormElement) => {
			form.dataset.record = form.dataset.record?.replace(/age1\w{8}/u, 'age1qqqqqqqq') ?? ''
		})
		await fillReport(page)
		await pressSeal(page)
		await page.getByRole('alert').getByText('فوجده غير صحيح', { exact: false }).waitFor()
		expect(sent).toEqual([])
	})
})

test('when an answer is lost on the way and the words are changed, nothing is taken for what came first', async () => {
	await onPage('/ar/report', async (page) => {
		await waitForSteps(page)
		await fillReport(page)
		await pressSeal(page)
		const statuses: number[] = []
		await page.route('**/intake/reports', (route) => route.fetch().then(() => route.abort()), { times: 1 })
		const press = () => page.getByRole('button', { name: 'إرسال', exact: true }).click()
		await press()
		await page.getByRole('alert').getByText('لا توجد شبكة الآن', { exact: false }).waitFor()
		page.on('response', (answer) => {
			if (answer.url().endsWith('/intake/reports')) statuses.push(answer.status())
		})
		await page.locator('textarea[name="words"]').evaluate((words: HTMLTextAreaElement) => {
			words.value = 'tbeddel lkalam'
			words.dispatchEvent(new Event('input', { bubbles: true }))
		})
		await pressSeal(page)
		await press()
		await page.getByRole('alert').getByText('وصلت من قبل', { exact: false }).waitFor()
		await pressSeal(page)
		await press()
		await page.getByRole('heading', { name: /وصلت رسالتك/u }).waitFor()
		expect(statuses).toEqual([409, 201])
	})
})

test('a browser without WebCrypto gets the form that says what the server does', async () => {
	await asVisitor(async (page) => {
		await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }))
		await page.goto('/ar/report', { waitUntil: 'networkidle' })
		expect(await page.locator('form.live').count()).toBe(0)
		await fillReport(page)
		expect(await page.getByText('متصفحك لا يغلق الرسالة بنفسه').isVisible()).toBe(true)
		expect(await page.getByRole('button', { name: 'إرسال', exact: true }).isVisible()).toBe(true)
	})
})

test('without a network the sealed report waits, and goes when the network is back', async () => {
	await asVisitor(async (page) => {
		await page.goto('/ar/report')
		await waitForSteps(page)
		await fillReport(page)
		await pressSeal(page)
		await page.getByRole('heading', { name: 'هذا كل ما سيخرج من هاتفك' }).waitFor()
		await page.route('**/intake/reports', (route) => route.abort())
		await page.getByRole('button', { name: 'إرسال', exact: true }).click()
		await page.getByRole('alert').getByText('لا توجد شبكة الآن', { exact: false }).waitFor()
		await page.unroute('**/intake/reports')
		await page.getByRole('button', { name: 'إرسال', exact: true }).click()
		await page.getByRole('heading', { name: /وصلت رسالتك/u }).waitFor()
	})
})

test('who writes nothing and chooses nothing is asked for one word', async () => {
	await onPage('/ar/report', async (page) => {
		await waitForSteps(page)
		await page.locator('#start').getByRole('link', { name: 'البداية' }).click()
		for (let step = 0; step < 6; step++)
			await page.locator('.step:visible').getByRole('link', { name: 'التالي', exact: true }).click()
		await pressSeal(page)
		await page.getByRole('alert').getByText('كلمة واحدة على الأقل', { exact: false }).waitFor()
	})
})

test('inside another app the child is shown the way to a real browser', async () => {
	await onPage(
		'/fr/report',
		async (page) => {
			expect(await page.getByRole('heading', { name: 'Tu es dans WhatsApp' }).isVisible()).toBe(true)
			expect(await page.getByText('Touche les trois points', { exact: false }).isVisible()).toBe(true)
			await page.getByText('Ou copie cette adresse', { exact: false }).click()
			expect(await page.locator('code').first().innerText()).toContain('/fr/report')
		},
		{
			javaScriptEnabled: false,
			userAgent:
				'Mozilla/5.0 (Linux; Android 13; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 WhatsApp/2.23',
		},
	)
})

test('without script a form that comes back at once keeps every answer', async () => {
	await onPage(
		'/ar/report',
		async (page) => {
			await fillReport(page)
			await page.getByRole('button', { name: 'إرسال', exact: true }).click()
			await page.getByRole('alert').getByText('وصلت الرسالة بسرعة كبيرة', { exact: false }).waitFor()
			expect(await page.locator('textarea[name="words"]').inputValue()).toBe(story.words)
			expect(await page.locator('input[name="nickname"]').inputValue()).toBe(story.nickname)
			expect(await page.locator('input[value="sexual-extortion"]').isChecked()).toBe(true)
		},
		{ javaScriptEnabled: false },
	)
})
