import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getLanguage, locales, type Locale } from '#base'
import { makePlan } from '#domains/protect/plan'
import { parseFamilyFields } from '#domains/protect/plan/family'
import { getPlanTexts, planRules, planValues, toPlanPaper } from '#domains/protect/plan/server'
import { getPdfMaker } from '#platform'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { describeProgram, openStage, run } from '../support/programs.ts'

const at = new Date('2026-11-25T12:00:00Z')
const family = parseFamilyFields(
	new URLSearchParams('6-8=1&12-14=1&android=2&smart-tv=1&network=box&service=youtube&service=whatsapp'),
)
if (!family.ok) throw new Error('the family of the test is none')
const plan = makePlan(planRules, family.value, '2026-11-25')

const makePaper = (locale: Locale): Uint8Array => {
	const texts = getPlanTexts(getLanguage(locale))
	const paper = toPlanPaper(plan, { words: createWords(locale), texts, values: planValues })
	return getPdfMaker(sources)(templates.plan, paper, at)
}

const { makeFolder } = openStage()
const write = (locale: Locale): string => {
	const file = join(makeFolder(), `${locale}.pdf`)
	writeFileSync(file, makePaper(locale))
	return file
}

// What it costs is measured by `bench/pdf.ts`; here, that the dear part is not done again for every sheet.
test('every sheet comes from the one compiler that the first has made, byte by byte the same', () => {
	expect(getPdfMaker(sources)).toBe(getPdfMaker(sources))
	expect(makePaper('ar')).toEqual(makePaper('ar'))
})

describeProgram('pdfinfo', 'poppler-utils', (program) => {
	test.each(locales)('the sheet in %s is tagged, has a title and fits on three pages', (locale) => {
		const { output } = run(program, [write(locale)])
		expect(output).toMatch(/Tagged:\s+yes/u)
		expect(output).toContain(createWords(locale).t('plan.made'))
		expect(Number(/Pages:\s+(\d+)/u.exec(output)?.[1])).toBeLessThanOrEqual(3)
	})
})

describeProgram('pdftotext', 'poppler-utils', (program) => {
	test.each(locales)('the sheet in %s gives back its words, the name to type and the days', (locale) => {
		const words = createWords(locale)
		const { output } = run(program, [write(locale), '-'])
		const text = output.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
		expect(text).toContain(planValues['private-dns'])
		expect(text.split(words.t('plan.verified')).length - 1).toBeGreaterThanOrEqual(plan.tonight.length)
		for (const { review } of plan.bands) expect(text).toContain(review.slice(0, 4))
		for (const key of ['plan.tonight', 'plan.talk', 'plan.done'] as const)
			expect(text.replaceAll(/\s+/gu, ' ')).toContain(words.t(key))
	})
})
