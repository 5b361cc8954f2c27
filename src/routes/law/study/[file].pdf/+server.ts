import { findStudyPaper, getStudyPapers } from '#domains/law/study/server'
import { toPdfResponse } from '#platform'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => getStudyPapers().map(({ name }) => ({ file: name }))

/** The study of the law on paper. */
export const GET: RequestHandler = ({ params }) => {
	const paper = findStudyPaper(params.file)
	if (!paper) error(404, 'page.not-found')
	return toPdfResponse(paper.file, paper.name)
}
