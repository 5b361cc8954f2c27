/** A hotline that somebody answers for, in an hour in which no key is in use: the next one has not been signed in time. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { locales, type Locale } from '#base'
import { makeEpoch, makeRoot, planEpoch, signWithRoot, toEpochText } from '#domains/people/keys'
import { startEpoch } from '#domains/reports/server'
import { messages } from '#messages'
import { migrate, openDatabase } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import type { Tables } from '../../../src/server/process/database.ts'
import { asVisitor } from '../../support/browser.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct, type Product } from '../../support/product.ts'
import { toOperatorText } from '../../support/live-operator.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'
import { fillReport, story, waitForSteps } from '../../support/report-form.ts'

const withDatabase = async (
	dataDir: string,
	work: (database: Awaited<ReturnType<typeof openDatabase<Tables>>>) => Promise<unknown>,
): Promise<void> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		await work(database)
	} finally {
		await database.close()
	}
}

/** Writes who answers for it, and puts a key in use that the root has signed. */
const goLive = async (dataDir: string): Promise<void> => {
	const root = await makeRoot()
	const span = planEpoch([], new Date())
	const note = await signWithRoot(toEpochText((await makeEpoch(span.id)).key, span), root.shares.slice(0, 3))
	const rootKey = parseVerifierKey(root.verifierKey)
	if (!note.ok || !rootKey.ok) throw new Error('signing in the test failed')
	await withDatabase(dataDir, async (database) => {
		await migrate(database)
		await startEpoch(database.kysely, note.value, rootKey.value)
	})
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey))
}

const endEpoch = (dataDir: string): Promise<void> =>
	withDatabase(dataDir, ({ kysely }) => sql`update epoch set state = 'past'`.execute(kysely))

const start = async (dataDir: string, port?: number): Promise<Product> => {
	const env = { PORT: String(port ?? (await findFreePort())), DATA_DIR: dataDir, DATABASE_URL: '' }
	const product = startProduct({ ...env, THIQA_ROLES: 'site,intake' })
	await product.ready()
	return product
}

/** The token of a form without script. */
const readToken = async (origin: string): Promise<string> => {
	const form = await fetch(`${origin}/fr/report`)
	expect(form.status).toBe(200)
	return /name="token" value="([^"]+)"/u.exec(await form.text())?.[1] ?? ''
}

/** Writes a report in a browser and seals it. Answer: the button that sends it. */
const sealInBrowser = async (page: Page): Promise<Locator> => {
	await page.goto('/ar/report')
	await waitForSteps(page)
	await fillReport(page)
	await page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()
	const send = page.getByRole('button', { name: 'إرسال', exact: true })
	await send.waitFor()
	return send
}

/** It is closed now, and what to do. */
const expectClosed = async (origin: string, locale: Locale): Promise<void> => {
	const answer = await fetch(`${origin}/${locale}/report`)
	expect(answer.status, locale).toBe(503)
	expect(Number(answer.headers.get('retry-after')), locale).toBeGreaterThan(0)
	expect(answer.headers.get('cache-control')).toBe('no-store')
	const page = await answer.text()
	if (locale !== 'zgh-latn') expect(page).toContain(messages[locale]['error.unavailable'])
	expect(page).toContain(`href="/${locale}/help"`)
	for (const number of ['19', '177', '15', '2511']) expect(page).toContain(`href="tel:${number}"`)
	// A number stands for a fault that somebody must look for in the log: this is none.
	if (locale !== 'zgh-latn') expect(page).not.toContain(messages[locale]['error.id'])
}

const expectWordsBack = async (origin: string, token: string): Promise<void> => {
	const answer = await fetch(`${origin}/fr/report`, {
		method: 'POST',
		headers: { origin, accept: 'text/html' },
		body: new URLSearchParams({ token, danger: 'now', what: 'bullying', words: 'des mots CANARY-51c0' }),
	})
	const page = await answer.text()
	expect(answer.status).toBe(503)
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
	expect(page).toMatch(/<textarea[^>]*>\s*des mots CANARY-51c0\s*<\/textarea>/u)
	expect(page).toMatch(/role="alert"[^>]*>[^<]*Nous n’avons rien gardé/u)
}

test('without a key the report says in every language that it is closed now and what to do; what was written meanwhile stays in the page', async () => {
	const dataDir = await makeFilledFolder()
	await goLive(dataDir)
	const port = await findFreePort()
	const before = await start(dataDir, port)
	const use = async (page: Page): Promise<void> => {
		const send = await sealInBrowser(page)
		const token = await readToken(before.origin)
		await before.end('SIGTERM')
		await endEpoch(dataDir)
		const product = await start(dataDir, port)
		await send.click()
		await page.getByRole('alert').getByText('لم نحفظ شيئا', { exact: false }).waitFor()
		expect(await page.locator('textarea[name="words"]').inputValue()).toBe(story.words)
		for (const locale of locales) await expectClosed(product.origin, locale)
		await expectWordsBack(product.origin, token)
		const { said } = await product.end('SIGTERM')
		expect(said).not.toContain('CANARY')
		expect(said).not.toContain('server.fault')
		expect(said).toContain('"code":"reports.no-epoch"')
	}
	await asVisitor(use, { baseURL: before.origin })
})

test('between the operator record and the first key of its root the report is closed in words, not broken', async () => {
	const dataDir = await makeFilledFolder()
	const port = await findFreePort()
	const demonstration = await start(dataDir, port)
	const token = await readToken(demonstration.origin)
	await demonstration.end('SIGTERM')
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText((await makeRoot()).verifierKey))
	const product = await start(dataDir, port)
	for (const locale of locales) await expectClosed(product.origin, locale)
	const epoch = await fetch(`${product.origin}/intake/epoch`)
	expect([epoch.status, await epoch.json()]).toEqual([503, { code: 'reports.epoch-unsigned' }])
	await expectWordsBack(product.origin, token)
	const { said } = await product.end('SIGTERM')
	expect(said).not.toContain('CANARY')
	expect(said).not.toContain('server.fault')
	expect(said).toContain('"code":"reports.epoch-unsigned"')
})
