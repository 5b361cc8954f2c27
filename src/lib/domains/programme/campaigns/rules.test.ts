import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { audiences } from '#domains/guide'
import { library } from '#domains/guide/server'
import { skills } from '#domains/skills/server'
import { findDraftFault, type CampaignDraft } from './campaign.ts'
import { findWishFault, listWanted } from './codes/code-plan.ts'
import { checkMaterial } from './findings.ts'
import { draftWords, getMaterialState, measureText, toMaterialDigest, type Material } from './material.ts'
import { findCodeFor } from './codes/index.ts'
import { findSource, listSources } from './source.ts'
import { materialKinds, type MaterialKind } from './campaign.ts'

const shelf = { library, lessons: skills.lessons }
const link = 'https://thiqa.example/q/AAAAAA'

describe('sources', () => {
	test('every page and lesson makes materials in each of its languages that nothing stands against', () => {
		const all = listSources(shelf, audiences, languages)
		expect(all.length).toBeGreaterThan(60)
		expect(all[0]?.languages).toEqual(languages)
		for (const { id, languages: own } of all)
			for (const language of own) {
				const source = findSource(shelf, id, language)
				for (const kind of source ? materialKinds : [])
					if (source) {
						const checked = { kind, language, audience: source.audience, words: draftWords(kind, source) }
						expect(checkMaterial(checked, library.terms, link), `${id} ${language} ${kind}`).toEqual([])
					}
			}
	})

	test('a language that a source has not is not stood in for by another', () => {
		expect(findSource(shelf, 'lesson/true-or-trap', 'zgh')).toBeUndefined()
		expect(findSource(shelf, 'topic/privacy/teens', 'zgh')).toBeUndefined()
		expect(findSource(shelf, 'topic/../teens', 'fr')).toBeUndefined()
		expect(findSource(shelf, 'story/x', 'fr')).toBeUndefined()
	})

	test('its hash changes with its words and with the numbers to call', () => {
		const hash = (changed: Partial<typeof library>) =>
			findSource({ ...shelf, library: { ...library, ...changed } }, 'topic/bullying/teens', 'fr')?.hash
		const pages = library.pages.map((page) => ({ ...page, title: `${page.title}.` }))
		const contacts = library.contacts.filter(({ kind }) => kind !== 'child-helpline')
		expect(new Set([hash({}), hash({}), hash({ pages }), hash({ contacts })]).size).toBe(3)
	})

	test('whoever listens to children stands before who comes running', () => {
		const numbers = findSource(shelf, 'topic/bullying/teens', 'fr')?.numbers ?? []
		expect(numbers.map(({ number }) => number)).toEqual(['2511', '19', '177'])
	})
})

const check = (kind: MaterialKind, language: 'ar' | 'fr' | 'en', text: string) =>
	checkMaterial(
		{ kind, language, audience: 'teens', words: { title: '', lines: [], text } },
		library.terms,
		link,
	).map(({ code }) => code)

test.each([
	['sms', 'fr', '', 'empty'],
	['sms', 'fr', '{link}', 'empty'],
	['sms', 'fr', 'Les prédateurs du net.', 'term'],
	['caption', 'fr', 'Un enfant sur cinq est touché.', 'fear'],
	['caption', 'ar', 'كارثة في كل بيت.', 'fear'],
	['radio-20', 'en', 'This can destroy your life.', 'fear'],
	['sms', 'fr', 'mot '.repeat(30), 'sentence'],
	['sms', 'fr', 'Va sur www.exemple.com', 'address'],
	['sms', 'ar', 'القانون 09-08 يحميك', 'number'],
	['sms', 'ar', 'القانون \u206609-08\u2069 يحميك', 'isolate'],
	['sms', 'fr', 'Moitié \ud83d', 'broken'],
	['sms', 'ar', 'كلمة طيبة.\n'.repeat(30), 'parts'],
	['radio-20', 'fr', 'On en parle ensemble. '.repeat(15), 'seconds'],
	['caption', 'fr', 'On en parle ensemble. '.repeat(120), 'characters'],
] as const)('a %s in %s that says %j is not agreed to: %s', (kind, language, text, code) => {
	expect(check(kind, language, text)).toContain(code)
})

test('a text counts with the address that it will carry', () => {
	const length = measureText({ kind: 'sms', language: 'fr' }, 'Ici: {link}', link)
	expect(length?.as === 'sms' && length.sms.units).toBe('Ici: '.length + link.length)
})

test('a digest is of exactly these words', () => {
	const source = findSource(shelf, 'topic/bullying/teens', 'fr')
	const material: Omit<Material, 'campaign' | 'author' | 'version' | 'approvals'> = {
		id: 'a',
		kind: 'sms',
		language: 'fr',
		source: 'topic/bullying/teens',
		sourceHash: source?.hash ?? '',
		words: { title: 'a', lines: ['b', 'c'], text: '' },
	}
	const digests: (typeof material)[] = [
		material,
		{ ...material, words: { ...material.words, lines: ['b c'] } },
		{ ...material, words: { title: 'a', lines: [], text: 'b' } },
		{ ...material, language: 'en' },
		{ ...material, sourceHash: 'other' },
	]
	expect(new Set(digests.map(toMaterialDigest)).size).toBe(5)
})

test('a material waits for two, and is stale as soon as its source is another', () => {
	const at = new Date(0)
	const agreed = (count: number) => Array.from({ length: count }, (_, by) => ({ by: String(by), at }))
	const state = (count: number, hash = 'a') =>
		getMaterialState({ sourceHash: 'a', approvals: agreed(count) }, { hash })
	expect([state(0), state(1), state(2), state(2, 'b')]).toEqual(['draft', 'one', 'approved', 'stale'])
	expect(getMaterialState({ sourceHash: 'a', approvals: agreed(2) }, undefined)).toBe('stale')
})

describe('codes', () => {
	const wish = {
		channel: 'print',
		targets: [{ language: 'fr', target: '/fr/teens/bullying' }],
		places: [],
		printRun: 50,
	} as const

	test('one language and place is never given two, and a retired one is given again', () => {
		const known = { channel: 'print', language: 'fr', place: undefined, retiredOn: undefined } as const
		expect(listWanted(wish, [])).toHaveLength(1)
		expect(listWanted(wish, [known])).toEqual([])
		expect(listWanted(wish, [{ ...known, retiredOn: '2027-01-01' }])).toHaveLength(1)
		expect(listWanted({ ...wish, places: ['MA-08', 'MA-09'] }, [known])).toHaveLength(2)
	})

	test('an address that would make a larger code is refused', () => {
		expect(findWishFault(wish, 'https://thiqa.example')).toBeUndefined()
		expect(findWishFault(wish, `https://${'a'.repeat(30)}.example`)).toBe('campaign.address')
	})

	test('a print has the code of its place, or of the country, and never a retired one', () => {
		const own = { channel: 'print', language: 'fr', place: 'MA-08', retiredOn: undefined } as const
		const all = { ...own, place: undefined }
		const where = { channel: 'print', language: 'fr', place: 'MA-08' } as const
		expect(findCodeFor([all, own], where)).toBe(own)
		expect(findCodeFor([all, { ...own, retiredOn: '2027-01-01' }], where)).toBe(all)
		expect(findCodeFor([own], { ...where, place: 'MA-09' })).toBeUndefined()
	})
})

test('no draft with days that are none, or turned round, is kept', () => {
	const draft: CampaignDraft = {
		title: 'a',
		event: undefined,
		region: undefined,
		from: '2027-02-01',
		until: '2027-02-01',
		audiences: ['teens'],
		languages: ['fr'],
		channels: ['sms'],
	}
	expect(findDraftFault(draft)).toBeUndefined()
	expect(findDraftFault({ ...draft, from: '2027-02-30x' })).toBe('campaign.days')
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 400 }), (days) => {
			const until = new Date(Date.parse('2027-02-01') - days * 86_400_000).toISOString().slice(0, 10)
			expect(findDraftFault({ ...draft, until })).toBe('campaign.days')
		}),
	)
})
