import { getInstrument } from '#domains/programme/trials/instrument/server'
import { mayExport, writeAnalysis, writeClasses, writeCodebook } from '#domains/programme/trials/open-data'
import type { WholeTrial } from '#domains/programme/trials/server'
import { findTrialForAll } from '#server/public/programme/trials'
import { writeList } from '#tools/statistics/fair-draw'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

const table = 'text/csv; charset=utf-8'
const text = 'text/plain; charset=utf-8'

type Write = (trial: WholeTrial) => string
const files = new Map<string, readonly [type: string, write: Write]>([
	['classes.csv', [table, ({ classes, tallies }) => writeClasses(classes, tallies)]],
	['codebook.csv', [table, ({ protocol }) => writeCodebook(protocol, getInstrument())]],
	['analysis.R', [text, ({ protocol }) => writeAnalysis(protocol)]],
	['list.tsv', ['text/tab-separated-values; charset=utf-8', ({ classes }) => writeList(classes)]],
])

/** The files of a published study. */
export const GET: RequestHandler = async ({ params }) => {
	const file = files.get(params.file)
	const trial = file && (await findTrialForAll(params.id))
	if (!trial || trial.results.length === 0 || !mayExport(trial.classes)) error(404, 'page.not-found')
	const [type, write] = file
	return new Response(write(trial), {
		headers: {
			'content-type': type,
			'cache-control': 'public, max-age=600',
			'access-control-allow-origin': '*',
		},
	})
}
