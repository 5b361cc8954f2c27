import fc from 'fast-check'
import { Encrypter, generateHybridIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { countCalls } from '../../../../../tests/support/work.ts'
import {
	checkSealed,
	formSizes,
	makeIdentity,
	open,
	openText,
	readStanzas,
	seal,
	toRecipient,
} from './index.ts'
import { isPaddedLength, pad, toPaddedLength, unpad } from './padding.ts'

const getValue = <Value>(result: { ok: true; value: Value } | { ok: false; code: string }): Value => {
	if (!result.ok) throw new Error(`the result of the test is refused: ${result.code}`)
	return result.value
}
const toCode = (result: { ok: boolean; code?: string }): string => (result.ok ? 'ok' : (result.code ?? ''))

let identity: string
let recipient: string
let stranger: string
beforeAll(async () => {
	identity = await makeIdentity()
	recipient = getValue(await toRecipient(identity))
	stranger = await makeIdentity()
})

/** Seals with age itself, so that files can be made which `seal()` never makes. */
const encrypt = async (content: Uint8Array | string, ...recipients: string[]): Promise<Uint8Array> => {
	const encrypter = new Encrypter()
	for (const one of recipients) encrypter.addRecipient(one)
	return encrypter.encrypt(content)
}
const padded = (text: string): Uint8Array =>
	pad(new TextEncoder().encode(text), formSizes) ?? new Uint8Array()

describe('seal() and open()', () => {
	test('any text comes back as it was, an unpaired surrogate as U+FFFD', async () => {
		const texts = fc.string({
			unit: fc.oneof(
				fc.constantFrom('\ud800', '\udfff', '\ufeff', '\0'),
				fc.string({ unit: 'binary', maxLength: 20 }),
			),
		})
		await fc.assert(
			fc.asyncProperty(texts, async (text) => {
				const sealed = getValue(await seal(text, recipient))
				expect(getValue(await openText(sealed, identity))).toBe(text.toWellFormed())
			}),
		)
	})
	test('any bytes come back as they were', async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 20_000 }), async (bytes) => {
				const sealed = getValue(await seal(bytes, recipient, 'padme'))
				expect(Buffer.compare(getValue(await open(sealed, identity)), bytes)).toBe(0)
			}),
			{ numRuns: 30 },
		)
	})
	test('1,000 texts of any length have two lengths when sealed', async () => {
		const lengths = new Set<number>()
		for (const length of fc.sample(fc.nat({ max: 16_000 }), 1_000)) {
			const sealed = getValue(await seal('س'.repeat(length), recipient))
			lengths.add(sealed.length)
		}
		expect([...lengths].sort()).toEqual([16_584, 65_736])
	})
	test('the longest text that fits is sealed, one byte more is refused before anything is done', async () => {
		expect(toCode(await seal('a'.repeat(65_525), recipient))).toBe('ok')
		expect(toCode(await seal('a'.repeat(65_526), recipient))).toBe('sealed.too-long')
	})
	test('the same text never gives the same bytes', async () => {
		const [one, two] = [await seal('a', recipient), await seal('a', recipient)].map(getValue)
		expect(Buffer.compare(one ?? new Uint8Array(), two ?? new Uint8Array())).not.toBe(0)
	})
	test('somebody else opens nothing', async () => {
		const sealed = getValue(await seal('secret words', recipient))
		expect(toCode(await open(sealed, stranger))).toBe('sealed.key')
		expect(toCode(await open(sealed, 'AGE-SECRET-KEY-1QQQ'))).toBe('sealed.identity')
		expect(toCode(await open(sealed, 'hello'))).toBe('sealed.identity')
	})
	test('seals to nothing but the two kinds of reader’s key', async () => {
		const wrong = [
			'',
			'age1',
			recipient.toUpperCase(),
			`${recipient}q`,
			recipient.replace(/.$/u, (letter) => (letter === 'q' ? 'p' : 'q')),
			identity,
			'ssh-ed25519 AAAA',
			'age1tag1qt8lw0ual6avlwmwatk888yqnmdamm7xfd0wak53ut6elz5c4swx2yqdj4e',
			'age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t',
		]
		for (const one of wrong) expect(toCode(await seal('a', one)), one).toBe('sealed.recipient')
	})
	test('no word of the content stands in a refusal', async () => {
		const sealed = getValue(await seal('canary words', recipient))
		const results = [
			await open(sealed, stranger),
			await open(sealed.slice(0, 900), identity),
			await seal('canary words', ''),
		]
		expect(JSON.stringify(results)).not.toContain('canary')
	})
})

test('seal() leaves no copy of its own of what was told, in bytes or in text', async () => {
	const fill = vi.spyOn(Uint8Array.prototype, 'fill')
	const told = 'what was told'
	const content = new TextEncoder().encode(told)
	const [size = 0] = formSizes
	for (const given of [content, told]) {
		fill.mockClear()
		await seal(given, recipient)
		const copies = fill.mock.contexts.filter((one): one is Uint8Array => one instanceof Uint8Array)
		const lengths = copies.map(({ length }) => length)
		expect(lengths).toContain(size)
		expect(lengths.includes(content.length)).toBe(given === told)
		for (const copy of copies) expect(copy.every((byte) => byte === 0)).toBe(true)
	}
	expect(new TextDecoder().decode(content)).toBe(told)
})

test('seal() draws its share, its key of the file and its nonce anew each time', async () => {
	const parts = async (): Promise<string[]> => {
		const file = Buffer.from(getValue(await seal('the same text', recipient))).toString('latin1')
		const [, share = '', wrapped = '', mac = '', nonce = ''] =
			/^age-encryption\.org\/v1\n-> X25519 (\S+)\n(\S+)\n--- (\S+)\n([^]{16})/u.exec(file) ?? []
		return [share, wrapped, mac, nonce]
	}
	const [one, other] = [await parts(), await parts()]
	for (const [at, part] of one.entries()) {
		expect(part.length).toBeGreaterThan(15)
		expect(other[at]).not.toBe(part)
	}
})

describe('open() hands over nothing of a file that is not whole', () => {
	test('cut, lengthened or changed anywhere, it is refused', async () => {
		const sealed = getValue(await seal('words', recipient))
		for (const length of [0, 1, 21, 100, 167, 168, 184, 200, 1_000, sealed.length - 1])
			expect((await open(sealed.slice(0, length), identity)).ok, `cut at ${length}`).toBe(false)
		for (const more of [1, 16, 17, 65_552])
			expect((await open(Buffer.concat([sealed, new Uint8Array(more)]), identity)).ok).toBe(false)
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: sealed.length - 1 }),
				fc.integer({ min: 1, max: 255 }),
				async (at, change) => {
					const changed = sealed.slice()
					changed[at] = (changed[at] ?? 0) ^ change
					expect((await open(changed, identity)).ok, `changed at ${at}`).toBe(false)
				},
			),
		)
	})
	test('a long file cut at the end of a chunk is refused too', async () => {
		const sealed = getValue(await seal(new Uint8Array(200_000), recipient, 'padme'))
		expect(toCode(await open(sealed.slice(0, 168 + 16 + 2 * 65_552), identity))).toBe('sealed.damaged')
	})
	test('the header of one file on the body of another is refused', async () => {
		const [one, two] = [getValue(await seal('one', recipient)), getValue(await seal('two', recipient))]
		const swapped = Buffer.concat([one.slice(0, 168), two.slice(168)])
		expect(toCode(checkSealed(swapped, 'x25519', formSizes))).toBe('ok')
		expect(toCode(await open(swapped, identity))).toBe('sealed.damaged')
	})
	test('a genuine file without our padding is told apart from a damaged one', async () => {
		expect(toCode(await open(await encrypt('by hand', recipient), identity))).toBe('sealed.padding')
		expect(
			toCode(await openText(await encrypt(pad(Uint8Array.of(0xff), formSizes) ?? '', recipient), identity)),
		).toBe('sealed.not-text')
	})
})

describe('checkSealed()', () => {
	test('takes what seal() makes, for both families', async () => {
		const hybrid = await identityToRecipient(await generateHybridIdentity())
		for (const sizes of [formSizes, 'padme'] as const) {
			const sealed = getValue(await seal('a', recipient, sizes))
			expect(toCode(checkSealed(sealed, 'x25519', sizes))).toBe('ok')
			expect(toCode(checkSealed(sealed, 'hybrid', sizes))).toBe('sealed.family')
			const safer = getValue(await seal('a', hybrid, sizes))
			expect(toCode(checkSealed(safer, 'hybrid', sizes))).toBe('ok')
			expect(toCode(checkSealed(safer, 'x25519', sizes))).toBe('sealed.family')
		}
	})
	test('refuses none, two and three readers, and the two families mixed', async () => {
		const hybrid = await identityToRecipient(await generateHybridIdentity())
		const other = getValue(await toRecipient(stranger))
		const none = new TextEncoder().encode(`age-encryption.org/v1\n--- ${'A'.repeat(43)}\n`)
		const files: [Uint8Array, string][] = [
			[Buffer.concat([none, new Uint8Array(16_416)]), 'sealed.header'],
			[await encrypt(padded('a'), recipient, other), 'sealed.readers'],
			[await encrypt(padded('a'), recipient, recipient, other), 'sealed.readers'],
			[await encrypt(padded('a'), hybrid, recipient), 'sealed.readers'],
		]
		for (const [file, code] of files) {
			expect(toCode(checkSealed(file, 'x25519', formSizes))).toBe(code)
			expect(toCode(checkSealed(file, 'hybrid', formSizes))).toBe(code)
			expect(toCode(await open(file, identity))).toBe(code)
		}
	})
	test('refuses a passphrase and every length that sealing does not give', async () => {
		const encrypter = new Encrypter()
		encrypter.setScryptWorkFactor(1)
		encrypter.setPassphrase('a')
		expect(toCode(checkSealed(await encrypter.encrypt(padded('a')), 'x25519', formSizes))).toBe(
			'sealed.family',
		)
		expect(toCode(checkSealed(await encrypt('short', recipient), 'x25519', formSizes))).toBe('sealed.size')
		const sealed = getValue(await seal('a', recipient))
		for (const length of [168, 184, 200, sealed.length - 1])
			expect(toCode(checkSealed(sealed.slice(0, length), 'x25519', formSizes)), `${length}`).toBe(
				'sealed.size',
			)
		expect(toCode(checkSealed(Buffer.concat([sealed, Uint8Array.of(0)]), 'x25519', formSizes))).toBe(
			'sealed.size',
		)
	})
	test('a million lines of header are refused with the work of a hundred', async () => {
		const refuse = (lines: number) => {
			const file = new TextEncoder().encode(`age-encryption.org/v1\n${'-> a b\n\n'.repeat(lines)}`)
			return countCalls(() => expect(toCode(readStanzas(file))).toBe('sealed.header'))
		}
		expect(await refuse(1_000_000)).toBeLessThanOrEqual(2 * (await refuse(100)))
	})
})

describe('padding', () => {
	test('comes off again, and no padded text can be read in two ways', () => {
		fc.assert(
			fc.property(
				fc.uint8Array({ maxLength: 3_000 }),
				fc.constantFrom(formSizes, 'padme' as const),
				(content, sizes) => {
					const whole = pad(content, sizes) ?? new Uint8Array()
					expect(isPaddedLength(whole.length, sizes)).toBe(true)
					expect(Buffer.compare(unpad(whole) ?? Uint8Array.of(1), content)).toBe(0)
					whole[whole.length - 1] = 1
					expect(unpad(whole)).toBeUndefined()
				},
			),
		)
	})
	test('Padmé adds at most 12 % to a long file and keeps few lengths', () => {
		fc.assert(
			fc.property(fc.integer({ min: 16_384, max: 500_000_000 }), (length) => {
				const whole = toPaddedLength(length, 'padme') ?? 0
				expect(whole).toBeGreaterThanOrEqual(length + 11)
				expect(whole / length).toBeLessThan(1.12)
				expect(isPaddedLength(whole, 'padme')).toBe(true)
			}),
		)
		const lengths = new Set(
			Array.from({ length: 100_000 }, (_, at) => toPaddedLength(1_000_000 + at * 10, 'padme')),
		)
		expect(lengths.size).toBeLessThan(40)
	})
	test('a length line that lies is refused', () => {
		const whole = padded('abc')
		for (const line of [
			'0000000002\n',
			'0000000004\n',
			'0000099999\n',
			'000000003\n\n',
			'+000000003\n',
			'0000000003 ',
		]) {
			const changed = whole.slice()
			changed.set(new TextEncoder().encode(line))
			const content = unpad(changed)
			if (line === '0000000004\n') expect(content).toEqual(new TextEncoder().encode('abc\0'))
			else expect(content, line).toBeUndefined()
		}
		expect(unpad(new Uint8Array())).toBeUndefined()
	})
})
