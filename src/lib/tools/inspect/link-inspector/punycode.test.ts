import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePunycode, toUnicodeName } from './punycode.ts'

const fromPoints = (points: string): string =>
	String.fromCodePoint(...points.split(' ').map((point) => Number.parseInt(point.slice(2), 16)))

/** RFC 3492, section 7.1, with the letter case that its annotations would carry left out. */
const vectors = [
	[
		'Arabic (Egyptian)',
		'U+0644 U+064A U+0647 U+0645 U+0627 U+0628 U+062A U+0643 U+0644 U+0645 U+0648 U+0634 U+0639 U+0631 U+0628 U+064A U+061F',
		'egbpdaj6bu4bxfgehfvwxn',
	],
	[
		'Chinese (simplified)',
		'U+4ED6 U+4EEC U+4E3A U+4EC0 U+4E48 U+4E0D U+8BF4 U+4E2D U+6587',
		'ihqwcrb4cv8a8dqg056pqjye',
	],
	[
		'Chinese (traditional)',
		'U+4ED6 U+5011 U+7232 U+4EC0 U+9EBD U+4E0D U+8AAA U+4E2D U+6587',
		'ihqwctvzc91f659drss3x8bo0yb',
	],
	[
		'Czech',
		'U+0050 U+0072 U+006F U+010D U+0070 U+0072 U+006F U+0073 U+0074 U+011B U+006E U+0065 U+006D U+006C U+0075 U+0076 U+00ED U+010D U+0065 U+0073 U+006B U+0079',
		'Proprostnemluvesky-uyb24dma41a',
	],
	[
		'Hebrew',
		'U+05DC U+05DE U+05D4 U+05D4 U+05DD U+05E4 U+05E9 U+05D5 U+05D8 U+05DC U+05D0 U+05DE U+05D3 U+05D1 U+05E8 U+05D9 U+05DD U+05E2 U+05D1 U+05E8 U+05D9 U+05EA',
		'4dbcagdahymbxekheh6e0a7fei0b',
	],
	[
		'Hindi',
		'U+092F U+0939 U+0932 U+094B U+0917 U+0939 U+093F U+0928 U+094D U+0926 U+0940 U+0915 U+094D U+092F U+094B U+0902 U+0928 U+0939 U+0940 U+0902 U+092C U+094B U+0932 U+0938 U+0915 U+0924 U+0947 U+0939 U+0948 U+0902',
		'i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd',
	],
	[
		'Japanese',
		'U+306A U+305C U+307F U+3093 U+306A U+65E5 U+672C U+8A9E U+3092 U+8A71 U+3057 U+3066 U+304F U+308C U+306A U+3044 U+306E U+304B',
		'n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa',
	],
	[
		'Korean',
		'U+C138 U+ACC4 U+C758 U+BAA8 U+B4E0 U+C0AC U+B78C U+B4E4 U+C774 U+D55C U+AD6D U+C5B4 U+B97C U+C774 U+D574 U+D55C U+B2E4 U+BA74 U+C5BC U+B9C8 U+B098 U+C88B U+C744 U+AE4C',
		'989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c',
	],
	[
		'Russian',
		'U+043F U+043E U+0447 U+0435 U+043C U+0443 U+0436 U+0435 U+043E U+043D U+0438 U+043D U+0435 U+0433 U+043E U+0432 U+043E U+0440 U+044F U+0442 U+043F U+043E U+0440 U+0443 U+0441 U+0441 U+043A U+0438',
		'b1abfaaepdrnnbgefbadotcwatmq2g4l',
	],
	[
		'Spanish',
		'U+0050 U+006F U+0072 U+0071 U+0075 U+00E9 U+006E U+006F U+0070 U+0075 U+0065 U+0064 U+0065 U+006E U+0073 U+0069 U+006D U+0070 U+006C U+0065 U+006D U+0065 U+006E U+0074 U+0065 U+0068 U+0061 U+0062 U+006C U+0061 U+0072 U+0065 U+006E U+0045 U+0073 U+0070 U+0061 U+00F1 U+006F U+006C',
		'PorqunopuedensimplementehablarenEspaol-fmd56a',
	],
	[
		'Vietnamese',
		'U+0054 U+1EA1 U+0069 U+0073 U+0061 U+006F U+0068 U+1ECD U+006B U+0068 U+00F4 U+006E U+0067 U+0074 U+0068 U+1EC3 U+0063 U+0068 U+1EC9 U+006E U+00F3 U+0069 U+0074 U+0069 U+1EBF U+006E U+0067 U+0056 U+0069 U+1EC7 U+0074',
		'TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g',
	],
	['3B', 'U+0033 U+5E74 U+0042 U+7D44 U+91D1 U+516B U+5148 U+751F', '3B-ww4c5e180e575a65lsy2b'],
	[
		'super-monkeys',
		'U+5B89 U+5BA4 U+5948 U+7F8E U+6075 U+002D U+0077 U+0069 U+0074 U+0068 U+002D U+0053 U+0055 U+0050 U+0045 U+0052 U+002D U+004D U+004F U+004E U+004B U+0045 U+0059 U+0053',
		'-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n',
	],
	[
		'Hello',
		'U+0048 U+0065 U+006C U+006C U+006F U+002D U+0041 U+006E U+006F U+0074 U+0068 U+0065 U+0072 U+002D U+0057 U+0061 U+0079 U+002D U+305D U+308C U+305E U+308C U+306E U+5834 U+6240',
		'Hello-Another-Way--fc4qua05auwb3674vfr0b',
	],
	['2', 'U+3072 U+3068 U+3064 U+5C4B U+6839 U+306E U+4E0B U+0032', '2-u9tlzr9756bt3uc0v'],
	[
		'Maji',
		'U+004D U+0061 U+006A U+0069 U+3067 U+004B U+006F U+0069 U+3059 U+308B U+0035 U+79D2 U+524D',
		'MajiKoi5-783gue6qz075azm5e',
	],
	['de runba', 'U+30D1 U+30D5 U+30A3 U+30FC U+0064 U+0065 U+30EB U+30F3 U+30D0', 'de-jg4avhby1noc0d'],
	['sono speed', 'U+305D U+306E U+30B9 U+30D4 U+30FC U+30C9 U+3067', 'd9juau41awczczp'],
	[
		'ASCII that breaks the rules',
		'U+002D U+003E U+0020 U+0024 U+0031 U+002E U+0030 U+0030 U+0020 U+003C U+002D',
		'-> $1.00 <--',
	],
] as const

test.each(vectors)('decodePunycode() answers the vector of RFC 3492: %s', (_, points, encoded) => {
	expect(decodePunycode(encoded)).toBe(fromPoints(points))
})

test.each(['99999999999', 'é', 'abc-$', 'zzzzzzzzzzzz', 'a'.repeat(300)])(
	'decodePunycode() refuses %j, which is not well formed',
	(encoded) => {
		expect(decodePunycode(encoded)).toBeUndefined()
	},
)

test('decodePunycode() never throws and gives whole characters', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 400 }), (text) => {
			expect(decodePunycode(text)?.isWellFormed() ?? true).toBe(true)
		}),
	)
})

test('toUnicodeName() agrees with the encoder of the platform', () => {
	const letters = fc.string({
		unit: fc.constantFrom(...Array.from('aé中чф7غم')),
		minLength: 1,
		maxLength: 20,
	})
	fc.assert(
		fc.property(letters, (label) => {
			const host = URL.parse(`http://${label}.test/`)?.hostname
			if (host !== undefined && !/^[\d.]+$/u.test(host)) expect(toUnicodeName(host)).toBe(`${label}.test`)
		}),
	)
	expect(toUnicodeName('xn--mgbh0fb.xn--mgbc0a9azcg')).toBe('مثال.المغرب')
	expect(toUnicodeName('xn--99999999999.test')).toBe('xn--99999999999.test')
})
