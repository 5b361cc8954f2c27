import { element, toXmlFile, toXmlText } from '../index.ts'

/** Words by language tag of two letters; the first is that of the file. */
type Narratives = Readonly<Record<string, string>>

/** Code of a list of IATI, https://iatistandard.org/en/iati-standard/203/codelists/. */
type Code = number | string

export type IatiPeriod = {
	/** Civil days, the last one in it. */
	from: string
	to: string
	target: { value: number; comment?: Narratives | undefined } | undefined
	/** Left out where the number is too small to be shown. */
	actual: { value: number; comment: Narratives } | undefined
	/** Code of a place that stands in `locations` of the activity. */
	location: string | undefined
}

export type IatiIndicator = {
	/** 1 count, 2 percentage. */
	measure: 1 | 2
	/** More is better. */
	isAscending: boolean
	title: Narratives
	description: Narratives
	periods: readonly IatiPeriod[]
}

export type IatiActivity = {
	id: string
	/** 1 the larger, 2 its parts. */
	hierarchy: 1 | 2
	updated: Date
	title: Narratives
	description: Narratives
	/** Nobody: the text says so. */
	participants: readonly { narrative: Narratives; type?: Code | undefined; role: Code }[]
	/** ActivityStatus: 1 pipeline, 2 implementation, 4 closed, 5 cancelled. */
	status: Code
	/** ActivityDateType: 1 and 3 planned, 2 and 4 actual start and end. At least one. */
	dates: readonly { type: 1 | 2 | 3 | 4; day: string; narrative?: Narratives | undefined }[]
	/** ISO 3166-1 of the country. */
	country: string
	locations: readonly { code: string; name: Narratives }[]
	documents: readonly { href: string; type: string; title: Narratives }[]
	/** RelatedActivityType: 1 parent, 2 child. */
	related: readonly { id: string; type: 1 | 2 }[]
	results: readonly { title: Narratives; indicators: readonly IatiIndicator[] }[]
}

export type IatiFile = {
	made: Date
	/** Language of texts that name none. */
	language: string
	/** Words that a reader of the file sees first; for a file that is not for the Registry. */
	remark: string
	/** Without a registered id of an organisation: a name of ours, and the file is not for the Registry. */
	reporter: { ref: string; type: Code; name: Narratives }
	activities: readonly IatiActivity[]
}

const narratives = (words: Narratives): string[] =>
	Object.entries(words).map(([language, text]) =>
		element('narrative', { 'xml:lang': language }, toXmlText(text)),
	)

const toNumber = (value: number): string => String(value)

const toPeriod = ({ from, to, target, actual, location }: IatiPeriod): string => {
	const place = location === undefined ? [] : [element('location', { ref: location })]
	const comment = (words: Narratives | undefined): string[] =>
		words === undefined ? [] : [element('comment', {}, ...narratives(words))]
	return element(
		'period',
		{},
		element('period-start', { 'iso-date': from }),
		element('period-end', { 'iso-date': to }),
		...(target
			? [element('target', { value: toNumber(target.value) }, ...place, ...comment(target.comment))]
			: []),
		...(actual
			? [element('actual', { value: toNumber(actual.value) }, ...place, ...comment(actual.comment))]
			: []),
	)
}

const toIndicator = ({ measure, isAscending, title, description, periods }: IatiIndicator): string =>
	element(
		'indicator',
		{ measure, ascending: isAscending ? '1' : '0' },
		element('title', {}, ...narratives(title)),
		element('description', {}, ...narratives(description)),
		...periods.map(toPeriod),
	)

/** Parts in the order that the schema asks for. */
const toActivity = (activity: IatiActivity, { language, reporter }: IatiFile): string =>
	element(
		'iati-activity',
		{
			'xml:lang': language,
			'last-updated-datetime': activity.updated.toISOString(),
			hierarchy: activity.hierarchy,
		},
		element('iati-identifier', {}, toXmlText(activity.id)),
		element('reporting-org', { ref: reporter.ref, type: reporter.type }, ...narratives(reporter.name)),
		element('title', {}, ...narratives(activity.title)),
		element('description', { type: '1' }, ...narratives(activity.description)),
		...activity.participants.map(({ narrative, type, role }) =>
			element('participating-org', { role, type }, ...narratives(narrative)),
		),
		element('activity-status', { code: activity.status }),
		...activity.dates.map(({ type, day, narrative }) =>
			element('activity-date', { type, 'iso-date': day }, ...(narrative ? narratives(narrative) : [])),
		),
		element('recipient-country', { code: activity.country, percentage: '100' }),
		...activity.locations.map(({ code, name }) =>
			element('location', { ref: code }, element('name', {}, ...narratives(name))),
		),
		...activity.documents.map(({ href, type, title }) =>
			element(
				'document-link',
				{ url: href, format: type },
				element('title', {}, ...narratives(title)),
				element('category', { code: 'A12' }),
			),
		),
		...activity.related.map(({ id, type }) => element('related-activity', { ref: id, type })),
		...activity.results.map(({ title, indicators }) =>
			element(
				'result',
				{ type: '1' },
				element('title', {}, ...narratives(title)),
				...indicators.map(toIndicator),
			),
		),
	)

/** Writes a file of activities. */
export const toIatiFile = (file: IatiFile): string =>
	toXmlFile(
		[
			`<!-- ${file.remark.replaceAll('--', '- -')} -->\n`,
			element(
				'iati-activities',
				{ version: '2.03', 'generated-datetime': file.made.toISOString() },
				...file.activities.map((activity) => `\n${toActivity(activity, file)}`),
			),
		].join(''),
	)
