/** The desk out of a program on the analyst's machine, in front of a server that was changed: keys are opened by the code of the release, and nothing the server adds runs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { makeRoot } from '#domains/people/keys'
import { asVisitor } from '../../support/browser.ts'
import { shortLived } from '../../support/child.ts'
import { startDesk } from '../../support/desk.ts'
import { goToFirstCase, makeKey, openKey, openReport } from '../../support/desk-work.ts'
import { holdCeremony } from '../../support/ended-epoch.ts'
import { fileReports, type Filed } from '../../support/filed-reports.ts'
import { findFreePort } from '../../support/free-port.ts'

const words = 'هو دابا قدام باب الدار'
const filed: Filed = {
	answers: {
		danger: 'no',
		who: 'teen',
		what: ['bullying'],
		police: false,
		wants: ['stop'],
		where: [],
		words,
	},
	lane: 'normal',
}

const evil = 'document.documentElement.dataset.taken = 1;'

/** A server in whose hands the product is: every script and every page that it sends carries code of its own, and its data is what `lie` makes of it. */
const startChanged = async (
	origin: string,
	lie = (data: string): string => data,
): Promise<{ origin: string; changed: string[] }> => {
	const changed: string[] = []
	const server = createServer((request, response) => {
		const asked = ask(
			new URL(request.url ?? '/', origin),
			{ method: request.method, headers: { ...request.headers, 'accept-encoding': 'identity' } },
			(answer) => {
				const type = answer.headers['content-type'] ?? ''
				const chunks: Buffer[] = []
				answer.on('data', (chunk: Buffer) => chunks.push(chunk))
				answer.on('end', () => {
					let body = Buffer.concat(chunks)
					const headers = { ...answer.headers }
					delete headers['transfer-encoding']
					if (/javascript|html/u.test(type)) {
						changed.push(request.url ?? '')
						delete headers['content-security-policy']
						body = Buffer.from(
							type.includes('html') ? `${body.toString()}<script>${evil}</script>` : evil + body.toString(),
						)
					} else if (/json|sveltekit-data/u.test(type)) body = Buffer.from(lie(body.toString()))
					response.writeHead(answer.statusCode ?? 0, { ...headers, 'content-length': body.length })
					response.end(body)
				})
			},
		)
		asked.on('error', () => response.destroy())
		request.pipe(asked)
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => void server.close())
	return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, changed }
}

/** Answers its address, and the one that is to be opened first. */
const startClient = async (
	server: string,
	...options: string[]
): Promise<{ origin: string; first: string }> => {
	const port = String(await findFreePort())
	const child = spawn(process.execPath, [
		...shortLived,
		'scripts/desk-client.ts',
		server,
		'--port',
		port,
		...options,
	])
	let said = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (text: Buffer) => (said += text.toString()))
	const ended = once(child, 'close')
	onTestFinished(async () => {
		child.kill('SIGKILL')
		await ended
	})
	while (!said.includes('Open http')) {
		if (child.exitCode !== null) throw new Error(said)
		await Promise.race([once(child.stdout, 'data'), ended])
	}
	const [first = ''] = /http:\S+\/open\/\S+/u.exec(said) ?? []
	return { origin: new URL(first).origin, first }
}

/** By passphrase and code, as this address wants it. */
const enrol = async (page: Page, invitation: string): Promise<void> => {
	await page.goto(new URL(invitation).pathname)
	await page.getByText('Cet appareil n’a pas de clés d’accès').click()
	for (const details of await page.locator('form details').all()) await details.locator('summary').click()
	const typed = (await page.locator('code').innerText()).replaceAll(' ', '')
	const app = createOTP(new TextDecoder().decode(base32.decode(typed)))
	await page.locator('#new-passphrase').fill('quatre mots sans rapport')
	await page.locator('#again').fill('quatre mots sans rapport')
	await page.locator('#new-code').fill(await app.totp())
	await page.getByRole('button', { name: 'Enregistrer' }).click()
	await page.waitForURL('**/desk/queue')
}

test('a refusal is said on the page, in the language of the desk, as on a page of the server', async () => {
	const { origin } = await startDesk('Amal', 'supervisor')
	const client = await startClient((await startChanged(origin)).origin)
	await asVisitor(
		async (page) => {
			await page.goto(client.first)
			await page.goto('/desk/sign-in?lang=ar')
			await page.locator('#name').waitFor({ state: 'attached' })
			expect(
				await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]),
			).toEqual(['ar', 'rtl'])
			await page.goto('/desk/sign-in')
			await page.getByText('Pas de clé sur cet appareil').click()
			await page.locator('#name').fill('amal')
			await page.locator('#passphrase').fill('une phrase qui n’est pas la bonne')
			await page.locator('#code').fill('123456')
			await page.getByRole('button', { name: 'Se connecter', exact: true }).click()
			await page.getByRole('alert').waitFor()
			expect(new URL(page.url()).pathname).toBe('/desk/sign-in')
		},
		{ baseURL: client.origin },
	)
})

test('a report is opened by the code of the release, whatever the server sends', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-pinned-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await fileReports(dataDir, [filed])
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	const changed = await startChanged(origin)
	const client = await startClient(changed.origin)
	await asVisitor(
		async (page) => {
			await page.goto(client.first)
			await enrol(page, invitation)
			await makeKey(page)
			await goToFirstCase(page)
			await openReport(page)
			expect(await page.locator('main').innerText()).toContain(words)
			expect(await page.evaluate(() => document.documentElement.dataset['taken'])).toBeUndefined()
			expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['desk-client'])
			// The server did try, and it is no other: in a browser that asks it, its code runs.
			expect(changed.changed).toContain('/desk/queue')
			await page.goto(`${changed.origin}/desk/sign-in`)
			expect(await page.evaluate(() => document.documentElement.dataset['taken'])).toBe('1')
		},
		{ baseURL: client.origin },
	)
})

test('no key is made while the server shows another root than the one that was given', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-root-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	const [root, foreign] = [await holdCeremony(dataDir), await makeRoot()]
	let shown = root.verifierKey
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	const changed = await startChanged(origin, (data) => data.replaceAll(root.verifierKey, shown))
	const client = await startClient(changed.origin, '--root', root.verifierKey)
	await asVisitor(
		async (page) => {
			await page.goto(client.first)
			await enrol(page, invitation)
			await makeKey(page)
			const [makers, told] = [
				page.locator('.makers').getByRole('button'),
				page.getByText('Ce n’est pas la racine donnée à ce programme', { exact: false }),
			]
			await page.goto('/desk/keys/epochs')
			await makers.first().waitFor()
			expect(await told.count()).toBe(0)
			shown = foreign.verifierKey
			await page.goto('/desk/keys/epochs')
			await told.waitFor()
			await page.getByText(foreign.verifierKey).waitFor()
			expect(await makers.count()).toBe(0)
		},
		{ baseURL: client.origin },
	)
})

test('a note is sealed to a key that the given root has signed, and to no other', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-unsigned-'))
	onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
	await fileReports(dataDir, [filed])
	const { origin, invitation } = await startDesk('Amal', 'supervisor', dataDir)
	const [, root = ''] = /data-root="([^"]+)"/u.exec(await (await fetch(`${origin}/fr/report`)).text()) ?? []
	let isFalse = false
	const changed = await startChanged(origin, (data) =>
		isFalse ? data.replaceAll('thiqa epoch v1', 'thiqa epoch v2') : data,
	)
	const client = await startClient(changed.origin, '--root', root)
	await asVisitor(
		async (page) => {
			let sent = 0
			page.on('request', (request) => (sent += Number(request.url().endsWith('?/note'))))
			const note = page.locator('#note')
			const keep = async (text: string): Promise<void> => {
				await note.fill(text)
				await page.getByRole('button', { name: 'Sceller et garder' }).click()
			}
			await page.goto(client.first)
			await enrol(page, invitation)
			await makeKey(page)
			await goToFirstCase(page)
			await keep('Elle rappelle ce soir.')
			await page.locator('.as-typed', { hasText: 'Elle rappelle ce soir.' }).waitFor()
			expect(sent).toBe(1)
			isFalse = true
			// Read anew, the page has forgotten the key that it knows to be signed.
			await page.goto('/desk/keys')
			await openKey(page)
			await goToFirstCase(page)
			await keep('Elle est devant la porte.')
			await page.getByText('Rien n’a été gardé', { exact: false }).waitFor()
			expect(await note.inputValue()).toBe('Elle est devant la porte.')
			expect(sent).toBe(1)
		},
		{ baseURL: client.origin },
	)
})
