/** A child's report goes abroad as a referral and comes back as an outcome and a letter: two live desks, nothing but browsers between people and them. */
import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { runAuditVerify } from '../support/audit-verify.ts'
import { asVisitor, phone } from '../support/browser.ts'
import { makeFolder } from '../support/child.ts'
import { goToFirstCase, goToQueue, move, openKey, openReport } from '../support/desk-work.ts'
import { fileWithoutScript, story } from '../support/report-form.ts'
import { longTest } from '../support/patience.ts'
import {
	asVisitors,
	enrolStaff,
	knowOther,
	startHotline,
	type Hotline,
	type Staff,
} from '../support/two-hotlines.ts'

const place = 'https://files.example/canary-place-7f3a'
const reasons = 'Une image illégale d’un enfant, vue par le bureau à cette adresse.'
const theirNote = 'CANARY-note-51c2: removed by the host.'
const withoutScript = { ...phone, javaScriptEnabled: false }

/** The outbox has sent something: its log says how much, and nothing of what. */
const sent = '"job":"exchange.send","count":1'

/**
 * Does what puts a message into the outbox of a hotline, waits for rounds of the outbox that tried it, and looks whether the page of the referral
 * then stands where it should: a first try may fail on a busy machine, a second one comes a minute later.
 */
const sendAndLook = async (
	{ said, hear }: Hotline,
	work: () => Promise<unknown>,
	look: { page: Page; state: string },
): Promise<void> => {
	let from = said().length
	await work()
	for (let rounds = 0; rounds < 3; rounds++) {
		await hear(sent, from)
		from = said().length
		await look.page.reload()
		if ((await look.page.locator('.facts b').first().innerText()) === look.state) return
	}
	throw new Error(`three rounds of the outbox: the page never says ${look.state}`)
}

const giveTo = async (supervisor: Page, name: string): Promise<void> => {
	await goToFirstCase(supervisor)
	await move(supervisor, 'Trié')
	await supervisor.locator('#assign').selectOption({ label: name })
	await supervisor.getByRole('button', { name: 'Confier', exact: true }).click()
	await supervisor.locator('.facts', { hasText: name }).waitFor()
}

/** From the open case to a draft that a second person is asked about. Answer: the number of the referral. */
const draft = async (page: Page): Promise<string> => {
	await page.locator('summary', { hasText: 'Renvoyer à un partenaire' }).click()
	await page.locator('summary', { hasText: 'Ajouter' }).last().click()
	await page.locator('#refer-link').fill(place)
	await page.locator('#refer-link').press('Enter')
	await page.locator('#refer-country').fill('fr')
	await page.locator('#refer-tlp').selectOption('amber')
	await page.locator('#refer-to').selectOption({ index: 1 })
	await page.locator('#refer-why').fill(story.words)
	await page.getByRole('button', { name: 'Voir ce qui partirait' }).click()
	await page.getByText('Il contient des mots de la personne qui signale.', { exact: false }).waitFor()
	await page.locator('#refer-why').fill(reasons)
	await page.getByRole('button', { name: 'Voir ce qui partirait' }).click()
	const leaves = page.locator('pre', { hasText: 'canary-place-7f3a' })
	await leaves.waitFor()
	const number = /[A-Z]{2}-\d{4}-\d+/u.exec(await leaves.innerText())?.[0] ?? ''
	await page.getByRole('button', { name: 'Garder scellé et demander une deuxième personne' }).click()
	await page.getByText('Gardé scellé dans les notes, en attente', { exact: false }).waitFor()
	return number
}

/** The second person opens the case, reads exactly what leaves, and agrees. */
const agree = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	await openReport(page)
	const asked = page.locator('form[action="?/decide"]', { hasText: 'Renvoyer à un partenaire' })
	await asked.getByRole('button', { name: 'J’accepte' }).click()
	await asked.getByText('accord de', { exact: false }).waitFor()
}

const send = async (page: Page): Promise<void> => {
	await goToFirstCase(page)
	await page
		.getByText('Voir ses fichiers')
		.or(page.getByRole('button', { name: 'Envoyer le renvoi' }))
		.first()
		.waitFor()
	await page.getByRole('button', { name: 'Envoyer le renvoi' }).click()
	await page.getByText('Scellé pour le partenaire, en route.').waitFor()
}

/** The other desk finds the referral, opens it in the tab, makes a case of it and answers. What it read. */
const answerThere = async (page: Page): Promise<string> => {
	await page.goto('/desk/referrals')
	await page.locator('main tbody a').first().click()
	await openKey(page)
	await page.getByRole('button', { name: 'L’ouvrir' }).click()
	const said = page.locator('pre', { hasText: 'canary-place-7f3a' })
	const text = await said.innerText()
	await page.getByRole('button', { name: 'En faire un cas' }).click()
	await page.locator('.done').getByRole('link', { name: 'Devenu un cas' }).waitFor()
	await page.locator('#reply-code').selectOption('actioned')
	await page.locator('#reply-note').fill(theirNote)
	await page.getByRole('button', { name: 'Répondre par un résultat' }).click()
	await page.getByText('La réponse est scellée et en route.').waitFor()
	return text
}

/** Opens the report, where it is not still open in this tab. */
const openAgain = async (page: Page): Promise<void> => {
	const closed = page.getByRole('button', { name: 'Ouvrir le signalement' })
	await closed.or(page.locator('article blockquote')).first().waitFor()
	if (await closed.isVisible()) await openReport(page)
}

/** One press takes the letter that fits the outcome. Answer: what it says. */
const sendLetter = async (page: Page): Promise<string> => {
	await goToFirstCase(page)
	await page.locator('section[aria-labelledby=referrals]', { hasText: 'Ils ont agi' }).waitFor()
	await openAgain(page)
	await page.getByRole('button', { name: 'Lettre prête pour l’enfant' }).click()
	const letter = await page.locator('#answer-text').inputValue()
	await page.getByRole('button', { name: 'Signer, sceller, envoyer' }).click()
	await page.getByText('La réponse est dans la boîte.').waitFor()
	return letter
}

const readMailbox = (origin: string, digits: string, letter: string): Promise<void> =>
	asVisitor(
		async (page) => {
			await page.goto('/ar/mailbox')
			await page.locator('textarea[name=code]').first().fill(digits)
			await page
				.locator('form', { has: page.locator('textarea[name=code]') })
				.getByRole('button')
				.first()
				.click()
			const [, line = ''] = letter.split('\n')
			await page.getByText(line.slice(0, 40), { exact: false }).waitFor()
		},
		{ ...withoutScript, baseURL: origin },
	)

/** Checks what both products have said and kept: nothing in clear that only people were to read; and their records hold. */
const checkKept = async (hotlines: readonly Hotline[]): Promise<void> => {
	for (const { end, dataDir } of hotlines) {
		const { said } = await end('SIGTERM')
		expect(said, 'a log').not.toMatch(/canary|files\.example|l3ayl|ligne d’ailleurs/iu)
		const { stdout } = spawnSync('grep', ['-rlaiE', 'canary', dataDir], { encoding: 'utf8' })
		expect(stdout, 'a file with words in clear').toBe('')
		expect(runAuditVerify([], { DATA_DIR: dataDir })).toEqual({
			status: 0,
			said: expect.stringContaining('Nothing that is kept here differs from the record') as string,
		})
	}
}

test(
	'a child reports; the case is referred abroad, accepted with a receipt, answered there; the child reads what became of it',
	{ timeout: longTest },
	async () => {
		const here = await startHotline('Amal', makeFolder())
		const there = await startHotline('Salma', makeFolder())
		const [ours, theirs] = [here.origin, there.origin]
		await asVisitors(
			[ours, ours, ours, theirs, theirs, theirs],
			async ([amal, youssef, nora, salma, ines, luc]) => {
				if (!amal || !youssef || !nora || !salma || !ines || !luc) throw new Error('six pages were asked for')
				const staff: Staff = { supervisor: amal, analyst: youssef, liaison: nora }
				const others: Staff = { supervisor: salma, analyst: ines, liaison: luc }
				const digits = await fileWithoutScript(ours, async () => {
					await enrolStaff(staff, here, { analyst: 'Youssef', liaison: 'Nora' })
					await enrolStaff(others, there, { analyst: 'Inès', liaison: 'Luc' })
					await knowOther(staff, { name: 'Ligne d’ailleurs', country: 'fr', origin: theirs })
					await knowOther(others, { name: 'Ligne d’ici', country: 'ma', origin: ours })
				})
				await amal.goto('/desk/keys')
				await openKey(amal)
				await giveTo(amal, 'Youssef')
				await goToFirstCase(youssef)
				expect(await openReport(youssef)).toContain(story.words)
				const number = await draft(youssef)
				await agree(amal)
				await nora.goto('/desk/referrals')
				await nora.getByRole('link', { name: number }).click()
				await sendAndLook(here, () => send(youssef), { page: nora, state: 'Accepté' })
				expect(await nora.getByRole('link', { name: 'Accusé' }).getAttribute('href')).toContain('base64,')

				let read = ''
				const answer = async (): Promise<void> => void (read = await answerThere(ines))
				await sendAndLook(there, answer, { page: nora, state: 'Ils ont agi' })
				expect(read).toContain(number)
				expect(read).not.toMatch(/l3ayl|CANARY-7f3a|canary\.account|Youssef|Amal|Nora/u)
				await goToQueue(ines)
				expect(await ines.locator('tbody a').count()).toBeGreaterThan(0)

				const letter = await sendLetter(youssef)
				await readMailbox(ours, digits, letter)
			},
		)
		await checkKept([here, there])
	},
)
