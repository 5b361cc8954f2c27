import { isFunctionWord } from '#tools/script/arabizi'
import { findNames, type Article, type NumberIndex } from './number-index.ts'
import { getNumberKind, isNumberWord } from './number-words.ts'
import { readReference, type NumberRead } from './read-numbers.ts'

/** An instrument or a provision of the corpus. */
export type Reference = { kind: 'instrument' | 'provision'; id: string }

/** References that the numbers and names of a query make. */
export type References = {
	/** Best first; what a number says exactly. */
	found: Reference[]
	/** Articles with a number that may be an age or a price: `j'ai 15 ans`. */
	perhaps: Reference[]
	/** Numbers that were surely meant and that the corpus does not hold. */
	missing: string[]
	/** Instruments called by their name. */
	named: string[]
	/** Words that are left for the search by words. */
	words: string[]
	/** A number of a law or an article was surely meant, not merely a number. */
	isTold: boolean
	/** True when the query names only a text: a number, or a name like `code pénal`. */
	isOnly: boolean
}

const most = 12

const isWhole = (number: string): boolean => /^\d+$/u.test(number)
const toProvision = ({ id }: Article): Reference => ({ kind: 'provision', id })
const toInstrument = (id: string): Reference => ({ kind: 'instrument', id })

/** By the standing of the text, then the article itself before the same under other conditions. */
const sortArticles = (articles: readonly Article[]): Article[] =>
	[...articles].sort((a, b) => a.standing - b.standing || Number(b.isBase) - Number(a.isBase))

/** Arabic pages print 503-2 as 2-503, a range as one number, an article behind the number of its law. */
const getOtherReadings = (number: string): string[][] => {
	const parts = number.split('-')
	if (parts.length < 2) return []
	const cut = (at: number): string[] => [parts.slice(0, at).join('-'), parts.slice(at).join('-')]
	return [[[...parts].reverse().join('-')], ...parts.slice(1).map((_, at) => cut(at + 1))]
}

const isKnown = ({ instruments, articles }: NumberIndex, number: string): boolean =>
	instruments.has(number) || articles.has(number)

/** Finds what the numbers of one query mean, one after the other: an instrument that was named holds for the articles. */
class Finder {
	readonly laws: string[]
	readonly #articles: NumberRead[] = []
	readonly #index: NumberIndex

	constructor(index: NumberIndex, named: readonly string[]) {
		this.#index = index
		this.laws = [...named]
	}

	/** Takes a number for an instrument where it may be one, else keeps it for {@link find}. */
	take(read: NumberRead): void {
		const { number, kind, apart } = read
		if (apart && !isKnown(this.#index, number)) {
			for (const part of apart) this.take({ number: part, kind })
			return
		}
		const laws = kind === 'article' ? [] : (this.#index.instruments.get(number) ?? [])
		const isLaw = !isWhole(number) || (kind === 'law' && !this.#isInside(number))
		if (isLaw && laws.length > 0) this.laws.unshift(...laws)
		else this.#articles.push(read)
	}

	/** True when an instrument that was named has this article: the "Code" of "Penal Code 138" does not announce a law. */
	#isInside(number: string): boolean {
		return this.laws.length > 0 && this.#getArticles(number, new Set(this.laws)).length > 0
	}

	/** Articles, then the instruments; and the numbers that lead nowhere. */
	find(): { found: Reference[]; missing: string[] } {
		const scope = new Set(this.laws)
		const found: Reference[] = []
		const missing: string[] = []
		for (const read of this.#articles) {
			const some = this.#findOne(read, scope)
			if (some.length === 0) missing.push(read.number)
			found.push(...some)
		}
		return { found: [...found, ...[...scope].map(toInstrument)], missing }
	}

	#getArticles(number: string, scope: ReadonlySet<string>): Article[] {
		const all = this.#index.articles.get(number) ?? []
		const inside = all.filter(({ instruments }) => instruments.some((id) => scope.has(id)))
		return sortArticles(scope.size > 0 ? inside : all)
	}

	#findOne({ number }: NumberRead, scope: ReadonlySet<string>): Reference[] {
		const exact = this.#getArticles(number, scope)
		if (exact.length > 0) return exact.map(toProvision)
		const laws = this.#index.instruments.get(number) ?? []
		if (laws.length > 0) return laws.map(toInstrument)
		for (const [first = '', second] of getOtherReadings(number)) {
			const some = this.#readOtherwise(first, second, scope)
			if (some.length > 0) return some
		}
		return []
	}

	#readOtherwise(first: string, second: string | undefined, scope: ReadonlySet<string>): Reference[] {
		const laws = this.#index.instruments.get(first) ?? []
		const articles = this.#getArticles(first, scope)
		if (second === undefined) return articles.length > 0 ? articles.map(toProvision) : laws.map(toInstrument)
		const inside = laws.length > 0 ? this.#getArticles(second, new Set(laws)) : []
		if (inside.length > 0) return [...inside.map(toProvision), ...laws.map(toInstrument)]
		const others = this.#getArticles(second, scope)
		if (isWhole(first) && isWhole(second)) return []
		return articles.length > 0 && others.length > 0 ? [...articles, ...others].map(toProvision) : []
	}
}

const nothing: ReturnType<Finder['find']> = { found: [], missing: [] }

const isSubject = (word: string): boolean =>
	!/^\d+$/u.test(word) && word.length > 1 && !isNumberWord(word) && !isFunctionWord(word)

/** Numbers count many things: `code dyal 6 ar9am` is no law, and `12.50` no article. */
const isLikely = (index: NumberIndex, { number, kind, apart }: NumberRead, isAlone: boolean): boolean => {
	if (kind === 'article') return true
	if (isWhole(number)) return kind === 'law' && index.instruments.has(number)
	return kind === 'law' || (apart === undefined && (isAlone || isKnown(index, number)))
}

const announcesText = (word: string): boolean => ['law', 'article'].includes(getNumberKind(word) ?? '')

const withoutTwins = (references: readonly Reference[]): Reference[] => [
	...new Map(references.map((one) => [`${one.kind} ${one.id}`, one])).values(),
]

/**
 * Finds what the numbers and names of a query mean in the corpus. Reads at most 300 characters, never throws, keeps nothing.
 */
export const findReferences = (index: NumberIndex, query: string): References => {
	const { numbers, words } = readReference(query)
	const { named, left } = findNames(index, words, numbers.length > 0)
	const subjects = left.filter(isSubject)
	const isSure = (read: NumberRead): boolean =>
		named.length > 0 || isLikely(index, read, subjects.length === 0)
	const isTold = numbers.some(isSure)
	const meant = numbers.filter((read) => isTold || subjects.length === 0 || isSure(read))
	const finder = new Finder(index, named)
	for (const read of meant) finder.take(read)
	// a name with nothing beside it asks for its text, and so does a number
	const { found, missing } = meant.length > 0 || subjects.length === 0 ? finder.find() : nothing
	const chance = new Finder(index, [])
	for (const read of numbers) if (!meant.includes(read)) chance.take(read)
	return {
		found: withoutTwins(found).slice(0, most),
		perhaps: withoutTwins(chance.find().found).slice(0, most),
		missing: isTold ? missing : [],
		named,
		words: left.filter((word) => !isNumberWord(word)),
		isTold: isTold && found.length > 0,
		isOnly: subjects.length === 0 && (numbers.length > 0 || words.some(announcesText)),
	}
}
