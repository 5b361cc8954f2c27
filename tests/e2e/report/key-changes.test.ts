/** A page that was opened before the key of a new month began, and is sent after. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeEpoch, makeRoot, planEpoch, signWithRoot, toEpochText } from '#domains/people/keys'
import { startEpoch } from '#domains/reports/server'
import { migrate, openDatabase } from '#platform'
import { parseVerifierKey } from '#tools/seal/signed-note'
import type { Tables } from '../../../src/server/process/database.ts'
import { asVisitor } from '../../support/browser.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct, type Product } from '../../support/product.ts'
import { fillReport, waitForSteps } from '../../support/report-form.ts'
import { toOperatorText } from '../../support/live-operator.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'

const day = 86_400_000

/** An installation that somebody answers for, and what puts a key in use that begins so many days ago. */
const goLive = async () => {
	const [dataDir, root] = [await makeFilledFolder(), await makeRoot()]
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey))
	const rootKey = parseVerifierKey(root.verifierKey)
	const known: string[] = []
	const begin = async (daysAgo: number): Promise<void> => {
		const span = planEpoch(known, new Date(Date.now() - daysAgo * day))
		known.push(span.id)
		const { key } = await makeEpoch(span.id)
		const note = await signWithRoot(toEpochText(key, span), root.shares.slice(0, 3))
		if (!note.ok || !rootKey.ok) throw new Error('signing in the test failed')
		const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
		try {
			await migrate(database)
			await startEpoch(database.kysely, note.value, rootKey.value)
		} finally {
			await database.close()
		}
	}
	const env = { PORT: String(await findFreePort()), DATA_DIR: dataDir, DATABASE_URL: '' }
	const start = async (): Promise<Product> => {
		const product = startProduct({ ...env, THIQA_ROLES: 'site,intake' })
		await product.ready()
		return product
	}
	return { begin, start }
}

test('who opened the page before a new key began is asked once more, and the report arrives', async () => {
	const { begin, start } = await goLive()
	await begin(5)
	const before = await start()
	await asVisitor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			// As if it had been opened a day ago: then the key that begins today was none yet.
			const yesterday = new Date(Date.now() - day).toISOString()
			await page.locator('form[data-record]').evaluate((form: HTMLFormElement, now) => {
				form.dataset.now = now
			}, yesterday)
			await fillReport(page)
			const seal = () => page.getByRole('button', { name: 'إغلاق الرسالة ورؤية ما سيخرج' }).click()
			const send = () => page.getByRole('button', { name: 'إرسال', exact: true }).click()
			await seal()
			await page.getByRole('heading', { name: 'هذا كل ما سيخرج من هاتفك' }).waitFor()
			await before.end('SIGTERM')
			await begin(0)
			await start()
			const statuses: number[] = []
			page.on('response', (answer) => {
				if (answer.url().endsWith('/intake/reports')) statuses.push(answer.status())
			})
			await send()
			await page.getByRole('alert').waitFor()
			await seal()
			await send()
			await page.getByRole('heading', { name: /وصلت رسالتك/u }).waitFor()
			expect(statuses).toEqual([409, 201])
		},
		{ baseURL: before.origin },
	)
})
