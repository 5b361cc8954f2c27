import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { law } from '../../server/library.ts'
import { studyLanguages } from '../paper/index.ts'
import { findStudyPaper, getStudyPapers, study, studyPrint, type StudyPaper } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'thiqa-study-'))
afterAll(() => rmSync(folder, { recursive: true }))

const getPaper = (kind: StudyPaper['kind'], language: StudyPaper['language']): StudyPaper => {
	const paper = findStudyPaper(`thiqa-law-${kind}-${language}`)
	if (!paper) throw new Error(`looking for the ${kind} in ${language}: there is none`)
	return paper
}

test('a name that no paper has finds nothing', () => {
	expect(findStudyPaper('thiqa-law-study-zgh')).toBeUndefined()
	expect(findStudyPaper('../../etc/passwd')).toBeUndefined()
})

test('every paper is tagged for screen readers as PDF/UA-1 and stays below 2 MB', () => {
	for (const { name, file } of getStudyPapers()) {
		expect(Buffer.from(file).includes('<pdfuaid:part>1</pdfuaid:part>'), name).toBe(true)
		expect(file.length, name).toBeLessThan(2e6)
	}
})

test('the summary is a single page in every language', () => {
	expect(studyLanguages.map((language) => getPaper('summary', language).pages)).toEqual([1, 1, 1])
})

describe('as poppler reads it', () => {
	const hasPoppler = ['pdfinfo', 'pdftotext'].every((name) => !spawnSync(name, ['-v']).error)
	beforeEach(({ skip }) => {
		skip(!hasPoppler, 'pdfinfo or pdftotext is not installed: apt install poppler-utils')
	})

	const ask = (program: string, { name, file }: StudyPaper, ...options: string[]): string => {
		const path = join(folder, `${name}.pdf`)
		writeFileSync(path, file)
		return execFileSync(program, [...options, path, ...(program === 'pdftotext' ? ['-'] : [])], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
			maxBuffer: 64e6,
		})
	}
	/** Characters in their order; where a line breaks, which way it runs and how the house sets an apostrophe is not asked. */
	const toLetters = (text: string): string =>
		text.replace(/[\s'’"“”«»\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
	const textOf = (paper: StudyPaper): string => toLetters(ask('pdftotext', paper))

	test.each(studyLanguages)(
		'the study in %s says its language, its title and how many pages it has',
		(language) => {
			const paper = getPaper('study', language)
			const info = ask('pdfinfo', paper)
			expect(info).toMatch(/^Tagged: +yes$/mu)
			expect(info).toMatch(new RegExp(`^Pages: +${paper.pages}$`, 'mu'))
			expect(ask('pdfinfo', paper, '-meta')).toContain(`<rdf:li>${language}-MA</rdf:li>`)
		},
	)

	test.each(studyLanguages)('tables have head cells and every figure an alternative in %s', (language) => {
		const tags = ask('pdfinfo', getPaper('study', language), '-struct')
		expect(tags.match(/^ *TH/gmu)?.length).toBeGreaterThan(100)
		expect(tags).toMatch(/^ *H2/mu)
	})

	test('numbers of laws, articles and days stand in Arabic as they are written', () => {
		const text = textOf(getPaper('study', 'ar'))
		for (const number of ['07-03', '607-3', '503-1-2', '1.03.197', '24نونبر2026', '11نونبر2003', studyPrint])
			expect(text).toContain(number)
		for (const turned of ['03-07', '3-607', '2-1-503', '197.03.1', '2026نونبر24'])
			expect(text).not.toContain(turned)
	})

	test('letters of Arabic words come once each', () => {
		const text = ask('pdftotext', getPaper('study', 'ar'))
		expect(text).not.toMatch(/[\u064b-\u0652]/u)
	})

	const tableWords = { ar: 'الجدول', fr: 'Tableau', en: 'Table' } as const
	test.each(studyLanguages)('every table in %s carries the next number', (language) => {
		const text = textOf(getPaper('study', language))
		const numbers = [...text.matchAll(new RegExp(`${tableWords[language]}(\\d+)`, 'gu'))].map(([, n]) =>
			Number(n),
		)
		const known = new Set(numbers)
		const most = 19 + study.matters.length + study.articles.length
		for (let number = 1; number <= most; number++) expect(known, String(number)).toContain(number)
		expect(study.conventions).toHaveLength(9)
	})

	test.each(studyLanguages)('every question and every row of the matrix is in the text in %s', (language) => {
		const text = textOf(getPaper('study', language))
		for (const { id } of law.questions) expect(text).toContain(id)
		if (language === 'ar') return
		for (const { mapping, asks } of study.rows) {
			const reason = toLetters(mapping.reason[language] ?? '').replace(/-/gu, '')
			expect(text.replace(/-/gu, ''), mapping.id).toContain(reason.slice(0, 12))
			expect(text.replace(/-/gu, ''), mapping.id).toContain(
				toLetters(asks.title[language] ?? '')
					.replace(/-/gu, '')
					.slice(0, 12),
			)
		}
	})
})
