import { expect, test } from 'vitest'
import { locales } from '#base'
import { askers } from '#domains/guide'
import { hasFirstMinutes, tiles } from '#domains/reports'
import { getCardsOf, getFirstMinutes } from './first-minutes.ts'

test.each(locales)('in %s whoever is hurt, or cares for who is, finds three first things to do', (locale) => {
	const cards = getFirstMinutes(locale)
	for (const { now, href } of cards) {
		expect(now.words).toHaveLength(3)
		expect(href.startsWith(`/${locale}/`)).toBe(true)
	}
	for (const tile of tiles.filter(hasFirstMinutes))
		for (const asker of askers)
			expect(getCardsOf(locale, [`${tile.id}.${asker}`]), `${tile.id}.${asker}`).toHaveLength(1)
	const fits = cards.flatMap((card) => card.fits)
	expect(new Set(fits).size).toBe(fits.length)
})

test('a witness reads what is written for a witness, and nothing that is said to a parent', () => {
	expect(getCardsOf('fr', ['bullying.witness'])[0]?.href).toBe('/fr/help/mocked/witness')
	expect(getCardsOf('fr', ['self-harm.witness'])[0]?.href).toBe('/fr/help/dark-thoughts/witness')
})

test('whoever is of age reads what is theirs, and as a witness what happens to children', () => {
	expect(getCardsOf('fr', ['intimate-images.adult'])[0]?.href).toBe('/fr/help/images-shared/adult')
	expect(getCardsOf('fr', ['abuse-seen.adult'])[0]?.href).toBe('/fr/help/abuse-seen/witness')
})

test.each(locales)(
	'in %s whoever is hurt at home or has seen abuse reads words made for them alone',
	(locale) => {
		for (const asker of ['child', 'teen', 'parent', 'teacher', 'witness'])
			for (const [tile, situation] of [
				['abuse-at-home', 'hurt-at-home'],
				['abuse-seen', 'abuse-seen'],
			]) {
				const [card, ...more] = getCardsOf(locale, [`${tile}.${asker}`])
				expect(more).toEqual([])
				expect(card?.href).toBe(`/${locale}/help/${situation}/${asker}`)
				expect(card?.fits).toContain(`${tile}.${asker}`)
				expect(card?.now.words.every(({ how }) => how)).toBe(true)
			}
	},
)

test('only cards that send to numbers bring them: a rescuer and a listener first for dark thoughts', () => {
	const numbersOf = (fit: string): string[] | undefined =>
		getCardsOf('ar', [fit])[0]?.numbers.map(({ id }) => id)
	expect(numbersOf('self-harm.teen')).toEqual(['civil-protection', 'onde-2511', 'police', 'gendarmerie'])
	expect(numbersOf('abuse-at-home.child')).toEqual(['police', 'gendarmerie', 'civil-protection', 'onde-2511'])
	expect(numbersOf('sexual-extortion.teen')).toEqual([])
})
