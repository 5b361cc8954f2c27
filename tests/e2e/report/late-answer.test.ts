import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatReceipt } from '#tools/seal/receipt-code'
import { answerReports } from '../../support/answer-reports.ts'
import { onPage, phone, withAndWithoutScript } from '../../support/browser.ts'
import { fileReports, withReports, type Filed } from '../../support/filed-reports.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct, type Product } from '../../support/product.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'

const told: Filed['answers'] = {
	danger: 'no',
	who: 'teen',
	what: ['sexual-extortion'],
	police: false,
	wants: ['stop'],
	where: [],
	words: 'wahd kayhddedni, ma3reftch chno ndir',
}

const start = async (dataDir: string): Promise<Product> => {
	const product = startProduct({ PORT: String(await findFreePort()), DATA_DIR: dataDir })
	await product.ready()
	return product
}

/** Two receipts: of a report of the hour ten hours ago, eleven at most since it came, and of one that came fourteen hours ago. Their priorities tell them apart. */
const fileEarlier = async (dataDir: string): Promise<{ soon: string; late: string }> => {
	const [soon = '', late = ''] = await fileReports(dataDir, [
		{ answers: told, lane: 'normal' },
		{ answers: told, lane: 'danger' },
	])
	await withReports(dataDir, async (_, kysely) => {
		await sql`update report set hour = date_trunc('hour', now()) -
			case when lane = 'normal' then interval '10 hours' else interval '14 hours' end`.execute(kysely)
	})
	return { soon: formatReceipt(soon), late: formatReceipt(late) }
}

const promise = 'Nous répondons en 12 heures au plus.'
const lateTitle = 'La réponse tarde'

/** Opens the box of a receipt and tells which of the two it says. */
const readWait = async (page: Page, receipt: string): Promise<{ promised: boolean; late: boolean }> => {
	await page.getByRole('textbox', { name: 'Le numéro secret' }).fill(receipt)
	await page.getByRole('button', { name: 'Ouvrir la boîte' }).click()
	await page.locator('[data-box]').waitFor()
	return {
		promised: await page.getByText(promise).isVisible(),
		late: await page.getByRole('heading', { name: lateTitle }).isVisible(),
	}
}

/** What the page says of those who help now is no word only: it leads to them. */
const followDoors = async (page: Page): Promise<void> => {
	const late = page.locator('[data-wait=late]')
	expect(await late.innerText()).toContain('Nous t’avions promis une réponse en 12 heures')
	const links = await late.getByRole('link').all()
	const paths = await Promise.all(links.map((link) => link.getAttribute('href')))
	expect(paths).toEqual(['/fr/help', '/fr/contacts'])
	await late.getByRole('link', { name: 'Qui m’écoute maintenant' }).click()
	await page.waitForURL('**/fr/help')
	await page.getByRole('heading', { level: 1 }).waitFor()
	expect(await page.locator('main a[href*="/help"]').count(), 'a way on to the doors').toBeGreaterThan(0)
	await page.goto('/fr/contacts')
	expect(await page.locator('main a[href^="tel:"]').count()).toBeGreaterThan(0)
}

test('a mailbox says when an answer is due, and who else helps when it is late, with and without script', async () => {
	const dataDir = await makeFilledFolder()
	const { soon, late } = await fileEarlier(dataDir)
	const visit = async (product: Product, look: (page: Page) => Promise<void>): Promise<void> => {
		for (const { javaScriptEnabled } of withAndWithoutScript)
			await onPage('/fr/mailbox', look, { ...phone, javaScriptEnabled, baseURL: product.origin })
	}
	const first = await start(dataDir)
	await visit(first, async (page) => {
		expect(await readWait(page, soon)).toEqual({ promised: true, late: false })
	})
	await visit(first, async (page) => {
		expect(await readWait(page, late)).toEqual({ promised: false, late: true })
		await followDoors(page)
	})
	await first.end('SIGTERM')
	await answerReports(dataDir, 'Salam, 9rina rsaltek.')
	const second = await start(dataDir)
	await visit(second, async (page) => {
		expect(await readWait(page, late), 'answered').toEqual({ promised: false, late: false })
		await page.getByText('9rina rsaltek').waitFor()
	})
})
