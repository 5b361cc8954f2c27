import { globSync } from 'node:fs'
import { expect, inject, test } from 'vitest'
import { findFreePort } from '../support/free-port.ts'
import { startProduct } from '../support/product.ts'
import { makeFilledFolder } from '../support/ready-made.ts'

const folder = 'src/routes/(desk)'

/** Every address of the desk, its parameters filled in, but those where one gets a session. */
const closed = [
	...new Set(
		globSync(`${folder}/**/+{page.server.ts,page.svelte,server.ts}`).map((file) =>
			file
				.slice(folder.length)
				.replace(/\/\+[^/]+$/u, '')
				.replace(/\[\[?(?:\.\.\.)?\w+(?:=\w+)?\]\]?/gu, 'something'),
		),
	),
].filter((path) => !/^\/desk\/(?:sign-in|enrol|auth)/u.test(path))

const post = (path: string, headers: Record<string, string>) =>
	fetch(inject('origin') + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
		body: 'token=x&id=x&name=x',
	})

test.each(closed)('%s without a session shows nothing and does nothing', async (path) => {
	const shown = await fetch(inject('origin') + path, { redirect: 'manual' })
	expect(shown.status).toBe(303)
	expect(shown.headers.get('location')).toMatch(/^\/desk\/sign-in\?/u)
	expect(shown.headers.get('cache-control')).toBe('no-store')
	expect(shown.headers.get('x-robots-tag')).toContain('noindex')
	expect((await post(path, { origin: inject('origin') })).status).toBe(401)
	expect((await post(path, { origin: 'https://evil.example' })).status).toBe(403)
	expect((await post(path, {})).status).toBe(403)
})

test.each([
	'sign-up/email',
	'sign-in/email',
	'get-session',
	'list-sessions',
	'update-user',
	'delete-user',
	'passkey/list-user-passkeys',
	'passkey/delete-passkey',
	'ok',
	'__proto__',
])('the library behind the desk does not answer at %s', async (path) => {
	expect((await fetch(`${inject('origin')}/desk/auth/${path}`)).status).toBe(404)
	expect((await post(`/desk/auth/${path}`, { origin: inject('origin') })).status).toBe(404)
})

test.each([
	'/%64esk/sign-in',
	'/d%65sk/queue',
	'/%64%65%73%6b/enrol/something',
	'/%64esk/auth/passkey/generate-authenticate-options',
])('%s, which only decodes to an address of the desk, is none', async (path) => {
	expect((await fetch(inject('origin') + path, { redirect: 'manual' })).status).toBe(404)
})

test('a passkey is made for nobody who is neither invited nor signed in', async () => {
	const answer = await fetch(`${inject('origin')}/desk/auth/passkey/generate-register-options`, {
		headers: { 'x-thiqa-invitation': 'A'.repeat(43) },
	})
	expect(answer.status).toBe(401)
	expect(await answer.text()).not.toContain('challenge')
})

test('an invitation that there is not, or is over, gives no way in', async () => {
	const path = `/desk/enrol/${'A'.repeat(43)}`
	const shown = await fetch(inject('origin') + path, { redirect: 'manual' })
	expect(shown.status).toBe(404)
	const sent = await post(path, {
		origin: inject('origin'),
		accept: 'application/json',
		'x-sveltekit-action': 'true',
	})
	expect(await sent.json()).toMatchObject({ type: 'error', error: { message: 'desk.invitation-over' } })
	expect(sent.headers.get('set-cookie')).toBeNull()
})

test('signing in tells nobody which names there are, and is not tied to a place', async () => {
	const answers = await Promise.all(
		['amal', 'nobody', '\u0000', 'x'.repeat(5000)].map(async (name) => {
			const answer = await fetch(`${inject('origin')}/desk/sign-in`, {
				method: 'POST',
				headers: { origin: inject('origin'), 'content-type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams({ name, passphrase: 'quatre mots sans rapport', code: '123456' }),
			})
			return [answer.status, answer.headers.get('set-cookie')]
		}),
	)
	expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['[400,null]']))
})

test('a process without the desk answers as if there were none', async () => {
	const product = startProduct({
		PORT: String(await findFreePort()),
		DATA_DIR: await makeFilledFolder(),
		THIQA_ROLES: 'site',
	})
	await product.ready()
	for (const path of ['/desk', '/desk/sign-in', '/desk/auth/passkey/generate-authenticate-options'])
		expect((await fetch(product.origin + path, { redirect: 'manual' })).status).toBe(404)
})
