import { error } from '@sveltejs/kit'
import { findProgrammeFile } from '#server/public/programme/files'
import { getScoreboard } from '#server/public/scoreboard'
import type { RequestHandler } from './$types'

/** A file of the programme's open data, from the same text as its pages. */
export const GET: RequestHandler = async ({ params, url, request }) => {
	const built = await getScoreboard()
	const file = findProgrammeFile(built, params.file, url.origin)
	if (!file) error(404, 'page.not-found')
	const etag = `"${built.frozen.version}-${built.frozen.board.today}"`
	const headers = {
		'content-type': `${file.type}; charset=utf-8`,
		'cache-control': 'public, max-age=60',
		etag,
	}
	return request.headers.get('if-none-match') === etag
		? new Response(null, { status: 304, headers })
		: new Response(file.text, { headers })
}
