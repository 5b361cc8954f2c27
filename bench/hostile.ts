/**
 * Long and hostile input, and the largest that is ordinary: milliseconds of processor time each, the best of a few rounds. The tests
 * beside the code count calls of functions instead, which are the same on every machine. `node bench/hostile.ts`
 */
import { languages } from '#base'
import { toBlindIndex } from '#domains/cases/cluster'
import { targets } from '#domains/protect'
import { parseFamilyFields } from '#domains/protect/plan/family'
import { defangText, toCanonicalAddress } from '#tools/inspect/defang'
import { inspectLink } from '#tools/inspect/link-inspector'
import { judgePassword } from '#tools/inspect/password-strength'
import { readQr, toReadingSize } from '#tools/files/qr-reader'
import { searchLaw } from '../src/lib/domains/law/search/search-law.ts'
import { makeTestFilter } from '../tests/support/filters.ts'
import { makeLawIndex, readLaw } from '../tests/support/law-search.ts'
import { finish, isQuick, report } from './support/figures.ts'

const rounds = isQuick ? 3 : 7

const pieces = [
	'a.',
	'.',
	'-',
	'@',
	'%25',
	'&a=https://b.example',
	'xn--a.',
	'/a.',
	'(',
	'):',
	'[.',
	' ',
	'\u202e',
]
const repeat = (piece: string, length: number): string => piece.repeat(length).slice(0, length)

/** Processor time of this thread, the best of some rounds: a pause of the machine is not the code's. */
const measure = async (work: () => unknown): Promise<number> => {
	const taken: number[] = []
	for (let round = 0; round < rounds; round++) {
		const before = process.threadCpuUsage()
		await work()
		const { user, system } = process.threadCpuUsage(before)
		taken.push((user + system) / 1000)
	}
	return Math.min(...taken)
}

const judge = async (name: string, limit: number, works: readonly (() => unknown)[]): Promise<void> => {
	let worst = 0
	for (const work of works) worst = Math.max(worst, await measure(work))
	report(name, `${worst.toFixed(1)} ms at worst`, `<= ${limit} ms`, worst <= limit)
}

const addresses = ['', 'https://', 'https://a.example/?'].flatMap((start) =>
	pieces.map((piece) => start + repeat(piece, 10_000)),
)
await judge(
	'an address of 10,000 characters looked at',
	20,
	addresses.map((text) => () => inspectLink(text)),
)
await judge(
	'an address of 10,000 characters written once and for all',
	100,
	addresses.map((text) => () => [toCanonicalAddress(text), defangText(text)]),
)
await judge(
	'a password of 300 characters judged',
	1000,
	['aA4@8({[3691!|0$57%2', 'إم٣é😀', 'password1'].map((piece) => () => judgePassword(repeat(piece, 300))),
)

const own = Array.from({ length: 500 }, (_, at) => `name-${at}.example.org`)
const filter = makeTestFilter('strict', { blocked: own })
await judge(
	'settings with 500 names of one’s own, for any device or server',
	5,
	targets.map((target) => () => target.make(filter)),
)
const fields = new URLSearchParams(`9-11=1&network=box&${'a'.repeat(90_000)}=1`)
await judge('a family with a name of 90,000 characters refused', 100, [() => parseFamilyFields(fields)])

const law = readLaw()
await judge(
	'10,000 characters asked of the law',
	200,
	languages.flatMap((language) => {
		const index = makeLawIndex(law, language)
		return [...pieces, 'الفصل 607-3 ', 'loi '].map((piece) => () => searchLaw(index, repeat(piece, 10_000)))
	}),
)

const key = await crypto.subtle.importKey(
	'raw',
	new Uint8Array(32),
	{ name: 'HMAC', hash: 'SHA-256' },
	false,
	['sign'],
)
const words = ['a'.repeat(64_000), 'http://'.repeat(9_000), '\u202e[.]'.repeat(9_000)]
await judge(
	'64,000 characters of a report made into tokens',
	3000,
	words.map((text) => () => toBlindIndex({ words: text, links: [] }, key)),
)

const { width, height } = toReadingSize({ width: 4000, height: 4000 })
const marks = new Uint8ClampedArray(width * height * 4).fill(255)
for (let at = 0; at < width * height; at++) {
	const [m, n] = [(at % width) % 10, Math.floor(at / width) % 10]
	const isRing = m === 0 || m === 6 || n === 0 || n === 6
	const isCore = m > 1 && m < 5 && n > 1 && n < 5
	if (m < 7 && n < 7 && (isRing || isCore)) marks.fill(0, at * 4, at * 4 + 3)
}
await judge('a picture of corner marks given up', 3000, [() => readQr({ width, height, data: marks })])
finish()
