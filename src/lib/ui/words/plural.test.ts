import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { messages, type Message, type MessageKey } from '#messages'
import { createWords } from './index.ts'
import { pickForm } from './plural.ts'

const counts = [0, 1, 2, 3, 10, 11, 99, 100, 103]
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, '')
const all = (language: Language): [MessageKey, Message][] =>
	Object.entries(messages[language]) as [MessageKey, Message][]

test('minutes, hours, dirhams and sheets stand beside their number as Arabic grammar wants', () => {
	const { t } = createWords('ar')
	const say = (key: MessageKey): string[] => counts.map((n) => plain(t(key, { n, every: '' }).trim()))
	expect(say('lesson.minutes')).toEqual([
		'0 دقيقة',
		'دقيقة واحدة',
		'دقيقتان',
		'3 دقائق',
		'10 دقائق',
		'11 دقيقة',
		'99 دقيقة',
		'100 دقيقة',
		'103 دقائق',
	])
	expect(say('figures.hours').slice(1, 6)).toEqual(['ساعة واحدة', 'ساعتان', '3 ساعات', '10 ساعات', '11 ساعة'])
	expect(say('plan.price').slice(1, 8)).toEqual([
		'درهم واحد',
		'درهمان',
		'3 دراهم',
		'10 دراهم',
		'11 درهما',
		'99 درهما',
		'100 درهم',
	])
	expect(say('classroom.sheets').slice(2, 4)).toEqual(['ورقتان', '3 أوراق'])
	expect(say('mailbox.promise')[2]).toBe('نجيب في أجل ساعتين.')
})

test.each([
	['fr', ['0 minute', '1 minute', '2 minutes', '1000000 minutes']],
	['en', ['0 minutes', '1 minute', '2 minutes', '1000000 minutes']],
] as const)('minutes agree with their number in %s', (language, wanted) => {
	const { t } = createWords(language)
	const said = [0, 1, 2, 1_000_000].map((n) =>
		t('protect.minutes', { n }).replaceAll(/(?<=\d)[\s.,\u202f](?=\d)/gu, ''),
	)
	expect(said).toEqual(wanted)
})

test.each(languages)(
	'every message that counts has words for every number in %s, the ones of its own form',
	(language) => {
		const { t } = createWords(language)
		const rules = new Intl.PluralRules(language === 'zgh' ? 'en' : language)
		const counted = all(language).filter(([, message]) => typeof message !== 'string')
		expect(counted.length).toBeGreaterThan(12)
		for (const [key, message] of counted)
			for (const n of counts) {
				if (typeof message === 'string') continue
				const others = { n: 5, of: 7, hours: 4, minutes: 30, every: 'x', day: 'x', [message.by]: n }
				const said = plain(t(key, others))
				expect(said, key).not.toMatch(/[{}]/u)
				const form = (message as Partial<Record<string, string>>)[rules.select(n)] ?? message.other
				const words = form.split(/\{\w+\}/u).map((part) => part.trim())
				for (const word of words) expect(said.replaceAll('\u00a0', ' '), `${key} ${n}`).toContain(word)
				if (form.includes(`{${message.by}}`)) expect(said, key).toContain(String(n))
			}
	},
)

/** Things that are counted: a number before one of them needs the forms of the language. */
const things: Readonly<Record<Language, RegExp>> = {
	ar: /\{\w+\} (دقيقة|دقائق|ساعة|ساعات|ثانية|ثوان|يوم|أيام|شهر|أشهر|صفحة|صفحات|ورقة|أوراق|حالة|حالات|حرف|حروف|رابط|روابط|سطر|أسطر|سؤال|أسئلة|خطوة|خطوات|اختيار|درهم|دراهم|صورة|صور|رسالة|رسائل)/u,
	fr: /\{\w+\} (minute|heure|seconde|jour|page|feuille|cas|lettre|lien|ligne|question|étape|bon choix|image|message)s?(?![\p{L}])/iu,
	en: /\{\w+\} (minute|hour|second|day|page|sheet|case|letter|link|line|question|step|good choice|picture|message)s?(?![\p{L}])/iu,
	zgh: /\{\w+\} (ⵏ )?(ⵜⵓⵙⴷⵉⴷ|ⵜⵓⵙⴷⴰⴷ|ⵜⵙⵔⴰⴳ|ⵜⵡⵔⵉⵇ|ⵉⵙⵏⵙⴰ|ⵉⵙⴽⴽⵉⵍⵏ|ⵜⴰⵙⵏⵉⵡⵉⵏ)/u,
}

/** A link tells its length only when it is very long, and how many it found only from two. */
const alwaysMany = new Set<string>([
	'inspect.link.finding.very-long',
	'inspect.link.finding.several-links',
	'partner.key.compare.replaces', // 14
	'partner.own.make.what', // 14
	'partner.refused.partner.key-days', // the longest time of a key
])

test.each(languages)('no message of %s puts a bare number before a thing that is counted', (language) => {
	const bare = all(language).filter(
		([key, message]) => typeof message === 'string' && !alwaysMany.has(key) && things[language].test(message),
	)
	expect(bare).toEqual([])
})

test('pickForm() refuses to count what is no number', () => {
	const message = { by: 'n', one: 'one', other: 'other' }
	expect(pickForm(message, 'fr', 1)).toBe('one')
	for (const wrong of [undefined, '3', Number.NaN])
		expect(() => pickForm(message, 'en', wrong)).toThrow('no number')
})
