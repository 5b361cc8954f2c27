import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getLanguage, locales } from '#base'
import { createWords } from '#ui/words'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { startRendering, type Rendering } from '../../../../tests/support/rendered.ts'
import type { FilterChoice } from './filter/filter.ts'
import { getDefaultChoice } from './filter/filter-query.ts'
import { parseHostName, type HostName } from './filter/host-name.ts'
import { buildProtection } from './protect-library.ts'
import { findTargetView, type TargetView } from './target-view.ts'
import { targets } from './targets/all.ts'

const protection = buildProtection(readContent(), readLibrary())
const usual = getDefaultChoice(protection.facts)
const toName = (text: string): HostName => {
	const parsed = parseHostName(text)
	if (!parsed.ok) throw new Error(text)
	return parsed.value
}
const own = toName('jeux.example.net')

/** Choices that are not the one that was tried, by what is other in them. */
const others: Readonly<Record<string, FilterChoice>> = {
	resolver: { ...usual, resolver: 'cleanbrowsing-family' },
	level: { ...usual, level: 'gentle' },
	closes: { ...usual, closes: { ...usual.closes, doh: false } },
	blocked: { ...usual, blocked: [own] },
	allowed: { ...usual, allowed: [own] },
	canary: { ...usual, canary: own },
}

const view = (id: string, choice: FilterChoice, locale: (typeof locales)[number] = 'fr'): TargetView => {
	const found = findTargetView(protection, id, { choice, language: getLanguage(locale) })
	if (!found) throw new Error(`no view of ${id}`)
	return found
}

test.each(targets)('the files of $id are tried with the usual choice alone', ({ id }) => {
	expect(view(id, usual).isTried).toBe(true)
	expect(view(id, { ...usual, blocked: [], allowed: [] }).isTried, 'empty lists').toBe(true)
	for (const [what, choice] of Object.entries(others)) expect(view(id, choice).isTried, what).toBe(false)
})

describe('the page of a target that ran in its program', () => {
	let rendering: Rendering
	let show: Awaited<ReturnType<Rendering['load']>>
	beforeAll(async () => {
		rendering = await startRendering()
		show = await rendering.load('/src/lib/domains/protect/ui/TargetPage.svelte')
	})
	afterAll(() => rendering.close())
	const ran = protection.proofs.filter(({ kind }) => kind === 'ran').map(({ target }) => target)
	const plain = (html: string): string =>
		html.replaceAll(/<!--[\s\S]*?-->/gu, '').replaceAll(/[\u2066-\u2069]/gu, '')

	test.each(locales)('says in %s that it works with the usual choice only', (locale) => {
		const words = createWords(locale)
		const [works, usually] = [words.t('protect.proof.ran'), words.t('protect.proof.usual')].map(plain)
		expect(ran.length).toBeGreaterThan(10)
		for (const id of ran) {
			const read = (choice: FilterChoice): boolean[] => {
				const page = plain(show({ words, view: view(id, choice, locale) }))
				return [page.includes(works ?? ''), page.includes(usually ?? '')]
			}
			expect(read(usual), id).toEqual([true, false])
			for (const what of ['level', 'blocked'] as const)
				expect(read(others[what] ?? usual), `${id}, ${what}`).toEqual([false, true])
		}
	})
})
