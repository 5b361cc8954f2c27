/** Lessons on paper: every sheet of every lesson in each of its languages, read by the programs that people print with. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Language } from '#base'
import { library } from '#domains/guide/server'
import { getPaperScene, scenes } from '#domains/scenes/server'
import { lessonParts, type LessonPart } from '#domains/skills/lesson'
import { skills } from '#domains/skills/server'
import { sceneDay } from '#ui/tokens/scenes'
import { createWords } from '#ui/words'
import { GET } from '../../src/routes/[lang=lang]/(site)/skills/lessons/[lesson]/[part=part].pdf/+server.ts'
import { describeProgram, openStage, run } from '../support/programs.ts'

const { makeFolder } = openStage()

const make = async (lang: Language, lesson: string, part: LessonPart): Promise<string> => {
	const answer = await GET({ params: { lang, lesson, part } } as unknown as Parameters<typeof GET>[0])
	const file = join(makeFolder(), `${lesson}-${part}-${lang}.pdf`)
	writeFileSync(file, new Uint8Array(await answer.arrayBuffer()))
	return file
}
const lessons = skills.lessons.flatMap(({ id, words, paper, readers }) =>
	(['ar', 'fr', 'en', 'zgh'] as const).flatMap((lang) => {
		const own = words[lang]
		return own ? [{ id, lang, paper, readers, words: own }] : []
	}),
)

test('each scene that a lesson shows on paper is there, and no slide shows the one of another', () => {
	expect(lessons.length).toBeGreaterThanOrEqual(18)
	const known = new Set(scenes.all.map(({ id }) => id))
	for (const { id, paper, readers } of skills.lessons) {
		const shown = [paper.poster, ...paper.slides, ...paper.tell, ...(paper.colour ? [paper.colour] : [])]
		expect(
			shown.filter((scene) => !known.has(scene)),
			id,
		).toEqual([])
		expect(new Set(paper.slides).size, id).toBe(paper.slides.length)
		expect(new Set(paper.tell).size, id).toBe(4)
		expect(readers !== 'children' || paper.colour !== undefined, `${id} has something to colour`).toBe(true)
	}
})

test('a scene to colour has a pen and paper and nothing else, and every scene can be drawn so', () => {
	for (const { id } of scenes.all) {
		const { svg } = getPaperScene(id, 'fr', 'lines')
		const paints = [...svg.matchAll(/(?:fill|stroke)="(?!none)([^"]+)"/gu)].map(([, paint]) => paint)
		expect([...new Set(paints)].sort(), id).toEqual([sceneDay.ink, sceneDay.white])
		expect(svg.match(/<g/gu)?.length ?? 0, id).toBe(svg.match(/<\/g>/gu)?.length ?? 0)
		expect(svg, id).not.toContain('opacity')
	}
})

const readPages = (output: string): { pages: number; size: string } => ({
	pages: Number(/Pages:\s+(\d+)/u.exec(output)?.[1]),
	size: /Page size:.*\((A\d)\)/u.exec(output)?.[1] ?? '',
})

describeProgram('pdfinfo', 'poppler-utils', (program) => {
	test.each(lessons)(
		'$id in $lang: as many sheets as there should be',
		async ({ id, lang, words, readers }) => {
			const wanted: Record<Exclude<LessonPart, 'teacher'>, { pages: number; size: string }> = {
				sheet: { pages: readers === 'children' ? 3 : 2, size: 'A4' },
				talk: { pages: 1, size: 'A4' },
				poster: { pages: 1, size: 'A3' },
				slides: { pages: words.slides.length, size: 'A4' },
			}
			for (const part of lessonParts) {
				if (part === 'teacher') continue
				const { output } = run(program, [await make(lang, id, part)])
				expect(readPages(output), part).toEqual(wanted[part])
			}
		},
	)
})

describeProgram('pdftotext', 'poppler-utils', (program) => {
	test.each(lessons)('$id in $lang: poster and card say whom to call', async ({ id, lang }) => {
		const numbers = ['onde-2511', 'police', 'gendarmerie'].map(
			(contact) =>
				library.contacts.find((one) => one.id === contact)?.channels.find(({ type }) => type === 'phone')
					?.value ?? '',
		)
		for (const part of ['poster', 'talk'] as const) {
			const words = run(program, [await make(lang, id, part), '-'])
				.output.replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
				.split(/\s+/u)
			for (const number of numbers) expect(words, part).toContain(number)
		}
		expect(createWords(lang).t('lesson.at-school').length).toBeGreaterThan(10)
	})
})
