import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ICAL from 'ical.js'
import { expect, inject, onTestFinished, test } from 'vitest'
import { isInstalled, readPdf } from '../support/pdf.ts'
import { skills } from '../support/skills-content.ts'
import { onPage, phone, withAndWithoutScript } from '../support/browser.ts'

const getRight = (topic: string, form: 'a' | 'b'): readonly string[] =>
	skills.quizzes.find((quiz) => quiz.topic === topic)?.right[form] ?? []

const toAnswers = (topic: string, form: 'a' | 'b', right = 5): string => {
	const answers = getRight(topic, form).map((letter, index) =>
		index < right ? letter : letter === 'a' ? 'b' : 'a',
	)
	return new URLSearchParams(answers.map((letter, index) => [`q${index + 1}`, letter])).toString()
}

test.each(withAndWithoutScript)(
	'a child answers, reads why at once, sees what is mastered and what to practise, $script',
	async ({ javaScriptEnabled }) => {
		await onPage(
			'/fr/skills/quiz/passwords/a',
			async (page) => {
				const requests: string[] = []
				page.on('request', (request) => {
					if (!request.url().endsWith('/icon.svg')) requests.push(request.url())
				})
				const right = getRight('passwords', 'a')
				const because = page.locator('.because:visible')
				expect(await because.count()).toBe(0)
				for (const [index, letter] of right.entries())
					await page
						.locator(
							`input[name="q${index + 1}"][value="${index === 4 ? 'abc'.replace(letter, '')[0] : letter}"]`,
						)
						.check()
				expect(await because.count()).toBe(5)
				expect(requests, 'an answer was sent before it was asked for').toEqual([])
				await page.locator('input[name="s1"][value="yes"]').check()
				await page.getByRole('button', { name: 'Voir où j’en suis' }).click()
				await page.waitForURL('**/result?*')
				expect(await page.locator('.score').innerText()).toContain('4 sur 5')
				expect(await page.locator('ul.can li').count()).toBe(4)
				expect(await page.locator('main').innerText()).toContain('1 sur 3')
			},
			{ ...phone, javaScriptEnabled },
		)
	},
)

test('the quiz on dark thoughts counts nothing, gives no certificate and shows the numbers first', async () => {
	await onPage('/fr/skills/quiz/self-harm/a', async (page) => {
		expect(await page.locator('a[href="tel:19"]').count()).toBeGreaterThan(0)
		expect(await page.locator('.count').count()).toBe(0)
	})
	const answers = toAnswers('self-harm', 'a')
	await onPage(`/fr/skills/quiz/self-harm/a/result?${answers}`, async (page) => {
		expect(await page.locator('h1').innerText()).not.toMatch(/\d/u)
		expect(await page.locator('.score').count()).toBe(0)
		expect(await page.locator('a[href*="certificate.pdf"]').count()).toBe(0)
	})
	const pdf = await fetch(`${inject('origin')}/fr/skills/quiz/self-harm/a/certificate.pdf?${answers}`)
	expect(pdf.status).toBe(409)
})

test('a calendar file brings one back after a day, a week, four and eight weeks, and says nothing on a sensitive topic', async () => {
	const read = async (topic: string): Promise<ICAL.Event[]> => {
		const text = await (await fetch(`${inject('origin')}/fr/skills/quiz/${topic}/return.ics`)).text()
		return new ICAL.Component(ICAL.parse(text) as unknown[])
			.getAllSubcomponents('vevent')
			.map((component) => new ICAL.Event(component))
	}
	const events = await read('passwords')
	const days = events.map(({ startDate }) => startDate.toJSDate().getTime() / 86_400_000)
	expect(days.map((day) => Math.round(day - (days[0] ?? 0)))).toEqual([0, 6, 27, 55])
	for (const { summary } of await read('sexual-extortion')) expect(summary).toBe('Cinq minutes')
})

test.for(['ar', 'fr', 'zgh', 'en'])(
	'a certificate in %s is tagged, readable, and its code holds',
	async (lang, { skip }) => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-certificate-'))
		onTestFinished(() => rmSync(folder, { recursive: true }))
		const answer = await fetch(
			`${inject('origin')}/${lang}/skills/quiz/bullying/b/certificate.pdf?${toAnswers('bullying', 'b', 4)}`,
		)
		expect(answer.status).toBe(200)
		expect(answer.headers.get('cache-control')).toBe('no-store')
		skip(!isInstalled('pdfinfo'), 'no poppler-utils: the text and the code are not read')
		const { info, text, code } = readPdf(Buffer.from(await answer.arrayBuffer()), folder)
		expect(info).toMatch(/Tagged:\s+yes/u)
		expect(text.length).toBeGreaterThan(80)
		expect(code).toMatch(/T1\.bullying\.b\.4-5\.\d{8}\./u)
		await onPage(
			`/${lang}/skills/certificate?code=${encodeURIComponent(code)}`,
			async (page) => {
				expect(await page.locator('[data-good]').isVisible()).toBe(true)
			},
			{ javaScriptEnabled: false },
		)
		await onPage(`/${lang}/skills/certificate#${code}`, async (page) => {
			await page.locator('[data-good]').waitFor({ state: 'visible' })
			expect(await page.locator('[data-count]').innerText()).toBe('4 / 5')
			await page.locator('textarea').fill(code.replace('4-5', '5-5'))
			await page.locator('form button').click()
			await page.locator('[data-bad]').waitFor({ state: 'visible' })
			expect(await page.locator('[data-good]').isVisible()).toBe(false)
		})
	},
)

test('answers that do not master a form give no certificate', async () => {
	const answers = toAnswers('bullying', 'b', 3)
	const address = `${inject('origin')}/fr/skills/quiz/bullying/b/certificate.pdf?${answers}`
	const pdf = await fetch(address)
	expect(pdf.status).toBe(409)
	expect(await pdf.text()).not.toContain('%PDF')
	const told = await fetch(address, { headers: { accept: 'application/json' } })
	expect(await told.json()).toMatchObject({ message: 'certificate.not-yet' })
})

test('a code that somebody made up is refused without a fault, however it looks', async () => {
	for (const code of [
		'x',
		'T1.bullying.b.5-5.20261125.abcdef.' + 'A'.repeat(86),
		'<script>',
		'%00',
		'a'.repeat(30_000),
	]) {
		const answer = await fetch(`${inject('origin')}/fr/skills/certificate?code=${encodeURIComponent(code)}`)
		expect(answer.status).toBe(200)
		const html = await answer.text()
		// It is shown again in a field for text, where nothing may end the field.
		const shown = /<textarea[^>]*>([^<]*)<\/textarea>/u.exec(html)?.[1]
		expect(shown).toBeDefined()
		expect(html).not.toContain('<script></textarea>')
		expect(html).toContain('data-bad')
	}
})

test('nothing of an answer or a code stands in the log', async () => {
	await fetch(`${inject('origin')}/fr/skills/certificate?code=T1.bullying.b`)
	const readLog = (): string => readFileSync(inject('logFile'), 'utf8')
	await expect.poll(readLog).toContain('/skills/certificate')
	const log = readLog()
	expect(log).not.toMatch(/T1\.bullying|q1=/u)
})
