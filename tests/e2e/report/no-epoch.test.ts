/** A hotline that somebody answers for, in an hour in which no key is in use: the next one has not been signed in time. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { locales } from '#base'
import { makeEpoch, makeRoot, planEpoch, signWithRoot, toEpochText } from '#domains/people/keys'
import { startEpoch } from '#domains/reports/server'
import { messages } from '#messages'
import { migrate, openDatabase } from '#platform'
import { parseVerifierKey } from '#tools/signed-note'
import { asVisitor } from '../../support/browser.ts'
import { makeFolder } from '../../support/child.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct, type Product } from '../../support/product.ts'
import { toOperatorText } from '../../support/live-operator.ts'
import { fillReport, story, waitForSteps } from '../../support/report-form.ts'

const withDatabase = async (
	dataDir: string,
	work: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<unknown>,
): Promise<void> => {
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
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
		await startEpoch(database.kysely as never, note.value, rootKey.value)
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

test('without a key the report says in every language that it is closed now, and what to do', async () => {
	const dataDir = makeFolder()
	await goLive(dataDir)
	await endEpoch(dataDir)
	const product = await start(dataDir)
	for (const locale of locales) {
		const answer = await fetch(`${product.origin}/${locale}/report`)
		expect(answer.status, locale).toBe(503)
		expect(Number(answer.headers.get('retry-after')), locale).toBeGreaterThan(0)
		expect(answer.headers.get('cache-control')).toBe('no-store')
		const page = await answer.text()
		if (locale !== 'zgh-latn') expect(page).toContain(messages[locale]['error.unavailable'])
		expect(page).toContain(`href="/${locale}/help"`)
		for (const number of ['19', '177', '2511']) expect(page).toContain(`href="tel:${number}"`)
		// A number stands for a fault that somebody must look for in the log: this is none.
		if (locale !== 'zgh-latn') expect(page).not.toContain(messages[locale]['error.id'])
	}
	const { said } = await product.end('SIGTERM')
	expect(said).not.toContain('server.fault')
	expect(said).toContain('"code":"reports.no-epoch"')
})

test('what was written without script comes back when the key ended meanwhile', async () => {
	const dataDir = makeFolder()
	await goLive(dataDir)
	const before = await start(dataDir)
	const form = await fetch(`${before.origin}/fr/report`)
	expect(form.status).toBe(200)
	const token = /name="token" value="([^"]+)"/u.exec(await form.text())?.[1] ?? ''
	await before.end('SIGTERM')
	await endEpoch(dataDir)
	const product = await start(dataDir)
	const answer = await fetch(`${product.origin}/fr/report`, {
		method: 'POST',
		headers: { origin: product.origin, accept: 'text/html' },
		body: new URLSearchParams({ token, danger: 'now', what: 'bullying', words: 'des mots CANARY-51c0' }),
	})
	const page = await answer.text()
	expect(answer.status).toBe(503)
	expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
	expect(page).toMatch(/<textarea[^>]*>\s*des mots CANARY-51c0\s*<\/textarea>/u)
	expect(page).toMatch(/role="alert"[^>]*>[^<]*Nous n'avons rien gardé/u)
	const { said } = await product.end('SIGTERM')
	expect(said).not.toContain('CANARY')
	expect(said).not.toContain('server.fault')
})

test('what was sealed in the browser stays in the page when the key ended meanwhile, and the page says what happened', async () => {
	const dataDir = makeFolder()
	await goLive(dataDir)
	const port = await findFreePort()
	const before = await start(dataDir, port)
	await asVisitor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			await fillReport(page)
			await page.getByRole('button', { name: 'أغلق الرسالة وأرني ما سيخرج' }).click()
			const send = page.getByRole('button', { name: 'أرسل', exact: true })
			await send.waitFor()
			await before.end('SIGTERM')
			await endEpoch(dataDir)
			const product = await start(dataDir, port)
			await send.click()
			await page.getByRole('alert').getByText('لم نحفظ شيئا', { exact: false }).waitFor()
			expect(await page.locator('textarea[name="words"]').inputValue()).toBe(story.words)
			expect((await product.end('SIGTERM')).said).not.toContain('CANARY')
		},
		{ baseURL: before.origin },
	)
})
