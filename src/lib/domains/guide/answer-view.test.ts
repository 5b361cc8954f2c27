import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import { getLanguage, languages, locales } from '#base'
import { findAnswerView, getAnswersUntil, splitSay } from './answer-view.ts'
import { urgencies } from './help-finder.ts'
import { speakOne } from './page/one-language.ts'

const library = readLibrary()

test('splitSay() cuts behind the first quotation and loses nothing', () => {
	const one = 'To a teacher:\n\n> "Help me."'
	expect(splitSay(one)).toEqual({ first: one, more: undefined })
	const more = 'To a friend:\n\n> "I believe you."'
	expect(splitSay(`${one}\n\n${more}`)).toEqual({ first: one, more })
})

test('there is an answer for everyone in every situation, how soon ever help is needed, in every language', () => {
	const at = new Date('2026-11-28T02:00:00Z')
	for (const situation of library.situations)
		for (const asker of situation.who)
			for (const urgency of urgencies)
				for (const locale of locales) {
					const request = { situation, asker, urgency, staysUnnamed: false, at }
					const answer = findAnswerView(library, request, getLanguage(locale))
					expect(answer?.advice.now, `${situation.id} ${asker}`).toHaveLength(3)
					expect(answer?.call).toMatch(/^\d+$/u)
					const shown = [answer?.first, ...(answer?.beside ?? [])].map((door) => door?.contact.id)
					expect(new Set(shown).size).toBe(shown.length)
					expect((answer?.beside.length ?? 0) + (answer?.later ? 1 : 0)).toBeLessThanOrEqual(2)
				}
})

test('no answer changes before the moment until which answers hold', () => {
	const situation = library.situations.find(({ id }) => id === 'other')
	if (!situation) throw new Error('no situation')
	const at = new Date('2026-11-27T08:29:00Z')
	const find = (moment: Date) =>
		JSON.stringify(
			findAnswerView(
				library,
				{ situation, asker: 'teen', urgency: 'today', staysUnnamed: false, at: moment },
				'fr',
			),
		)
	const until = getAnswersUntil(library, at)
	expect(until.toISOString()).toBe('2026-11-27T08:30:00.000Z')
	expect(find(new Date(until.getTime() - 1))).toBe(find(at))
	expect(find(until)).not.toBe(find(at))
})

test('speakOne() leaves a page all that it shows in its language', () => {
	const books = speakOne(library)
	for (const language of languages)
		for (const [at, contact] of library.contacts.entries()) {
			const one = books[language].contacts[at]
			expect([one?.name[language], one?.does[language], one?.hears[language]]).toEqual([
				contact.name[language],
				contact.does[language],
				contact.hears[language],
			])
			expect(one).toMatchObject({ id: contact.id, channels: contact.channels, who: contact.who })
		}
})

test('a reason that names a door stands beside that door only, at every hour', () => {
	const names = {
		'emc-helpline': /EMC/u,
		stopncii: /StopNCII/u,
		'iwf-morocco': /IWF/u,
		'e-blagh': /E-Blagh/u,
	}
	const hours = ['2026-12-01T10:30:00Z', '2026-12-01T02:00:00Z', '2026-12-05T20:00:00Z']
	let shown = 0
	for (const situation of library.situations)
		for (const asker of situation.who)
			for (const hour of hours)
				for (const language of languages) {
					const at = new Date(hour)
					const request = { situation, asker, urgency: 'today' as const, staysUnnamed: false, at }
					const answer = findAnswerView(library, request, language)
					const { door = '' } = answer?.advice ?? {}
					if (door) shown++
					for (const [id, name] of Object.entries(names))
						if (name.test(door)) expect(answer?.first.contact.id, `${situation.id} ${asker} ${hour}`).toBe(id)
				}
	expect(shown).toBeGreaterThan(500)
})

test('who asks for a child that thinks of dying is led to their own answer too, and nobody else is', () => {
	const at = new Date('2026-12-01T10:30:00Z')
	const led = library.situations.flatMap((situation) =>
		situation.who.flatMap((asker) => {
			const request = { situation, asker, urgency: 'now' as const, staysUnnamed: false, at }
			return findAnswerView(library, request, 'fr')?.isAlsoForOneself ? [`${situation.id}/${asker}`] : []
		}),
	)
	expect(led).toEqual(['dark-thoughts/parent', 'dark-thoughts/teacher'])
})
