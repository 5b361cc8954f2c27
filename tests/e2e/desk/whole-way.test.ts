/** All of what the hotline promises, in one go, in a live installation; who reports has no script from the beginning to the end. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Download, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { checkErasure, parseErasure } from '#domains/people/keys'
import { openDatabase } from '#platform'
import { longTest, pagePatience } from '../../support/patience.ts'
import { getRecordKey, openServedWitness } from '../../support/served-witness.ts'
import { runAuditVerify } from '../../support/audit-verify.ts'
import { asVisitor, phone } from '../../support/browser.ts'
import { addAuthenticator, enrolByPasskey, startDesk } from '../../support/desk.ts'
import { enrolColleague, seatSecond, type AgreeToRoles } from '../../support/second-person.ts'
import {
	answer,
	askForDossier,
	goToFirstCase,
	goToQueue,
	inviteColleague,
	makeKey,
	move,
	openKey,
	openReport,
} from '../../support/desk-work.ts'
import { beginEpoch, holdCeremony, makeIndex, setBackEpoch } from '../../support/ended-epoch.ts'
import { fileWithoutScript, story } from '../../support/report-form.ts'

const words = 'Salam, 9rina rsaltek. Ma tkhelles walou.'
const withoutScript = { ...phone, javaScriptEnabled: false }

/** The mailbox as its holder reads it, without script; the proof of filing is kept. */
const readAnswer = (origin: string, digits: string): Promise<string> =>
	asVisitor(
		async (page) => {
			await page.goto('/fr/mailbox')
			await page.locator('textarea[name=code]').first().fill(digits)
			await page.getByRole('button', { name: 'Ouvrir la boîte' }).click()
			await page.getByText(words).waitFor()
			await page.locator('.signed:visible', { hasText: 'signature vérifiée' }).first().waitFor()
			await page.getByText('Il a été donné à qui peut protéger.').waitFor()
			await page.locator('summary', { hasText: 'La preuve que tu as signalé' }).click()
			await page.getByRole('button', { name: 'Montrer la preuve' }).click()
			const proof = page.locator('textarea[data-proof]')
			await proof.waitFor()
			return proof.inputValue()
		},
		{ ...withoutScript, baseURL: origin },
	)

const enrol = async (page: Page, invitation: string, agree?: AgreeToRoles): Promise<void> => {
	await addAuthenticator(page)
	await (agree ? enrolColleague(page, invitation, agree) : enrolByPasskey(page, invitation))
	await makeKey(page)
}

/** Gives the first case of the queue to a colleague, who could not open it before. */
const giveTo = async (page: Page, colleague: Page, name: string): Promise<void> => {
	await goToFirstCase(colleague)
	expect(await colleague.getByRole('button', { name: 'Ouvrir le signalement' }).count()).toBe(0)
	await goToFirstCase(page)
	await move(page, 'Trié')
	await page.locator('#assign').selectOption({ label: name })
	await page.getByRole('button', { name: 'Confier', exact: true }).click()
	await page.locator('.facts', { hasText: name }).waitFor()
	await goToQueue(colleague)
}

/** All that leaves a browser, and what its content policy has refused. */
const listen = (page: Page): { sent: string[]; refused: string[] } => {
	const heard: { sent: string[]; refused: string[] } = { sent: [], refused: [] }
	page.on('request', (request) => heard.sent.push(`${request.url()} ${request.postData() ?? ''}`))
	page.on('console', (message) => {
		if (/content.security.policy/iu.test(message.text())) heard.refused.push(message.text())
	})
	return heard
}

/** The analyst's own way through the case, up to what takes a second person. */
const work = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	expect(await openReport(page)).toContain(story.words)
	await answer(page, words)
	await page.locator('#category').selectOption('sexual-extortion')
	await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
	await page.locator('.facts', { hasText: 'Extorsion' }).waitFor()
	const finding = page.locator('form[action="?/move"]')
	await finding.getByRole('button', { name: 'Demander une deuxième personne' }).click()
	await page.locator('#seconds').waitFor()
	await askForDossier(page)
	expect(await page.getByRole('button', { name: 'J’accepte' }).count()).toBe(0)
}

/** The index has a new key: the case that is open in this tab meets others again once it is indexed with it, and is opened by nobody for it. */
const indexAgain = async (page: Page, colleague: Page): Promise<void> => {
	await goToQueue(page)
	await page.getByRole('heading', { name: 'Cas en cours indexés avec une ancienne clé : 1' }).waitFor()
	await page.getByRole('button', { name: 'Indexer de nouveau (1)' }).click()
	await page.getByText('L’index est entier.').waitFor()
	await goToQueue(colleague)
	expect(await colleague.getByText('indexés avec une ancienne clé', { exact: false }).count()).toBe(0)
}

const agreeToBoth = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	await openReport(page)
	await page.getByRole('button', { name: 'Voir ses fichiers' }).click()
	await page.getByText('C’est bien celle qui est demandée.').waitFor()
	for (const act of ['Qualifier d’illégal', 'Sortir un dossier']) {
		const asked = page.locator('form[action="?/decide"]', { hasText: act })
		await asked.getByRole('button', { name: 'J’accepte' }).click()
		await asked.getByText('accord de', { exact: false }).waitFor()
	}
}

const letDossierOut = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	await move(page, 'Qualifié illégal')
	const waitForFile = (name: RegExp): Promise<Download> =>
		page.waitForEvent('download', (download) => name.test(download.suggestedFilename()))
	const [custody] = await Promise.all([
		waitForFile(/^custody\.jsonld$/u),
		waitForFile(/^(?:dossier|manifest)/u),
		page.getByRole('button', { name: 'Sortir le dossier' }).click(),
	])
	const chain = readFileSync(await custody.path(), 'utf8')
	expect(chain).toContain('This dossier was set')
	expect(chain).not.toMatch(/Youssef|Amal|Zineb|CANARY|9rina/u)
	expect(JSON.parse(chain)).toHaveProperty('@graph')
	await page.getByText('Le dossier est sorti.', { exact: false }).waitFor()
	await move(page, 'Transmis à la police')
}

const close = async (page: Page): Promise<void> => {
	const form = page.locator('form[action="?/move"]', { has: page.locator('#reason-closed') })
	await form.locator('summary').click()
	await form.locator('select').selectOption('answered')
	await form.getByRole('button', { name: 'Clos' }).click()
	await page.locator('h1', { hasText: 'Clos' }).waitFor()
}

/** One asks for the end of the key, and is told that it is still needed until the case has had its time. */
const askForEnd = async (page: Page, dataDir: string, letTimePass: () => Promise<void>): Promise<void> => {
	await page.goto('/desk/erasure')
	await page.getByText('Aucune période finie', { exact: false }).waitFor()
	setBackEpoch(dataDir)
	await page.reload()
	await page.getByText('La clé sert encore', { exact: false }).waitFor()
	await letTimePass()
	await page.reload()
	await page.getByRole('button', { name: 'Demander une deuxième personne' }).click()
	await page.getByText('En attente d’une deuxième personne.', { exact: false }).waitFor()
}

const signCertificate = async (page: Page, signatures: number): Promise<void> => {
	await openKey(page)
	await page.getByRole('button', { name: 'Signer ce certificat' }).click()
	await page.getByText(`Signatures : ${signatures} sur 2`).waitFor()
}

/** The certificate is good by itself, and an outsider finds it in the record with both signatures. */
const checkCertificate = async (page: Page, origin: string): Promise<void> => {
	const [proof] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('#certificates ~ ul a').first().click(),
	])
	const file = JSON.parse(readFileSync(await proof.path(), 'utf8')) as Record<
		'certificate' | 'salt',
		string
	> & {
		signatures: string[]
	}
	const { certificate, salt, signatures } = file
	expect(await checkErasure(certificate, signatures)).toEqual({ ok: true, value: 2 })
	expect(parseErasure(certificate)).toMatchObject({ ok: true, value: { wraps: 2 } })
	const leaf = createHash('sha256')
		.update('thiqa/v1\0')
		.update(Buffer.from(salt, 'base64'))
		.update(certificate)
	const { status, said } = runAuditVerify(['--origin', origin])
	expect([status, said]).toEqual([0, expect.stringContaining('1 destroyed keys with 2 signatures')])
	const leaves = await (await page.request.get('/record/leaves?from=0&count=200')).text()
	expect(leaves).toContain(leaf.digest('base64'))
}

/** What the reporter has kept, as an outsider checks it with the key of the record. Answers the leaf that it names. */
const checkProof = async (proof: string, origin: string): Promise<number> => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-proof-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const file = join(folder, 'proof.txt')
	writeFileSync(file, proof)
	const key = (await (await fetch(`${origin}/record/key`)).text()).trim()
	const { status, said } = runAuditVerify(['--proof', file, '--key', key])
	expect([status, said]).toEqual([0, expect.stringContaining('a report came in the hour from 20')])
	return Number(/^index (\d+)$/mu.exec(proof)?.[1])
}

/** Entries of the newest checkpoint that anybody is shown. */
const countShown = async (origin: string): Promise<number> => {
	const answer = await fetch(`${origin}/record/checkpoint`)
	return answer.ok ? Number((await answer.text()).split('\n')[1]) : 0
}

/** One bit of one leaf, as a fault of the disk or a hand in the database would change it. */
const changeLeaf = async (dataDir: string, leaf: number): Promise<void> => {
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	await sql`update audit_entry set commitment = set_byte(commitment, 9, get_byte(commitment, 9) # 1)
		where id = (select entry from audit_leaf where leaf_index = ${leaf})`.execute(database.kysely)
	await database.close()
}

test(
	'a report without script, an answer, a dossier of two persons, the end of the key, and a record that shows one changed byte',
	{ timeout: longTest },
	async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-whole-'))
		onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
		const witnessDir = mkdtempSync(join(tmpdir(), 'thiqa-whole-witness-'))
		onTestFinished(() => rmSync(witnessDir, { recursive: true, force: true }))
		const witness = await openServedWitness(witnessDir, [await getRecordKey(dataDir)], 'witness.example/w1')
		onTestFinished(witness.end)
		const root = await holdCeremony(dataDir, [{ key: witness.verifierKey, url: witness.address.url }])
		const { origin, invitation, pause, end } = await startDesk('Amal', 'supervisor', dataDir, {
			LOOPBACK_PARTNERS: 'on',
		})
		/** The record of a live desk grows once an hour (decision 105): so much later, and a witness has signed. */
		const letHourPass = async (): Promise<void> => {
			const before = await countShown(origin)
			await pause((db) => sql`update audit_checkpoint set hour = hour - interval '1 hour'`.execute(db))
			await expect.poll(() => countShown(origin), { timeout: pagePatience }).toBeGreaterThan(before)
		}
		const agree = await pause((db) => seatSecond(db, { dataDir, origin }))
		let leaf = -1
		const asStaff = (use: (page: Page) => Promise<void>): Promise<void> => asVisitor(use, { baseURL: origin })
		await asStaff(async (amal) => {
			await enrol(amal, invitation)
			const none = amal.getByText('Aucune clé en service', { exact: false })
			await amal.getByRole('status').and(none).waitFor()
			const forYoussef = await inviteColleague(amal, 'Youssef', 'Analyse')
			const forZineb = await inviteColleague(amal, 'Zineb', 'Clés')
			await asStaff(async (youssef) => {
				const { sent, refused } = listen(youssef)
				await enrol(youssef, forYoussef, agree)
				await beginEpoch(amal, root)
				await makeIndex(amal)
				await amal.goto('/desk/keys')
				expect(await none.count()).toBe(0)
				await asStaff(async (zineb) => {
					const digits = await fileWithoutScript(origin, async () => {
						await openKey(amal)
						await enrol(zineb, forZineb, agree)
					})
					await giveTo(amal, youssef, 'Youssef')
					await work(youssef)
					const told = sent.filter((one) => /CANARY|9rina|canary/u.test(decodeURIComponent(one)))
					expect(told, 'no word of the report and none of the answer leaves the browser').toEqual([])
					await makeIndex(amal)
					await amal.goto('/desk/keys')
					await openKey(amal)
					await indexAgain(youssef, amal)
					await zineb.goto('/desk/approvals')
					await zineb.getByText('Vous comptez comme deuxième personne', { exact: false }).waitFor()
					await pause((db) =>
						sql`update staff_passkey set created_at = created_at - interval '1 day'`.execute(db),
					)
					await agreeToBoth(amal)
					await letDossierOut(youssef)
					await letHourPass()
					leaf = await checkProof(await readAnswer(origin, digits), origin)
					await close(youssef)
					expect(refused).toEqual([])

					await beginEpoch(amal, root)
					await askForEnd(amal, dataDir, async () => {
						await pause((db) => sql`update desk_case set changed = changed - interval '2 years'`.execute(db))
					})
					await zineb.goto('/desk/approvals')
					await zineb.getByRole('button', { name: 'J’accepte' }).click()
					await zineb.getByText('C’est enregistré.').waitFor()
					await amal.goto('/desk/erasure')
					await amal.getByRole('button', { name: 'Détruire la clé pour toujours' }).click()
					await amal.getByText('est détruite', { exact: false }).waitFor()
					await signCertificate(amal, 1)
					await zineb.goto('/desk/erasure')
					await signCertificate(zineb, 2)
					await letHourPass()
					await zineb.reload()
					await checkCertificate(zineb, origin)
				})
			})
		})
		await end('SIGTERM')
		const { stdout } = spawnSync('grep', ['-rlaE', 'CANARY-7f3a|9rina', dataDir], { encoding: 'utf8' })
		expect(stdout, 'neither report nor answer lies in clear on the disk').toBe('')
		const verify = () => runAuditVerify([], { DATA_DIR: dataDir })
		expect(verify()).toEqual({
			status: 0,
			said: expect.stringContaining('Nothing that is kept here differs from the record') as string,
		})
		await changeLeaf(dataDir, leaf)
		expect(verify()).toEqual({ status: 1, said: expect.stringContaining(`leaf ${leaf}: `) as string })
	},
)
