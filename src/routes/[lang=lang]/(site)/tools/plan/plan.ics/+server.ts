import { toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { makePlan } from '#domains/protect/plan'
import { parseFamilyFields } from '#domains/protect/plan/family'
import { planRules } from '#domains/protect/plan/server'
import { toCalendarFile } from '#tools/files/icalendar'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import type { RequestHandler } from './$types'

export const prerender = false

/** The days to look at the plan again, for the family's own calendar. */
export const GET: RequestHandler = ({ params, url }) => {
	const family = parseFamilyFields(url.searchParams)
	if (!family.ok) error(400, 'page.not-found')
	const { t } = createWords(params.lang)
	const now = new Date()
	const today = toLocalDay(now, library.calendar.zone)
	const days = makePlan(planRules, family.value, today).bands.map(({ band, review }) => ({
		uid: `${crypto.randomUUID()}@thiqa`,
		day: review,
		summary: t('plan.dates.event', { band: t(`plan.band.${band}`) }),
		url: `${url.origin}/${params.lang}/tools/plan`,
	}))
	return new Response(toCalendarFile(days, now), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="thiqa.ics"',
			'cache-control': 'no-store',
		},
	})
}
