import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { Decrypter } from 'age-encryption'
import { answerReports, type OpenedReport } from '../../support/answer-reports.ts'
import { asVisitor, onPage, phone, withAndWithoutScript } from '../../support/browser.ts'
import { makeFolder } from '../../support/child.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct } from '../../support/product.ts'
import { fillReport, readDigits, sendReport, story, waitForSteps } from '../../support/report-form.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'

const start = async (dataDir: string) => {
	const product = startProduct({ PORT: String(await findFreePort()), DATA_DIR: dataDir })
	await product.ready()
	return product
}

/** Everything that the page sends, as text. */
const listenToPosts = (page: Page): string[] => {
	const sent: string[] = []
	page.on('request', (request) => {
		if (request.method() === 'POST') sent.push(request.postDataBuffer()?.toString('latin1') ?? '')
	})
	return sent
}

const openBox = async (page: Page, receipt: string): Promise<void> => {
	await page.getByRole('textbox', { name: 'الرقم السري' }).fill(receipt)
	await page.getByRole('button', { name: 'فتح الصندوق' }).click()
}

/** As on a phone that nobody has renewed since 2022: what browsers have learned since is not there. */
const growOld = async (page: Page): Promise<void> => {
	await page.addInitScript(() => {
		const younger: readonly (readonly [object, readonly string[]])[] = [
			[String.prototype, ['isWellFormed', 'toWellFormed']],
			[Array.prototype, ['toSorted', 'toReversed', 'toSpliced', 'with']],
			[Array, ['fromAsync']],
			[Object, ['groupBy']],
			[Map, ['groupBy']],
			[Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf']],
			[Promise, ['withResolvers', 'try']],
			[Uint8Array, ['fromBase64', 'fromHex']],
			[Uint8Array.prototype, ['toBase64', 'toHex']],
			[ArrayBuffer.prototype, ['transfer', 'transferToFixedLength']],
			[URL, ['canParse', 'parse']],
			[AbortSignal, ['any']],
			[globalThis, ['Iterator']],
		]
		for (const [owner, names] of younger) for (const name of names) Reflect.deleteProperty(owner, name)
	})
}

/** A page without script may not come back at once: the server wants to see that a person has taken some time. */
const takeTime = (isSealed: boolean): Promise<void> => wait(isSealed ? 0 : 10_500)

/**
 * What the page has sealed, with code of ours in the place of a part of the library, is a file like any other: the library opens it, and so
 * does the age program where it is there.
 */
const expectAgeOpens = async ({ sealed, identity }: OpenedReport): Promise<void> => {
	const decrypter = new Decrypter()
	decrypter.addIdentity(identity)
	expect(await decrypter.decrypt(sealed, 'text')).toContain(story.words)
	const key = join(makeFolder(), 'key')
	writeFileSync(key, `${identity}\n`, { mode: 0o600 })
	const { error, stdout } = spawnSync('age', ['-d', '-i', key], { input: sealed })
	if (!error) expect(stdout.toString()).toContain(story.words)
}

test.each([
	...withAndWithoutScript.map((way) => ({ ...way, isOld: false })),
	{ script: 'on a phone of 2022', javaScriptEnabled: true, isOld: true },
])(
	'a 15-year-old tells in Darija, keeps the receipt, the desk answers, and the answer is read, $script',
	async ({ javaScriptEnabled, isOld }) => {
		const folder = await makeFilledFolder()
		const answer = 'قرينا كلامك. ما غلطتيش. ما تخلص والو.'
		const options = { ...phone, javaScriptEnabled }
		const first = await start(folder)
		const { receipt, square } = await asVisitor(
			async (page) => {
				const sent = listenToPosts(page)
				if (isOld) await growOld(page)
				await page.goto('/ar/report')
				if (javaScriptEnabled) await waitForSteps(page)
				await fillReport(page)
				await page.getByLabel('من الساعة').selectOption('17')
				await page.getByLabel('إلى الساعة').selectOption('19')
				await takeTime(javaScriptEnabled)
				await sendReport(page, javaScriptEnabled)
				if (javaScriptEnabled) for (const body of sent) expect(body).not.toMatch(/CANARY|canary/u)
				const digits = await readDigits(page)
				await page.getByLabel('لنتأكد: الرقمان الأخيران').fill(digits.slice(-2))
				expect(await page.getByText('صحيح. رقمك معك.').isVisible()).toBe(true)
				await page.getByText('كل الأبواب', { exact: true }).click()
				const doors = page.locator('[data-door]:visible')
				const ids = await doors.evaluateAll((items) => items.map((item) => item.dataset.door))
				expect(ids).toEqual(expect.arrayContaining(['ncmec-takeitdown', 'e-blagh', 'police']))
				expect(ids).not.toContain('iwf-morocco')
				await page.getByText('نص للنسخ في باب آخر').click()
				expect(await page.getByLabel('نص للنسخ في باب آخر').inputValue()).toBe(
					[story.words, story.app, story.nickname].join('\n'),
				)
				const square = await page.getByRole('img', { name: 'الرقم نفسه', exact: false }).screenshot()
				return { receipt: digits, square }
			},
			{ ...options, baseURL: first.origin },
		)
		expect(receipt).toMatch(/^(?:\d{4} ){6}\d\d$/u)
		const { said } = await first.end('SIGTERM')
		expect(said).not.toMatch(/CANARY|canary\.account/u)
		const [opened] = await answerReports(folder, 'الجواب الأول', 'الثاني', 'الثالث', answer)
		expect(opened?.report.answers).toMatchObject({
			danger: 'no',
			who: 'teen',
			what: ['sexual-extortion'],
			words: story.words,
			wants: ['stop'],
			where: [{ kind: 'app', app: story.app, nickname: story.nickname }],
		})
		expect(opened?.sealedBy).toBe(javaScriptEnabled ? 'browser' : 'server')
		if (opened) await expectAgeOpens(opened)
		const second = await start(folder)
		await asVisitor(
			async (page) => {
				if (isOld) await growOld(page)
				await page.goto('/ar/mailbox')
				if (javaScriptEnabled) await page.getByText('الرقم يبقى في هاتفك', { exact: false }).waitFor()
				const photo = { name: 'photo.png', mimeType: 'image/png', buffer: square }
				if (javaScriptEnabled) await page.getByLabel('أو صورة للمربع').setInputFiles(photo)
				else {
					// Typed as on an Arabic keyboard.
					const typed = receipt.replace(/\d/gu, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '')
					await openBox(page, typed)
				}
				await page.getByText(answer).waitFor()
				expect(await page.getByText('من الفريق، والتوقيع صحيح').first().isVisible()).toBe(true)
				expect(await page.getByText('17:00 – 19:00').isVisible()).toBe(true)
				expect(await page.getByText('الجواب الأول').count()).toBe(0)
				await page.getByRole('button', { name: 'أجوبة أقدم' }).click()
				await page.getByText('الجواب الأول').waitFor()
				expect(await page.getByRole('button', { name: 'أجوبة أقدم' }).isVisible()).toBe(false)
				expect(await page.getByText('قرأها الفريق ويعمل عليها.').isVisible()).toBe(true)
				await page.getByRole('textbox', { name: 'كتابة للفريق مرة أخرى' }).fill('choukran CANARY-7f3a')
				await page.getByLabel('من الساعة').selectOption('8')
				await page.getByLabel('إلى الساعة').selectOption('9')
				await page.getByRole('button', { name: 'إرسال إلى الفريق' }).click()
				await page.getByText('وصلت رسالتك. الجواب').waitFor()
				if (javaScriptEnabled) expect(await page.getByText('8:00 – 9:00').isVisible()).toBe(true)
			},
			{ ...options, baseURL: second.origin },
		)
	},
	120_000,
)

test.each(withAndWithoutScript)(
	'a receipt that nobody has is told nothing, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/ar/mailbox',
			async (page) => {
				if (javaScriptEnabled) await page.getByText('الرقم يبقى في هاتفك', { exact: false }).waitFor()
				await openBox(page, '0000 0000 0000 0000 0000 0000 98')
				await page.getByRole('heading', { name: /لا يوجد جواب بعد/u }).waitFor()
			},
			{ javaScriptEnabled },
		)
	},
)

test('a slip in the receipt is told before anything is asked', async () => {
	await onPage('/ar/mailbox', async (page) => {
		await page.getByText('الرقم يبقى في هاتفك', { exact: false }).waitFor()
		const sent = listenToPosts(page)
		await openBox(page, '0000 0000 0000 0000 0000 0000 97')
		await page.getByRole('alert').getByText('في الرقم خطأ صغير', { exact: false }).waitFor()
		expect(sent).toEqual([])
	})
})

test('Back goes one question back and keeps what was written, with script', async () => {
	await onPage('/ar/report', async (page) => {
		await waitForSteps(page)
		await fillReport(page)
		await page.goBack()
		expect(await page.locator('#ask-wants').isVisible()).toBe(true)
		await page.goBack()
		expect(await page.getByRole('textbox', { name: 'الحكاية بكلماتي' }).inputValue()).toBe(story.words)
		expect(new URL(page.url()).hash).toBe('')
	})
})

test('Back and forward keep what was written, without script', async () => {
	await onPage(
		'/ar/report',
		async (page) => {
			await fillReport(page)
			await page.goBack()
			await page.goBack()
			expect(await page.getByRole('textbox', { name: 'الحكاية بكلماتي' }).inputValue()).toBe(story.words)
			await page.goForward()
			expect(await page.locator('#ask-wants').isVisible()).toBe(true)
		},
		{ javaScriptEnabled: false },
	)
})
