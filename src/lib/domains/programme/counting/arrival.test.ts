import { expect, test } from 'vitest'
import { findCountedPage, isArrival } from './arrival.ts'

const step = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }

test('a step from outside is an arrival, whether typed or followed', () => {
	expect(isArrival(step)).toBe(true)
	expect(isArrival({ ...step, 'sec-fetch-site': 'cross-site', 'sec-fetch-user': '?1' })).toBe(true)
})

test.each([
	['a step within the site', { ...step, 'sec-fetch-site': 'same-origin' }],
	['another host of ours', { ...step, 'sec-fetch-site': 'same-site' }],
	['a frame of the widget', { ...step, 'sec-fetch-dest': 'iframe' }],
	['a picture', { ...step, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
	['what is fetched beforehand', { ...step, 'sec-purpose': 'prefetch' }],
	['what is drawn beforehand', { ...step, 'sec-purpose': 'prefetch;prerender' }],
	['an old browser, or a simple robot', {}],
])('%s is none', (_, headers) => {
	expect(isArrival(headers)).toBe(false)
})

test('it reads what is said of the step, and of nobody', () => {
	const read: string[] = []
	isArrival(
		new Proxy<Record<string, string>>(step, {
			get: (target, name) => {
				read.push(String(name))
				return target[String(name)]
			},
		}),
	)
	expect(read.toSorted()).toEqual([
		'purpose',
		'sec-fetch-dest',
		'sec-fetch-mode',
		'sec-fetch-site',
		'sec-purpose',
	])
})

test.each([
	['/fr', 'front', 'fr'],
	['/ar/', 'front', 'ar'],
	['/zgh-latn/children/bullying', 'topics', 'zgh'],
	['/en/parents', 'topics', 'en'],
	['/ar/skills/play/shared-photo/2', 'skills', 'ar'],
	['/fr/tools/is-it-on?with=unbound', 'tools', 'fr'],
	['/fr/law/instruments/coe-185', 'law', 'fr'],
	['/zgh/programme/counting', 'programme', 'zgh'],
])('%s is counted', (url, kind, language) => {
	expect(findCountedPage(url)).toEqual({ kind, language })
})

test.each([
	'/',
	'/fr/help',
	'/fr/help/threatened/child/now',
	'/fr/search?q=x',
	'/fr/law/search?q=x',
	'/ar/report',
	'/ar/mailbox',
	'/desk',
	'/desk/cases',
	'/w/1/fr.html',
	'/q/ABCDEF',
	'/fr/contacts',
	'/fr/leave',
	'/fr/blocked',
	'/fr/privacy',
	'/xx/skills',
	'/fr/skills/lessons/a/slides.pdf',
	'/fr/constructor',
	'/_app/x.js',
	'/health',
	'',
	'/fr/parents/bullying?by=code',
])('%j never is', (url) => {
	expect(findCountedPage(url)).toBeUndefined()
})
