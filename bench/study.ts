/** The printed study of the law: processor time to bring it together, put it into words and set it. `node bench/study.ts` */
import { readFileSync } from 'node:fs'
import { buildLaw } from '#domains/law'
import { getStudyDay, makeStudy } from '#domains/law/study'
import { getPdfMaker } from '#platform'
import { createStudyWords, studyLanguages, toStudyReport } from '../src/lib/domains/law/study/paper/index.ts'
import { readContent, readLibrary } from '../tests/support/content.ts'
import { finish, isQuick, report, showSpread, toSpread } from './support/figures.ts'

const rounds = isQuick ? 2 : 5
const target = 2000
const readTemplate = (name: string): string => readFileSync(`src/lib/ui/paper/${name}.typ`, 'utf8')
const sources = { 'paper.typ': readTemplate('paper'), 'report.typ': readTemplate('report') }
const template = readTemplate('study')
const files = new Map([...readContent()].filter(([file]) => file.startsWith('content/law/')))
const law = buildLaw(files, readLibrary())
const makePdf = getPdfMaker(sources)

/** Every file gets a fingerprint of its own, so that nothing that was set before can be used again. */
let made = 0

for (const language of studyLanguages) {
	const taken = Array.from({ length: rounds }, () => {
		const before = process.cpuUsage()
		const study = makeStudy(law, getStudyDay(law))
		made += 1
		const edition = {
			law,
			study,
			words: createStudyWords(language),
			print: `bench-${made}`,
			address: `/${language}/law`,
		}
		const file = makePdf(template, toStudyReport(edition), new Date(study.day))
		if (file.length < 100_000) throw new Error(`setting the study: ${file.length} bytes are too few`)
		const { user, system } = process.cpuUsage(before)
		return (user + system) / 1000
	})
	const spread = toSpread(taken)
	report(`study in ${language}, CPU`, `${showSpread(spread)} ms`, `< ${target} ms`, spread.max < target)
}
finish()
