/** Does as docs/exchange.md tells an engineer of a partner: with the script, and with openssl and curl. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import {
	addPartner,
	makeMessageId,
	note,
	openInbox,
	readAnswer,
	referral,
	sealAs,
} from '../../../../../../tests/support/partner-channel.ts'
import { findProgram } from '../../../../../../tests/support/programs.ts'
import { listMessages } from './index.ts'
import { toProblem, type ProblemCode } from './problems.ts'

const script = resolve('docs/exchange/send-first-message.mjs')

/** An inbox that listens on this machine. */
const serve = async () => {
	const inbox = await openInbox('pglite', { now: () => new Date() })
	const server = createServer((request, response) => {
		const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`
		if (request.url === '/coop/v1/keys')
			return void inbox.keys.publish().then((keys) => response.end(JSON.stringify(keys)))
		const headers = Object.fromEntries(
			Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
		)
		void buffer(request)
			.then((body) => inbox.post(headers, Uint8Array.from(body), url))
			.then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body))
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return { ...inbox, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const run = async (program: string, args: readonly string[], cwd: string) => {
	const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
	const said = Promise.all([buffer(child.stdout), buffer(child.stderr)])
	const [code] = (await once(child, 'close')) as [number]
	const [out, errors] = await said
	return { code, out: out.toString(), errors: errors.toString() }
}

test('from nothing to the first message with the script, and its receipt is verified', async () => {
	const { db, origin, partner } = await serve()
	const folder = makeFolder()
	const node = (...args: string[]) => run(process.execPath, [script, ...args], folder)
	expect(await node('make-keys')).toMatchObject({ code: 0, errors: '' })
	expect((await node('make-keys')).code).toBe(1)
	const early = await node('send', origin)
	expect([early.code, early.out]).toEqual([1, expect.stringContaining('not-recognised')])
	const made = JSON.parse(readFileSync(join(folder, 'partner-keys.json'), 'utf8')) as {
		keys: { kid: string; use: string }[]
	}
	const jwk = made.keys.find(({ use }) => use === 'sig')
	await sql`update partner_key set kid = ${jwk?.kid}, public = ${JSON.stringify(jwk)} where kid = ${partner.sign.kid}`.execute(
		db,
	)
	const sent = await node('send', origin)
	expect(sent).toMatchObject({ code: 0, errors: '' })
	expect(sent.out).toContain('"status":"accepted"')
	expect(sent.out).toContain('The receipt is signed by the desk over this very request.')
	writeFileSync(join(folder, 'message.json'), JSON.stringify(referral))
	expect(await node('send', origin, 'message.json')).toMatchObject({ code: 0 })
	expect((await listMessages(db, 'unread')).map(({ type }) => type)).toEqual(['note', 'referral'])
})

const needed = ['bash', 'openssl', 'curl', 'basenc'].filter((name) => !findProgram(name))
const inShell = test.skipIf(needed.length > 0)

inShell(
	`with openssl and curl, as the page says${needed.length > 0 ? ` (missing: ${needed.join(', ')})` : ''}`,
	async () => {
		const { db, keys, origin } = await serve()
		const folder = makeFolder()
		const page = readFileSync('docs/exchange.md', 'utf8').split('## With openssl and curl')[1] ?? ''
		const blocks = [...page.matchAll(/```sh\n([^`]*)```/gu)].map(([, text = '']) =>
			text.replaceAll('https://DESK', origin),
		)
		const [makeKeys = '', sendMessage = ''] = blocks
		const made = await run('bash', ['-euo', 'pipefail', '-c', makeKeys], folder)
		expect(made).toMatchObject({ code: 0 })
		const [x = ''] = made.out.split('\n')
		const partner = await addPartner(db, new Date())
		const jwk = JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x })
		await sql`update partner_key set kid = 'THUMBPRINT', public = ${jwk} where kid = ${partner.sign.kid}`.execute(
			db,
		)
		const key = await importPrivate(readFileSync(join(folder, 'sign.key'), 'utf8'))
		const named = { ...partner, sign: { ...partner.sign, kid: 'THUMBPRINT', privateKey: key } }
		writeFileSync(join(folder, 'message.jose'), await sealAs(named, keys, note))
		const sent = await run(
			'bash',
			['-euo', 'pipefail', '-c', sendMessage.replace('UUIDV7', makeMessageId())],
			folder,
		)
		expect(sent.out, sent.errors).toMatch(/^HTTP\/1\.1 202/u)
		expect(await listMessages(db, 'unread')).toHaveLength(1)
	},
)

const importPrivate = (pem: string): Promise<CryptoKey> => {
	const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/gu, ''), 'base64')
	return crypto.subtle.importKey('pkcs8', der, 'Ed25519', false, ['sign'])
}

test('answers are as the description for machines says', async () => {
	const { send, partner, keys } = await openInbox('pglite')
	const described = parse(readFileSync('docs/exchange/openapi.yaml', 'utf8')) as {
		components: { schemas: { Problem: { properties: { code: { enum: ProblemCode[] } } } } }
	}
	const ajv = new Ajv2020({ strict: false, validateFormats: false })
	ajv.addSchema(described, 'api')
	const isA = (name: string, value: unknown): unknown => {
		const check = ajv.getSchema(`api#/components/schemas/${name}`)
		return check?.(value) === true ? true : check?.errors
	}
	for (const message of [note, referral]) expect(isA('Message', message)).toBe(true)
	expect(isA('Message', { ...note, v: 2 })).not.toBe(true)
	expect(isA('Receipt', readAnswer((await send(partner, note)).answer))).toBe(true)
	expect(isA('Receipt', readAnswer((await send(partner, { v: 2 })).answer))).toBe(true)
	expect(isA('Keys', await keys.publish())).toBe(true)
	for (const code of described.components.schemas.Problem.properties.code.enum)
		expect(isA('Problem', readAnswer({ ...toProblem(code), headers: {} })), code).toBe(true)
})
