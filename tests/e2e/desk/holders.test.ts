/** Those who are to get a key, as the server says, are compared in the browser with the list that the last key has signed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { makeKey } from '../../support/desk-work.ts'
import { beginEpoch, holdCeremony, makeIndex } from '../../support/ended-epoch.ts'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'

const makers = (page: Page) => page.locator('.makers').getByRole('button')

const countReady = async (page: Page): Promise<number> => {
	await page.goto('/desk/keys/epochs')
	await page.locator('#next ~ :is(ul, .wrong)').first().waitFor()
	const states = await Promise.all((await makers(page).all()).map((one) => one.isEnabled()))
	return states.filter(Boolean).length
}

test('a recipient that a hand in the database has put in, or a list it has changed, stops the next key until a person has heard the fingerprint', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-holders-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const root = await holdCeremony(dataDir)
	const { origin, invitation, pause } = await startDesk('Amal', 'supervisor', dataDir)
	const foreign = await toRecipient(await makeIdentity())
	if (!foreign.ok) throw new Error('a recipient was wanted')
	await asVisitor(
		async (page) => {
			await addAuthenticator(page)
			await enrolByPasskey(page, invitation)
			await makeKey(page)
			await beginEpoch(page, root)

			await makeIndex(page)
			const same = page.getByText('Comme sur la liste que la clé de', { exact: false })
			expect([(await countReady(page)) > 0, await same.isVisible()]).toEqual([true, true])

			const recipient = await pause(async (db) => {
				const { rows } = await sql<{ recipient: string }>`select recipient from staff_key`.execute(db)
				await sql`update staff_key set recipient = ${foreign.value}`.execute(db)
				return rows[0]?.recipient ?? ''
			})
			expect(await countReady(page)).toBe(0)
			await page.getByText('Une autre clé que sur la dernière liste.').waitFor()
			await page.getByLabel('Amal l’a lue à voix haute', { exact: false }).check()
			expect(await makers(page).first().isEnabled()).toBe(true)
			await pause((db) => sql`update staff_key set recipient = ${recipient}`.execute(db))
			expect(await countReady(page)).toBeGreaterThan(0)

			const id = new Date().toISOString().slice(0, 7)
			const file = join(dataDir, 'keys', 'epochs', id, 'holders.txt')
			writeFileSync(file, readFileSync(file, 'utf8').replace(recipient, foreign.value))
			expect(await countReady(page)).toBe(0)
			await page
				.getByText(`La liste de ${id} n’est pas celle que sa clé a signée`, { exact: false })
				.waitFor()
			expect(await makers(page).count()).toBe(0)
		},
		{ baseURL: origin },
	)
})
