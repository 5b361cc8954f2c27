import { error } from '@sveltejs/kit'
import { getLanguage } from '#base'
import { pickWords } from '#domains/guide'
import type { Operator } from '#platform'
import { openNote } from '#tools/signed-note'
import { listErasures } from '../../../../desk/erasures.ts'
import { findRecord } from '../../../../record.ts'
import type { PageServerLoad } from './$types'

const shown = 8

/** Witnesses of the operator's list whose word under a checkpoint is good. */
const findWitnesses = async (note: string, { witnesses }: Operator) => {
	const opened = await openNote(
		note,
		witnesses.map(({ key }) => key),
	)
	if (!opened.ok) return []
	const seen = opened.value.verified.map(({ key }) => key)
	return witnesses.filter(({ key }) => seen.includes(key)).map(({ name }) => name)
}

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	const open = findRecord()
	if (!open) error(404, 'page.not-found')
	const { record, operator } = open
	const language = getLanguage(params.lang)
	const checkpoints = await record.listCheckpoints(shown)
	setHeaders({ 'cache-control': 'public, max-age=30' })
	return {
		verifierKey: record.verifierKey,
		isDemonstration: operator.state === 'demonstration',
		erasures: (await listErasures()).map(({ epoch, certificate }) => ({ epoch, certificate })),
		hasWitnesses: operator.witnesses.length > 0,
		states: await Promise.all(
			checkpoints.map(async ({ size, hour, note }) => ({
				size,
				hour,
				witnesses: (await findWitnesses(note, operator)).flatMap((name) => pickWords(name, language) ?? []),
			})),
		),
	}
}
