import { expect, test } from 'vitest'
import { locales } from '#base'
import { tiles } from '#domains/reports'
import { getCardsOf, getFirstMinutes } from './first-minutes.ts'

test.each(locales)('in %s whoever is hurt, or cares for who is, finds three first things to do', (locale) => {
	const cards = getFirstMinutes(locale)
	for (const { now, href } of cards) {
		expect(now.words).toHaveLength(3)
		expect(href.startsWith(`/${locale}/`)).toBe(true)
	}
	for (const tile of tiles.filter((one) => 'topic' in one))
		for (const asker of ['child', 'teen', 'parent', 'teacher'])
			expect(getCardsOf(locale, [`${tile.id}.${asker}`]), `${tile.id}.${asker}`).toHaveLength(1)
	const fits = cards.flatMap((card) => card.fits)
	expect(new Set(fits).size).toBe(fits.length)
})

test('a witness reads what is written for citizens, and nothing that is said to a parent', () => {
	expect(getCardsOf('fr', ['bullying.witness'])[0]?.href).toBe('/fr/citizens/bullying')
	expect(getCardsOf('fr', ['abuse-seen.witness', 'self-harm.witness'])).toEqual([])
})

test('only the card that speaks of numbers brings them', () => {
	const [dark, threatened] = getCardsOf('ar', ['self-harm.teen', 'sexual-extortion.teen'])
	expect([dark?.needsNumbers, threatened?.needsNumbers]).toEqual([true, false])
})
