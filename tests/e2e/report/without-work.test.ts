/** `PROOF_OF_WORK=off`: in an emergency the report goes without the work of the device, and the log says so. */
import { expect, test } from 'vitest'
import { asVisitor, phone } from '../../support/browser.ts'
import { findFreePort } from '../../support/free-port.ts'
import { startProduct } from '../../support/product.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'
import { fillReport, readDigits, sendReport, waitForSteps } from '../../support/report-form.ts'

test('with the work switched off a report is sealed in the browser and goes as ever', async () => {
	const env = { PORT: String(await findFreePort()), DATA_DIR: await makeFilledFolder(), PROOF_OF_WORK: 'off' }
	const product = startProduct({ ...env, DATABASE_URL: '' })
	await product.ready()
	const digits = await asVisitor(
		async (page) => {
			await page.goto('/ar/report')
			await waitForSteps(page)
			const asked = page.waitForResponse('**/intake/challenge**')
			await fillReport(page)
			expect(Object.keys((await (await asked).json()) as object)).toEqual(['token'])
			await sendReport(page, true)
			return readDigits(page)
		},
		{ ...phone, baseURL: product.origin },
	)
	expect(digits).toMatch(/^(?:\d{4} ){6}\d\d$/u)
	expect((await product.end('SIGTERM')).said).toContain('"event":"reports.work-off"')
})
