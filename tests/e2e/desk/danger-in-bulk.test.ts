/** Three reports of danger are opened in one go, and one of them is read: the alarm goes on for the two that nobody has read. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { enrolColleague, seatSecond } from '../../support/second-person.ts'
import { goToFirstCase, goToQueue, inviteColleague, makeKey } from '../../support/desk-work.ts'
import { fileReports, type Filed } from '../../support/filed-reports.ts'
import { cheapArgon2id } from '../../support/reports.ts'

const count = 3
const filed = Array.from({ length: count }, (_, at): Filed => ({
	answers: {
		danger: 'now',
		who: 'teen',
		what: ['abuse-at-home'],
		police: true,
		wants: ['police'],
		where: [],
		words: `هو قدام باب الدار، رقم ${at}`,
	},
	lane: 'danger',
}))

const getAlarm = (page: Page, n: number) =>
	page.getByRole('link', { name: `Danger que personne n’a encore lu : ${n}` })

/** What the server tells whoever asks what waits. */
const countUnseen = (page: Page): Promise<unknown> =>
	page.evaluate(
		async () => ((await (await fetch('/desk/queue/waiting')).json()) as { unseen: number }).unseen,
	)

/** How many lines of the queue say that the first look is still to come. */
const countFirstLooks = async (page: Page): Promise<number> => {
	await goToQueue(page)
	return page.locator('tbody tr', { hasText: 'Premier regard sur le danger' }).count()
}

/** The report stands on the page, in clear; the clock of the police runs from then on. */
const readFirst = async (page: Page): Promise<string> => {
	await goToFirstCase(page)
	await page.locator('article blockquote').first().waitFor()
	await page.locator('.facts', { hasText: 'Police, danger' }).waitFor()
	return page.url().split('/').at(-1) ?? ''
}

/** Somebody who was never given a report says that it was seen. */
const claimSeen = (page: Page, id: string): Promise<unknown> =>
	page.evaluate(async (one) => {
		const answer = await fetch(`/desk/cases/${one}/seen`, { method: 'POST', body: '{}' })
		return [answer.status, (await answer.json()) as unknown]
	}, id)

test('danger that was opened in bulk is unseen until its own page has shown it, for everybody', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-danger-bulk-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await fileReports(dataDir, filed, cheapArgon2id)
	const { origin, invitation, pause } = await startDesk('Amal', 'supervisor', dataDir)
	const agree = await pause((db) => seatSecond(db, { dataDir, origin }))
	await asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forSalma = await inviteColleague(amal, 'Salma', 'Supervision')
			await makeKey(amal)
			await goToQueue(amal)
			await getAlarm(amal, count).waitFor()
			await amal.getByRole('button', { name: `Ouvrir les ${count} premiers` }).click()
			await amal.getByText(`${count} ouverts dans cet onglet`, { exact: false }).waitFor()
			expect(await countUnseen(amal), 'opened in bulk, read by nobody').toBe(count)
			expect(await countFirstLooks(amal)).toBe(count)

			const read = await readFirst(amal)
			await getAlarm(amal, 2).waitFor()
			expect(await countUnseen(amal)).toBe(2)
			expect(await countFirstLooks(amal)).toBe(2)

			await asVisitor(
				async (salma) => {
					await addAuthenticator(salma)
					await enrolColleague(salma, forSalma, agree)
					await getAlarm(salma, 2).waitFor()
					expect(await claimSeen(salma, read)).toEqual([409, { refused: 'case.not-opened' }])
					expect(await countUnseen(salma)).toBe(2)
				},
				{ baseURL: origin },
			)

			expect(await readFirst(amal), 'the next one').not.toBe(read)
			await getAlarm(amal, 1).waitFor()
			await readFirst(amal)
			await getAlarm(amal, 1).waitFor({ state: 'detached' })
			expect(await countUnseen(amal)).toBe(0)
			expect(await countFirstLooks(amal)).toBe(0)
		},
		{ baseURL: origin, viewport: { width: 1280, height: 800 } },
	)
})
