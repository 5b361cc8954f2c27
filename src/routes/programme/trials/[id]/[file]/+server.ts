import { writeTrialFile } from '#domains/programme/trials/open-data'
import { findTrialForAll } from '#server/public/programme/trials'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

/** The files of a study: the list once it is drawn, the data of each published result. */
export const GET: RequestHandler = async ({ params }) => {
	const trial = await findTrialForAll(params.id)
	const file = trial && writeTrialFile(trial, params.file)
	if (!file) error(404, 'page.not-found')
	return new Response(file.text, {
		headers: {
			'content-type': file.type,
			'cache-control': 'public, max-age=600',
			'access-control-allow-origin': '*',
		},
	})
}
