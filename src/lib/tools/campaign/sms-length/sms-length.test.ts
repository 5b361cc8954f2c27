import { execFileSync, spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { septets } from './alphabet.ts'
import { measureSms, spellCheaper, type SmsLength } from './index.ts'

const measure = (text: string): SmsLength => {
	const measured = measureSms(text)
	if (!measured.ok) throw new Error(measured.code)
	return measured.value
}
const short = (text: string) => {
	const { encoding, units, parts, free } = measure(text)
	return [encoding, units, parts, free]
}

test.each([
	['nothing', '', ['gsm-7', 0, 0, 160]],
	['160 septets', 'a'.repeat(160), ['gsm-7', 160, 1, 0]],
	['161 septets', 'a'.repeat(161), ['gsm-7', 161, 2, 145]],
	['306 septets', 'a'.repeat(306), ['gsm-7', 306, 2, 0]],
	['307 septets', 'a'.repeat(307), ['gsm-7', 307, 3, 152]],
	['80 characters of two septets', '€'.repeat(80), ['gsm-7', 160, 1, 0]],
	[
		'a character of two septets at the end of a part, which is not cut',
		'a'.repeat(152) + '€' + 'b'.repeat(20),
		['gsm-7', 174, 2, 131],
	],
	['French that is in the alphabet', 'é è à ù ì ò É Ç', ['gsm-7', 15, 1, 145]],
	['70 units', 'ش'.repeat(70), ['ucs-2', 70, 1, 0]],
	['71 units', 'ش'.repeat(71), ['ucs-2', 71, 2, 63]],
	['134 units', 'ⵣ'.repeat(134), ['ucs-2', 134, 2, 0]],
	[
		'a picture of two units at the end of a part, which is not cut',
		'ش'.repeat(66) + '🙂' + 'ش'.repeat(10),
		['ucs-2', 78, 2, 55],
	],
] as const)('measureSms() measures %s', (_, text, wanted) => {
	expect(short(text)).toEqual(wanted)
})

test.each(Array.from('êâîôûëïç’«»—…\u00a0œ'))(
	'one %s turns a French message from 160 to 70, and has a cheaper spelling',
	(character) => {
		const { perPart, turning } = measure(`Parlons-en${character}`)
		expect([perPart, turning.length]).toEqual([70, 1])
		expect(turning[0]).toMatchObject({ character, count: 1 })
		expect(measure(turning[0]?.cheaper ?? 'ش').encoding).toBe('gsm-7')
	},
)

test('letters of other scripts have no cheaper spelling, and are named, the most frequent first', () => {
	expect(measure('سلام سس ⵣ').turning[0]).toEqual({ character: 'س', count: 3, cheaper: undefined })
	expect(measure('🙂').turning).toEqual([{ character: '🙂', count: 1, cheaper: undefined }])
})

test('spellCheaper() changes what costs, and nothing else', () => {
	expect(spellCheaper('« Ça a l’air vrai… » : être, cœur, ⵣ')).toBe(
		'"Ça a l\'air vrai..." : etre, coeur, ⵣ'.replace('"Ça', '" Ça').replace('..."', '... "'),
	)
})

test.each(['\u2066', '\u2069', '\u200f', '\u202e', '\u061c'])(
	'measureSms() refuses a control of direction',
	(control) => {
		expect(measureSms(`قبل ${control}09-08`)).toEqual({ ok: false, code: 'isolate' })
	},
)

test('measureSms() refuses half of a pair', () => {
	expect(measureSms('a\ud83d')).toEqual({ ok: false, code: 'broken' })
})

const character = fc.oneof(
	fc.constantFrom(...septets.keys()),
	fc.constantFrom(...Array.from('êç’شⵣ🙂')),
	fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
)
const texts = fc
	.array(character, { maxLength: 400 })
	.map((characters) => characters.join(''))
	.filter((text) => measureSms(text).ok)

test('one more character never makes a text shorter, and parts hold what they are said to hold', () => {
	fc.assert(
		fc.property(texts, character, (text, more) => {
			if (!measureSms(text + more).ok) return
			const [before, after] = [measure(text), measure(text + more)]
			expect(after.parts).toBeGreaterThanOrEqual(before.parts)
			expect(after.units <= after.parts * after.perPart).toBe(true)
			// At most one unit a part is lost to what is not cut.
			expect(after.units).toBeGreaterThanOrEqual((after.parts - 1) * (after.perPart - 1))
			expect(after.free).toBeGreaterThanOrEqual(0)
		}),
	)
})

test('a text is of the alphabet exactly when nothing turns it, and the cheaper spelling never costs more parts', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const { encoding, turning } = measure(text)
			expect(encoding === 'gsm-7').toBe(Array.from(text).every((one) => septets.has(one)))
			if (turning.every(({ cheaper }) => cheaper !== undefined)) {
				expect(measure(spellCheaper(text)).encoding).toBe('gsm-7')
				if (
					!/[…œŒ]/u.test(text.normalize('NFKC')) &&
					turning.every(({ cheaper = '' }) => cheaper.length === 1)
				)
					expect(measure(spellCheaper(text)).parts).toBeLessThanOrEqual(measure(text).parts)
			}
		}),
	)
})

const hasPerl = spawnSync('perl', ['-MEncode::GSM0338', '-e', '1']).status === 0

describe('as Encode::GSM0338 of Perl has the table', () => {
	test.skipIf(!hasPerl)('every character of the plane costs the same septets, or is in neither table', () => {
		const program = `use Encode; binmode STDOUT, ":utf8"; for my $code (10 .. 0xd7ff) { my $c = chr $code;
			my $b = eval { encode("gsm0338", $c, Encode::FB_CROAK) }; print "$code ", length $b, "\\n" if defined $b && length $b }`
		const theirs = execFileSync('perl', ['-e', program], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		})
		const ours = Array.from(septets, ([one, cost]) => `${one.codePointAt(0)} ${cost}`).sort()
		expect(theirs.trim().split('\n').sort()).toEqual(ours)
	})
})
