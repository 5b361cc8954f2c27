import { isUuid } from '#base'
import { error } from '@sveltejs/kit'
import { formatInclusion } from '#platform'
import { findRecord } from '#server/process/record'
import { readNumber, refuse, toText } from '../answers.ts'
import type { RequestHandler } from './$types'

const readPlace = (query: URLSearchParams): { id: string } | { index: number } | undefined => {
	const [id, index] = [query.get('entry'), readNumber(query.get('index'))]
	if (id !== null) return isUuid(id) ? { id } : undefined
	return index === undefined ? undefined : { index }
}

/** Proof that an entry stands in the record (https://c2sp.org/tlog-proof): `?entry=<its name>` or `?index=<its place>`. */
export const GET: RequestHandler = async ({ url }) => {
	const record = findRecord()?.record
	if (!record) error(404, 'page.not-found')
	const place = readPlace(url.searchParams)
	if (!place) return refuse(400, 'wanted ?entry=<name of an entry> or ?index=<its place, counted from 0>')
	const proof = await record.findInclusion(place)
	if (proof === 'unknown') return refuse(404, 'no such entry in this record')
	if (proof === 'waiting')
		return refuse(503, 'the entry is kept and waits for its place, an hour at most: ask again later', {
			'retry-after': '60',
		})
	return toText(formatInclusion(proof), 'no-store')
}
