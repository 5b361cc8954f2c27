import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasBareNumberRun, isolateNumbers, isolateNumbersInHtml, stripControls } from './index.ts'

test.each([
	['القانون 07-03', 'القانون \u206607-03\u2069'],
	['الفصل 503-1-2 من', 'الفصل \u2066503-1-2\u2069 من'],
	['من 10:00-16:00 كل يوم', 'من \u206610:00-16:00\u2069 كل يوم'],
	['100 % مجاني', '\u2066100 %\u2069 مجاني'],
	['+212624405889', '\u2066+212624405889\u2069'],
	['٠٧-٠٣', '\u2066٠٧-٠٣\u2069'],
	['اتصل بـ 19', 'اتصل بـ 19'],
	['افتح 2511.ma الآن', 'افتح \u20662511.ma\u2069 الآن'],
	['العنوان 1.1.1.3/dns-query.', 'العنوان \u20661.1.1.3/dns-query\u2069.'],
	['https://2511.ma/fr', 'https://2511.ma/fr'],
	['٠٧-٠٣ ثم 3-a', '\u2066٠٧-٠٣\u2069 ثم \u20663-a\u2069'],
])('isolateNumbers() keeps %j in reading order', (given, wanted) => {
	expect(isolateNumbers(given)).toBe(wanted)
})

test('isolateNumbersInHtml() leaves tags, attributes and entities alone', () => {
	expect(isolateNumbersInHtml('<a href="/07-03">قانون 07-03 &#39;</a>')).toBe(
		'<a href="/07-03">قانون <bdi dir="ltr">07-03</bdi> &#39;</a>',
	)
})

test('isolating twice changes nothing, and nothing bare is left', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: fc.constantFrom('0', '7', '-', '/', ' ', 'ق', 'a', '%', '+', '.', '\n') }),
			(text) => {
				const once = isolateNumbers(text)
				expect(isolateNumbers(once)).toBe(once)
				expect(hasBareNumberRun(once)).toBe(false)
				expect(stripControls(once)).toBe(stripControls(text))
			},
		),
	)
})

test('stripControls() removes what hides the direction of a name', () => {
	expect(stripControls('a\u202egnp.exe\u0000\u2066b')).toBe('agnp.exeb')
})
