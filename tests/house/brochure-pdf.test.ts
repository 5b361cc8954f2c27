import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toBrochure } from '#domains/programme/overview'
import { getPdfMaker } from '#platform'
import { getOverview } from '#server/public/programme/overview'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { describeProgram, openStage, run } from '../support/programs.ts'

const editions = ['ar', 'fr'] as const
const overview = getOverview()
const at = new Date(`${overview.day}T00:00:00Z`)
const make = (edition: (typeof editions)[number]): Uint8Array =>
	getPdfMaker(sources)(templates.brochure, toBrochure(overview, createWords(edition)), at)

const { makeFolder } = openStage()
const write = (edition: (typeof editions)[number]): string => {
	const file = join(makeFolder(), `${edition}.pdf`)
	writeFileSync(file, make(edition))
	return file
}

test('the same content gives the same brochure, byte by byte', () => {
	expect(make('ar')).toEqual(make('ar'))
})

describeProgram('pdfinfo', 'poppler-utils', (program) => {
	test.each(editions)('the brochure in %s is tagged, has a title and two pages', (edition) => {
		const { output } = run(program, [write(edition)])
		expect(output).toMatch(/Tagged:\s+yes/u)
		expect(output).toContain(createWords(edition).t('overview.title'))
		expect(/Pages:\s+(\d+)/u.exec(output)?.[1]).toBe('2')
	})
})

describeProgram('pdftotext', 'poppler-utils', (program) => {
	test.each(editions)('the brochure in %s gives back its counts, its topics and what waits', (edition) => {
		const { t, text, language } = createWords(edition)
		const { output } = run(program, [write(edition), '-'])
		const squeeze = (one: string): string =>
			one.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').replaceAll(/\s+/gu, ' ')
		const read = squeeze(output)
		for (const n of Object.values(overview.counts)) expect(read).toContain(String(n))
		for (const key of ['overview.exists', 'overview.quality', 'overview.review', 'overview.waits'] as const)
			expect(read).toContain(squeeze(t(key)))
		const [first] = overview.topics
		expect(read).toContain(squeeze(text(first?.title[language] ?? '-')))
	})
})
