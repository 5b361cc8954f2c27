/** A title says what a page is about, in the reader's words, in one short phrase (docs/writing.md, "Titles"). */
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { parse } from 'yaml'
import { languages, type Language } from '../../src/lib/base/index.ts'
import { messages, type TextKey } from '../../messages/index.ts'
import { readContent, readLibrary } from '../support/content.ts'

type Title = { place: string; kind: string; subject: string; language: Language; text: string }

const content = readContent()
const readYaml = (path: string): unknown => parse(content.get(path) ?? '')

/** Titles that stand in a list, each in every language. */
const listed = (path: string): Title[] =>
	v
		.parse(v.array(v.object({ id: v.string(), title: v.record(v.string(), v.string()) })), readYaml(path))
		.flatMap(({ id, title }) =>
			languages
				.filter((language) => title[language] !== undefined)
				.map((language) => ({
					place: `${path} ${id}`,
					kind: path,
					subject: id,
					language,
					text: title[language] ?? '',
				})),
		)

/** Titles that stand in a file of one language: `<folder>/<id>/<language>.yaml`. */
const filed = (folder: string): Title[] =>
	[...content.keys()].flatMap((path) => {
		const [, subject = '', language = ''] =
			new RegExp(`^${folder}/([^/]+)/(ar|fr|zgh|en)\\.yaml$`, 'u').exec(path) ?? []
		const known = languages.find((one) => one === language)
		return known
			? [
					{
						place: path,
						kind: folder,
						subject,
						language: known,
						text: v.parse(v.object({ title: v.string() }), readYaml(path)).title,
					},
				]
			: []
	})

const pages: Title[] = readLibrary().pages.map(({ topic, audience, language, title }) => ({
	place: `content/topics/${topic}/${audience}/${language}.md`,
	kind: 'page',
	subject: topic,
	language,
	text: title,
}))
const topics = listed('content/topics/topics.yaml')
const situations = listed('content/help/situations.yaml')
const tellings = filed('content/law/situations')
const pagesOfLaw: TextKey[] = [
	'law.title',
	'law.path',
	'law.texts',
	'law.find',
	'law.on.title',
	'law.data.title',
	'law.gap.title',
	'law.compare.title',
	'law.convention.title',
	'law.glossary.title',
	'law.paper.title',
]
const ofLaw: Title[] = languages.flatMap((language) =>
	pagesOfLaw.map((key) => ({
		place: `message ${key}`,
		kind: 'law',
		subject: key,
		language,
		text: messages[language][key],
	})),
)
const titles = [
	...pages,
	...topics,
	...situations,
	...tellings,
	...ofLaw,
	...[
		'content/protect/guides',
		'content/skills/scenarios',
		'content/skills/quizzes',
		'content/skills/lessons',
	].flatMap(filed),
]

/** Vowel marks are no letters. */
const letters = (text: string): string => text.normalize('NFC').replaceAll(/\p{M}/gu, '')

const mostCharacters = 60

/** What breaks a title, or nothing. */
const findFault = (text: string): string | undefined => {
	const bare = letters(text)
	if (bare.length > mostCharacters) return `${bare.length} characters, at most ${mostCharacters}`
	if (/[:;؛!?؟.…—–]/u.test(bare)) return 'one phrase: no colon, question, exclamation, dash or stop'
	if (/["«»“”]/u.test(bare)) return 'no quotation'
	if ((bare.match(/[,،]/gu)?.length ?? 0) > 1) return 'one comma at most'
	return undefined
}

test('the rule finds what breaks a title, and nothing in a plain one', () => {
	for (const text of [
		'Un cadeau, est-ce vrai ?',
		'Games: chat, spending, loot boxes',
		'العرض جميل جدا، فماذا بعده؟',
		'Fake bank, fake prize, fake shop',
		'«شاركي موقعك»',
		'x'.repeat(61),
	])
		expect(findFault(text), text).toBeDefined()
	for (const text of ['سُرق حسابي', "Mon temps d'écran", 'وَقْتُ الشَّاشَةِ، مَتَى أَلْعَبُ وَمَتَى أَرْتَاحُ'])
		expect(findFault(text), text).toBeUndefined()
})

test('every title is one short phrase', () => {
	expect(titles.length).toBeGreaterThan(500)
	expect(
		titles.flatMap(({ place, language, text }) => {
			const fault = findFault(text)
			return fault ? [`${place} (${language}): "${text}": ${fault}`] : []
		}),
	).toEqual([])
})

test('a title is that of one page in a language: only pages of one subject, for other readers, share it', () => {
	const shared = titles.filter((one) =>
		titles.some(
			(other) =>
				other.kind === one.kind &&
				other.language === one.language &&
				other.subject !== one.subject &&
				letters(other.text) === letters(one.text),
		),
	)
	expect(shared).toEqual([])
})

test('what has happened bears one name: the telling of the law begins with that of the help finder', () => {
	const told = v.parse(
		v.array(v.object({ id: v.string(), help: v.array(v.string()) })),
		readYaml('content/law/situations.yaml'),
	)
	const topicOf = new Map(
		v
			.parse(
				v.array(v.object({ id: v.string(), topic: v.string() })),
				readYaml('content/help/situations.yaml'),
			)
			.map(({ id, topic }) => [id, topic]),
	)
	// What tells of two situations of one topic at once has a name of its own, and so has a second telling of one situation.
	const first = told.filter(
		({ help }, index) =>
			help.length > 0 &&
			new Set(help.map((situation) => topicOf.get(situation))).size === help.length &&
			told.findIndex((other) => other.help[0] === help[0]) === index,
	)
	expect(first.length).toBeGreaterThan(7)
	const wrong = first.flatMap(({ id, help: [situation] }) =>
		tellings
			.filter(({ subject }) => subject === id)
			.flatMap(({ place, language, text }) => {
				const name = situations.find((one) => one.subject === situation && one.language === language)?.text
				return name !== undefined && text.startsWith(name) ? [] : [`${place}: "${text}", not "${name}"`]
			}),
	)
	expect(wrong).toEqual([])
})

/** Words that a reader would look for, of which a page on the subject has one in its title. Without vowel marks. */
const wordsOf: Readonly<Record<string, Readonly<Record<Language, RegExp>>>> = {
	'sexual-extortion': { ar: /هدد/u, fr: /menac|chantage/iu, en: /threat|blackmail/iu, zgh: /ⵀⴷⴷ/u },
	bullying: {
		ar: /سخر|تنمر|يضحكون/u,
		fr: /moque|harc|humili/iu,
		en: /bull|humiliat|mean to me/iu,
		zgh: /ⵃⴳ|ⵜⵜⴹⵚⴰ/u,
	},
	grooming: {
		ar: /يطلب|يتقرب|علاقة سرية/u,
		fr: /secret|approche|proche|sollicit/iu,
		en: /secret|close|groom|around a child/iu,
		zgh: /ⵍⵙⵔⵔ|ⵇⵔⵔⴰⴱ/u,
	},
	'intimate-images': {
		ar: /حميمية/u,
		fr: /intime/iu,
		en: /intimate|private picture/iu,
		zgh: /ⵜⵡⵍⴰⴼⵜ|ⵜⴰⵡⵍⴰⴼⵜ/u,
	},
	'adult-victims-images': { ar: /الحميمية/u, fr: /intimes/iu, en: /intimate/iu, zgh: /ⵜⵉⵡⵍⴰⴼⵉⵏ/u },
	'self-harm': {
		ar: /الموت|أن يعيش|إيذاء نفسي|إنهاء حياتي/u,
		fr: /mort|mourir|se fait du mal|me blesser/iu,
		en: /dying|living|hurt myself|ending my life/iu,
		zgh: /ⵜⵎⵜⵜⴰⵏⵜ|ⵉⵅⴼ ⵉⵏⵓ/u,
	},
	'abuse-by-someone-close': { ar: /يؤذي|يتأذى/u, fr: /fait du mal|blessé/iu, en: /hurt/iu, zgh: /ⵜⵜⴹⵕⵕⴰ/u },
	'hacked-account': { ar: /حساب/u, fr: /compte/iu, en: /account/iu, zgh: /ⴰⵎⵉⴹⴰⵏ/u },
	scams: { ar: /احتيال|النصب|كاذبة/u, fr: /arna|faux/iu, en: /scam|not real/iu, zgh: /ⵜⴰⵛⵎⵎⴰⵜⵜ/u },
	'frightening-content': {
		ar: /مخيف|صادم/u,
		fr: /fait peur|choquant/iu,
		en: /scared|shocking/iu,
		zgh: /ⵙⵙⵉⵡⴷ/u,
	},
	pornography: {
		ar: /إباحية|للكبار/u,
		fr: /porno|pour les grands/iu,
		en: /porn|for grown-ups/iu,
		zgh: /ⵉⵎⵇⵔⴰⵏⵏ/u,
	},
	privacy: {
		ar: /صور|تصوير/u,
		fr: /photo|image|données|vie privée/iu,
		en: /photo|film|data/iu,
		zgh: /ⵜⵉⵏⵏⵓⵜⵍⴰ/u,
	},
	passwords: { ar: /كلم(?:ة|ات) (?:ال)?سر/u, fr: /mots? de passe/iu, en: /password/iu, zgh: /ⵓⵣⵔⴰⵢ/u },
	games: { ar: /لعب|ألعاب/u, fr: /jou|jeu/iu, en: /game|play/iu, zgh: /ⵓⵔⴰⵔ/u },
	'screen-time': { ar: /الشاشة|الهاتف/u, fr: /écran|téléphone/iu, en: /screen|phone/iu, zgh: /ⵓⴳⴷⵉⵍ/u },
	'parental-controls': {
		ar: /المراقبة الأبوية|هاتف/u,
		fr: /contrôle parental|téléphone/iu,
		en: /parental control|phone/iu,
		zgh: /ⵉⵎⴰⵔⴰⵡⵏ/u,
	},
	'law-and-reporting': {
		ar: /بلغ|يساعدني/u,
		fr: /signaler|plainte|aide/iu,
		en: /report|complaint|help/iu,
		zgh: /ⵙⵉⵏⵢⴰⵍⵉ/u,
	},
}

test('the title of a page says a word of its subject', () => {
	expect(Object.keys(wordsOf).sort()).toEqual([...new Set(topics.map(({ subject }) => subject))].sort())
	const silent = pages.filter(
		({ subject, language, text }) => !wordsOf[subject]?.[language].test(letters(text)),
	)
	expect(silent.map(({ place, text }) => `${place}: ${text}`)).toEqual([])
})
