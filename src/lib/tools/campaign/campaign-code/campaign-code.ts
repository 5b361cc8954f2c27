/** Crockford's 32 symbols; the place of each is its value. */
const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Symbols that codes are made of: no vowel, and no digit that is read as one. */
const made = '256789BCDFGHJKMNPQRSTVWXYZ'

const letterCount = 5

/** Never to hang in a school: words and signs without their vowels, in the languages that are read here. */
const offensive =
	/FCK|FKC|FVCK|FQ|CNT|CVNT|DCK|CCK|CNS|CVL|PRN|SHT|BTCH|NGR|N[G6]{2}|NZ|SS|55|KKK|XXX|SX|ZB|ZML|QHB|KHB|NTM|FDP|PTN|MRD|PD|TG|BTRD|RP|DTH|KLL|DVR|88|666/u

/** Product in the field of 32 elements by x^5 + x^2 + 1. */
const multiply = (a: number, b: number): number => {
	let product = 0
	for (let bit = 4; bit >= 0; bit--) {
		product <<= 1
		if (product & 32) product ^= 37
		if ((b >> bit) & 1) product ^= a
	}
	return product
}

/** Weights 2, 4, 8, 16, 5: all different and none of them one, so that two that changed places are seen, the check character too. */
const toCheck = (letters: string): string => {
	let [sum, weight] = [0, 1]
	for (const letter of letters) {
		weight = multiply(weight, 2)
		sum ^= multiply(weight, symbols.indexOf(letter))
	}
	return symbols.charAt(sum)
}

const isWhole = (code: string): boolean => toCheck(code.slice(0, letterCount)) === code.slice(letterCount)

const isMade = (code: string): boolean =>
	Array.from(code).every((letter) => made.includes(letter)) && !offensive.test(code)

/**
 * Makes a code.
 *
 * @param drawBelow - a whole number from 0 below `most`, each as likely as the others
 * @returns five characters and their check character; about a third of all draws is thrown away
 */
export const makeCampaignCode = (drawBelow: (most: number) => number): string => {
	for (;;) {
		const letters = Array.from({ length: letterCount }, () => made.charAt(drawBelow(made.length))).join('')
		const code = letters + toCheck(letters)
		if (isMade(code)) return code
	}
}

/** Characters that are taken for each other; those that no code is made of are always a mistake. */
const likenesses = ['0ODQ', '1ILT7', '2Z', '5S', '6G', '8B', 'VU', 'E3F', '4AH']

const getLike = (letter: string): string[] => [
	...new Set(likenesses.filter((group) => group.includes(letter)).flatMap((group) => Array.from(group))),
]

const plain: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' }

/** Every way to read one character as another that looks like it, that gives a code. */
const listNear = (typed: string): Set<string> => {
	const near = new Set<string>()
	for (const [place, letter] of Array.from(typed).entries())
		for (const other of getLike(letter)) {
			const code = typed.slice(0, place) + other + typed.slice(place + 1)
			if (isMade(code) && isWhole(code)) near.add(code)
		}
	return near
}

/**
 * Reads a code as people type it: any case, with spaces, hyphens or points, digits of Arabic. One character that looks like another is put
 * right where only one reading makes a code. `undefined`: it is none, or it might be two.
 */
export const readCampaignCode = (text: string): string | undefined => {
	if (text.length > 40) return undefined
	const typed = text
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
		.toUpperCase()
		.replace(/[\s.\u2010-\u2015-]/gu, '')
	if (!/^[0-9A-Z]{6}$/u.test(typed)) return undefined
	const code = typed.replace(/[OILU]/gu, (letter) => plain[letter] ?? letter)
	if (isMade(code) && isWhole(code)) return code
	const near = listNear(typed)
	return near.size === 1 ? [...near][0] : undefined
}
