import { dataFiles } from '#domains/law/standards/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => dataFiles.map(({ name }) => ({ file: name }))

/** A file of the open data of the law. */
export const GET: RequestHandler = ({ params }) => {
	const file = dataFiles.find(({ name }) => name === params.file)
	if (!file) error(404, 'page.not-found')
	return new Response(file.text, { headers: { 'content-type': `${file.type}; charset=utf-8` } })
}
