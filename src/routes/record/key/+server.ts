import { error } from '@sveltejs/kit'
import { findRecord } from '#server/process/record'
import { toText } from '../answers.ts'
import type { RequestHandler } from './$types'

/** The public key of the record, as a C2SP verifier key. Keep it from somewhere else too: whoever rules this server rules this answer. */
export const GET: RequestHandler = () => {
	const open = findRecord()
	if (!open) error(404, 'page.not-found')
	return toText(`${open.record.verifierKey}\n`, 'public, max-age=300')
}
