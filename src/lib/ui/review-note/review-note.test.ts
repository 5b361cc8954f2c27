import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, type Locale } from '#base'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../tests/support/rendered.ts'

let rendering: Rendering
let render: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	render = await rendering.load('/src/lib/ui/review-note/ReviewNote.svelte')
})
afterAll(() => rendering.close())

const show = (locale: Locale, native: 'none' | { by: string; on: string }): string =>
	render({ words: createWords(locale), checked: '2026-11-28', review: { native, specialist: 'none' } })

test.each(locales)('a text that nobody has checked says when it was written, %s', (locale) => {
	const { t } = createWords(locale)
	expect(show(locale, 'none')).toContain(t('page.written'))
	expect(show(locale, 'none')).not.toContain(t('page.checked'))
	expect(show(locale, { by: 'A. B.', on: '2026-11-28' })).toContain(t('page.checked'))
})
