/**
 * Cuts the three fonts down to what our languages use and the weights 400-700, into `src/lib/ui/fonts/`.
 * Run by the build; its output is not in the repository.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const range = (from: number, to: number): string =>
	Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('')

const digits = '0123456789'
const marks = ' .,:;!?()[]/+-–—%«»“”‘’"\'…·&*@#=<>|_\u00a0\u202f'
const arabic = range(0x621, 0x63a) + range(0x640, 0x652) + range(0x660, 0x669) + 'ٱپڤڭگݣڥ،؛؟٪'
const latin =
	range(0x41, 0x5a) + range(0x61, 0x7a) + 'àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆḍḥṛṣṭẓɣɛčǧḌḤṚṢṬẒƔƐČǦʷ°'
const tifinagh = range(0x2d30, 0x2d67) + '\u2d6f\u2d70\u2d7f'

/**
 * What shapes letters and joins them. Not kept: small capitals, fractions and other forms that no page asks for, and the joined
 * consonants of other ways to write Tifinagh; they are a third of a file.
 */
const shaping = [
	'ccmp',
	'locl',
	'isol',
	'fina',
	'medi',
	'init',
	'rlig',
	'rclt',
	'calt',
	'liga',
	'mark',
	'mkmk',
	'kern',
	'curs',
]
const placing = ['ccmp', 'locl', 'mark', 'mkmk', 'kern']

const fonts = [
	{
		from: '@fontsource-variable/readex-pro/files/readex-pro-arabic-wght-normal.woff2',
		to: 'arabic',
		text: arabic,
	},
	{
		from: '@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2',
		to: 'latin',
		text: latin + digits + marks,
	},
	{
		from: '@fontsource-variable/readex-pro/files/readex-pro-latin-wght-normal.woff2',
		to: 'digits',
		text: digits + '+-/:.,%',
	},
	{
		from: '@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2',
		to: 'tifinagh',
		text: tifinagh,
	},
]

mkdirSync('src/lib/ui/fonts', { recursive: true })
for (const { from, to, text } of fonts) {
	const original = readFileSync(`node_modules/${from}`)
	const cut = await subsetFont(original, text, {
		targetFormat: 'woff2',
		keepFeatures: to === 'tifinagh' ? placing : shaping,
		...(to === 'tifinagh' ? {} : { variationAxes: { wght: { min: 400, max: 700, default: 400 } } }),
	})
	writeFileSync(`src/lib/ui/fonts/${to}.woff2`, cut)
	console.log(`font ${to}: ${(original.length / 1024).toFixed(1)} KB -> ${(cut.length / 1024).toFixed(1)} KB`)
}
