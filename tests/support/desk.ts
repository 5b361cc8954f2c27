/** The desk as its people use it: an account made on the machine, a product that runs, a device that holds passkeys. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { openDatabase } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'
import { shortLived } from './child.ts'
import { findFreePort } from './free-port.ts'
import { startProduct, type Product } from './product.ts'
import { fillDataFolder } from './ready-made.ts'

/** Starts a product of its own, on `dataDir` if one is given, with one person who has been invited. `localhost`, because passkeys know no bare address. */
export const startDesk = async (
	name: string,
	role: 'supervisor' | 'key-officer',
	dataDir?: string,
	settings: Readonly<Record<string, string>> = {},
): Promise<{
	origin: string
	dataDir: string
	invitation: string
	end: Product['end']
	said: Product['said']
	hear: Product['hear']
	/** Stops it for what needs its database, and starts it again. */
	pause: <Answer>(work: (db: Kysely<Tables>) => Promise<Answer>) => Promise<Answer>
}> => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-desk-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	const port = String(await findFreePort())
	const env = { PORT: port, DATA_DIR: dataDir ?? join(folder, 'data') }
	await fillDataFolder(env.DATA_DIR)
	const said = execFileSync(process.execPath, [...shortLived, 'scripts/setup-desk.ts', name, role, 'fr'], {
		env: { ...process.env, ORIGIN: '', DATABASE_URL: '', ...env },
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	})
	const start = async () => {
		const started = startProduct({ ...env, ...settings, DATABASE_URL: '' })
		await started.ready()
		return started
	}
	let product = await start()
	return {
		origin: `http://localhost:${port}`,
		dataDir: env.DATA_DIR,
		invitation: said.trim(),
		end: (signal) => product.end(signal),
		said: () => product.said(),
		hear: (text, from) => product.hear(text, from),
		pause: async (work) => {
			await product.end('SIGTERM')
			const database = await openDatabase<Tables>({ dataDir: env.DATA_DIR, databaseUrl: undefined })
			try {
				return await work(database.kysely)
			} finally {
				await database.close()
				product = await start()
			}
		},
	}
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
			hasPrf: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	})
}

/** Enrols with a passkey; ends on the page where the work of this person begins. */
export const enrolByPasskey = async (page: Page, invitation: string): Promise<void> => {
	await page.goto(invitation, { waitUntil: 'networkidle' })
	await page.getByRole('button', { name: 'Créer une clé d’accès' }).click()
	await page.waitForURL(
		/\/desk\/(?:queue|dossiers|preservation|record|platform|figures|wellness|keys\/epochs|account)$/u,
	)
}
