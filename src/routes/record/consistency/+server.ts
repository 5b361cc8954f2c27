import { error } from '@sveltejs/kit'
import { findRecord } from '#server/process/record'
import { forGood, readNumber, refuse, toLines } from '../answers.ts'
import type { RequestHandler } from './$types'

/** Proof that the first `from` entries are the beginning of the first `to` (RFC 6962, 2.1.2): one hash a line, base64. */
export const GET: RequestHandler = async ({ url }) => {
	const record = findRecord()?.record
	if (!record) error(404, 'page.not-found')
	const [from, to] = [readNumber(url.searchParams.get('from')), readNumber(url.searchParams.get('to'))]
	if (from === undefined || to === undefined || from > to)
		return refuse(400, 'wanted ?from=<older size>&to=<newer size>, the older one not above the newer')
	const proof = await record.findConsistency(from, to)
	return proof ? toLines(proof, forGood) : refuse(404, 'the record has fewer entries than that')
}
