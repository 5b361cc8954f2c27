import { error } from '@sveltejs/kit'
import { findRecord } from '#server/process/record'
import { toText } from '../answers.ts'
import type { RequestHandler } from './$types'

/** The newest checkpoint with the words of witnesses, as a C2SP signed note. */
export const GET: RequestHandler = async () => {
	const checkpoint = await findRecord()?.record.findCheckpoint()
	if (!checkpoint) error(404, 'page.not-found')
	return toText(checkpoint.note, 'public, max-age=5')
}
