import { expect, test } from 'vitest'
import { isForPagesOfOthers } from './for-pages-of-others.ts'

test.each(['/w/1/fr.html', '/w/1/ar.js', '/w/2/zgh.html'])('%s stands on pages of others', (path) => {
	expect(isForPagesOfOthers(path)).toBe(true)
})

test.each([
	'/',
	'/fr',
	'/fr/help',
	'/fr/report',
	'/desk',
	'/w',
	'/w/1',
	'/w/1/',
	'/w/1/fr',
	'/w/x/fr.html',
	'/fr/w/1/fr.html',
	'/w/1/fr.html/x',
	'/w/1/../desk.html',
	'/w/1/fr.html?x',
	'/w/1/fr.htmlx',
])('%s stays unframeable', (path) => {
	expect(isForPagesOfOthers(path)).toBe(false)
})
