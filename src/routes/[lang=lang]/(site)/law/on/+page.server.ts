import { readDay, viewDay } from '#domains/law/day'
import { law } from '#domains/law/server'
import { stripControls } from '#tools/script/bidi'
import type { PageServerLoad } from './$types'

const instruments = new Map(law.instruments.map((instrument) => [instrument.id, instrument]))

/** The day and the text come as a query, so that a form without script can ask; nothing of it is kept. */
export const load: PageServerLoad = ({ url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const typed = stripControls((url.searchParams.get('day') ?? '').slice(0, 40))
	const text = (url.searchParams.get('text') ?? '').slice(0, 80)
	const day = typed.trim() === '' ? new Date().toISOString().slice(0, 10) : readDay(typed)
	return {
		typed: day ?? typed,
		asked: { day: day ?? typed, ...(text === '' ? {} : { text }) },
		text,
		view: day === undefined ? undefined : viewDay(law, day, text),
		instruments,
	}
}
