/** The demonstration of the exchange, run to its end as a person runs it; what it says is asked of its programs once more. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Resolver } from 'node:dns/promises'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readXarfSchemas } from '../tests/support/xarf-schemas.ts'
import { findStandard } from '../tests/support/standards.ts'
import { checkReceipt } from './demo-exchange/acts.ts'
import { readNotice, readReport } from './demo-exchange/host.ts'
import { findBind } from './demo-exchange/resolver.ts'

const isBuilt = existsSync('build/handler.js')
const schemas = findStandard('xarf')

describe.skipIf(!isBuilt)('npm run demo:exchange (needs a build: npm run build)', () => {
	/** Folders that it makes are made here. */
	const place = mkdtempSync(join(tmpdir(), 'thiqa-demo-test-'))
	let said = ''
	let end: () => Promise<number | null>
	const find = (what: RegExp): string => what.exec(said)?.[1] ?? expect.fail(`it says no such thing: ${said}`)

	beforeAll(async () => {
		const env = { ...process.env, TMPDIR: place }
		const child = spawn(process.execPath, ['scripts/demo-exchange.ts'], { env })
		const ended = once(child, 'close')
		end = async () => {
			child.kill('SIGTERM')
			await ended
			return child.exitCode
		}
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (text: Buffer) => (said += text.toString()))
		while (!said.includes('\nDone.')) {
			if (child.exitCode !== null) throw new Error(`the demonstration ended, saying ${said}`)
			await Promise.race([once(child.stdout, 'data'), ended])
		}
	})
	afterAll(async () => {
		await end()
		rmSync(place, { recursive: true, force: true })
	})

	test('hands out a receipt that the keys of the other side prove, and no other text', async () => {
		const file = readFileSync(find(/The receipt: (\S+)/u), 'utf8')
		const origin = find(/The other country\n +for children +(http:\/\/localhost:\d+)/u)
		expect(await checkReceipt(file, origin)).toBe(find(/public key: (\S+) there/u))
		const receipt = JSON.parse(file) as { answer: { body: string } }
		receipt.answer.body = Buffer.from('{"peer_ref":"MA-2026-000099"}').toString('base64')
		await expect(checkReceipt(JSON.stringify(receipt), origin)).rejects.toThrow('verifying the receipt')
	})

	test('brings a mail into the host’s box that a program reads as XARF', () => {
		const mail = readFileSync(find(/The whole mail: (\S+)/u), 'latin1')
		expect(mail).toMatch(/^To: abuse@host\.example\r$/mu)
		expect(mail).toMatch(/^DKIM-Signature: .*d=line\.example/mu)
		expect(readNotice(mail)).toMatchObject({ type: 'csam', url: 'https://harmful.example/demonstration' })
		if (schemas !== undefined) expect(readXarfSchemas(schemas)(JSON.parse(readReport(mail)))).toEqual([])
	})

	test.skipIf(!findBind())('ends with a name that the resolver has no answer for (bind9)', async () => {
		const resolver = new Resolver()
		resolver.setServers([`127.0.0.1:${find(/resolver: 127\.0\.0\.1 port (\d+)/u)}`])
		expect(said).toContain('gave 192.0.2.66 for it and now gives 192.0.2.200')
		expect(await resolver.resolve4('ns.example'), 'it is there and answers').toEqual(['127.0.0.1'])
		await expect(resolver.resolve4('harmful.example')).rejects.toMatchObject({ code: 'ENOTFOUND' })
	})

	test('says no word of the report, and leaves nothing behind when it is ended', async () => {
		expect(said).not.toContain('Ceci est un exemple')
		const address = find(/for children +(http:\S+)/u)
		expect((await fetch(address)).status).toBe(200)
		expect([await end(), readdirSync(place)]).toEqual([0, []])
		await expect(fetch(address)).rejects.toThrow('fetch failed')
	})
})
