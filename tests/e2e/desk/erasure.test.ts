import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import {
	checkErasure,
	makeEscrow,
	makeRoot,
	parseErasure,
	signWithRoot,
	toEscrowText,
} from '#domains/people/keys'
import { installCeremony } from '#domains/people/server/keys'
import { asVisitor } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { makeKey, openKey } from '../../support/desk-work.ts'
import { toOperatorText } from '../../support/live-operator.ts'

type Root = Awaited<ReturnType<typeof makeRoot>>

const sign = async (text: string, root: Root): Promise<string> => {
	const note = await signWithRoot(text, root.shares.slice(1, 4))
	if (!note.ok) throw new Error('signing in the test failed')
	return note.value
}

/** An installation that somebody answers for. */
const goLive = async (dataDir: string): Promise<Root> => {
	const [root, escrow] = [await makeRoot(), await makeEscrow()]
	const note = await sign(toEscrowText(escrow.recipient), root)
	await installCeremony(dataDir, { rootKey: root.verifierKey, note })
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey))
	return root
}

/** Makes an epoch and publishes it with the root's signature. */
const startEpoch = async (page: Page, root: Root): Promise<void> => {
	await page.getByRole('button', { name: 'Faire une période qui commence aujourd’hui' }).click()
	const made = page.locator('section', { hasText: 'attend la signature' }).last()
	const [text] = await Promise.all([
		page.waitForEvent('download'),
		made.getByRole('button', { name: 'Texte à signer' }).click(),
	])
	await page.locator('textarea').fill(await sign(readFileSync(await text.path(), 'utf8'), root))
	await page.getByRole('button', { name: 'Publier la période' }).click()
	await page.locator('textarea').waitFor({ state: 'detached' })
}

/** The days of the key that is over, set back: nothing that is sealed to it can be on its way any more. */
const makeOld = (dataDir: string): void => {
	const folder = join(dataDir, 'keys', 'epochs')
	const files = readdirSync(folder).map((id) => join(folder, id, 'epoch.json'))
	const over = files.filter((file) => readFileSync(file, 'utf8').includes('"state":"past"'))
	expect(over).toHaveLength(1)
	for (const file of over) {
		const stored = JSON.parse(readFileSync(file, 'utf8')) as object
		writeFileSync(file, JSON.stringify({ ...stored, begins: '2026-01-01', ends: '2026-02-14' }))
	}
}

/** What an outsider is told of the record. */
const verifyFromOutside = (origin: string): string => {
	try {
		return execFileSync(process.execPath, ['scripts/audit-verify.ts', '--origin', origin], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		})
	} catch {
		return 'not verified'
	}
}

const inviteKeyOfficer = async (page: Page): Promise<string> => {
	await page.getByRole('link', { name: 'L’équipe' }).click()
	await page.locator('#name').fill('Zineb')
	await page.locator('#language').selectOption('fr')
	await page.getByLabel('Clés', { exact: false }).last().check()
	await page.getByRole('button', { name: 'Créer l’invitation' }).click()
	return page.locator('code').first().innerText()
}

test('the key of a past epoch is destroyed by two persons, and its certificate stands in the public record', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-erasure-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const root = await goLive(dataDir)
	const { origin, invitation, pause } = await startDesk('Amal', 'supervisor', dataDir)
	await asVisitor(
		async (amal) => {
			await addAuthenticator(amal)
			await enrolByPasskey(amal, invitation)
			const forZineb = await inviteKeyOfficer(amal)
			await makeKey(amal)
			const none = amal.getByText('Aucune clé en service', { exact: false })
			const notice = amal.getByRole('status').and(none)
			await amal.goto('/desk/account')
			await notice.waitFor()
			await notice.getByRole('link', { name: 'Les clés partagées' }).click()
			await startEpoch(amal, root)
			await startEpoch(amal, root)
			await amal.goto('/desk/account')
			expect(await none.count()).toBe(0)
			await amal.goto('/desk/erasure')
			await amal.getByText('Aucune période finie', { exact: false }).waitFor()
			makeOld(dataDir)
			await amal.reload()
			await amal.getByRole('button', { name: 'Demander une deuxième personne' }).click()
			await amal.getByText('En attente d’une deuxième personne.', { exact: false }).waitFor()
			await asVisitor(
				async (zineb) => {
					await addAuthenticator(zineb)
					await enrolByPasskey(zineb, forZineb)
					await zineb.goto('/desk/approvals')
					await zineb.getByText('Vous comptez comme deuxième personne', { exact: false }).waitFor()
					const agree = zineb.getByRole('button', { name: 'J’accepte' })
					expect(await agree.count(), 'invited a moment ago').toBe(0)
					await pause((db) =>
						sql`update staff_passkey set created_at = created_at - interval '1 day'`.execute(db),
					)
					await zineb.goto('/desk/approvals')
					await agree.click()
					await zineb.getByText('C’est enregistré.').waitFor()
				},
				{ baseURL: origin },
			)
			await amal.goto('/desk/erasure')
			await amal.getByRole('button', { name: 'Détruire la clé pour toujours' }).click()
			await amal.getByText('est détruite', { exact: false }).waitFor()
			await openKey(amal)
			await amal.getByRole('button', { name: 'Signer ce certificat' }).click()
			await amal.getByText('Signatures : 1 sur 2').waitFor()
			const [proof] = await Promise.all([
				amal.waitForEvent('download'),
				amal.locator('#certificates ~ ul a').first().click(),
			])
			const { certificate, salt, signatures } = JSON.parse(readFileSync(await proof.path(), 'utf8')) as {
				certificate: string
				salt: string
				signatures: string[]
			}
			expect(await checkErasure(certificate, signatures)).toEqual({ ok: true, value: 1 })
			expect(parseErasure(certificate)).toMatchObject({ ok: true, value: { wraps: 1 } })
			const leaf = createHash('sha256')
				.update(Buffer.from('thiqa/v1\0'))
				.update(Buffer.from(salt, 'base64'))
				.update(certificate)
				.digest('base64')
			await expect
				.poll(async () => (await amal.request.get('/record/leaves?from=0&count=200')).text(), {
					timeout: 20_000,
				})
				.toContain(leaf)
			await expect
				.poll(() => verifyFromOutside(origin), { timeout: 60_000 })
				.toContain('1 destroyed keys with 1 signatures')
		},
		{ baseURL: origin },
	)
})
