import { readFileSync } from 'node:fs'
import type { Language } from '../../src/lib/base/index.ts'
import type { Library } from '../../src/lib/domains/guide/index.ts'
import { readFonts } from '../../src/lib/platform/server/pdf.ts'
import { createPdfMaker } from '../../src/lib/tools/files/pdf/index.ts'
import type { CardToRead } from './cards-to-read.ts'

const paper = (name: string): string =>
	readFileSync(new URL(`../../src/lib/ui/paper/${name}`, import.meta.url), 'utf8')

/** Title and rules of the sheet, for who speaks. */
const words: Readonly<Record<Language, { title: string; rules: readonly string[] }>> = {
	ar: {
		title: 'نص التسجيل بالدارجة',
		rules: [
			'صوت هادئ وقريب، كالكلام مع طفل.',
			'جملة في كل ملف، باسمه المكتوب أمامها.',
			'بالغ واحد يتكلم، وموافقته مكتوبة.',
		],
	},
	fr: {
		title: 'Texte à enregistrer en français',
		rules: [
			'Une voix calme et proche, comme on parle à un enfant.',
			'Une phrase par fichier, avec le nom écrit à côté.',
			'Une personne adulte, avec son accord écrit.',
		],
	},
	zgh: {
		title: 'ⴰⴹⵕⵉⵚ ⵏ ⵓⵙⴽⵍⵙ ⵙ ⵜⵎⴰⵣⵉⵖⵜ',
		rules: [
			'ⵜⴰⵖⵓⵢⵉ ⵉⵙⵙⵓⵙⵎⵏ ⴷ ⵜⴰⵏⵎⴰⵍⴰ, ⵣⵓⵏ ⴰⵡⴰⵍ ⴷ ⵢⴰⵏ ⵓⵔⴱⴰ.',
			'ⵢⴰⵜ ⵜⵡⵉⵏⵉⵙⵜ ⴳ ⴽⵓ ⴰⴼⴰⵢⵍⵓ.',
			'ⵢⴰⵏ ⵓⵎⵇⵇⵔⴰⵏ, ⴷ ⵓⵇⴱⴰⵍ ⵏⵏⵙ ⵉⵜⵜⵓⵔⴰⵏ.',
		],
	},
	en: {
		title: 'Script to record in English',
		rules: [
			'A calm voice, close by, as one speaks to a child.',
			'One sentence a file, with the name beside it.',
			'One adult speaks, whose consent is written down.',
		],
	},
}

/** The sentences of a language that wait for a voice, on paper. */
export const makeScriptSheet = (
	library: Pick<Library, 'topics'>,
	cards: readonly CardToRead[],
	{ language, at }: { language: Language; at: Date },
): Uint8Array => {
	const makePdf = createPdfMaker({ fonts: readFonts(), sources: { 'paper.typ': paper('paper.typ') } })
	const { title, rules } = words[language]
	const topics = library.topics.flatMap(({ id, title: named }) => {
		const own = cards.filter((card) => card.topic === id && card.language === language)
		const lines = own.map(({ say, name }) => ({ say, file: `${name}.opus` }))
		return own.length > 0 ? [{ title: named[language], cards: lines }] : []
	})
	const data = {
		title,
		description: title,
		publisher: 'Thiqa',
		lang: language,
		footer: title,
		dir: language === 'ar' ? 'rtl' : 'ltr',
		rules,
		topics,
	}
	return makePdf(paper('voice.typ'), data, at)
}
