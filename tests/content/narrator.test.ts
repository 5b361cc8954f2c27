/** Who tells an Arabic page stays one: a page that says "I" does not go over to "we", but for what is done with somebody. */
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readContent } from '../support/content.ts'

/** What a page has its reader do, in the present tense, without the letter that says who: أكتب and نكتب are both كتب. */
const verbs = [
	'حكي|قول|كتب|خبر|تصل|رسل|حفظ|حتفظ|ضغط|ختار|بلغ|حظر|فتح|غلق|سأل|طلب|جيب|رد|دفع|مسح|حذف|صور|شغل|ستعمل|بدأ|بدل|غير|خرج|دخل',
	'راجع|سجل|تفق|ربط|جعل|كتم|بقى|توقف|وقع|بيع|ترك|فعل|سمع|ساعد|نشر|نسخ|سحب|راسل|عيد|عرض|رافق|بحث|فضل|وقف|جمع|ضحك|رى|ري|طفئ|نقل',
	'شتري|ستعير|ملأ|قارن|دعو|تنفس|جلس|ذهب|مشي|حتاج|لاحظ|حمي|كلم|صلح|ستطيع|عرفه|ختبر|ثق|كشف|قرر|سترجع|نظر|ساند|خترع|صنع',
].join('|')
const toPattern = (who: string): RegExp =>
	new RegExp(`(?<!\\p{L})[وف]?${who}(?:${verbs})(?:ه|ها|هم|هما)?(?!\\p{L})`, 'u')
const i = toPattern('أ')
const we = toPattern('ن')

/** Who "we" are: then it is no other narrator. */
const company =
	/(?<!\p{L})و?(?:معا|مع|معه|معها|معهم|معي|بجوج|شخص|شخصا|راشد|راشدا|الكبير|كبيرا|إنسان|الوالدين)(?!\p{L})/u

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)
const toTexts = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: isRecord(value) || Array.isArray(value)
			? Object.values(value).flatMap(toTexts)
			: []

/** What an answer or the page of a topic tells to do: not the words that it quotes, which are somebody's own. */
const toLines = (text: string): string[] => {
	const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
	const read: unknown = parse(matter)
	const { summary, now, why, door } = isRecord(read) ? read : {}
	const told = body
		.split(/^## /mu)
		.filter((part) => /^[^\n]*\{#(?:do|not)\}/u.test(part))
		.flatMap((part) => part.split('\n').slice(1))
		.filter((line) => !line.startsWith('>'))
	return [...toTexts([summary, now, why, door]), ...told]
}

const toSentences = (lines: readonly string[]): string[] =>
	lines.flatMap((line) =>
		line
			.normalize('NFC')
			.replaceAll(/\p{M}/gu, '')
			.replaceAll(/«[^»]*»|"[^"]*"/gu, '…')
			.split(/[.؟?!:؛]/u),
	)

/** Sentences in which a page that speaks as "I" speaks as "we". */
const findChanges = (lines: readonly string[]): string[] => {
	const sentences = toSentences(lines)
	return sentences.filter((sentence) => i.test(sentence)).length < 2
		? []
		: sentences.filter((sentence) => we.test(sentence) && !company.test(sentence)).map((one) => one.trim())
}

test('the pattern finds a change of narrator, and none in words quoted or in what is done with somebody', () => {
	expect(findChanges(['كيف أحكي', 'أكتب ما وقع.', 'نُبَلِّغُ في التطبيق.'])).toEqual(['نبلغ في التطبيق'])
	expect(findChanges(['كيف أحكي', 'أكتب ما وقع.', 'أقول: «نكتب بجوج».', 'نكتب معا بلاغا.'])).toEqual([])
	expect(findChanges(['كيف أحكي', 'اكتبوا ما وقع.', 'نبلغ في التطبيق.'])).toEqual([])
})

test('no Arabic page, answer or telling of the law to the young changes its narrator', () => {
	const content = [...readContent()]
	const texts = [
		...content
			.filter(([path]) => /^content\/(?:topics|answers)\/.*\/ar\.md$/u.test(path))
			.map(([path, text]) => ({ path, lines: toLines(text) })),
		...content
			.filter(([path]) => /^content\/law\/situations\/.*\/ar\.yaml$/u.test(path))
			.flatMap(([path, text]) => {
				const read: unknown = parse(text)
				return ['children', 'teens'].map((reader) => ({
					path: `${path} ${reader}`,
					lines: toTexts(isRecord(read) ? read[reader] : undefined),
				}))
			}),
	]
	expect(texts.length).toBeGreaterThan(180)
	expect(
		texts.filter(({ lines }) => toSentences(lines).some((sentence) => i.test(sentence))).length,
	).toBeGreaterThan(95)
	expect(
		texts.flatMap(({ path, lines }) => findChanges(lines).map((sentence) => `${path}: ${sentence}`)),
	).toEqual([])
})
