/** Files of the views that are pulled as they are: the MISP feed, and the zone. */
import { getViews } from '#server/process/indicator-views'
import { indicatorAudiences } from '#domains/exchange/indicators'
import { tlpLevels, type Tlp } from '#domains/exchange/partners'
import { answerReader, toFile, type Asking } from './indicator-views.ts'

type OpenViews = Awaited<ReturnType<typeof getViews>>
type Feed = Awaited<ReturnType<OpenViews['misp']>>

/** A file of the feed of a circle, for who stands in it. */
export const answerFeed = (
	asking: Asking,
	circle: string,
	pick: (feed: Feed) => string | undefined,
): Promise<Response> =>
	answerReader(asking, 'misp', async ({ audiences: own, tlps }, now) => {
		const audience = indicatorAudiences.find((one) => one === circle)
		if (audience === undefined || !own.includes(audience)) return undefined
		const { misp } = await getViews()
		const file = pick(await misp({ audience, tlps }, now))
		return file === undefined ? undefined : toFile(asking, file, 'application/json')
	})

/** Something of the zone of a marking, for who may have that marking. */
export const answerZone = (
	asking: Asking,
	marking: string,
	answer: (zone: NonNullable<OpenViews['zone']>, tlp: Tlp) => Promise<Response | undefined>,
): Promise<Response> =>
	answerReader(asking, 'rpz', async ({ tlps }) => {
		const tlp = tlpLevels.find((one) => one === marking)
		const { zone } = await getViews()
		return tlp === undefined || !tlps.includes(tlp) || !zone ? undefined : answer(zone, tlp)
	})
