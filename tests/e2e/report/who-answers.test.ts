/** Who reads a report, and whether somebody is there at this hour, is said before anything is written. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { locales } from '#base'
import { messages } from '#messages'
import { findFreePort } from '../../support/free-port.ts'
import { goLive, toOperatorText } from '../../support/live-operator.ts'
import { startProduct, type Product } from '../../support/product.ts'
import { makeFilledFolder } from '../../support/ready-made.ts'

const start = async (dataDir: string): Promise<Product> => {
	const env = { PORT: String(await findFreePort()), DATA_DIR: dataDir, DATABASE_URL: '' }
	const product = startProduct({ ...env, THIQA_ROLES: 'site,intake' })
	await product.ready()
	return product
}

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
/** A week whose only hours are three days away: nobody is there now. */
const makeClosedWeek = () => ({ [names[(new Date().getUTCDay() + 2) % 7] ?? 'mon']: '08:30-16:30' })

const read = async (origin: string, path: string): Promise<string> =>
	(await (await fetch(`${origin}${path}`)).text())
		.replace(/[\u00a0\u2066-\u2069]/gu, ' ')
		.replace(/\s+/gu, ' ')

test('a desk that is closed now says so beside the numbers of those who answer; one that is always there does not', async () => {
	const dataDir = await makeFilledFolder()
	const rootKey = await goLive(dataDir, { hours: { usual: makeClosedWeek() } })
	const closed = await start(dataDir)
	for (const locale of locales) {
		const page = await read(closed.origin, `/${locale}/report`)
		expect(page, locale).toContain('question@desk.example')
		expect(page, locale).toContain('Bureau d’essai')
		expect(page.match(/data-desk-closed/gu), 'at the start and where danger is asked').toHaveLength(2)
		if (locale !== 'zgh-latn') expect(page).toContain(messages[locale]['report.closed'])
		expect(page).toContain('08:30')
	}
	const mailbox = await read(closed.origin, '/fr/mailbox')
	expect(mailbox).toContain('ou dès que l’équipe est de retour')
	expect(mailbox).toContain('Du lundi au vendredi, à l’essai')
	const help = await read(closed.origin, '/fr/help/threatened/teen/now')
	expect(help.indexOf('href="tel:19"')).toBeLessThan(help.indexOf('data-hotline-door'))
	expect(help).toContain('Bureau d’essai')
	expect(help.match(/data-desk-closed/gu)).toHaveLength(1)
	for (const path of ['/ar', '/fr/contacts'])
		expect(await read(closed.origin, path), path).toMatch(/<div class="desk[^>"]*" data-hotline-door-link/u)
	await closed.end('SIGTERM')

	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(rootKey))
	const always = await start(dataDir)
	const page = await read(always.origin, '/fr/report')
	expect(page).toContain('Bureau d’essai')
	expect(page).not.toContain('data-desk-closed')
	expect(await read(always.origin, '/fr/mailbox')).not.toContain('ou dès que l’équipe est de retour')
	await always.end('SIGTERM')

	const wrong = { retention: { closedByCategory: { scams: 90 } } }
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(rootKey, wrong))
	await expect(start(dataDir)).rejects.toThrow('desk.retention.closedByCategory.scams')
})

test('a demonstration names nobody', async () => {
	const page = await read(inject('origin'), '/fr/report')
	expect(page).not.toContain('data-desk')
	expect(page).not.toContain(messages.fr['report.desk'])
	expect(await read(inject('origin'), '/fr/help/threatened/teen/today')).not.toContain('data-hotline-door')
	for (const path of ['/fr', '/fr/contacts'])
		expect(await read(inject('origin'), path), path).toMatch(
			/<div class="desk[^>"]*" hidden[^>]* data-hotline-door-link/u,
		)
})
