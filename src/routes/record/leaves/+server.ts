import { error } from '@sveltejs/kit'
import { findRecord } from '#server/process/record'
import { forGood, readNumber, refuse, toLines } from '../answers.ts'
import type { RequestHandler } from './$types'

const most = 1_000

/** Commitments in the order of the tree: one a line, base64. The hash of a leaf is SHA-256(0x00, these 32 bytes). */
export const GET: RequestHandler = async ({ url }) => {
	const record = findRecord()?.record
	if (!record) error(404, 'page.not-found')
	const [from, count] = [readNumber(url.searchParams.get('from')), readNumber(url.searchParams.get('count'))]
	if (from === undefined || count === undefined || count < 1 || count > most)
		return refuse(400, `wanted ?from=<place, counted from 0>&count=<1 to ${most}>`)
	const leaves = await record.listLeaves(from, count)
	return toLines(leaves, leaves.length === count ? forGood : 'public, max-age=5')
}
