import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import {
	fingerprint,
	formSizes,
	identityFromBytes,
	lockIdentity,
	makeIdentity,
	open,
	openPassphrase,
	openText,
	seal,
	toFamily,
	toRecipient,
	wrapWithPassphrase,
} from './index.ts'
import { pad, unpad } from './padding.ts'

const hasAge = spawnSync('age', ['--version']).status === 0
const hasScript = spawnSync('script', ['--version']).status === 0
if (!hasAge) console.warn('skipped: the `age` program is not here (Debian package `age`)')
if (!hasScript) console.warn('skipped in part: the `script` program is not here (Debian package `bsdutils`)')

let folder: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'sealed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (program: string, args: string[], input?: Uint8Array): Buffer => {
	const { status, stdout, stderr } = spawnSync(program, args, { input, cwd: folder })
	if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`)
	return stdout
}
const getValue = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}
const text = 'شي واحد كيهددني ⵉⵍⵍⴰ ⵢⴰⵏ\n'

describe.skipIf(!hasAge)('the age program', () => {
	const identities: [string, () => Promise<string>][] = [
		['a new identity', makeIdentity],
		['an identity derived from 32 bytes', async () => identityFromBytes(new Uint8Array(32).fill(0xa7))],
		[
			'an identity of age-keygen',
			async () =>
				run('age-keygen', [])
					.toString()
					.match(/AGE-SECRET-KEY-\S+/u)?.[0] ?? '',
		],
	]
	test.each(identities)('opens what was sealed, and seals what is opened, for %s', async (_, make) => {
		const identity = await make()
		writeFileSync(join(folder, 'key'), `${identity}\n`, { mode: 0o600 })
		const recipient = run('age-keygen', ['-y', 'key']).toString().trim()
		expect(getValue(await toRecipient(identity))).toBe(recipient)
		const sealed = getValue(await seal(text, recipient))
		const padded = run('age', ['-d', '-i', 'key'], sealed)
		expect(Buffer.from(unpad(padded) ?? []).toString()).toBe(text)
		const theirs = run('age', ['-r', recipient], pad(new TextEncoder().encode(text), formSizes))
		expect(getValue(await openText(Uint8Array.from(theirs), identity))).toBe(text)
	})
	test('and three words of shell read the content, as the README says', async () => {
		const identity = await makeIdentity()
		writeFileSync(join(folder, 'key'), `${identity}\n`, { mode: 0o600 })
		writeFileSync(join(folder, 'file'), getValue(await seal(text, getValue(await toRecipient(identity)))))
		const command = 'age -d -i key file | { read -r n; head -c "$((10#$n))"; }'
		expect(run('bash', ['-c', command]).toString()).toBe(text)
	})
	test.skipIf(!hasScript)('opens an identity that a passphrase wraps, and opens mail with it', async () => {
		const identity = await makeIdentity()
		const recipient = getValue(await toRecipient(identity))
		writeFileSync(join(folder, 'wrapped'), await wrapWithPassphrase(`${identity}\n`, 'four words of paper'))
		writeFileSync(join(folder, 'mail'), getValue(await seal(text, recipient)))
		const command = 'age -d -i wrapped -o plain mail'
		run('script', ['-qec', command, '/dev/null'], Buffer.from('four words of paper\n'))
		expect(Buffer.from(unpad(readFileSync(join(folder, 'plain'))) ?? []).toString()).toBe(text)
	})
})

describe('keys', () => {
	test('a locked identity opens, and its secret cannot be read out', async () => {
		const identity = await makeIdentity()
		const key = getValue(await lockIdentity(identity))
		const recipient = getValue(await toRecipient(identity))
		expect(getValue(await toRecipient(key))).toBe(recipient)
		expect(getValue(await openText(getValue(await seal(text, recipient)), key))).toBe(text)
		expect(key.extractable).toBe(false)
		await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow()
		await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow()
	})
	test('every 32 bytes are an identity that opens what is sealed to it', async () => {
		const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 })
		await fc.assert(
			fc.asyncProperty(secrets, async (secret) => {
				const identity = identityFromBytes(secret)
				const sealed = getValue(await seal('a', getValue(await toRecipient(identity))))
				expect(getValue(await openText(sealed, identity))).toBe('a')
				expect(getValue(await openText(sealed, getValue(await lockIdentity(identity))))).toBe('a')
			}),
			{ numRuns: 20 },
		)
		expect(() => identityFromBytes(new Uint8Array(31))).toThrow('wanted 32 bytes')
	})
	test('what is no identity is refused', async () => {
		const identity = await makeIdentity()
		const typo = identity.replace(/.$/u, (letter) => (letter === 'Q' ? 'P' : 'Q'))
		for (const wrong of ['', 'hello', identity.toLowerCase(), typo, identity.slice(0, -1)])
			expect((await lockIdentity(wrong)).ok, wrong.length.toString()).toBe(false)
		for (const wrong of ['', 'hello', typo]) expect((await toRecipient(wrong)).ok).toBe(false)
	})
	test('a fingerprint is five groups that `sha256sum` gives as well', async () => {
		const recipient = getValue(await toRecipient(await makeIdentity()))
		expect(fingerprint(recipient)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){4}$/u)
		const digest = createHash('sha256').update(recipient).digest('hex')
		expect(fingerprint(recipient).replaceAll(' ', '')).toBe(digest.slice(0, 20))
	})
	test('toFamily() knows a key by its letters', async () => {
		expect(toFamily(getValue(await toRecipient(await makeIdentity())))).toBe('x25519')
		expect(toFamily('age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e')).toBeUndefined()
	})
})

describe('passphrases', () => {
	/** A file that asks for 2^`work` rounds; the work is in the header, so none has to be done to make it. */
	const asking = (work: string): Uint8Array =>
		new TextEncoder().encode(
			`age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ ${work}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(64)}`,
		)
	test('a wrapped key comes back with its passphrase only', async () => {
		const wrapped = await wrapWithPassphrase('key', 'good words')
		expect(Buffer.from(getValue(await openPassphrase(wrapped, 'good words'))).toString()).toBe('key')
		const wrong = await openPassphrase(wrapped, 'bad words')
		expect(wrong).toMatchObject({ ok: false, code: 'sealed.key' })
		await expect(wrapWithPassphrase('key', '')).rejects.toThrow('not empty')
	})
	test.each(['19', '20', '30', '63', '99', '100', '1000000', '0', '018', '-1', 'a'])(
		'a file that asks for work 2^%s is refused before any is done',
		async (work) => {
			const calls = await countCalls(async () =>
				expect((await openPassphrase(asking(work), 'a')).ok).toBe(false),
			)
			expect(calls).toBeLessThan(500)
		},
	)
	test('a file of a reader is no file of a passphrase', async () => {
		const sealed = getValue(await seal('a', getValue(await toRecipient(await makeIdentity()))))
		expect(await openPassphrase(sealed, 'a')).toMatchObject({ code: 'sealed.family' })
		expect((await open(await wrapWithPassphrase('a', 'b'), await makeIdentity())).ok).toBe(false)
	})
})
