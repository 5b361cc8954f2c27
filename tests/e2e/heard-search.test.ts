import { describe, expect, inject, test } from 'vitest'

const ask = async (lang: string, query: string): Promise<string> => {
	const answer = await fetch(`${inject('origin')}/${lang}/search?${new URLSearchParams({ q: query })}`)
	expect(answer.status).toBe(200)
	return answer.text()
}

describe('a search that tells of harm', () => {
	test.each([
		['ar', 'أنا في خطر', 'other'],
		['ar', '3awnouni', 'other'],
		['ar', 'الأستاذ قاسني', 'hurt-at-school'],
		['fr', 'mon père me frappe', 'hurt-at-home'],
		['en', 'i want to die', 'dark-thoughts'],
		['zgh', 'ⴱⴰⴱⴰ ⴰⵔ ⵉⵢⵉ ⵉⴽⴽⴰⵜ', 'hurt-at-home'],
	])('in %s, "%s" is answered for %s, without script', async (lang, query, situation) => {
		const page = await ask(lang, query)
		expect(page).toContain(`data-heard="${situation}"`)
		expect(page).toContain(`/${lang}/help/${situation}`)
	})
	test('an adult who is named does not change who is answered', async () => {
		expect(await ask('fr', 'mon prof me frappe')).toContain('/fr/help/hurt-at-school/teen')
		expect(await ask('fr', 'papa me tape')).toContain('/fr/help/hurt-at-home/child')
	})
	test('what harms nobody raises no panel', async () => {
		for (const query of ['aide moi en maths', 'force de gravité', 'mort de rire'])
			expect(await ask('fr', query), query).not.toContain('data-heard')
	})
})

describe('everything that can be opened is found, with its kind', () => {
	test.each([
		['2511', '/fr/contacts#onde-2511'],
		['playstation', '/fr/tools/guides/playstation'],
		['leçon de 45 minutes', '/fr/skills/lessons/'],
		['quiz', '/fr/skills/quiz/'],
	])('%s', async (query, address) => {
		expect(await ask('fr', query)).toContain(`href="${address}`)
	})
})
