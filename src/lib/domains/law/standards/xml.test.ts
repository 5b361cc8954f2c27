import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toXml, xml } from './xml.ts'

test('an unknown attribute is left out and an element without content is closed', () => {
	expect(toXml(xml('a', { b: '1', c: undefined }, xml('d')))).toBe(
		'<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n\t<d/>\n</a>\n',
	)
})

test('mark-up in a record stays text', () => {
	const text = toXml(xml('p', { 'xml:lang': '"><x a="' }, '</p><script>&amp;'))
	expect(text).toContain('<p xml:lang="&quot;&gt;&lt;x a=&quot;">&lt;/p&gt;&lt;script&gt;&amp;amp;</p>')
})

test('what XML cannot hold becomes U+FFFD, the replacement character', () => {
	expect(toXml(xml('p', {}, 'a\u0000b\u000bc\ud800d\ufffee'))).toContain(
		'<p>a\ufffdb\ufffdc\ufffdd\ufffde</p>',
	)
})

const entities: Readonly<Record<string, string>> = {
	'&lt;': '<',
	'&gt;': '>',
	'&amp;': '&',
	'&quot;': '"',
	'&#9;': '\t',
	'&#10;': '\n',
	'&#13;': '\r',
}
const decode = (text = ''): string =>
	text.replace(/&[^;]*;?/gu, (entity) => entities[entity] ?? `unknown entity ${entity}`)

test('a text is read back as it was written', () => {
	const letters = fc.string({
		unit: fc.constantFrom('<', '>', '&', '"', "'", 'ا', 'ⵣ', ' ', 'x', ';', '#', ']', '\t', '\n', '\r'),
		minLength: 1,
	})
	fc.assert(
		fc.property(letters, letters, (text, value) => {
			const written = toXml(xml('p', { id: value }, text))
			const [, attribute, content] = /^<p id="([^"<\t\n\r]*)">([^<\r]*)<\/p>$/mu.exec(written) ?? []
			expect([decode(attribute), decode(content)]).toEqual([value, text])
		}),
	)
})
