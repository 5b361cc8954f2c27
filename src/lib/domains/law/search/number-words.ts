import { readWords } from '#domains/guide/search'

/** Kind of a number, as the word before it says. */
export type NumberKind = 'law' | 'article' | 'open'

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean))

/** Words that announce the number of an instrument, without Arabic article. */
const laws = list(`
	loi lois law laws act acts bill bills projet code dahir decret decrets decree decrees convention conventions
	treaty treaties traite traites protocol protocole ets cets ste stce c stcd qanun qanoun kanoun kanun 9anoun
	9anon 9anun l9anoun l9anon l9anun lqanoun lqanun lkanoun azref azerf
	قانون قوانين ق ظهير مرسوم مشروع اتفاقيه معاهده بروتوكول
`)

/** Words that announce the number of an article. */
const articles = list(`
	article articles art arts artcl artikl section sections sec fasl fassl fsl lfasl lfassl lfsl lfosol fosol
	madda mada mad lmadda lmada ladda lmawad mawad amagrad imagraden tasrit
	ماده مواد فصل فصول بند بنود
`)

/** Words between one of those and its number, or between two numbers: they change nothing. */
const links = list(`
	n no nos nr num number numero numeros numru raqm ra9m r9m
	de du des la le les l et ou a au and or of the to in d dyal w f li 3la
	رقم عدد و او الى من في ل ب ديال ف
`)

/** A Latin word that may be glued to its number: `loi07-03`, `art.607-3` without the dot, `C138`. */
export const glued =
	/(?<![\p{Script=Latin}\d])(loi|law|act|article|art|fasl|lfasl|lmadda|madda|l9anoun|l9anon|9anoun|n|no|num|cpp|cp|pc|ets|cets|ste|c(?=\d{3}))(?=\d)/giu

/** A folded word without Arabic article and with one letter for its feminine ending. */
const toBare = (word: string): string =>
	/^\p{Script=Arabic}/u.test(word)
		? word.replace(/^(?:[وفبك]?ال|لل|ولل)(?=..)/u, '').replace(/[ةه]$/u, 'ه')
		: word

/** Folded words of a text in any script, Arabic ones without article: names of instruments meet on them. */
export const readBareWords = (text: string): string[] => readWords(text).map(toBare)

/** Finds what a word says of the number after it; `undefined` for a word that says nothing and changes nothing. */
export const getNumberKind = (word: string): NumberKind | undefined => {
	if (articles.has(word)) return 'article'
	if (laws.has(word)) return 'law'
	return links.has(word) ? undefined : 'open'
}

/** True for a word that only leads to a number and has no subject of its own. */
export const isNumberWord = (word: string): boolean => getNumberKind(word) !== 'open'
