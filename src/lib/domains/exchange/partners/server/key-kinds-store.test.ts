import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKey, revokeKey as revokeOpenPgpKey } from 'openpgp'
import { describe, expect, test } from 'vitest'
import { day } from '#base'
import { makeFolder } from '../../../../../../tests/support/child.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { rfcKey, rfcThumbprint } from '../../../../../../tests/support/partners.ts'
import { isKeyGood } from '../partner.ts'
import { bringKey, hashToken, makeToken, makeTransferKey } from '../keys/server/key-store.ts'
import { findTransferSecret } from '../keys/server/transfer-secret.ts'
import { findPartnerKey } from './partner-store.ts'
import {
	brings,
	start,
	refusal,
	openDirectory,
	compare,
	getNow,
	setClockBack,
} from '../../../../../../tests/support/partner-directory.ts'

const otherX = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
setClockBack()

describe.each(engines)('kinds of keys in the directory of partners on %s', (engine) => {
	test('of a token only its digest is kept', async () => {
		const world = await openDirectory(engine)
		const token = await makeToken(world.directory, { partner: world.id, days: 90, by: brings })
		expect(token).toMatch(/^[\w-]{43}$/u)
		const digest = createHash('sha256').update(token).digest('hex')
		expect(hashToken(token)).toBe(digest)
		const key = await findPartnerKey(world.db, { use: 'token', kid: digest })
		expect(key).toMatchObject({ public: digest, verifiedBy: undefined })
		expect(JSON.stringify(await world.keys())).not.toContain(token)
		await compare(world, key?.id ?? '')
		expect(isKeyGood(await world.key(digest), getNow())).toBe(true)
	})

	test('of a key for transfers only its digest is kept; its secret is made of its name and a file', async () => {
		const world = await openDirectory(engine)
		const dataDir = makeFolder()
		const make = () => makeTransferKey(world.directory, { dataDir, partner: world.id, days: 90, by: brings })
		const [one, two] = [await make(), await make()]
		expect(one).toMatchObject({
			algorithm: 'hmac-sha256',
			secret: expect.stringMatching(/^[\w+/]{43}=$/u) as string,
		})
		expect(two.secret).not.toBe(one.secret)
		const kept = await world.key(one.name)
		const digest = createHash('sha256').update(Buffer.from(one.secret, 'base64')).digest('hex')
		expect(kept).toMatchObject({ use: 'tsig', public: digest, verifiedBy: undefined })
		expect(JSON.stringify(await world.keys())).not.toContain(one.secret)
		await compare(world, kept.id)
		expect(isKeyGood(await world.key(one.name), getNow())).toBe(true)
		const of = { name: one.name, digest }
		expect(await findTransferSecret(dataDir, of)).toBe(one.secret)
		writeFileSync(join(dataDir, 'keys', 'exchange-tsig.key'), 'ab'.repeat(32))
		expect(await findTransferSecret(dataDir, of), 'of another file').toBeUndefined()
		rmSync(join(dataDir, 'keys', 'exchange-tsig.key'))
		expect(await findTransferSecret(dataDir, of), 'without a file').toBeUndefined()
		expect(await world.kinds()).toContain('partner/key-brought')
	})
})

test.each([
	['partner.key-form', ''],
	['partner.key-form', 'ssh-ed25519 AAAA'],
	['partner.key-form', JSON.stringify({ ...rfcKey, crv: 'X25519' })],
	['partner.key-form', JSON.stringify({ ...rfcKey, x: rfcKey.x.slice(1) })],
	['partner.key-form', JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: otherX })],
	['partner.key-form', '[null]'],
	['partner.key-private', JSON.stringify({ ...rfcKey, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' })],
])('%s refuses %s for a key that signs', async (code, text) => {
	const { bring } = await openDirectory('pglite')
	await expect(bring(text)).rejects.toThrow(refusal(code))
})

test('what is kept of a JWK is its public half and nothing that came along', async () => {
	const { bring, key } = await openDirectory('pglite')
	await bring(JSON.stringify({ ...rfcKey, kid: 'theirs', 'x-note': '<b>' }))
	expect(JSON.parse((await key(rfcThumbprint)).public)).toEqual(rfcKey)
})

test('an OpenPGP key is kept by its fingerprint, no longer than it says itself; a private one is refused', async () => {
	const world = await openDirectory('pglite')
	const made = await generateKey({
		type: 'ecc',
		curve: 'ed25519Legacy',
		format: 'object',
		date: start,
		userIDs: [{ name: 'Ligne', email: 'desk@line.example' }],
		keyExpirationTime: 100 * 86_400,
	})
	const bring = (text: string) =>
		bringKey(world.directory, { partner: world.id, use: 'pgp', text, days: 365, by: brings })
	await expect(bring(made.privateKey.armor())).rejects.toThrow(refusal('partner.key-private'))
	await expect(bring('-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nx\n')).rejects.toThrow(
		refusal('partner.key-form'),
	)
	const id = await bring(made.publicKey.armor())
	const [key] = await world.keys()
	expect(key).toMatchObject({ kid: made.publicKey.getFingerprint(), use: 'pgp' })
	expect(key?.validTo).toEqual(new Date(start.getTime() + 100 * day))
	await compare(world, id)
	expect(key?.public).not.toContain('PRIVATE')
})

test('an OpenPGP key that its owner has revoked, or that is over, is not kept', async () => {
	const { directory, id } = await openDirectory('pglite')
	const made = await generateKey({
		type: 'ecc',
		curve: 'ed25519Legacy',
		format: 'object',
		date: new Date(start.getTime() - 9 * day),
		userIDs: [{ email: 'desk@line.example' }],
		keyExpirationTime: 3 * 86_400,
	})
	const bring = (text: string) =>
		bringKey(directory, { partner: id, use: 'pgp', text, days: 365, by: brings })
	await expect(bring(made.publicKey.armor())).rejects.toThrow(refusal('partner.key-over'))
	const { publicKey } = await revokeOpenPgpKey({
		key: made.privateKey,
		format: 'object',
		date: new Date(start.getTime() - 8 * day),
	})
	await expect(bring(publicKey.armor())).rejects.toThrow(refusal('partner.key-withdrawn'))
})

test('an OpenPGP key that cannot encrypt is not kept', async () => {
	const { directory, id } = await openDirectory('pglite')
	const { publicKey } = await generateKey({
		type: 'ecc',
		curve: 'ed25519Legacy',
		format: 'object',
		date: start,
		userIDs: [{ email: 'desk@line.example' }],
		subkeys: [],
	})
	const brought = bringKey(directory, {
		partner: id,
		use: 'pgp',
		text: publicKey.armor(),
		days: 365,
		by: brings,
	})
	await expect(brought).rejects.toThrow(refusal('partner.key-weak'))
})
