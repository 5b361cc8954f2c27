import type { Language } from '#base'

/** Stands between two lines of a text, so that a clause ends where a line does. */
export const lineEnd = '¶'

/** Where a clause ends. An apostrophe and a hyphen are inside words. */
const clauseEnd = /[.,;:!?…«»“”"()،؛؟–—¶]/gu

/**
 * Words of a language that turn a clause round. `far`: they reach to the end of the clause. `near`: only the words beside them.
 * `spared`: what sounds like a refusal and urges ("do not wait"). `needless`: after what was said, it says that nobody has to.
 */
type Negation = { far: RegExp; near: RegExp; spared: RegExp; needless: RegExp }

const negations: Readonly<Record<Language, Negation>> = {
	fr: {
		far: /(?<!\p{L})(?:n'|(?:ne|ni|jamais|plus jamais|inutile|(?<!(?:une|la|cette|autre|toute|chaque|seule|même|de) )personne|pas besoin|interdit|évite[rz]?)(?!\p{L}))/giu,
		near: /(?<!\p{L})(?:pas|sans|aucune?|plutôt que|au lieu)(?!\p{L})/giu,
		spared:
			/^(?:n'|ne |pas |sans |jamais )(?:[lmts][ae'] ?|vous |te |le |la |les )?(?:attend|hésit|oubli|tard|crai|perd|fau(?:t|dra) (?:pas|rien)|pas (?:attendre|hésiter|oublier|tarder))/iu,
		needless:
			/inutile|ne ser(?:t|vent) à rien|pas (?:nécessaire|utile|obligatoire|la peine|urgent|besoin)|peu(?:t|vent) attendre|superflu/iu,
	},
	en: {
		far: /(?<!\p{L})(?:not|never|nor|neither|nobody|cannot|no need|no one)(?!\p{L})|n't(?!\p{L})/giu,
		near: /(?<!\p{L})(?:no|without|instead of|rather than)(?!\p{L})/giu,
		spared:
			/^(?:not|n't|never|without|no need) (?:to )?(?:wait|hesitat|forget|delay|be afraid|only|put off)/iu,
		needless:
			/not (?:needed|necessary|required|urgent|worth)|unnecessary|no use|(?<!questions )can wait|needless/iu,
	},
	ar: {
		far: /(?<!\p{L})[وف]?(?:لا|لن|لم|ليس|ليست|لست|لسنا|اياك|اياكم|ماشي|ما \p{L}+ش)(?!\p{L})/giu,
		near: /(?<!\p{L})[وفب]?(?:بلا|بدون|دون|عدم|بدل)(?!\p{L})/giu,
		spared:
			/^[وف]?(?:لا|لن|لم|ما|دون|بلا) (?:ان )?(?:[اتني]?ت?نتظر|انتظار|[اتني]?تردد|تردد|[اتني]?تاخر|تاخر|[اتني]?نس|[اتني]?خا?ف)/iu,
		needless:
			/غير (?:ضروري|لازم|مفيد|مستعجل)|(?:ليس|ماشي) (?:ضروري|لازم)|لا (?:داعي|حاجة|فائدة|ضرورة)|(?:يمكن|تستطيع) ان (?:ينتظر|تنتظر)/iu,
	},
	zgh: {
		far: /(?<!\p{L})(?:ⵓⵔ|ⵓⵔⵜⴰ|ⵓⵍⴰ|ⴰⵡⵔ)(?!\p{L})/giu,
		near: /(?<!\p{L})(?:ⴱⵍⴰ|ⴱⵍⴰⵜⵉ)(?!\p{L})/giu,
		spared: /^ⵓⵔ (?:\p{L}{1,3} )?(?:ⵜⵜ?ⵇⵇⵍ|ⵜⵜ?ⵓ(?!\p{L})|ⵜⵜⵓ|ⵜⴽⵙⵓⴹ|ⵜⵜⵉⵡⴷ)/iu,
		needless: /ⵓⵔ (?:ⵉ?ⵍⴰⵣⵎ|ⵉⵍⵣⵉⵎ|ⵉⵇⵇⴰⵏ|ⵉⵅⵚⵚⵉ|ⵜ?ⵉ?ⵃⵜⴰⵊⵊⴰ)/iu,
	},
}

/** Words that put a thing off: "the prosecutor later, if the head agrees". */
const putOff: Readonly<Record<Language, RegExp>> = {
	fr: /(?<!\p{L})(?:demain|plus tard|un autre jour|la semaine prochaine|(?:dans|après) quelques jours|après les vacances|au besoin|le lendemain|seulement si|si (?:ça|cela) empire|si (?:tu te sens|il se sent|elle se sent|vous vous sentez) (?:mal|pire)|s'il reste|si (?:la direction|le directeur|tu veux|vous voulez|besoin))(?!\p{L})/iu,
	en: /(?<!\p{L})(?:tomorrow|later|another day|next (?:week|month|day)|in a few days|only if|if (?:the head|you like|you want|it gets worse|need be)|some day|in the morning)(?!\p{L})/iu,
	ar: /(?<!\p{L})[وف]?(?:غدا|لاحقا|فيما بعد|من بعد|بعد ايام|الاسبوع القادم|الاسبوع المقبل|الصباح|يوم اخر|عند الحاجة|ان ساء\p{L}*|اذا ساء\p{L}*|ان وافق|اذا وافق|ان اردت|ان شئت)(?!\p{L})/iu,
	zgh: /(?<!\p{L})(?:ⴰⵙⴽⴽⴰ|ⵙⵡⴰⵙⴽⴽⴰ|ⴰⵙⵙ ⵢⴰⴹⵏ|ⵉⵎⴰⵍⴰⵙⵙ|ⵎⴽ ⵉⵔⴰ|ⵎⴽ ⵜⵔⵉⴷ|ⵎⴽ ⵜⵔⵉⵎ|ⴷⴼⴼⵉⵔ ⵏ ⵡⵓⵙⵙⴰⵏ)(?!\p{L})/iu,
}

/** Part of a text in which what is said is turned round: from its negation to where that reaches, and where its clause ends. */
type Scope = { from: number; to: number; end: number }

const reachOf = (words: number): RegExp =>
	new RegExp(`^\\P{L}*[\\p{L}\\p{N}']+(?:[ -][\\p{L}\\p{N}']+){0,${words - 1}}`, 'u')

/** The reach of a near negation: articles count as words. */
const nearReach: Readonly<Record<Language, RegExp>> = {
	fr: reachOf(3),
	en: reachOf(3),
	ar: reachOf(2),
	zgh: reachOf(1),
}

/** In Darija "ولا" is "or": it denies only where a refusal stands before it in the sentence. */
const isOr = (word: string, sentence: string): boolean =>
	word === 'ولا' && !/(?<!\p{L})(?:لا|لن|لم|ليس|دون|بلا)(?!\p{L})/u.test(sentence)

const sentenceEnd = /[.!?؟«»¶]/u

const toClauses = (text: string): { start: number; end: number }[] => {
	const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index)
	return [...ends, text.length].map((end, at) => ({ start: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end }))
}

const findScopes = (text: string, language: Language): Scope[] => {
	const { far, near, spared, needless } = negations[language]
	return toClauses(text).flatMap(({ start, end }) => {
		const clause = text.slice(start, end)
		const before = (at: number): string =>
			text
				.slice(0, start + at)
				.split(sentenceEnd)
				.at(-1) ?? ''
		const counts = ({ 0: word, index }: RegExpExecArray): boolean =>
			!spared.test(clause.slice(index)) && !isOr(word, before(index))
		const reached = ({ 0: word, index }: RegExpExecArray): Scope => {
			const from = start + index
			const reach = nearReach[language].exec(text.slice(from + word.length, end))?.[0].length ?? 0
			return { from, to: from + word.length + reach, end }
		}
		const after = needless.exec(clause)
		return [
			...[...clause.matchAll(far)].filter(counts).map(({ index }) => ({ from: start + index, to: end, end })),
			...[...clause.matchAll(near)].filter(counts).map(reached),
			...(after ? [{ from: start - 1, to: start + after.index, end }] : []),
		]
	})
}

const known = new Map<string, Scope[]>()

/** Scopes of a text, found once. */
const scopesOf = (text: string, language: Language): Scope[] => {
	const key = `${language} ${text}`
	const found = known.get(key) ?? findScopes(text, language)
	known.set(key, found)
	return found
}

/** A place in a text where a pattern is found, and whether a negation before it in its clause turns it round. */
export type Hit = { found: string; index: number; denied: boolean }

/** True where it opens with a negation: a refusal is looked for, and the one before it in the clause is its first half. */
const isRefusal = (found: string, language: Language): boolean => {
	const { far, near } = negations[language]
	return found.search(far) === 0 || found.search(near) === 0
}

/** True of a pattern that looks for a refusal itself: a negation inside what it finds is then its own. */
const wantsRefusal = (pattern: RegExp, language: Language): boolean => {
	const { far, near } = negations[language]
	return pattern.source.search(far) >= 0 || pattern.source.search(near) >= 0 || pattern.source.includes("n't")
}

const sentenceEnds = new RegExp(sentenceEnd, 'gu')

/** True where the sentence around a place puts off what it says. */
const isPutOff = (text: string, at: number, language: Language): boolean => {
	const start = text.slice(0, at).search(/[^.!?؟«»¶]*$/u)
	sentenceEnds.lastIndex = at
	const end = sentenceEnds.exec(text)?.index ?? text.length
	return putOff[language].test(text.slice(start, end))
}

/** Words of a text, and whether they have to be said at once. */
export type ReadPassage = { words: string; language: Language; urgent?: true | undefined }

/**
 * Every place where a pattern is found, and whether it is denied there: by a negation before it in its clause, or by one inside it in the
 * clause that it ends in. A negation that the pattern itself looks for denies nothing.
 */
export const findHits = (pattern: RegExp, { words: text, language, urgent }: ReadPassage): Hit[] => {
	const next = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`)
	const isPlain = !wantsRefusal(pattern, language)
	const hits: Hit[] = []
	for (let hit = next.exec(text); hit; hit = next.exec(text)) {
		const { 0: found, index } = hit
		const last = index + found.length
		const isTurned = ({ from, to, end }: Scope): boolean =>
			(from < index && index < to) || (isPlain && from > index && from < last && end >= last)
		const denied =
			(urgent === true && isPutOff(text, index, language)) ||
			(!isRefusal(found, language) && scopesOf(text, language).some(isTurned))
		hits.push({ found, index, denied })
		// what begins inside a denied place may hold another beginning that is not denied
		next.lastIndex = index + (denied ? 1 : Math.max(1, found.length))
	}
	return hits
}

/** True of a pattern that is found where no negation turns it round. */
export const isAffirmed = (pattern: RegExp, said: ReadPassage): boolean =>
	findHits(pattern, said).some(({ denied }) => !denied)
