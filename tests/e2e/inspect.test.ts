/** Password check and link inspector: with and without JavaScript, by keyboard, without a network, and nothing leaves. */
import { encodeQR } from 'qr'
import { expect, inject, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../support/browser.ts'
import { tabTo } from '../support/focus.ts'

const answer = (page: Page) => page.locator('[data-answer]')
const heading = (page: Page) => page.locator('[data-answer] strong').first()

/** Everything the browser asks for from now on. */
const listen = (page: Page): string[] => {
	const asked: string[] = []
	page.context().on('request', (request) => asked.push(request.url()))
	return asked
}

/** Types the first character, so that the worker is fetched, and waits for its answer. */
const begin = async (page: Page, path: string, field: string): Promise<void> => {
	await page.goto(path)
	await page.locator(field).fill(field === '#link' ? 'example.org' : 'a')
	await heading(page).waitFor()
}

const write = async (page: Page, field: string, text: string, says: string): Promise<void> => {
	await page.locator(field).fill(text)
	await heading(page).filter({ hasText: says }).waitFor()
}

test.each(withAndWithoutScript)(
	'both pages explain $script how to judge by hand',
	async ({ javaScriptEnabled }) => {
		await asVisitor(
			async (page) => {
				await page.goto('/fr/tools/password')
				expect(await page.locator('main ol li').count()).toBe(5)
				expect(await page.locator('#password').isVisible()).toBe(javaScriptEnabled)
				expect(await page.locator('[data-without-script]').isVisible()).toBe(!javaScriptEnabled)
				await page.getByRole('link', { name: 'Où mène ce lien' }).click()
				await page.waitForURL('**/fr/tools/link')
				expect(await page.locator('main ol li').count()).toBe(6)
				expect(await page.locator('#link').isVisible()).toBe(javaScriptEnabled)
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test.each([
	['ar', 'محمد2008', 'تسقط في الحين'],
	['ar', 'wydad1937', 'تسقط في الحين'],
	['fr', 'soleil', 'Il tombe tout de suite'],
	['fr', 'tajine vélo pluie girafe', 'Il tient'],
	['en', 'kanbghik', 'It falls at once'],
	['zgh', 'ⴰⵣⵓⵍ', 'ⵔⴰⴷ ⵜⵔⵥ ⴷⵖⵉ'],
] as const)('in %s the password %j hears: %s', async (locale, password, says) => {
	await onPage(`/${locale}/tools/password`, async (page) => {
		await write(page, '#password', password, says)
		expect(await answer(page).locator('li').count()).toBeGreaterThan(1)
		expect(await answer(page).innerText()).not.toContain(password)
	})
})

test('a password can be judged with the keyboard alone, and shown', async () => {
	await onPage('/fr/tools/password', async (page) => {
		await tabTo(page, (stop) => stop.name === 'Montrer')
		await page.keyboard.press('Shift+Tab')
		await page.keyboard.type('azerty')
		await heading(page).filter({ hasText: 'Il tombe' }).waitFor()
		await page.keyboard.press('Tab')
		await page.keyboard.press('Enter')
		expect(await page.locator('#password').getAttribute('type')).toBe('text')
		expect(await page.getByRole('button', { name: 'Cacher' }).getAttribute('aria-pressed')).toBe('true')
	})
})

test('the lists of words are asked for at the first letter, not before, and nothing at all after that', async () => {
	await asVisitor(async (page) => {
		const asked = listen(page)
		await page.goto('/fr/tools/password', { waitUntil: 'networkidle' })
		expect(asked.filter((url) => url.includes('judge-password'))).toEqual([])
		await page.locator('#password').fill('z')
		await heading(page).waitFor()
		expect(asked.filter((url) => url.includes('judge-password'))).toHaveLength(1)
		asked.length = 0
		await page.locator('#password').pressSequentially('zmotsecret raja 0612345678', { delay: 20 })
		await heading(page).filter({ hasText: 'Il' }).waitFor()
		await page.waitForLoadState('networkidle')
		expect(asked).toEqual([])
	})
})

test('a link is inspected without asking anybody, and never opened', async () => {
	await asVisitor(async (page) => {
		await begin(page, '/fr/tools/link', '#link')
		const asked = listen(page)
		await write(page, '#link', 'https://www.facebook.com@evil.example/motsecret', 'piège')
		await write(page, '#link', 'http://127.0.0.1:1/motsecret.apk', 'inhabituel')
		await page.waitForLoadState('networkidle')
		expect(asked).toEqual([])
	})
})

test('nothing typed stays: no address, no storage, no field after Back', async () => {
	await asVisitor(async (page) => {
		await begin(page, '/fr/tools/password', '#password')
		await page.locator('#password').fill('motsecret')
		await page.goto('/fr/tools/link')
		await page.goBack()
		expect(await page.locator('#password').inputValue()).toBe('')
		expect(page.url()).toBe(`${inject('origin')}/fr/tools/password`)
		const kept = await page.evaluate(async () => [
			document.cookie.length,
			localStorage.length,
			sessionStorage.length,
			(await caches.keys()).length,
		])
		expect(kept).toEqual([0, 0, 0, 0])
	})
})

test.each([
	['/fr/tools/password', '#password', 'wydad1937', 'Il tombe'],
	['/fr/tools/link', '#link', 'https://cihbank.ma.evil.example/', 'piège'],
])('%s goes on working when the network is gone', async (path, field, text, says) => {
	await asVisitor(async (page) => {
		await begin(page, path, field)
		await page.context().setOffline(true)
		await write(page, field, text, says)
	})
})

test.each([
	['/fr/tools/password', '#password', 'Juge à la main'],
	['/fr/tools/link', '#link', 'Lis le lien à la main'],
])(
	'%s says how to go on by hand when the network was gone before the first letter',
	async (path, field, says) => {
		await asVisitor(async (page) => {
			await page.goto(path, { waitUntil: 'networkidle' })
			await page.context().setOffline(true)
			await page.locator(field).fill('https://example.org')
			await answer(page).filter({ hasText: says }).waitFor()
			await page.context().setOffline(false)
			await page.locator(field).fill('https://example.org/a')
			await heading(page).waitFor()
		})
	},
)

test.each([
	['ar', 'https://cihbank.ma.evil.example/login', 'فيه حيلة', 'evil.example'],
	['fr', 'https://аррӏе.com', 'Il y a un piège', 'аррӏе.com'],
	['en', 'Salam, your parcel: https://bit.ly/3abc .', 'Something unusual', 'bit.ly'],
	['zgh', 'https://www.2511.ma/', 'ⵓⵔ ⵏⵥⵕⵉ ⵡⴰⵍⵓ', '2511.ma'],
] as const)('in %s the link %j hears: %s', async (locale, link, says, owner) => {
	await onPage(`/${locale}/tools/link`, async (page) => {
		await write(page, '#link', link, says)
		expect(await page.locator('[data-answer] .owner').innerText()).toBe(owner)
		expect(await page.locator('[data-answer] .domain').first().innerText()).toBe(owner)
		expect(await answer(page).locator('li').count()).toBeGreaterThan(1)
	})
})

test('a link that holds mark-up is shown as letters and runs nothing', async () => {
	await asVisitor(async (page) => {
		const broken: string[] = []
		page.on('pageerror', (error) => broken.push(error.message))
		page.on('dialog', (dialog) => {
			broken.push(dialog.message())
			void dialog.dismiss()
		})
		await begin(page, '/fr/tools/link', '#link')
		const hostile = 'https://evil.example/"><img src=x onerror=alert(1)><script>alert(2)</script>'
		await write(page, '#link', hostile.replaceAll(' ', '%20'), 'piège')
		await write(page, '#link', 'javascript:alert(document.domain)//<b>', 'piège')
		expect(await answer(page).locator('img, script, b, iframe, a').count()).toBe(0)
		expect(broken).toEqual([])
	})
})

/** A QR code as a file from the phone. */
const toPicture = (text: string) => ({
	name: 'code.gif',
	mimeType: 'image/gif',
	buffer: Buffer.from(encodeQR(text, 'gif', { scale: 6, border: 4 })),
})

test('a QR code is read from a picture, in the page, and its link inspected', async () => {
	await asVisitor(async (page) => {
		await page.goto('/fr/tools/link', { waitUntil: 'networkidle' })
		await page.locator('#picture').setInputFiles(toPicture('https://www.facebook.com@evil.example/'))
		await heading(page).filter({ hasText: 'piège' }).waitFor()
		expect(await page.locator('#link').inputValue()).toBe('https://www.facebook.com@evil.example/')
		const asked = listen(page)
		await page.locator('#picture').setInputFiles(toPicture('سلام عليكم'))
		await answer(page).filter({ hasText: 'pas de lien' }).waitFor()
		expect(asked).toEqual([])
	})
})

/** 33 bytes that declare a picture of 50,000 by 50,000. */
const bomb = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c350080600000000000000', 'hex')

test.each([
	['a picture that is a bomb', { name: 'a.png', mimeType: 'image/png', buffer: bomb }, 'trop grande'],
	[
		'a file that is no picture',
		{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') },
		'pas une image',
	],
	[
		'a picture above 10 MB',
		{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
		'plus de 10 Mo',
	],
])('%s is refused in words, and the page goes on', async (_, file, says) => {
	await onPage('/fr/tools/link', async (page) => {
		await page.locator('#picture').setInputFiles(file)
		await answer(page).filter({ hasText: says }).waitFor()
		await write(page, '#link', 'https://faceb00k.com', 'piège')
	})
})

test('the empty field says nothing, and Clear empties it', async () => {
	await onPage('/en/tools/link', async (page) => {
		await write(page, '#link', 'https://evil.example:8443/', 'unusual')
		await page.getByRole('button', { name: 'Clear' }).click()
		expect(await page.locator('#link').inputValue()).toBe('')
		expect(await answer(page).innerText()).toBe('')
	})
})
