import fc from 'fast-check'
import { config, enums, generateKey, revokeKey, readPrivateKey } from 'openpgp'
import { beforeAll, describe, expect, test } from 'vitest'
import {
	makeKey,
	openSealed,
	readPublicKey,
	readSecretKey,
	sealSigned,
	signFile,
	verifyFile,
	type MadeKey,
	type SecretKey,
} from './index.ts'

const at = new Date('2026-11-29T10:00:00Z')
const later = new Date('2029-01-01T00:00:00Z')
const owner = { name: 'Desk of an example', email: 'desk@desk.example', days: 365 }
const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text)

let ours: MadeKey
let theirs: MadeKey
let open: { ours: SecretKey; theirs: SecretKey }

const getSecret = async (armored: string): Promise<SecretKey> => {
	const read = await readSecretKey(armored)
	if (!read.ok) throw new Error(JSON.stringify(read.issues))
	return read.value
}

beforeAll(async () => {
	ours = await makeKey(owner, at)
	theirs = await makeKey({ ...owner, name: 'Partner', email: 'desk@partner.example' }, at)
	open = { ours: await getSecret(ours.secret), theirs: await getSecret(theirs.secret) }
})

const findPaths = async (armored: string, moment = at): Promise<string[]> => {
	const read = await readPublicKey(armored, moment)
	return read.ok ? [] : read.issues.map(({ path }) => path)
}

const weak = async (options: Partial<Parameters<typeof generateKey>[0]>, more: Partial<typeof config>) =>
	(
		await generateKey({
			type: 'rsa',
			userIDs: { name: 'Weak', email: 'weak@partner.example' },
			date: at,
			...options,
			format: 'armored',
			config: { ...config, minRSABits: 1024, ...more },
		})
	).publicKey

describe('a key', () => {
	test('says whose it is and when it ends', async () => {
		expect(await readPublicKey(ours.public, at)).toMatchObject({
			ok: true,
			value: {
				fingerprint: ours.fingerprint,
				userIds: ['Desk of an example <desk@desk.example>'],
				algorithm: 'eddsaLegacy ed25519Legacy',
				validTo: new Date('2027-11-29T10:00:00Z'),
			},
		})
		expect(ours.fingerprint).toMatch(/^[0-9A-F]{40}$/u)
	})

	test('that is no key, or several, is refused', async () => {
		expect(await findPaths('no key')).toEqual(['armor'])
		expect(await findPaths(ours.public.slice(0, 300))).toEqual(['armor'])
		expect(await findPaths('x'.repeat(200_000))).toEqual(['armor'])
		expect(await findPaths(`${ours.public}\n${theirs.public}`)).toEqual(['many'])
	})

	test('that is secret is refused, and an own one cannot be closed', async () => {
		expect(await findPaths(ours.secret)).toEqual(['secret'])
		expect(await readSecretKey(ours.public)).toMatchObject({ issues: [{ path: 'armor' }] })
		const { privateKey } = await generateKey({
			type: 'ecc',
			curve: 'ed25519Legacy',
			passphrase: 'four words of it',
			format: 'armored',
			userIDs: { name: 'Closed' },
		})
		expect(await readSecretKey(privateKey)).toMatchObject({ issues: [{ path: 'passphrase' }] })
	})

	test('that has ended or has not begun is refused', async () => {
		expect(await findPaths(ours.public, later)).toEqual(['expired'])
		expect(await readPublicKey(ours.public, later)).toMatchObject({
			issues: [{ message: 'a key that is still valid: this one ended on 2027-11-29' }],
		})
		expect(await findPaths(ours.public, new Date('2026-01-01T00:00:00Z'))).toEqual(['encryption'])
	})

	test('that its owner has revoked is refused', async () => {
		const key = await readPrivateKey({ armoredKey: theirs.secret })
		const revoked = await revokeKey({ key, date: at, format: 'armored' })
		expect(await findPaths(revoked.publicKey)).toEqual(['revoked'])
	})

	test('of 1024 bits, and one that rests on SHA-1, are refused', async () => {
		expect(await findPaths(await weak({ rsaBits: 1024 }, {}))).toEqual(['strength'])
		const sha1 = { preferredHashAlgorithm: enums.hash.sha1, nonDeterministicSignaturesViaNotation: false }
		expect(await findPaths(await weak({ rsaBits: 2048 }, sha1))).toEqual(['hash'])
	})
})

describe('a sealed message', () => {
	test('any bytes come back as they were', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
				const sealed = await sealSigned(bytes, { to: [theirs.public], from: open.ours }, at)
				const opened = await openSealed(sealed, { by: open.theirs, from: ours.public }, at)
				expect(opened).toEqual({ ok: true, value: bytes })
			}),
			{ numRuns: 10 },
		)
	})

	test('by somebody else, to somebody else, changed or unsigned is refused', async () => {
		const sealed = await sealSigned(toBytes('words'), { to: [theirs.public], from: open.ours }, at)
		const find = async (armored: string, by: SecretKey, from: string) => {
			const opened = await openSealed(armored, { by, from }, at)
			return opened.ok ? 'opened' : opened.issues[0]?.path
		}
		expect(await find(sealed, open.theirs, theirs.public)).toBe('signature')
		expect(await find(sealed, open.ours, ours.public)).toBe('seal')
		expect(await find('no message', open.theirs, ours.public)).toBe('armor')
		const lines = sealed.split('\n')
		const changed = lines.map((one, n) => (n === lines.length - 5 ? one.split('').reverse().join('') : one))
		expect(await find(changed.join('\n'), open.theirs, ours.public)).toMatch(/seal|armor/u)
	})
})

describe('a signed file', () => {
	test('is known again, and every change of one bit is found', async () => {
		const bytes = toBytes('{"a":1}')
		const signed = await signFile({ name: 'manifest.json', bytes }, open.ours, at)
		expect(signed.name).toBe('manifest.json.asc')
		const from = ours.public
		const ask = (what: Uint8Array, signature = signed.text) => verifyFile(what, { signature, from }, at)
		expect(await ask(bytes)).toEqual({ ok: true, value: { at } })
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
				const changed = bytes.map((byte, n) => (n === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
				expect((await ask(changed)).ok).toBe(false)
			}),
			{ numRuns: 20 },
		)
		expect(await verifyFile(bytes, { signature: signed.text, from: theirs.public }, at)).toMatchObject({
			issues: [{ path: 'signature' }],
		})
		expect(await ask(bytes, 'none')).toMatchObject({ issues: [{ path: 'armor' }] })
	})
})
