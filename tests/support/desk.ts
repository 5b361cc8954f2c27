/** The desk as its people use it: an account made on the machine, a product that runs, a device that holds passkeys. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { findFreePort } from './free-port.ts'
import { startProduct } from './product.ts'

/** Starts a product of its own, on `dataDir` if one is given, with one person who has been invited. `localhost`, because passkeys know no bare address. */
export const startDesk = async (
	name: string,
	role: 'supervisor' | 'key-officer',
	dataDir?: string,
): Promise<{ origin: string; invitation: string }> => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-desk-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const port = String(await findFreePort())
	const env = { PORT: port, DATA_DIR: dataDir ?? join(folder, 'data') }
	const said = execFileSync(process.execPath, ['scripts/setup-desk.ts', name, role, 'fr'], {
		env: { ...process.env, ORIGIN: '', DATABASE_URL: '', ...env },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	const product = startProduct({ ...env, DATABASE_URL: '' })
	await product.ready()
	return { origin: `http://localhost:${port}`, invitation: said.trim() }
}

/** Gives the browser of a page a device that confirms by itself, as a finger would. */
export const addAuthenticator = async (page: Page): Promise<void> => {
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('WebAuthn.enable')
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	})
}

/** Enrols with a passkey; ends on the page where the work of this person begins. */
export const enrolByPasskey = async (page: Page, invitation: string): Promise<void> => {
	await page.goto(invitation, { waitUntil: 'networkidle' })
	await page.getByRole('button', { name: 'Créer une clé d’accès' }).click()
	await page.waitForURL(/\/desk\/(?:queue|figures|account)$/u)
}
