/** One voice in every language: marks of quotation, French spaces and articles, Arabic that speaks to girls and boys, headings that stay. */
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages, type Language } from '../../src/lib/base/index.ts'
import { createWords } from '../../src/lib/ui/words/index.ts'
import { messages, type Message } from '../../messages/index.ts'
import { readContent } from '../support/content.ts'

type Said = { place: string; text: string }

const toTexts = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(toTexts)
			: []

const said = (language: Language): Said[] =>
	Object.entries<Message>(messages[language]).flatMap(([key, message]) =>
		toTexts(message).map((text) => ({ place: `message ${key}`, text })),
	)

/** Every text of a content file of one language, as its writer typed it. */
const written = (language: Language): Said[] =>
	[...readContent()]
		.filter(([path]) => new RegExp(`/${language}\\.(md|yaml)$`, 'u').test(path))
		.flatMap(([path, text]) => {
			const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---([\s\S]*)$/u.exec(text) ?? []
			const texts = path.endsWith('.md') ? [...toTexts(parse(matter)), body] : toTexts(parse(text))
			return texts.map((one) => ({ place: path, text: one }))
		})

test.each(languages)('one style of quotation marks is printed in %s', (language) => {
	const { text } = createWords(language)
	const foreign = language === 'en' ? /["«»„]/u : /["“”„]/u
	const all = [...said(language), ...written(language)]
	expect(all.length).toBeGreaterThan(300)
	const found = all.flatMap(({ place, text: raw }) => {
		const hit = new RegExp(`.{0,30}${foreign.source}.{0,20}`, 'u').exec(
			text(raw, language).replaceAll(/`[^`]*`/gu, ''),
		)
		return hit ? [`${place}: ${hit[0]}`] : []
	})
	expect(found).toEqual([])
})

test('a French message sets its own colon, and melts its articles', () => {
	const wrong = said('fr').filter(
		({ text }) =>
			/[\p{L}\d)»]:(?!\/\/|\d)/u.test(text) ||
			/(?<!\p{L})(à|de) les? (?!plus|moins)\p{L}+(?<!er|ir|re|oir)(?!\p{L})/iu.test(text),
	)
	expect(wrong).toEqual([])
})

/** Commands to one man. A form that is also a noun or a past tense (صور, سجل, راجعها) is left out: the words around it tell. */
const commandsToOneMan = [
	'اختر|اكتب|أرسل|افتح|اقرأ|اضغط|احفظ|انسخ|امح|اطبع|أغلق|أعد|ابدأ|أجب|اترك|أوقف|أكمل|افعل|الصق|ألصق|احك|جرّ?ب|اطرق|اختصر|انظر|انتبه|قل|قارن',
	'استعمل|استخدم|احذف|اسأل|اتصل|تنفّ?س|ابحث|أنهِ|اعلم|ارجع|اسمع|استمع|اخرج|افهم|تعلّم|شغّل|أعط|أرني|خذ|اذهب|ادخل|حدّد|املأ|أضف|اطلب|اعرف|حاول',
	'انقر|انتظر|واصل|ثبّت|حمّل|احمِ?|تذكّ?ر|لا ت(?:رسل|فعل|صوّ?ر|نتظر|كتب|فتح|حذف|دفع|شارك|نس|خف|غلق|ضغط)',
].join('|')
const command = new RegExp(
	`(?<![\\p{L}\\p{M}])[وف]?(?:${commandsToOneMan})(?:ه|ها|هم|نا|ني)?(?![\\p{L}\\p{M}])`,
	'u',
)

test('the pattern finds commands to one man, and none in forms for everybody', () => {
	for (const text of [
		'اكتب كما تتكلم',
		'أعد المحاولة',
		'ثم أرسل',
		'وانسخه',
		'لا ترسل الصورة',
		'«افتح في المتصفح»',
		'تنفّس.',
	])
		expect(command.test(text), text).toBe(true)
	for (const text of [
		'كتابة',
		'نكتب ما وقع',
		'أختار الأقرب',
		'اكتبوا',
		'يمكن إعادة المحاولة',
		'صور الشاشة',
		'سجل المتصفح',
	])
		expect(command.test(text), text).toBe(false)
})

test('site, help, report and mailbox speak to girls and boys: no Arabic message commands one man', () => {
	const open =
		/^message (?!case\.|desk\.|law\.|skills\.|play\.|quiz\.|certificate\.|lessons?\.|told\.|classroom\.|protect\.|check\.|plan\.|inspect\.|record\.|figures\.|keys\.)/u
	const report = said('ar').filter(({ place }) =>
		/^message (report|mailbox|receipt|copy|attach|help|result|door|urgency|asker)\./u.test(place),
	)
	expect(report.length).toBeGreaterThan(200)
	expect(
		[...said('ar').filter(({ place }) => open.test(place)), ...report].filter(({ text }) =>
			command.test(text),
		),
	).toEqual([])
})
