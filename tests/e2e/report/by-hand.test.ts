/** Somebody who trusts no page seals with the `age` program; the file goes without script, and opens at the desk like any other report. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { asVisitor, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { goToQueue, makeKey } from '../../support/desk-work.ts'
import { makeIdentity, toRecipient } from '../../../src/lib/tools/seal/sealed/index.ts'
import { describeProgram } from '../../support/programs.ts'

const told = 'شي واحد كيهددني. CANARY-SEALED-BY-HAND'

describeProgram('age', 'age', (age) => {
	const seal = (recipient: string, ...args: readonly string[]): Buffer =>
		spawnSync(age, ['-r', recipient, ...args], { input: told }).stdout

	/** Sends a file, or the text of one, by the form without script. Answer: what the page then says. */
	const send = (origin: string, make: (recipient: string) => Promise<Buffer>, isPasted: boolean) =>
		asVisitor(
			async (page) => {
				await page.goto('/fr/report')
				await page.getByRole('link', { name: 'Sceller soi-même avec le programme age' }).click()
				const recipient = await page.locator('code', { hasText: /^age1/u }).first().innerText()
				const sealed = await make(recipient)
				if (isPasted) await page.locator('#text').fill(sealed.toString())
				else
					await page
						.locator('#file')
						.setInputFiles({ name: 'x.age', mimeType: 'application/octet-stream', buffer: sealed })
				await page.getByLabel('Quelqu’un est en danger maintenant').check()
				await page.getByRole('button', { name: 'Envoyer le fichier scellé' }).click()
				return page.locator('main').innerText()
			},
			{ ...phone, baseURL: origin, javaScriptEnabled: false },
		)

	test('a file and a pasted text arrive, each with a receipt; what opens with no key stands beside them; clear words are refused', async () => {
		const { origin, invitation } = await startDesk('Amal', 'supervisor')
		expect(await send(origin, async () => Buffer.from(told), true)).toContain(
			'Ce n’est pas un fichier qu’age',
		)
		const stranger = await toRecipient(await makeIdentity())
		const ways = [
			[async (recipient: string) => seal(recipient), false],
			[async (recipient: string) => seal(recipient, '-a'), true],
			[async () => seal(stranger.ok ? stranger.value : ''), false],
		] as const
		for (const [make, isPasted] of ways)
			expect(await send(origin, make, isPasted)).toMatch(/(?:\d{4}\s+){6}\d\d/u)
		await asVisitor(
			async (page) => {
				const sent: string[] = []
				page.on('request', (request) => sent.push(request.postData() ?? ''))
				await addAuthenticator(page)
				await enrolByPasskey(page, invitation)
				await makeKey(page)
				const read: string[] = []
				await goToQueue(page)
				const cases = await page
					.locator('tbody a')
					.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname))
				for (const path of new Set(cases)) {
					await page.locator(`tbody a[href="${path}"]`).first().click()
					await page.getByRole('button', { name: 'Ouvrir le signalement' }).click()
					await page.locator('article').first().waitFor()
					read.push(await page.locator('article').first().innerText())
					await goToQueue(page)
				}
				expect(read).toHaveLength(3)
				expect(read.filter((text) => text.includes(told))).toHaveLength(2)
				expect(read.filter((text) => text.includes('aucune des clés ouvertes'))).toHaveLength(1)
				expect(sent.join()).not.toContain('CANARY')
			},
			{ baseURL: origin },
		)
	})
})
