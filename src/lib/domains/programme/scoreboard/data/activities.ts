/** The plan as activities of aid: initiatives above, actions below, numbers as results. */
import { addDays, languages } from '#base'
import { toIatiFile, type IatiActivity, type IatiIndicator, type IatiPeriod } from '#tools/open-data/iati'
import { getCurrent, toFigureKey, type FigureIndicator, type PublishedFigure } from '../../figures/index.ts'
import { country, findSpan, getPlaceName, type ProgrammePlace } from '../../places/index.ts'
import { listShownActions, type ShownAction, type ShownInitiative } from '../board.ts'
import type { Frozen } from '../frozen.ts'

/** Until an organisation has registered an id, the file is for reading and not for the Registry. */
const prefix = 'THIQA'
const toId = (id: string): string => `${prefix}-${id.toUpperCase()}`
const statuses = { promised: 1, begun: 2, done: 4, dropped: 5 } as const
const toWords = (words: Readonly<Record<string, string>>): Record<string, string> =>
	Object.fromEntries(languages.flatMap((language) => (words[language] ? [[language, words[language]]] : [])))

const nobody = {
	ar: 'لم يُذكر أحد',
	fr: 'Personne n’est nommé',
	zgh: 'ⴰⵡⴷ ⵢⴰⵏ ⵓⵔ ⵉⵜⵜⵓⴱⴷⵔ',
	en: 'Nobody is named',
}
const undated = {
	en: 'No date was given. The schema wants one: on this day the state was last seen.',
	fr: 'Aucune date n’a été donnée. Le schéma en veut une : ce jour-là, l’état a été vu.',
}

/** First due date, not the one that it was moved to: a promise keeps its day. */
const toDates = (action: ShownAction): IatiActivity['dates'] => {
	const known = [
		{ type: 1, day: action.promisedOn },
		{ type: 2, day: action.begunOn },
		{ type: 3, day: action.dueFirst },
		{ type: 4, day: action.state === 'done' ? action.endedOn : undefined },
	] as const
	const dates = known.flatMap(({ type, day }) => (day === undefined ? [] : [{ type, day }]))
	return dates.length > 0
		? dates
		: [{ type: action.state === 'promised' ? 1 : 2, day: action.changedOn, narrative: undated }]
}

const toPeriod = (
	figure: PublishedFigure,
	target: number | undefined,
	indicator: FigureIndicator,
): IatiPeriod | undefined => {
	const span = findSpan(figure.period)
	if (!span) return undefined
	const { status, value, low, high } = getCurrent(figure)
	const toUnit = (raw: number): number => (indicator.measure === 'share' ? raw * 100 : raw)
	const interval =
		low === undefined || high === undefined ? 'exact' : `between ${toUnit(low)} and ${toUnit(high)}`
	return {
		from: span.from,
		to: addDays(span.until, -1),
		target: target === undefined ? undefined : { value: toUnit(target) },
		actual:
			status === 'shown' && value !== undefined
				? { value: toUnit(value), comment: { en: `${interval}; method ${figure.method}` } }
				: undefined,
		location: figure.place === country ? undefined : figure.place,
	}
}

const toIndicators = ({ published, indicators }: Frozen, action: string): IatiIndicator[] => {
	const targets = new Map(published.targets.map((target) => [toFigureKey(target), target]))
	return indicators
		.filter((indicator) => indicator.action === action)
		.flatMap((indicator): IatiIndicator[] => {
			const periods = published.figures
				.filter((figure) => figure.indicator === indicator.id)
				.flatMap((figure) => {
					const target = published.targets.find(
						(one) =>
							one.indicator === indicator.id && one.place === figure.place && one.period === figure.period,
					)
					return toPeriod(figure, target?.value, indicator) ?? []
				})
			if (periods.length === 0) return []
			return [
				{
					measure: indicator.measure === 'share' ? 2 : 1,
					isAscending: indicator.direction !== 'down',
					title: toWords(indicator.name),
					description: toWords(indicator.how),
					periods,
				},
			]
		})
}

const listLocations = (indicators: readonly IatiIndicator[], places: readonly ProgrammePlace[]) => {
	const used = new Set(indicators.flatMap(({ periods }) => periods.map(({ location }) => location)))
	return places
		.filter(({ code }) => used.has(code))
		.map((place) => ({
			code: place.code,
			name: { en: getPlaceName(place, 'en').words, ar: getPlaceName(place, 'ar').words },
		}))
}

const toAction = (action: ShownAction, frozen: Frozen, origin: string): IatiActivity => {
	const indicators = toIndicators(frozen, action.id)
	const own = frozen.places.filter(({ code }) => code === action.region)
	return {
		id: toId(action.id),
		hierarchy: 2,
		updated: new Date(`${action.changedOn}T00:00:00Z`),
		title: toWords(action.title),
		description: action.promise ? { [action.promise.language]: action.promise.words } : toWords(action.title),
		participants: [{ narrative: toWords(action.owner?.name ?? nobody), role: 4 }],
		status: statuses[action.state],
		dates: toDates(action),
		country,
		locations: [
			...own.map((place) => ({ code: place.code, name: { en: getPlaceName(place, 'en').words } })),
			...listLocations(indicators, frozen.places).filter(({ code }) => code !== action.region),
		],
		documents: [
			{ href: `${origin}/en/programme#${action.id}`, type: 'text/html', title: toWords(action.title) },
		],
		related: [{ id: toId(action.initiative), type: 1 }],
		results: indicators.length > 0 ? [{ title: toWords(action.title), indicators }] : [],
	}
}

const toInitiative = (initiative: ShownInitiative, origin: string): IatiActivity => {
	const days = initiative.actions.map(({ changedOn }) => changedOn).sort()
	const last = days.at(-1) ?? '2013-01-01'
	const isOver = initiative.actions.every(({ state }) => state === 'done' || state === 'dropped')
	return {
		id: toId(initiative.id),
		hierarchy: 1,
		updated: new Date(`${last}T00:00:00Z`),
		title: toWords(initiative.title),
		description: toWords(initiative.title),
		participants: [{ narrative: nobody, role: 4 }],
		status: isOver ? 4 : 2,
		dates: [{ type: 2, day: last, narrative: undated }],
		country,
		locations: [],
		results: [],
		documents: [
			{
				href: `${origin}/en/programme#${initiative.id}`,
				type: 'text/html',
				title: toWords(initiative.title),
			},
		],
		related: initiative.actions.map(({ id }) => ({ id: toId(id), type: 2 })),
	}
}

/** All initiatives and actions. @param origin - of the website, `https://thiqa.example` */
export const makeActivities = (frozen: Frozen, made: Date, origin: string): string =>
	toIatiFile({
		made,
		language: 'en',
		remark: `Version ${frozen.version}. Not for the IATI Registry: there is no registered id of an organisation yet.`,
		reporter: { ref: `${prefix}-UNREGISTERED`, type: 90, name: { en: 'Thiqa' } },
		activities: [
			...frozen.board.initiatives.map((initiative) => toInitiative(initiative, origin)),
			...listShownActions(frozen.board).map((action) => toAction(action, frozen, origin)),
		],
	})
