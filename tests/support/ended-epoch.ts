/** The life of a key in a live installation, as its people begin and end it, with the root's signature made here. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { makeEscrow, makeRoot, signWithRoot, toEscrowText } from '#domains/people/keys'
import { installCeremony } from '#domains/people/server/keys'
import { toOperatorText, type WitnessOfTest } from './live-operator.ts'

export type Root = Awaited<ReturnType<typeof makeRoot>>

const sign = async (text: string, root: Root): Promise<string> => {
	const note = await signWithRoot(text, root.shares.slice(1, 4))
	if (!note.ok) throw new Error('signing in the test failed')
	return note.value
}

/** An installation that somebody answers for, after its ceremony and before its first key. */
export const holdCeremony = async (dataDir: string, witnesses?: readonly WitnessOfTest[]): Promise<Root> => {
	const [root, escrow] = [await makeRoot(), await makeEscrow()]
	const note = await sign(toEscrowText(escrow.recipient), root)
	await installCeremony(dataDir, { rootKey: root.verifierKey, note })
	writeFileSync(join(dataDir, 'operator.yaml'), toOperatorText(root.verifierKey, {}, witnesses))
	return root
}

/** Says of everybody who is not as on the last list that they have read their fingerprint out. */
export const hearAll = async (page: Page): Promise<void> => {
	await page.locator('#next ~ ul li').first().waitFor()
	for (const tick of await page.locator('#next ~ * input[type=checkbox]').all()) await tick.check()
}

/** Makes an epoch on the page of shared keys and publishes it with the root's signature. */
export const beginEpoch = async (page: Page, root: Root): Promise<void> => {
	await page.goto('/desk/keys/epochs')
	await hearAll(page)
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

/** Makes a key of the index, which is in use at once; the one before is over. */
export const makeIndex = async (page: Page): Promise<void> => {
	await page.goto('/desk/keys/epochs')
	await hearAll(page)
	const readAnew = page.waitForResponse(/__data\.json/u)
	await page.getByRole('button', { name: 'Faire une clé d’index' }).click()
	await readAnew
	// What was given out stands on the page that was read anew, too.
	await page.evaluate(async () => {
		for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame)
	})
	await page.locator('.done', { hasText: 'Copie de secours' }).waitFor()
}

/** Sets the days of the one epoch that is over back: nothing that is sealed to it can be on its way any more. */
export const setBackEpoch = (dataDir: string): void => {
	const folder = join(dataDir, 'keys', 'epochs')
	const files = readdirSync(folder).map((id) => join(folder, id, 'epoch.json'))
	const [over, ...others] = files.filter((file) =>
		/"kind":"epoch".*"state":"past"/u.test(readFileSync(file, 'utf8')),
	)
	if (over === undefined || others.length > 0) throw new Error('one key that is over was wanted')
	const stored = JSON.parse(readFileSync(over, 'utf8')) as object
	writeFileSync(over, JSON.stringify({ ...stored, begins: '2026-01-01', ends: '2026-02-14' }))
}
