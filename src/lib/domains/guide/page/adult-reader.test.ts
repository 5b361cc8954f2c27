import { expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { languages } from '#base'
import { findSituationOf } from '../advice.ts'
import { findPageView } from './page-view.ts'

const today = new Date('2026-11-25T12:00:00Z')

test('a page for citizens that speaks to adults it happened to says and offers what their answer does', () => {
	const real = readLibrary()
	const spoken = real.topics.filter(({ speaksToAdults }) => speaksToAdults)
	expect(spoken.length).toBeGreaterThan(0)
	for (const { id } of spoken)
		for (const language of languages) {
			const view = findPageView(real, { topicId: id, audience: 'citizens', language, at: today })
			const situation = findSituationOf(real, id)?.id
			const answer = real.answers.find(
				(one) => one.situation === situation && one.asker === 'adult' && one.language === language,
			)
			expect(answer, id).toBeDefined()
			expect(view?.now, `${id} ${language}`).toEqual(answer?.now)
			expect(view?.situation).toBe(`${situation}/adult`)
			for (const door of [...(view?.doors ?? []), ...(view?.emergency ?? [])])
				expect(door.who, `${id} ${door.id}`).toContain('adult')
		}
})
