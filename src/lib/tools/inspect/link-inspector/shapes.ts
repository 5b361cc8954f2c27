import { getScripts } from './letters.ts'

/** Letters that look like a Latin one at the size of an address bar; from Unicode's confusables (UTS 39), by hand. */
const likeLatin = new Map<string, string>()
const alike = (latin: string, others: string): void => {
	for (const other of others) likeLatin.set(other, latin)
}
alike('a', 'аɑαᴀꭺӑӓ')
alike('b', 'ЬьƄᏏʙв')
alike('c', 'сϲᴄⅽꮯ')
alike('d', 'ԁժⅾđɖ')
alike('e', 'еєҽεэꬲёє')
alike('f', 'ƒғꞙſ')
alike('g', 'ɡցɢԍ')
alike('h', 'һհħнꮋ')
alike('i', 'іιıɩɪїⅰ')
alike('j', 'јյϳ')
alike('k', 'κкᴋқ')
alike('l', 'ӏⅼłɭʟ')
alike('m', 'мᴍⅿ')
alike('n', 'ոռпηɴŋ')
alike('o', 'оοօσⲟᴏøө')
alike('p', 'рρᴘⲣ')
alike('q', 'ԛզɋ')
alike('r', 'гᴦʀɼ')
alike('s', 'ѕꜱʂ')
alike('t', 'тτᴛŧ')
alike('u', 'υսцᴜʋи')
alike('v', 'νѵⅴᴠ')
alike('w', 'ԝωшѡᴡ')
alike('x', 'хχⅹҳ')
alike('y', 'уүγʏ')
alike('z', 'ᴢʐ')

/** Of those, letters that nobody tells from the Latin one even when reading slowly. */
const sameShape = /^[асԁеһіјӏорԛѕѵԝхуһοιανυρκχоօսհցոɑɡıո\d-]+$/u

/** A label with each letter replaced by the Latin one that it looks like, without accents. */
export const toLatinShape = (label: string): string =>
	Array.from(
		label.normalize('NFD').replace(/\p{M}/gu, ''),
		(character) => likeLatin.get(character) ?? character,
	).join('')

/** True for a label without a Latin letter that reads as if all of it were Latin. */
export const looksLatin = (label: string): boolean =>
	/\p{L}/u.test(label) && !getScripts(label).has('latin') && sameShape.test(label)

/**
 * Skeleton of a name as it looks at a glance: characters that are taken for one another become one. Two different names with the same
 * answer are hard to tell apart (`rn` and `m`, `1`, `l` and `i`, `0` and `o`).
 */
export const toGlance = (label: string): string =>
	toLatinShape(label)
		.replaceAll('rn', 'm')
		.replaceAll('vv', 'w')
		.replaceAll('cl', 'd')
		.replace(/[i1|!j]/gu, 'l')
		.replaceAll('0', 'o')
		.replaceAll('3', 'e')
		.replaceAll('4', 'a')
		.replaceAll('5', 's')
		.replaceAll('8', 'b')
		.replaceAll('9', 'g')

/** Steps from one word to the other, a swap of neighbours being one (optimal string alignment); gives up above `most`. */
export const countSlips = (from: string, to: string, most: number): number => {
	if (Math.abs(from.length - to.length) > most) return most + 1
	let before: number[] = []
	let last = Array.from({ length: to.length + 1 }, (_, place) => place)
	for (let row = 1; row <= from.length; row++) {
		const now = [row]
		for (let place = 1; place <= to.length; place++) {
			const isSame = from[row - 1] === to[place - 1]
			let best = Math.min(
				(last[place] ?? 0) + 1,
				(now[place - 1] ?? 0) + 1,
				(last[place - 1] ?? 0) + (isSame ? 0 : 1),
			)
			if (from[row - 1] === to[place - 2] && from[row - 2] === to[place - 1])
				best = Math.min(best, (before[place - 2] ?? Infinity) + 1)
			now.push(best)
		}
		before = last
		last = now
	}
	return last[to.length] ?? most + 1
}
