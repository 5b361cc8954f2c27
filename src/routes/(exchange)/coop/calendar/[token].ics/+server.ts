import { findCalendarDays } from '#domains/exchange/preservation/calendar/server'
import { toCalendarFile } from '#tools/files/icalendar'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import { getDatabase } from '#server/process/database'
import type { RequestHandler } from './$types'

/** Deadlines of one person for their calendar program, which has no session: references and last days, nothing of a case. */
export const GET: RequestHandler = async ({ params, url }) => {
	const found = await findCalendarDays(getDatabase().kysely, params.token)
	if (!found) error(404, 'page.not-found')
	const { t } = createWords(found.language)
	const days = found.days.map(({ clock, reference, due }) => ({
		uid: `${clock}@${url.hostname}`,
		day: due,
		summary: t('preservation.calendar.ends', { ref: reference }),
	}))
	return new Response(toCalendarFile(days, new Date()), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'cache-control': 'no-store',
			'x-robots-tag': 'noindex, nofollow',
		},
	})
}
