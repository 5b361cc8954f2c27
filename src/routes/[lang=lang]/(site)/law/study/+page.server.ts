import { locales } from '#base'
import { getStudyPapers, study, studyPrint } from '#domains/law/study/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({
	day: study.day,
	// Letters and digits in one run: isolated, so that Arabic keeps their order.
	print: `\u2066${studyPrint}\u2069`,
	figures: study.figures,
	rows: study.rows.length,
	conventions: study.conventions.length,
	papers: getStudyPapers().map(({ kind, language, name, file, pages }) => ({
		kind,
		language,
		href: `/law/study/${name}.pdf`,
		kilobytes: Math.ceil(file.length / 1024),
		pages,
	})),
})
