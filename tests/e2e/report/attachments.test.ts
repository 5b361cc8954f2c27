import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { asVisitor, onPage, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { goToFirstCase, makeKey, openReport } from '../../support/desk-work.ts'
import { fillReport, sendReport, waitForSteps } from '../../support/report-form.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'

/** A picture with a place in it, as a phone writes one: the place must not arrive. */
const drawShot = (page: Page): Promise<number[]> =>
	page.evaluate(async () => {
		const canvas = Object.assign(document.createElement('canvas'), { width: 720, height: 1280 })
		const context = canvas.getContext('2d')
		if (!context) return []
		context.fillStyle = '#2266aa'
		context.fillRect(100, 100, 500, 900)
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
		const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
		const secret = new TextEncoder().encode('Exif\0\0CANARY-GPS-33.97N')
		const head = [0xff, 0xd8, 0xff, 0xe1, 0, secret.length + 2]
		return [...head, ...secret, ...bytes.subarray(2)]
	})

/** Records for a second, hears it offered, and takes one screenshot along. */
const attach = async (page: Page): Promise<void> => {
	await page.getByRole('button', { name: 'بدء التسجيل' }).click()
	await expect.poll(() => page.locator('[data-clock]').innerText()).toMatch(/^0:0[1-9]$/u)
	await page.getByRole('button', { name: 'توقيف التسجيل' }).click()
	await page.locator('[data-player][src^="blob:"]').waitFor()
	const buffer = Buffer.from(await drawShot(page))
	await page.locator('[data-choose]').setInputFiles({ name: 'screen.jpg', mimeType: 'image/jpeg', buffer })
	await page.locator('[data-list] li').waitFor()
}

/** All that the page sends, as text. */
const listen = (page: Page): string[] => {
	const sent: string[] = []
	page.on('request', (request) => sent.push(request.postDataBuffer()?.toString('latin1') ?? ''))
	return sent
}

/** What a server says whose disk is full: nothing is lost in the page, and it can be tried again. */
const noRoom = { status: 503, contentType: 'application/json', body: '{"code":"attachments.full"}' }

const file = (origin: string): Promise<void> =>
	asVisitor(
		async (page) => {
			const sent = listen(page)
			const problems: string[] = []
			page.on('console', (message) => {
				if (/media-src|img-src|worker-src|microphone/u.test(message.text())) problems.push(message.text())
			})
			await page.goto('/ar/report')
			await waitForSteps(page)
			await fillReport(page, attach)
			await page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()
			await page.locator('[data-leaves-attached]').waitFor()
			expect(sent.filter((body) => body !== '')).toEqual([])
			await page.route('**/intake/attachments', (route) => route.fulfill(noRoom), { times: 1 })
			await page.getByRole('button', { name: 'إرسال', exact: true }).click()
			await page.getByRole('button', { name: 'إرسال كلامي وحده' }).waitFor()
			await sendReport(page, false)
			expect(problems).toEqual([])
			expect(sent.join()).not.toMatch(/CANARY|OpusHead|JFIF/u)
		},
		{ ...phone, baseURL: origin, permissions: ['microphone'] },
	)

test('a voice note and a screenshot are sealed, arrive with the report, and are opened by the desk step by step', async () => {
	const dataDir = await makeFilledFolder()
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir, {
		ATTACHMENTS: 'voice,screenshot',
	})
	await file(origin)
	expect(readdirSync(join(dataDir, 'attachments'))).toHaveLength(2)
	await asVisitor(
		async (page) => {
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			await goToFirstCase(page)
			await openReport(page)
			await page.getByRole('button', { name: 'Ouvrir et écouter l’enregistrement' }).click()
			const sound = page.locator('audio[src^="blob:"]')
			await sound.waitFor()
			await expect
				.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.readyState))
				.toBeGreaterThan(0)
			await page.getByRole('button', { name: 'Ouvrir l’image, grise et floue' }).click()
			const canvas = page.locator('canvas[aria-label]')
			const getWidth = () => canvas.evaluate((one: HTMLCanvasElement) => one.height)
			await expect.poll(getWidth).toBe(10)
			const isGrey = await canvas.evaluate((one: HTMLCanvasElement) => {
				const { data } = one.getContext('2d')?.getImageData(0, 0, one.width, one.height) ?? { data: [] }
				return [...data].every((value, at) => at % 4 !== 1 || value === data[at - 1])
			})
			expect(isGrey).toBe(true)
			for (const height of [24, 56]) {
				await page.getByRole('button', { name: 'Un degré plus net' }).click()
				await expect.poll(getWidth).toBe(height)
			}
			await page.reload()
			expect(await page.getByText('Image vue plus nette').count()).toBe(2)
			expect(await page.getByText('Fichier ouvert').count()).toBe(2)
		},
		{ baseURL: origin },
	)
})

test('where nothing is switched on, the page has nothing of it and the doors are not there', async () => {
	await onPage('/fr/report', async (page) => {
		const html = await page.content()
		expect(html).not.toMatch(/data-attach|data-voice|<audio|type="file"|\.jpeg|getUserMedia/u)
		const answer = await page.request.get('/fr/report')
		expect(answer.headers()['permissions-policy']).toContain('microphone=()')
		expect(answer.headers()['content-security-policy']).not.toContain('blob:')
		for (const method of ['GET', 'POST'])
			expect((await page.request.fetch('/intake/attachments', { method })).status()).toBe(404)
	})
})
