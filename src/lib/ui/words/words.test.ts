import { expect, test } from 'vitest'
import { createWords, getTextAttributes } from './index.ts'

test('t() fills names and isolates number runs in Arabic', () => {
	expect(createWords('ar').t('help.step', { n: 2 })).toBe('خطوة 2 من 3')
	expect(createWords('ar').t('hours.between', { days: 'الاثنين', from: '10:00', to: '16:00' })).toContain(
		'\u206610:00-16:00\u2069',
	)
})

test('French has its spaces before high punctuation, once', () => {
	const { text } = createWords('fr')
	expect(text('Que s’est-il passé ? « Aide ! »')).toBe('Que s’est-il passé\u00a0? «\u00a0Aide\u00a0!\u00a0»')
	expect(text('à 10:00')).toBe('à 10:00')
})

test('a French colon keeps its space after bold words and after a label', () => {
	const words = createWords('fr')
	expect(words.html("**Si c'est un ami** : écoute.")).toContain('</strong>\u00a0: écoute')
	expect(words.label('page.checked')).toBe(`${words.t('page.checked')}\u00a0:`)
	expect(createWords('en').label('page.checked')).toBe('Last checked:')
	expect(createWords('ar').label('page.checked')).toMatch(/[^\u00a0]:$/u)
	expect([words.colon, createWords('en').colon, createWords('ar').colon]).toEqual(['\u00a0:', ':', ':'])
})

test.each([
	['ar', 'قل "لا" ثم "**نعم**".', 'قل «لا» ثم «<strong>نعم</strong>».'],
	['fr', 'Dis "non" à l\'ami d\'**hier**.', 'Dis «\u00a0non\u00a0» à l’ami d’<strong>hier</strong>.'],
	[
		'en',
		'"**No**", he said. The pupils\' "yes" isn\'t one.',
		'“<strong>No</strong>”, he said. The pupils’ “yes” isn’t one.',
	],
	['zgh', 'ⵉⵏⵉ "ⵓⵀⵓ".', 'ⵉⵏⵉ «ⵓⵀⵓ».'],
] as const)('quotation marks and apostrophes in %s are those of the house', (locale, written, printed) => {
	expect(createWords(locale).html(written)).toBe(`<p>${printed}</p>`)
	const plain = printed.replaceAll(/<[^>]+>/gu, '')
	expect(createWords(locale).text(written.replaceAll('**', ''))).toBe(plain)
})

test('a command keeps the marks that it is typed with', () => {
	expect(createWords('en').text('In "options": `zone "x" { a \'b\'; }`')).toBe(
		'In “options”: `zone "x" { a \'b\'; }`',
	)
})

test('html() keeps an article number in reading order', () => {
	expect(createWords('ar').html('الفصل 503-2')).toBe('<p>الفصل <bdi dir="ltr">503-2</bdi></p>')
})

test('date() uses Moroccan month names and Latin digits', () => {
	expect(createWords('ar').date('2026-08-24')).toContain('غشت')
	expect(createWords('ar').date('2023-02')).toContain('2023')
	expect(createWords('fr').date('2023-02')).toBe('février 2023')
	expect(createWords('zgh').date('2026-11-24')).toMatch(/\p{Script=Tifinagh}/u)
})

test('Tamazight in Latin script holds no Tifinagh', () => {
	const words = createWords('zgh-latn')
	expect(words.t('nav.help')).not.toMatch(/\p{Script=Tifinagh}/u)
	expect(words.date('2026-11-24')).not.toMatch(/\p{Script=Tifinagh}/u)
})

test('weekdays() joins a run', () => {
	expect(createWords('en').weekdays([1, 2, 3, 4, 5])).toBe('Monday - Friday')
	expect(createWords('en').weekdays([1, 3])).toBe('Monday, Wednesday')
})

test('a text borrowed from another language says so to a screen reader', () => {
	expect(getTextAttributes('ar', 'zgh')).toEqual({ lang: 'ar', dir: 'rtl' })
	expect(getTextAttributes('zgh', 'zgh-latn')).toEqual({ lang: 'zgh-Latn', dir: 'ltr' })
})
