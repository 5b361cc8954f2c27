import { expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { findPageView } from './page-view.ts'

test('no page for readers who may be at risk links to one that names means', () => {
	const library = readLibrary()
	const linked = (['children', 'teens', 'citizens'] as const).flatMap((audience) =>
		library.topics
			.filter(({ namesMeans }) => namesMeans.length > 0)
			.flatMap(({ id, namesMeans }) => {
				const view = findPageView(library, {
					topicId: id,
					audience,
					language: 'fr',
					at: new Date('2026-12-02'),
				})
				return (view?.otherAudiences ?? []).filter((other) => namesMeans.includes(other))
			}),
	)
	expect(linked).toEqual([])
	const parents = { topicId: 'self-harm', audience: 'parents', language: 'fr' } as const
	expect(findPageView(library, { ...parents, at: new Date('2026-12-02') })?.otherAudiences).toEqual([
		'teens',
		'teachers',
		'citizens',
	])
})

/** Means of suicide and poison that pages for parents and teachers put out of reach. */
const means = /pesticide|mort-aux-rats|médicaments|أدوية|مبيد|pills|poison/iu

test('a topic says which of its pages name means', () => {
	const library = readLibrary()
	const found = library.pages
		.filter(({ topic, language }) => topic === 'self-harm' && language === 'fr')
		.filter((page) =>
			means.test([...page.now, ...Object.values(page.sections).map((one) => one.markdown)].join(' ')),
		)
		.map(({ audience }) => audience)
	expect(found.toSorted()).toEqual(library.topics.find(({ id }) => id === 'self-harm')?.namesMeans.toSorted())
})
