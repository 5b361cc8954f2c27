import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getLocaleOfPath, makePlainPage } from './index.ts'

test('makePlainPage() speaks the language of the address and shows numbers to call', () => {
	const page = makePlainPage(getLocaleOfPath('/fr/%E0%A4%A'), 404)
	expect(page).toContain('<html lang="fr" dir="ltr">')
	expect(page).toContain('tel:19')
	expect(page).toContain('href="/fr/help"')
})

test('a fault shows its number and no word of an address', () => {
	expect(makePlainPage('ar', 500, 'a1b2<script>')).toContain('a1b2&#60;script&#62;')
})

test('getLocaleOfPath() answers for any string', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (path) => {
			expect(['ar', 'fr', 'zgh', 'zgh-latn', 'en']).toContain(getLocaleOfPath(path))
		}),
	)
})
