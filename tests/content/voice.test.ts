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

/**
 * Commands to one man. A form that is also a noun or a past tense (صور, سجل, راجعها) is left out, or stands with the word that
 * makes it a command: the words around it tell.
 */
const commandsToOneMan = [
	'اختر|اكتب|أرسل|افتح|اقرأ|اضغط|احفظ|انسخ|امح|اطبع|أغلق|أعد|ابدأ|أجب|اترك|أوقف|أكمل|افعل|الصق|ألصق|احك|جرّ?ب|اطرق|اختصر|انظر|انتبه|قل|قارن',
	'استعمل|استخدم|احذف|اسأل|اتصل|تنفّ?س|ابحث|أنهِ|اعلم|ارجع|اسمع|استمع|اخرج|افهم|تعلّم|شغّل|أعط|أرني|خذ|اذهب|ادخل|حدّد|املأ|أضف|اطلب|اعرف|حاول',
	'انقر|انتظر|واصل|ثبّت|حمّل|احمِ?|تذكّ?ر|امسح|أطفئ|احتفظ|اصنع|أخبر|أتلف|اجمع|اشرب|تدرّب|تابع|فعّل|صحّح|سلّم|أدخل|انقل',
	'لا ت(?:رسل|فعل|صوّ?ر|نتظر|كتب|فتح|حذف|دفع|شارك|نس|خف|غلق|ضغط|صنع|حفظ|وافق)',
	'تحقّ?ق (?:من|الآن|مرة|بنفسك|بيدك)|عد (?:إلى|بعد|غدا)|حافظ على|أكّ?د أنك|سجّل الدخول',
].join('|')
/** Short ones: with a letter before or behind them they are other words. */
const shortCommands = 'ضع|ضعه|ضعها|كن|قف|اصنعه'
const command = new RegExp(
	`(?<![\\p{L}\\p{M}])(?:[وف]?(?:${commandsToOneMan})(?:ه|ها|هم|نا|ني)?|${shortCommands})(?![\\p{L}\\p{M}])`,
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
		'تحقق مرة أخرى',
		'ضع يوما في الشهر',
		'لا تصنع مفتاحا',
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
		'نعيد التحقق من الملف',
		'وضع تقييد المحتوى',
		'لم يُعثر عليه بعد',
	])
		expect(command.test(text), text).toBe(false)
})

test('no Arabic message commands one man: whoever reads may be a girl', () => {
	const situations = toTexts(parse(readContent().get('content/help/situations.yaml') ?? ''))
	expect(situations.length).toBeGreaterThan(100)
	const all = [...said('ar'), ...situations.map((text) => ({ place: 'content/help/situations.yaml', text }))]
	expect(all.length).toBeGreaterThan(1500)
	expect(all.filter(({ text }) => command.test(text))).toEqual([])
})

/** "You", "your", "with you", said to one man. What a native reader has to decide elsewhere: docs/zgh-questions.md, C. */
const toOneMan = /(?<![ⴰ-ⵯ])(?:ⵏⵏⴽ|ⴷⴰⵔⴽ|ⵖⵓⵔⴽ|ⴰⴽⵉⴷⴽ|ⵅⴼⴽ|ⴷⵉⴽ|ⵡⴰⵃⴷⵓⴽ|ⴽⵢⵢⵉⵏ|ⴰⴽ|ⴽ)(?![ⴰ-ⵯ])/u

test('tools, stories, record and sign-in do not speak to one man in Tamazight', () => {
	expect(['ⴰⵎⵉⴹⴰⵏ ⵏⵏⴽ', 'ⵔⴰⴷ ⴰⴽ ⵏⵉⵏⵉ', 'ⴰⵎⵉⴹⴰⵏ ⵉⵏⵓ', 'ⴰⴽⵓⴷ'].map((text) => toOneMan.test(text))).toEqual([
		true,
		true,
		false,
		false,
	])
	const mended = said('zgh').filter(({ place }) =>
		/^message (check|protect|plan|inspect|skills|play|quiz|certificate|lesson|classroom|told|record|desk)\./u.test(
			place,
		),
	)
	expect(mended.length).toBeGreaterThan(500)
	expect(mended.filter(({ text }) => toOneMan.test(text))).toEqual([])
})
