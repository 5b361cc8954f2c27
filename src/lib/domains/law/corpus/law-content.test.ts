import { toPlainLetters } from '#tools/script/tashkil'
import { languages } from '#base'
import { expect, test } from 'vitest'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { readPenalty } from '../penalty/read-penalty.ts'

const law = readLaw()

test('content/law holds what the facts hold, and the articles on the way from telling to judgment', () => {
	expect(
		[law.instruments, law.provisions, law.mappings, law.situations, law.questions].map(
			({ length }) => length,
		),
	).toEqual([62, 364, 114, 13, 33])
	expect(law.sources.length).toBeGreaterThanOrEqual(69)
})

test('content/law has no file that is not read', () => {
	const wanted =
		/^content\/law\/(?:(?:sources|questions|versions|situations|path|changelog|dataset|glossary)|path\/(?:children|teens|adults)\/(?:ar|fr|en|zgh)|(?:instruments|provisions|mappings)\/[a-z0-9-]+|situations\/[a-z0-9-]+\/(?:ar|fr|en|zgh))\.yaml$/u
	const files = [...readContent().keys()].filter((file) => file.startsWith('content/law/'))
	expect(files.filter((file) => !wanted.test(file))).toEqual([])
})

test('content/law speaks of every provision, instrument and row in Arabic, French and English', () => {
	for (const { id, says } of [...law.instruments, ...law.provisions])
		expect([id, Object.keys(says)]).toEqual([id, ['ar', 'fr', 'en']])
	for (const { id, reason, assessment, fill } of law.mappings) {
		expect([id, Object.keys(reason)]).toEqual([id, ['ar', 'fr', 'en']])
		if (assessment === 'gap') expect([id, fill !== null]).toEqual([id, true])
	}
})

test('content/law claims no review that has not happened', () => {
	const records = [...law.instruments, ...law.provisions, ...law.mappings, ...law.situations, ...law.versions]
	expect(records.filter(({ review }) => review !== 'none')).toEqual([])
})

test('content/law knows that 03.23 rests on the press, and what is blank about 75-12', () => {
	expect(law.versions.find(({ by }) => by === 'ma-law-03-23')).toMatchObject({ confidence: 'likely' })
	expect(law.instruments.find(({ id }) => id === 'ma-law-75-12')).toMatchObject({
		status: { is: 'unknown' },
		promulgation: { reference: null, day: null },
		confidence: 'unverified',
	})
})

test('content/law leads from every topic that raises the help panel to a situation', () => {
	const led = new Set(law.situations.flatMap(({ topics }) => topics))
	const raising = readLibrary().topics.filter(({ raisesHelpPanel }) => raisesHelpPanel)
	expect(raising.filter(({ id }) => !led.has(id)).map(({ id }) => id)).toEqual([])
})

test('content/law waits for a jurist where a young person who reports could get into trouble', () => {
	const asked = law.situations.filter(({ questions }) => questions.includes('J17')).map(({ id }) => id)
	expect(asked).toEqual(['sit-sextortion', 'sit-grooming', 'sit-intimate-image-minor'])
})

/** Situations in which the young person who asks “can I get into trouble?” was harmed. */
const harmed = [
	'sit-sextortion',
	'sit-grooming',
	'sit-intimate-image-minor',
	'sit-trafficking',
	'sit-close-harm',
]
const no = { fr: /^Non\. /u, en: /^No\. /u, ar: /^لا\. /u, zgh: /^ⵓⵀⵓ\. /u }
const harmedFirst = {
	fr: /^C'est toi qui as subi le tort\. /u,
	en: /^You are the one who was harmed\. /u,
	ar: /^أنت الضحية هنا\. /u,
	zgh: /^ⴽⵢⵢⵉⵏ ⴰⵢ ⵉⵜⵜⵓⴹⵕⵕⴰⵏ\. /u,
}
const doubt = {
	fr: /certain|pas clair|juriste|promettre|peut en tenir compte/u,
	en: /certain|not clear|clearly|jurist|promise|can take that into account/u,
	ar: /مؤكد|لا يوضح|مختص في القانون|نعد|قد يأخذ|ليس كل شيء/u,
	zgh: /ⵓⵔ ⵉⴱⴰⵏ|ⵓⵎⵙⵙⵏ ⵏ ⵍⵇⴰⵏⵓⵏ|ⵓⵔ ⵏⵣⵎⵉⵔ|ⵉⵣⵎⵔ ⵍⵇⴰⵏⵓⵏ|ⵓⵔ ⵉⵏⵏⵉ ⵍⵇⴰⵏⵓⵏ/u,
}

test.each(harmed)(
	'%s tells whoever was harmed first that another one is responsible, and no doubt of jurists',
	(id) => {
		const situation = law.situations.find((it) => it.id === id)
		expect(situation?.provisions.map((link) => link.id)).toContain('pc-138')
		expect(law.provisions.find((it) => it.id === 'pc-138')?.confidence).toBe('sure')
		expect(Object.keys(situation?.words ?? {})).toHaveLength(languages.length)
		for (const language of languages) {
			const { children, teens, adults } = situation?.words[language] ?? {}
			expect(toPlainLetters(children?.trouble ?? '')).toMatch(no[language])
			expect(teens?.trouble).toMatch(harmedFirst[language])
			expect(toPlainLetters(children?.trouble ?? '')).not.toMatch(doubt[language])
			expect(teens?.trouble).not.toMatch(doubt[language])
			expect(adults?.gap).toMatch(doubt[language])
		}
	},
)

/** Phrases that an answer to a young person leaves to the adults' words: that nobody knows what will be decided. */
const openEnd = {
	fr: /garanti(?:r|e)|promettre|écrit d'avance|ne pouvons pas te dire|peut s'appliquer/u,
	en: /guarantee|promise|written in advance|cannot tell you|may apply|may depend/u,
	ar: /نعد|لا أحد يعرفه مسبقا|لا يمكننا أن نقول|قد يطبق|قد يتوقف|يضمن/u,
	zgh: /ⵓⵔ ⵜ ⵏⵙⵙⵉⵏ|ⵓⵔ ⵏⵣⵎⵉⵔ/u,
}
const responsible = { fr: /responsable/u, en: /responsible/u, ar: /مسؤول/u, zgh: /ⴰⵢ ⵉⵖⵍⴹⵏ|ⴰⵢ ⵉⵅⵚⵚⴰⵏ/u }

test.each(law.situations.map(({ id }) => id))(
	'%s: a child hears no, and who is responsible; a teen that they were harmed, and nothing left open',
	(id) => {
		const situation = law.situations.find((it) => it.id === id)
		for (const language of languages) {
			const { children, teens } = situation?.words[language] ?? {}
			expect(toPlainLetters(children?.trouble ?? '')).toMatch(no[language])
			expect(toPlainLetters(children?.trouble ?? '')).toMatch(responsible[language])
			if (id !== 'sit-suicide') expect(teens?.trouble).toMatch(harmedFirst[language])
			expect(teens?.trouble).not.toMatch(openEnd[language])
		}
		if (id !== 'sit-suicide')
			expect(situation?.provisions.map((link) => link.id)).toEqual(
				expect.arrayContaining(['pc-138', 'pc-139']),
			)
	},
)

test('nobody is promised that they hear of a decision, nor that dark thoughts pass', () => {
	const promises =
		/t'informe dans les quinze|you are told the decision within|فيصلني الخبر|idées tristes passent|help works|المساعدة تنفع/u
	const told = law.situations.flatMap(({ id, words }) =>
		languages.map((language) => [id, JSON.stringify(words[language])] as const),
	)
	expect(told.filter(([, text]) => promises.test(text)).map(([id]) => id)).toEqual([])
})

test('whoever was blackmailed and did not pay reads that the attempt is punished, in every language', () => {
	const situation = law.situations.find((it) => it.id === 'sit-sextortion')
	expect(situation?.provisions.map((link) => link.id)).toContain('pc-539')
	expect(law.provisions.find((it) => it.id === 'pc-539')?.attemptPunished).toBe(true)
	for (const language of languages) {
		const { adults } = situation?.words[language] ?? {}
		expect(adults?.law).toContain('539')
		expect(readPenalty(adults?.they.join(' ') ?? '', language).claims).toContain('attempt')
	}
})

test('whoever shared in a closed group reads that sexual images, montages and lies ask for no public', () => {
	const closed = {
		fr: /groupe fermé/u,
		en: /closed group/u,
		ar: /المجموعة المغلقة/u,
		zgh: /ⵜⵔⴰⴱⴱⵓⵜ ⵉⵇⵇⵏⵏ|ⵜⴰⵔⴰⴱⴱⵓⵜ ⵉⵇⵇⵏⵏ/u,
	}
	const find = (id: string) => law.situations.find((it) => it.id === id)?.words
	for (const language of languages) {
		const [mocked, image] = [
			find('sit-cyberbullying')?.[language],
			find('sit-intimate-image-minor')?.[language],
		]
		for (const text of [mocked?.teens.says, mocked?.adults.gap, image?.teens.says, image?.adults.law])
			expect(text).toMatch(closed[language])
		expect(mocked?.adults.gap).toMatch(doubt[language])
	}
})

test('a woman targeted because of her sex finds 447-3 where her image is used, in every language', () => {
	const woman = {
		fr: /femme visée/u,
		en: /woman targeted/u,
		ar: /امرأة استهدفت|استهدفت امرأة/u,
		zgh: /ⵜⵎⵖⴰⵔⵜ|ⵜⴰⵎⵖⴰⵔⵜ/u,
	}
	expect(law.provisions.find(({ id }) => id === 'pc-447-3')?.says.ar).toContain('امرأة')
	for (const id of ['sit-sextortion', 'sit-intimate-image-minor', 'sit-deepfake', 'sit-cyberbullying'])
		for (const language of languages)
			expect(law.situations.find((it) => it.id === id)?.words[language]?.adults.law).toMatch(woman[language])
})
