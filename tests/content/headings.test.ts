/** A part of a page has one heading for an audience in a language, so that who knows one page finds the way in the next (docs/writing.md). */
import { expect, test } from 'vitest'
import type { InLanguages } from '../../src/lib/domains/guide/topic.ts'
import type { Audience } from '../../src/lib/domains/guide/audience.ts'
import { sectionIds, type SectionId } from '../../src/lib/domains/guide/page/topic-page.ts'
import { readLibrary } from '../support/content.ts'

type Headings = Readonly<Record<SectionId, InLanguages>>

const forAdults: Headings = {
	what: { ar: 'لنفهم أكثر', fr: 'Pour comprendre', zgh: 'ⵃⵎⴰ ⴰⴷ ⵏⴼⵀⵎ', en: 'To understand' },
	do: { ar: 'خطوة خطوة', fr: 'Étape par étape', zgh: 'ⵜⴰⵙⵓⵔⵉⴼⵜ ⵙ ⵜⵙⵓⵔⵉⴼⵜ', en: 'Step by step' },
	say: {
		ar: 'كلمات تقال أو ترسل',
		fr: 'Des mots à dire ou à écrire',
		zgh: 'ⴰⵡⴰⵍ ⵉⵡⵊⴷⵏ',
		en: 'Words to say or send',
	},
	not: { ar: 'ما لا ينفع', fr: "Ce qui n'aide pas", zgh: 'ⵎⴰ ⵓⵔ ⵉⵜⵜⴰⵡⵙⵏ', en: 'What does not help' },
	law: { ar: 'ما يقوله القانون', fr: 'Ce que dit la loi', zgh: 'ⵎⴰ ⵉⵏⵏⴰ ⵍⵇⴰⵏⵓⵏ', en: 'What the law says' },
}
const forTeens: Headings = {
	...forAdults,
	what: { ar: 'لأفهم أكثر', fr: 'Pour comprendre', zgh: 'ⵃⵎⴰ ⴰⴷ ⴼⵀⵎⵖ', en: 'To understand' },
}
/** In Arabic with their vowel marks. */
const forChildren: Headings = {
	what: { ...forTeens.what, ar: 'لِأَفْهَمَ أَكْثَرَ' },
	not: { ...forTeens.not, ar: 'مَا لَا يَنْفَعُ' },
	law: { ...forTeens.law, ar: 'مَا يَقُولُهُ الْقَانُونُ' },
	do: { ar: 'مَاذَا أَفْعَلُ؟', fr: 'Ce que je fais', zgh: 'ⵎⴰ ⵙⴽⴰⵔⵖ?', en: 'What I can do' },
	say: { ar: 'كَلِمَاتٌ أَقُولُهَا', fr: 'Ce que je peux dire', zgh: 'ⵎⴰ ⵜⵜⵉⵏⵉⵖ', en: 'Words to say' },
}

const headings: Readonly<Record<Audience, Headings>> = {
	children: forChildren,
	teens: forTeens,
	parents: forAdults,
	teachers: forAdults,
	citizens: forAdults,
}

test('every part of every page bears the heading of its kind', () => {
	const { pages } = readLibrary()
	expect(pages.length).toBeGreaterThan(200)
	const found = pages.flatMap(({ topic, audience, language, sections }) =>
		sectionIds
			.filter((id) => sections[id].heading !== headings[audience][id][language])
			.map(
				(id) =>
					`content/topics/${topic}/${audience}/${language}.md: ## ${headings[audience][id][language]} {#${id}}, not "${sections[id].heading}"`,
			),
	)
	expect(found).toEqual([])
})
