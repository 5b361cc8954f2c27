import { getDirection } from '#base'
import type { Words } from '#ui/words'
import type { Plan, PlannedBand, PlannedStep } from '../plan.ts'
import type { PlanWords } from '../plan-library.ts'
import type { PlanValues } from '../plan-step.ts'

/** Lines for a step on paper: what to do, how one sees it, who it is for. */
const toPaperStep = ({ step, bands }: PlannedStep, { words, texts, values }: Context) => {
	const { t, text } = words
	const own = texts.steps[step.id]
	const value = step.shows && step.shows !== 'agreed' ? `\u2066${values[step.shows]}\u2069` : ''
	return {
		title: text(own?.title ?? ''),
		time: t('plan.minutes', { n: step.minutes }),
		how: (own?.how ?? []).map((line) => text(line)),
		value: value && `${t('plan.type')} ${value}`,
		see: text(own?.see ?? ''),
		cannot: text(own?.cannot ?? ''),
		bands: bands
			.map(({ band, hold }) => t('plan.for', { band: t(`plan.band.${band}`), hold: t(`plan.hold.${hold}`) }))
			.join(' · '),
	}
}

const toPaperBand = ({ band, review }: PlannedBand, { words, texts }: Context) => ({
	title: words.t(`plan.band.${band}`),
	talk: words.text(texts.bands[band].talk),
	rule: words.text(texts.bands[band].rule),
	loosen: words.text(texts.bands[band].loosen),
	review: words.date(review),
})

type Context = { words: Words; texts: PlanWords; values: PlanValues }

/** Text of the sheet for the fridge: data for the template `plan`. */
export const toPlanPaper = (plan: Plan, context: Context) => {
	const { words, texts } = context
	const { t, text } = words
	const times = (['tonight', 'week', 'later'] as const).filter((time) => plan[time].length > 0)
	return {
		title: t('plan.made'),
		description: t('plan.description'),
		publisher: t('site.name'),
		lang: words.language,
		dir: getDirection(words.locale),
		footer: `${t('site.name')} · ${t('plan.made.on', { day: words.date(plan.day) })}`,
		made: t('plan.made.on', { day: words.date(plan.day) }),
		intro: text(texts.intro),
		note: text(texts.networks[plan.network]),
		cost: text(texts.cost),
		times: times.map((time) => ({
			title: t(`plan.${time}`),
			steps: plan[time].map((planned) => toPaperStep(planned, context)),
		})),
		bands: plan.bands.map((planned) => toPaperBand(planned, context)),
		labels: {
			done: t('plan.done'),
			verified: t('plan.verified'),
			see: t('plan.see'),
			agreed: t('plan.agreed'),
			talk: t('plan.talk'),
			rule: t('plan.rule'),
			review: t('plan.review'),
			loosen: t('plan.loosen'),
		},
		review: texts.review.native === 'none' ? t('review.none', { who: t('review.native') }) : '',
	}
}
