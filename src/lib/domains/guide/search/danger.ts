import { expandShortFrench, getFrenchKey, isFunctionWord } from '#tools/script/arabizi'
import type { Asker } from '../contact.ts'
import { findTokens, type DangerEars, type Line, type Step } from './danger-book.ts'
import { getSigns, sense, toSign, type Signs } from './danger-sense.ts'
import { readWords } from './query-words.ts'

/**
 * Result of listening: situations of the help finder, likeliest first, and who asks. `isHarmless` says that school, kitchen or play was
 * named, or that the query sounds harmless as a whole; `isHarmed` that it was done to the one who asks.
 */
export type Heard = {
	situations: readonly string[]
	asker: Asker
	isHarmed: boolean
	isHarmless: boolean
}

const maxCharacters = 200
const maxWords = 24
/** Words that may stand between two of a line. */
const gap = 1
/** A line that is said in a query which sounds less like danger than this is said by chance. */
const leastWithLine = -0.5
/** A query which sounds so much like danger is heard where no line is said. */
const leastAlone = 0.5
/** Words with a subject that the sense needs. */
const leastTelling = 2
/** Situations that are named. */
const mostNamed = 3
/** Beside a trouble, harm that no line says is named only where it sounds as likely as this by itself: one in five. */
const leastBesideTrouble = -1.5
/** A trouble that sounds likelier than harm by less than this comes after it: the difference is chance. */
const leastApart = 0.1
/** Situations heard so much less than the likeliest are chance. */
const leastOfBest = 0.5

/** Texted French stands for its words: beside itself for one, in its place for several. */
const spell = (word: string): string[][] => {
	const full = expandShortFrench(word)
	return full.length > 1 ? full.map((part) => [part]) : [[word, ...full]]
}

/** French without its apostrophe (menferme, lecole) is two words where the list knows the second and not the whole. */
const unglue = ({ tokens }: DangerEars, word: string): string[] => {
	const [, start = '', rest = ''] = /^(j|m|t|s|l|d|n|qu)([aeiouyh][a-z]{3,})$/u.exec(word) ?? []
	const isListed = (one: string): boolean =>
		`=${one}` in tokens ||
		`f${getFrenchKey(one)}` in tokens ||
		[5, 6, 7].some((length) => `p${one.slice(0, length)}` in tokens)
	return rest && !(`=${word}` in tokens) && isListed(rest) ? [start, rest] : [word]
}

/** Marks the end of a part that is not said. */
const nowhere: readonly (readonly number[])[] = []

const counts = new WeakMap<DangerEars, number>()

/** Number of words in the list. */
const countTokens = (ears: DangerEars): number => {
	const known = counts.get(ears)
	if (known !== undefined) return known
	let most = -1
	for (const tokens of Object.values(ears.tokens)) for (const token of tokens) most = Math.max(most, token)
	counts.set(ears, most + 1)
	return most + 1
}

/** Words of a query, and what of the list each of them may be. */
class Said {
	readonly words: readonly string[]
	readonly #ears: DangerEars
	readonly #tokens: Set<number>[]
	/** 1 for each word of the list that is said. */
	readonly #isSaid: Uint8Array
	#said: (readonly number[] | undefined)[] = []
	#ends: (readonly (readonly number[])[] | undefined)[]

	constructor(ears: DangerEars, query: string, isKnown: (word: string) => boolean) {
		this.#ears = ears
		const read = readWords(query.slice(0, maxCharacters))
			.slice(0, maxWords)
			.flatMap((word) => unglue(ears, word))
			.flatMap(spell)
			.slice(0, maxWords)
		this.words = read.map(([word = '']) => word)
		this.#tokens = read.map((spellings) => findTokens(ears, spellings, isKnown))
		this.#isSaid = new Uint8Array(countTokens(ears))
		for (const tokens of this.#tokens) for (const token of tokens) this.#isSaid[token] = 1
		this.#ends = this.#getUnheard()
	}

	/** True when all parts of a line are said, in any order. */
	has(line: Line): boolean {
		for (const part of line) if (this.#getAllEnds(part).length === 0) return false
		return true
	}

	/** True when one of the lines is said. */
	hasAny(lines: readonly Line[]): boolean {
		return lines.some((line) => this.has(line))
	}

	/** Places of the words that the parts of a line may be. */
	getPlaces(line: Line): Set<number> {
		const places = new Set<number>()
		for (const part of line)
			this.#getAllEnds(part).forEach((ends, from) => {
				for (const to of ends) for (let at = from; at < to; at++) places.add(at)
			})
		return places
	}

	/** Signs of the lists that are said. */
	getListSigns(): number[] {
		return this.#ears.groupSigns.filter((_, group) => this.#getGroup(group).length > 0)
	}

	/** Makes words unheard. */
	silence(places: ReadonlySet<number>): void {
		for (const place of places) this.#tokens[place] = new Set()
		this.#ends = this.#getUnheard()
		this.#said = []
	}

	/** True for a line of one word of the list: it may be the subject of an essay. */
	isOneWord([part = 0, ...more]: Line): boolean {
		const steps = this.#ears.parts[part] ?? []
		return more.length === 0 && steps.length === 1 && (steps[0] ?? 0) >= 0
	}

	/** A line of more parts and words is said less by chance: it tells more. */
	weigh(line: Line): number {
		return line.length + line.reduce((sum, part) => sum + (this.#ears.parts[part]?.length ?? 0), 0) / 10
	}

	/** As many places as parts from the start: an array that grows by leaps is slow. */
	#getUnheard(): undefined[] {
		return new Array<undefined>(this.#ears.parts.length).fill(undefined)
	}

	/** Ends at which a part may stop, by its beginning; empty where it is said nowhere. */
	#getAllEnds(part: number): readonly (readonly number[])[] {
		const known = this.#ends[part]
		if (known) return known
		const steps = this.#ears.parts[part] ?? []
		// Of a list of thousands a query says a few words: most parts end here.
		for (const step of steps) if (step >= 0 && this.#isSaid[step] === 0) return (this.#ends[part] = nowhere)
		const ends = this.words.map((_, place) => this.#walk(steps, 0, place, 0))
		return (this.#ends[part] = ends.some((some) => some.length > 0) ? ends : nowhere)
	}

	#walk(steps: readonly Step[], at: number, place: number, slack: number): number[] {
		const step = steps[at]
		if (step === undefined) return [place]
		const found = new Set<number>()
		for (let from = place; from <= place + slack && from < this.words.length; from++)
			for (const end of this.#step(step, from))
				for (const last of this.#walk(steps, at + 1, end, gap)) found.add(last)
		return [...found]
	}

	#step(step: Step, place: number): readonly number[] {
		if (step >= 0) return this.#tokens[place]?.has(step) ? [place + 1] : []
		return this.#getGroup(-1 - step).flatMap((part) => this.#getAllEnds(part)[place] ?? [])
	}

	/** The parts of a list that are said. */
	#getGroup(group: number): readonly number[] {
		return (this.#said[group] ??= (this.#ears.groups[group] ?? []).filter(
			(part) => this.#getAllEnds(part).length > 0,
		))
	}
}

/** True when a query says nothing beside cries for help and words without a subject. */
const isOnlyCry = (said: Said, cries: readonly Line[]): boolean => {
	const covered = said.getPlaces(cries.flat())
	const isBlank = (word: string): boolean => isFunctionWord(word) || word.length < 2
	return covered.size > 0 && said.words.every((word, at) => covered.has(at) || isBlank(word))
}

/** The asker. An adult who is named is not the one who asks: whoever says that it was done to me is a child, a teen or of age. */
const hearAsker = (said: Said, { askers }: DangerEars): Pick<Heard, 'asker' | 'isHarmed'> => {
	const isHarmed = said.hasAny(askers.harmed)
	const order: readonly Asker[] = isHarmed
		? ['adult', 'teen', 'child']
		: ['parent', 'teacher', 'witness', 'adult', 'teen', 'child']
	const isParent = said.hasAny(askers.parent)
	return {
		asker: isParent ? 'parent' : (order.find((asker) => said.hasAny(askers[asker])) ?? 'teen'),
		isHarmed: isHarmed && !isParent,
	}
}

const harmlessSign = toSign('@harmless')
const sayingSign = toSign('@saying')

/** Reads of a query what decides later: words that sayings silenced, and signs for the sense. */
const read = (
	ears: DangerEars,
	query: string,
	isKnown: (word: string) => boolean,
): Pick<Heard, 'asker' | 'isHarmed' | 'isHarmless'> & { said: Said; getSigns: () => Signs } => {
	const said = new Said(ears, query, isKnown)
	const asks = hearAsker(said, ears)
	const sayings = ears.sayings.filter((line) => said.has(line))
	const isNamed = said.hasAny(ears.harmless)
	for (const line of sayings) said.silence(said.getPlaces(line))
	const flags = [...(isNamed ? [harmlessSign] : []), ...(sayings.length > 0 ? [sayingSign] : [])]
	return {
		said,
		...asks,
		isHarmless: isNamed || sayings.length > 0,
		getSigns: () => getSigns(said.words, [...said.getListSigns(), ...flags]),
	}
}

/** The signs of a query that the sense learns from. */
export const readSigns = (ears: DangerEars, query: string, isKnown: (word: string) => boolean): Signs =>
	read(ears, query, isKnown).getSigns()

/** Situations whose lines are said, likeliest first. */
const hearLines = (said: Said, ears: DangerEars, isHarmless: boolean): string[] => {
	const weights = new Map<string, number>()
	for (const [situations, lines] of ears.hears) {
		const heard = lines.filter((line) => !(isHarmless && said.isOneWord(line)) && said.has(line))
		const most = Math.max(0, ...heard.map((line) => said.weigh(line)))
		situations.forEach((id, rank) => {
			if (most > 0) weights.set(id, Math.max(weights.get(id) ?? 0, most / (1 + rank / 10)))
		})
	}
	const best = Math.max(0, ...weights.values())
	return [...weights]
		.filter(([, weight]) => weight >= best * leastOfBest)
		.sort(([, a], [, b]) => b - a)
		.map(([id]) => id)
}

/** True where a line is all that is said: no other word is there that could make it harmless. */
const isLineWhole = (said: Said, { hears }: DangerEars): boolean => {
	const telling = said.words.flatMap((word, place) => (isFunctionWord(word) ? [] : [place]))
	const isWhole = (line: Line): boolean => {
		if (!said.has(line)) return false
		const places = said.getPlaces(line)
		return telling.every((place) => places.has(place))
	}
	return hears.some(([, lines]) => lines.some(isWhole))
}

/**
 * Listens to a query for danger. Reads at most 200 characters and 24 words, keeps nothing of it, never throws.
 *
 * @param isKnown - true for a word that is spelt as it should be: it is not taken for another with a letter wrong
 */
export const hearDanger = (
	ears: DangerEars,
	query: string,
	isKnown: (word: string) => boolean = () => false,
): Heard => {
	const { said, asker, isHarmed, isHarmless, getSigns } = read(ears, query, isKnown)
	const listed = hearLines(said, ears, isHarmless)
	const heard = (situations: readonly string[], isCalm = isHarmless): Heard => ({
		situations,
		asker,
		isHarmed,
		isHarmless: isCalm,
	})
	if (listed.length === 0 && isOnlyCry(said, ears.cries)) return heard(['other'])
	// One word says too little to be doubted, or to be raised by how it sounds: the list alone knows it.
	const telling = said.words.filter((word) => !isFunctionWord(word)).length
	if (!ears.sense || telling < leastTelling) return heard(listed)
	const { danger, named } = sense(ears.sense, getSigns())
	if (listed.length > 0 && danger < leastWithLine && isLineWhole(said, ears)) return heard(listed)
	if (danger < (listed.length > 0 ? leastWithLine : leastAlone))
		return heard([], isHarmless || danger < leastWithLine)
	const isTrouble = (id: string): boolean => ears.troubles.includes(id)
	const [loudest] = named
	const asLoud = named.find(
		({ name, voice }) => !isTrouble(name) && loudest !== undefined && voice > loudest.voice - leastApart,
	)
	// What the list is sure of comes first; the sense adds what it hears most.
	const names = [
		...listed.slice(0, mostNamed - 1),
		...(asLoud ? [asLoud.name] : []),
		...named.map(({ name }) => name),
	]
	const [first = '', ...more] = [...new Set(names)].slice(0, mostNamed)
	const isSure = (id: string): boolean =>
		listed.includes(id) || named.some(({ name, voice }) => name === id && voice >= leastBesideTrouble)
	return heard([first, ...more.filter((id) => !isTrouble(first) || isTrouble(id) || isSure(id))])
}
