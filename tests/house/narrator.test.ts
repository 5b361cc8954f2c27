/** Who tells an Arabic page stays one: a page that says "I" does not go over to "we", but for what is done with somebody. */
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readContent } from '../support/content.ts'

/** What a page has its reader do, in the present tense, without the letter that says who: أكتب and نكتب are both كتب. */
const verbs = [
	'حكي|قول|كتب|خبر|تصل|رسل|حفظ|حتفظ|ضغط|ختار|بلغ|حظر|فتح|غلق|سأل|طلب|جيب|رد|دفع|مسح|حذف|صور|شغل|ستعمل|بدأ|بدل|غير|خرج|دخل',
	'راجع|سجل|تفق|ربط|جعل|كتم|بقى|توقف|وقع|بيع|ترك|فعل|سمع|ساعد|نشر|نسخ|سحب|راسل|عيد|عرض|رافق|بحث|فضل|وقف|جمع|ضحك|رى|ري|طفئ|نقل',
	'شتري|ستعير|ملأ|قارن|دعو|تنفس|جلس|ذهب|مشي|حتاج|لاحظ|حمي|كلم|صلح|ستطيع|عرفه|ختبر|ثق|كشف|قرر|سترجع|ساند|خترع|صنع',
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

/** What the page itself tells to do: not the words that it quotes, which are somebody's own. */
const toSentences = (text: string): string[] => {
	const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? []
	const read: unknown = parse(matter)
	const { summary, now, why, door } = isRecord(read) ? read : {}
	const told = body
		.split(/^## /mu)
		.filter((part) => /^[^\n]*\{#(?:do|not)\}/u.test(part))
		.flatMap((part) => part.split('\n').slice(1))
		.filter((line) => !line.startsWith('>'))
	return [...toTexts([summary, now, why, door]), ...told].flatMap((line) =>
		line
			.normalize('NFC')
			.replaceAll(/\p{M}/gu, '')
			.replaceAll(/«[^»]*»|"[^"]*"/gu, '…')
			.split(/[.؟?!:؛]/u),
	)
}

/** Sentences in which a page that speaks as "I" speaks as "we". */
const findChanges = (text: string): string[] => {
	const sentences = toSentences(text)
	return sentences.filter((sentence) => i.test(sentence)).length < 2
		? []
		: sentences.filter((sentence) => we.test(sentence) && !company.test(sentence)).map((one) => one.trim())
}

test('the pattern finds a change of narrator, and none in words quoted or in what is done with somebody', () => {
	const page = (...steps: string[]): string =>
		`---\nsummary: كيف أحكي\n---\n\n## خطوة خطوة {#do}\n\n${steps.map((step) => `1. ${step}\n`).join('')}`
	expect(findChanges(page('أكتب ما وقع.', 'نُبَلِّغُ في التطبيق.'))).toEqual(['نبلغ في التطبيق'])
	expect(findChanges(page('أكتب ما وقع.', 'أقول: «نكتب بجوج».', 'نكتب معا بلاغا.'))).toEqual([])
	expect(findChanges(page('اكتبوا ما وقع.', 'نبلغ في التطبيق.'))).toEqual([])
})

test('no Arabic page changes its narrator', () => {
	const pages = [...readContent()].filter(([path]) => /^content\/(?:topics|answers)\/.*\/ar\.md$/u.test(path))
	expect(pages.length).toBeGreaterThan(150)
	expect(
		pages.filter(([, text]) => toSentences(text).some((sentence) => i.test(sentence))).length,
	).toBeGreaterThan(70)
	expect(
		pages.flatMap(([path, text]) => findChanges(text).map((sentence) => `${path}: ${sentence}`)),
	).toEqual([])
})
