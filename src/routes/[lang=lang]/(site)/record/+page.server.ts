import { error } from '@sveltejs/kit'
import { getLanguage } from '#base'
import { pickWords } from '#domains/guide'
import { listErasures } from '#server/public/erasures'
import { findCosigners, findRecord } from '#server/process/record'
import { toVerifierKey } from '#tools/seal/signed-note'
import type { PageServerLoad } from './$types'

const shown = 8

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
		witnessKeys: operator.witnesses.map(({ key }) => toVerifierKey(key)),
		quorum: operator.quorum,
		states: await Promise.all(
			checkpoints.map(async ({ size, hour, note }) => ({
				size,
				hour,
				witnesses: (await findCosigners(note, operator)).flatMap(
					({ name }) => pickWords(name, language) ?? [],
				),
			})),
		),
	}
}
