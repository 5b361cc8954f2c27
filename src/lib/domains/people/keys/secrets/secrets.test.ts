import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAsync } from '@noble/ed25519'
import { base64, base64urlnopad } from '@scure/base'
import { armor } from 'age-encryption'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Result } from '#base'
import { makeIdentity, openText, seal, toRecipient, wrapWithPassphrase } from '#tools/seal/sealed'
import {
	changePassphrase,
	makeAnalystKey,
	makeEpoch,
	makeEscrow,
	makeIndexKey,
	makeRoot,
	openEpoch,
	openIndexKey,
	openRootNote,
	parseAnalystKey,
	parseEscrowText,
	parseGroupKey,
	parseWrap,
	parseWrapFile,
	readRecoveryCode,
	readSecret,
	restoreAnalystKey,
	restoreEscrow,
	signWithRoot,
	toEscrowText,
	unlockAnalystKey,
	wrapSecret,
	type AnalystKey,
	type UnlockedKey,
} from '../index.ts'
import { parseRecoveryCode, toRecoveryCode } from './recovery-code.ts'

const passphrase = 'quatre mots sans rapport'
const get = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}
const refusal = (result: Result<unknown> | Result<unknown, string>): string | undefined => {
	if (result.ok) return undefined
	return 'code' in result ? result.code : result.issues[0]?.message
}

let key: AnalystKey
let unlocked: UnlockedKey
beforeAll(async () => {
	key = await makeAnalystKey(passphrase)
	unlocked = get(await unlockAnalystKey(key.wrapped, passphrase))
})

describe("an analyst's key", () => {
	test('opens with its passphrase, is the key that was announced, and signs', async () => {
		expect(unlocked.recipient).toBe(key.recipient)
		expect(get(await openText(get(await seal('شي حاجة', key.recipient)), unlocked.identity))).toBe('شي حاجة')
		const message = new TextEncoder().encode('a message')
		expect(await verifyAsync(await unlocked.sign(message), message, base64.decode(key.signingKey))).toBe(true)
		expect(parseAnalystKey(key)).toEqual({ ok: true, value: key })
	})
	test('while it is open cannot be copied out', async () => {
		const { identity } = unlocked
		if (typeof identity === 'string') throw new Error('this Node has X25519: the identity must be locked')
		expect(identity.extractable).toBe(false)
		await expect(crypto.subtle.exportKey('pkcs8', identity)).rejects.toThrow()
		expect(JSON.stringify(unlocked)).not.toContain('AGE-SECRET-KEY')
	})
	test('does not open with another passphrase, and a changed file is told', async () => {
		expect(refusal(await unlockAnalystKey(key.wrapped, 'quatre mots sans raison'))).toBe('key.passphrase')
		expect(refusal(await unlockAnalystKey('no file', passphrase))).toBe('key.damaged')
		const file = armor.decode(key.wrapped)
		file[file.length - 1] = (file.at(-1) ?? 0) ^ 1
		expect(refusal(await unlockAnalystKey(armor.encode(file), passphrase))).toBe('key.damaged')
	})
	test('with an identity exchanged inside the file is told, although age opens it', async () => {
		const foreign = `# Thiqa desk key, version 1\n# recovery: ${toRecoveryCode(new Uint8Array(16))}\n${await makeIdentity()}\n`
		const wrapped = armor.encode(await wrapWithPassphrase(foreign, passphrase))
		expect(refusal(await unlockAnalystKey(wrapped, passphrase))).toBe('key.damaged')
	})
	test('under another passphrase is the same key', async () => {
		const changed = get(
			await changePassphrase(key.wrapped, { from: passphrase, to: 'five other words of mine' }),
		)
		expect({ ...changed, wrapped: '' }).toEqual({ ...key, wrapped: '' })
		expect((await unlockAnalystKey(changed.wrapped, 'five other words of mine')).ok).toBe(true)
		expect(refusal(await changePassphrase(key.wrapped, { from: 'wrong', to: passphrase }))).toBe(
			'key.passphrase',
		)
	})
	test('comes back whole from its recovery sheet', async () => {
		const code = get(await readRecoveryCode(key.wrapped, passphrase))
		expect(code).toMatch(/^KEY1( [0-9A-Z]{4}){8}$/u)
		const restored = get(await restoreAnalystKey(code.toLowerCase().replaceAll(' ', '-'), passphrase))
		expect({ ...restored, wrapped: '' }).toEqual({ ...key, wrapped: '' })
	})
	test('two keys are never the same', async () => {
		expect((await makeAnalystKey(passphrase)).recipient).not.toBe(key.recipient)
	})
})

describe('a recovery code', () => {
	const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 })
	test('reads back, typed in any case with any spaces', () => {
		fc.assert(
			fc.property(seeds, fc.constantFrom('', '-', '  ', '\u00a0'), (seed, space) => {
				const typed = toRecoveryCode(seed).replaceAll(' ', space)
				expect(get(parseRecoveryCode(typed))).toEqual(seed)
				expect(get(parseRecoveryCode(typed.toLowerCase()))).toEqual(seed)
			}),
		)
	})
	test('tells every wrong letter, and what is no such code', () => {
		const letters = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.split(/(?!$)/u)
		fc.assert(
			fc.property(seeds, fc.nat({ max: 31 }), fc.constantFrom(...letters), (seed, at, letter) => {
				const code = toRecoveryCode(seed).replaceAll(' ', '')
				const typed = code.slice(0, 4 + at) + letter + code.slice(5 + at)
				fc.pre(typed !== code)
				expect(refusal(parseRecoveryCode(typed))).toBe('recovery.typo')
			}),
		)
		expect(() => toRecoveryCode(new Uint8Array(15))).toThrow('wanted 16 bytes')
		for (const other of ['', 'KEY', 'SHARE1 QQQQ', 'x'.repeat(300)])
			expect(refusal(parseRecoveryCode(other))).toBe('recovery.form')
	})
})

describe('a shared key', () => {
	test('an epoch opens from a wrap, opens reports and signs answers', async () => {
		const { key: epoch, text } = await makeEpoch('2026-11')
		const wrap = get(await wrapSecret(text, key.recipient))
		const open = get(await openEpoch(wrap, unlocked.identity, epoch))
		expect(get(await openText(get(await seal('words', epoch.recipient)), open.identity))).toBe('words')
		const message = new TextEncoder().encode('thiqa/answer/v1\0{}')
		expect(await verifyAsync(await open.sign(message), message, base64urlnopad.decode(epoch.answerKey))).toBe(
			true,
		)
		expect(JSON.stringify(open)).not.toMatch(/AGE-SECRET-KEY|Seed/u)
		expect(get(parseWrap(base64.encode(wrap)))).toEqual(wrap)
		expect(get(parseGroupKey(JSON.stringify(epoch)))).toEqual(epoch)
	})
	test('a wrap put in the place of another is told, though it opens', async () => {
		const [one, other] = [await makeEpoch('2026-11'), await makeEpoch('2026-12')]
		const wrap = get(await wrapSecret(other.text, key.recipient))
		expect(refusal(await openEpoch(wrap, unlocked.identity, one.key))).toBe('wrap.other')
		expect(refusal(await openEpoch(wrap, unlocked.identity, { ...other.key, id: '2026-11' }))).toBe(
			'wrap.other',
		)
		const mixed = { ...other.key, answerKey: one.key.answerKey }
		expect(refusal(await openEpoch(wrap, unlocked.identity, mixed))).toBe('wrap.other')
		for (const text of [
			'',
			'[]',
			'{"v":1}',
			'{"v":1,"kind":"epoch","id":"2026-11","identity":"x","answerSeed":"x"}',
		])
			expect(
				refusal(await readSecret(get(await wrapSecret(text, key.recipient)), unlocked.identity, one.key)),
			).toBe('wrap.other')
	})
	test('nobody opens the wrap of someone else', async () => {
		const { key: epoch, text } = await makeEpoch('2026-11')
		const wrap = get(await wrapSecret(text, get(await toRecipient(await makeIdentity()))))
		expect(refusal(await openEpoch(wrap, unlocked.identity, epoch))).toBe('sealed.key')
	})
	test('an index key gives everyone the same tokens, cannot be copied, and is known by its fingerprint', async () => {
		const { key: index, text } = makeIndexKey('index-2026')
		const open = async () => {
			const wrap = get(await wrapSecret(text, key.recipient))
			return get(await openIndexKey(wrap, unlocked.identity, index))
		}
		const sign = async (of: CryptoKey) =>
			base64.encode(new Uint8Array(await crypto.subtle.sign('HMAC', of, Uint8Array.of(1))))
		const [one, other] = [await open(), await open()]
		expect(await sign(one)).toBe(await sign(other))
		await expect(crypto.subtle.exportKey('raw', one)).rejects.toThrow()
		const foreign = makeIndexKey('index-2026')
		const wrap = get(await wrapSecret(foreign.text, key.recipient))
		expect(refusal(await openIndexKey(wrap, unlocked.identity, index))).toBe('wrap.other')
	})
	test('all wraps have one size, whatever is inside', async () => {
		const texts = [(await makeEpoch('2026-11-12')).text, makeIndexKey('index-2026').text]
		const sizes = await Promise.all(
			texts.map(async (text) => get(await wrapSecret(text, key.recipient)).length),
		)
		expect(new Set(sizes).size).toBe(1)
	})
})

describe('what a browser sends', () => {
	test('is refused when it is not of its form', async () => {
		for (const part of ['recipient', 'signingKey', 'wrapped'] as const)
			for (const wrong of ['', 'x', '../../etc', key.recipient.toUpperCase(), 'A'.repeat(100_000)])
				expect(refusal(parseAnalystKey({ ...key, [part]: wrong }))).toBe('keys.form')
		const toPerson = armor.encode(get(await seal('x', key.recipient)))
		expect(refusal(parseAnalystKey({ ...key, wrapped: toPerson }))).toBe('keys.form')
		const big = get(await seal('x', key.recipient))
		for (const wrong of ['', '!', base64.encode(big), base64.encode(big.slice(0, 60))])
			expect(refusal(parseWrap(wrong))).toBe('keys.form')
		for (const id of ['../2026-11', '2026-13', '2026-11-1', 'demo-2026-11', '__proto__', ''])
			expect(refusal(parseGroupKey(JSON.stringify({ ...(await makeEpoch(id)).key })))).toBe('keys.form')
		for (const text of ['', 'null', '[]', '{', '"x"']) expect(refusal(parseGroupKey(text))).toBe('keys.form')
	})
})

describe('the ceremony', () => {
	test('any three of five sheets restore the escrow, two do not', async () => {
		const { recipient, shares } = await makeEscrow()
		for (const [a, b, c] of [
			[0, 1, 2],
			[4, 2, 0],
			[3, 4, 1],
		]) {
			const restored = get(
				await restoreEscrow([shares[a ?? 0] ?? '', shares[b ?? 0] ?? '', shares[c ?? 0] ?? '']),
			)
			expect(get(await toRecipient(restored))).toBe(recipient)
		}
		expect(refusal(await restoreEscrow(shares.slice(0, 2)))).toBe('share.too-few')
		expect(refusal(await restoreEscrow((await makeRoot()).shares.slice(0, 1)))).toBe('share.too-few')
	})
	test('a lost root still signs with three sheets, and another root is not taken for it', async () => {
		const [root, other] = [await makeRoot(), await makeRoot()]
		const text = toEscrowText(key.recipient)
		const note = get(
			await signWithRoot(text, [root.shares[3] ?? '', root.shares[1] ?? '', root.shares[4] ?? '']),
		)
		expect(get(await openRootNote(note, root.verifierKey))).toBe(text)
		expect(get(parseEscrowText(text))).toBe(key.recipient)
		expect(refusal(await openRootNote(note, other.verifierKey))).toBe('note.unsigned')
		expect(refusal(await openRootNote(note.replace('age1', 'age2'), root.verifierKey))).toBe('note.unsigned')
		expect(refusal(await signWithRoot(text, root.shares.slice(0, 2)))).toBe('share.too-few')
		expect(refusal(parseEscrowText('thiqa escrow v1\nage1x\n'))).toBe('note.form')
	})
})

const hasPrograms = ['age', 'script'].every((program) => spawnSync(program, ['--version']).status === 0)
if (!hasPrograms) console.warn('skipped: wanted the programs of the Debian packages `age` and `bsdutils`')

describe.skipIf(!hasPrograms)('the public age program', () => {
	let folder: string
	beforeAll(() => {
		folder = mkdtempSync(join(tmpdir(), 'keys-'))
	})
	afterAll(() => rmSync(folder, { recursive: true }))
	const run = (program: string, args: string[], input?: string | Uint8Array): Buffer => {
		const { status, stdout, stderr } = spawnSync(program, args, { input, cwd: folder })
		if (status !== 0) throw new Error(`${program}: ${stderr.toString()}`)
		return stdout
	}
	test("opens an epoch's wrap with an analyst's key and passphrase alone, and then a report", async () => {
		const { key: epoch, text } = await makeEpoch('2026-11')
		writeFileSync(join(folder, 'key'), key.wrapped)
		writeFileSync(join(folder, 'wrap'), get(await wrapSecret(text, key.recipient)))
		run('script', ['-qec', 'age -d -i key -o secret wrap', '/dev/null'], `${passphrase}\n`)
		const { identity } = JSON.parse(
			readFileSync(join(folder, 'secret')).subarray(11).toString().replaceAll('\0', ''),
		) as { identity: string }
		writeFileSync(join(folder, 'epoch'), `${identity}\n`)
		const opened = run('age', ['-d', '-i', 'epoch'], get(await seal('a report', epoch.recipient)))
		expect(opened.toString()).toContain('a report')
	})
	test('wraps an identity that the desk could have made, for our reading', async () => {
		const identity =
			run('age-keygen', [])
				.toString()
				.match(/AGE-SECRET-KEY-\S+/u)?.[0] ?? ''
		const recipient = get(await toRecipient(identity))
		const { key: epoch, text } = await makeEpoch('2026-11')
		const padded = `${String(Buffer.byteLength(text)).padStart(10, '0')}\n${text}`.padEnd(512, '\0')
		const theirs = Uint8Array.from(run('age', ['-r', recipient], padded))
		expect((await openEpoch(theirs, identity, epoch)).ok).toBe(true)
		const armored = Uint8Array.from(run('age', ['-a', '-r', recipient], padded))
		for (const file of [theirs, armored])
			expect((await openEpoch(get(parseWrapFile(file)), identity, epoch)).ok).toBe(true)
		const other =
			run('age-keygen', [])
				.toString()
				.match(/age1\S+/u)?.[0] ?? ''
		const wrong = [
			run('age', ['-a', '-r', recipient, '-r', other], padded),
			run('age', ['-a', '-r', recipient], text),
			Buffer.from(`${Buffer.from(armored).toString('latin1')}x`),
			Buffer.alloc(0),
			Buffer.alloc(100_000, 'age-encryption.org/'),
		]
		for (const file of wrong) expect(refusal(parseWrapFile(Uint8Array.from(file)))).toBe('keys.form')
	})
})
