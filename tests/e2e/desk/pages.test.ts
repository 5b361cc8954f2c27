import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { goToQueue, makeKey, openReport } from '../../support/desk-work.ts'
import { fileReports, type Filed } from '../../support/filed-reports.ts'
import { judge } from '../../support/judged-page.ts'

/** What a page of a desk must survive: markup, addresses that run, characters that reorder a line, a word without end, a formula. */
const hostile = {
	answers: {
		danger: 'maybe',
		who: 'witness',
		what: ['bullying'],
		wants: ['stop'],
		police: false,
		where: [
			{ kind: 'link', link: 'javascript:fetch("https://evil.example/link")' },
			{ kind: 'app', app: 'Insta\u202Egram', nickname: '=HYPERLINK("https://evil.example/cell")' },
		],
		words: [
			'<script>fetch("https://evil.example/script")</script>',
			'<img src="https://evil.example/img.png" onerror="fetch(1)">',
			'https://evil.example/plain \u202Eطذخ\u2066 data:text/html,<b>x</b>',
			'ا'.repeat(3000),
		].join('\n'),
		contact: 'javascript:alert(2)',
	},
} as Filed

const pages = [
	'queue',
	'dossiers',
	'referrals',
	'indicators',
	'partners',
	'partners/new',
	'preservation',
	'preservation/new',
	'preservation/calendar',
	'preservation/authorities',
	'rota',
	'approvals',
	'figures',
	'record',
	'erasure',
	'wellness',
	'keys',
	'keys/epochs',
	'account',
	'people',
]

const judgeAll = async (page: Page, language: string): Promise<string[]> => {
	await page.goto('/desk/account')
	await page.locator(`button[name=language][value=${language}]`).click()
	await page.locator(`html[lang=${language}]`).waitFor()
	const found: string[] = []
	for (const path of pages) {
		await page.goto(`/desk/${path}`, { waitUntil: 'networkidle' })
		found.push(...(await judge(page, `${language} ${path}`)))
	}
	return found
}

const openHostile = async (page: Page): Promise<string> => {
	await goToQueue(page)
	await page.locator('tbody a').first().click()
	await page.getByRole('heading', { name: 'Le signalement' }).waitFor()
	return openReport(page)
}

test('a hostile report is text and nothing else; no page of the desk keeps anyone out, in French and Arabic, light and dark', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-desk-pages-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await fileReports(dataDir, [hostile])
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	await asVisitor(
		async (page) => {
			const wrong: string[] = []
			page.on('dialog', (dialog) => void (wrong.push(dialog.message()), dialog.dismiss()))
			page.on('console', (message) => {
				if (/content.security.policy|Trusted(?:HTML|Script|Type)/iu.test(message.text()))
					wrong.push(message.text())
			})
			page.on('request', (request) => {
				if (!request.url().startsWith(origin)) wrong.push(request.url())
			})
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			const shown = await openHostile(page)
			expect(shown).toContain('<script>')
			expect(shown).toContain('hxxps://evil[.]example')
			expect(shown).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|https:\/\/|javascript:/u)
			expect(await page.locator('article :is(a, img, script, iframe, b)').count()).toBe(0)
			const found = await judge(page, 'fr case')
			for (const language of ['ar', 'fr']) found.push(...(await judgeAll(page, language)))
			await page.context().clearCookies()
			await page.goto('/desk/sign-in', { waitUntil: 'networkidle' })
			found.push(...(await judge(page, 'sign-in')))
			expect(found).toEqual([])
			expect(wrong).toEqual([])
		},
		{ baseURL: origin, viewport: { width: 1280, height: 800 } },
	)
})
