/** The tables of the open data, and what their columns are. */
import { languages } from '#base'
import { toCsvText } from '#tools/open-data/csv'
import type { PackagedTable, TableField } from '#tools/open-data/data-package'
import { figureStates, getCurrent } from '../../figures/index.ts'
import { planStates } from '../../plan/choices/index.ts'
import { listShownActions } from '../board.ts'
import type { Frozen } from '../frozen.ts'
import { listErrata } from '../latest.ts'

type Cell = string | number | boolean | undefined

type Table = Pick<PackagedTable, 'name' | 'title' | 'description' | 'fields' | 'key' | 'foreign'> & {
	toRows: (frozen: Frozen) => readonly (readonly Cell[])[]
}

const field = (name: string, type: TableField['type'], description: string): TableField => ({
	name,
	type,
	description,
})
/** A column that no line leaves empty. */
const must = (of: TableField): TableField => ({ ...of, isRequired: true })

const titles = languages.map((language) => must(field(`title_${language}`, 'string', `Title in ${language}`)))
const shownStates = [...planStates, 'done-said', 'late', 'no-news']
const about = [
	must(field('indicator', 'string', 'What is counted')),
	must({
		...field('place', 'string', 'ISO 3166-2 code of the place'),
		pattern: '^MA(-([0-9]{2}|[A-Z]{3}))?$',
	}),
	must(field('period', 'string', 'Year, quarter, month or school year')),
]
const numbers = (prefix: string, what: string): TableField[] => [
	must({
		...field(`${prefix}status`, 'string', `${what}: shown, or why there is no number`),
		oneOf: figureStates,
	}),
	field(`${prefix}value`, 'number', `${what}: the number, as it was made: not rounded, not cut off at zero`),
	field(`${prefix}low`, 'number', `${what}: lower end of its interval; empty: the number is exact`),
	field(`${prefix}high`, 'number', `${what}: upper end of its interval`),
]

const actions: Table = {
	name: 'actions',
	title: 'Actions',
	description: 'What was promised, with its state on the day of the file.',
	key: ['id'],
	fields: [
		must(field('id', 'string', 'Id')),
		must(field('initiative', 'string', 'Id of the initiative')),
		...titles,
		must({ ...field('state', 'string', 'State on the day of the file'), oneOf: shownStates }),
		field('owner', 'string', 'Who answers for it; empty: nobody is named'),
		field('region', 'string', 'ISO 3166-2 code of its region; empty: the whole country'),
		field('promised_on', 'date', 'Day of the promise'),
		field('due_first', 'date', 'First due date, which never changes; empty: no date was given'),
		field('due_now', 'date', 'Due date that holds now'),
		field('begun_on', 'date', 'Day of the beginning'),
		field('ended_on', 'date', 'Day of the end'),
		field('late_days', 'integer', 'Days since the first due date, while it is late'),
		field('silent_days', 'integer', 'Days without news, from 180 on'),
		must(field('evidence', 'integer', 'Pieces of evidence')),
		must(field('independent_evidence', 'integer', 'Those that are not the word of the owner alone')),
		must(field('changed_on', 'date', 'Day of the last news')),
		must(field('demonstration', 'boolean', 'Invented, for a demonstration')),
	],
	toRows: ({ board }) =>
		listShownActions(board).map((one) => [
			one.id,
			one.initiative,
			...languages.map((language) => one.title[language]),
			one.shown.state,
			one.owner?.name.fr,
			one.region,
			one.promisedOn,
			one.dueFirst,
			one.dueNow,
			one.begunOn,
			one.endedOn,
			one.shown.lateDays,
			one.shown.silentDays,
			one.evidence.length,
			one.evidence.filter(({ isIndependent }) => isIndependent).length,
			one.changedOn,
			one.isDemonstration,
		]),
}

const realisations: Table = {
	name: 'realisations',
	title: 'What became of the actions',
	description: 'What was done, with its day as far as it is known.',
	key: ['id'],
	foreign: [{ fields: ['action'], resource: 'actions', theirs: ['id'] }],
	fields: [
		must(field('id', 'string', 'Id')),
		must(field('action', 'string', 'Id of the action')),
		...titles,
		must({ ...field('state', 'string', 'State'), oneOf: shownStates }),
		field('done_on', 'string', 'Day, month or year; empty: not known'),
		must(field('evidence', 'integer', 'Pieces of evidence')),
		must(field('independent_evidence', 'integer', 'Those that are not the word of the owner alone')),
	],
	toRows: ({ board }) =>
		listShownActions(board).flatMap((action) =>
			action.realisations.map((one) => [
				one.id,
				one.action,
				...languages.map((language) => one.title[language]),
				one.shown,
				one.doneOn,
				one.evidence.length,
				one.evidence.filter(({ isIndependent }) => isIndependent).length,
			]),
		),
}

const budget: Table = {
	name: 'budget',
	title: 'Budget lines',
	description: 'Lines of the budget that may be published, as two persons published them with their action.',
	key: ['action', 'place'],
	foreign: [{ fields: ['action'], resource: 'actions', theirs: ['id'] }],
	fields: [
		must(field('action', 'string', 'Id of the action')),
		must(field('place', 'integer', 'First, second, third line of the action')),
		must(field('line', 'string', 'What the money is for')),
		must(field('amount', 'number', 'Amount')),
		must(field('currency', 'string', 'Currency, ISO 4217')),
		field('source', 'string', 'Where the money comes from'),
	],
	toRows: ({ board }) =>
		listShownActions(board).flatMap(({ id, budget: lines = [] }) =>
			lines.map(({ line, currency, minorUnits, source }, at) => [
				id,
				at + 1,
				line,
				minorUnits / 100,
				currency,
				source === '' ? undefined : source,
			]),
		),
}

const figures: Table = {
	name: 'figures',
	title: 'Numbers',
	description: 'Every published number: as it came out, and as it stands after errata.',
	key: ['indicator', 'place', 'period'],
	fields: [
		...about,
		...numbers('', 'As published'),
		...numbers('now_', 'As it stands now'),
		field('n', 'integer', 'Number of things that it was made of'),
		must(field('method', 'string', 'Way of counting and its version')),
		must(field('published_on', 'date', 'Day on which it came out')),
		must(field('errata', 'integer', 'How often it was put right')),
		must(field('demonstration', 'boolean', 'Invented, for a demonstration')),
	],
	toRows: ({ published, board }) =>
		published.figures.map((one) => {
			const now = getCurrent(one)
			return [
				one.indicator,
				one.place,
				one.period,
				one.status,
				one.value,
				one.low,
				one.high,
				now.status,
				now.value,
				now.low,
				now.high,
				one.n,
				one.method,
				one.publishedOn,
				one.errata.length,
				board.isInvented,
			]
		}),
}

const targets: Table = {
	name: 'targets',
	title: 'Targets',
	description: 'What was aimed at; those that were replaced stand before those that hold.',
	key: ['indicator', 'place', 'period', 'agreed_on', 'value'],
	fields: [
		...about,
		must(field('value', 'number', 'Target')),
		must(field('agreed_on', 'date', 'Day on which it was agreed')),
		must(field('holds', 'boolean', 'It was not replaced')),
	],
	toRows: ({ published }) =>
		published.targets.flatMap(({ indicator, place, period, value, agreedOn, before }) => [
			...before.map((old) => [indicator, place, period, old.value, old.agreedOn, false]),
			[indicator, place, period, value, agreedOn, true],
		]),
}

const errata: Table = {
	name: 'errata',
	title: 'Errata',
	description:
		'Numbers that were wrong: the old one, the right one, the day, the reason, the entry of the public record.',
	key: ['id'],
	foreign: [
		{
			fields: ['indicator', 'place', 'period'],
			resource: 'figures',
			theirs: ['indicator', 'place', 'period'],
		},
	],
	fields: [
		must(field('id', 'string', 'Id')),
		...about,
		must(field('life', 'integer', 'First, second, third correction of the same number')),
		...numbers('was_', 'Struck'),
		...numbers('is_', 'Beside it'),
		must(field('on', 'date', 'Day')),
		must(field('reason_ar', 'string', 'Reason in Arabic')),
		must(field('reason_fr', 'string', 'Reason in French')),
		must(field('entry', 'string', 'Entry of the public record')),
	],
	toRows: ({ published }) =>
		listErrata(published).map(({ was, is, ...one }) => [
			one.id,
			one.indicator,
			one.place,
			one.period,
			one.life,
			was.status,
			was.value,
			was.low,
			was.high,
			is.status,
			is.value,
			is.low,
			is.high,
			one.on,
			one.reason.ar,
			one.reason.fr,
			one.entry,
		]),
}

const ledger: Table = {
	name: 'ledger',
	title: 'Ledger of counting',
	description:
		'What is counted with noise: each family of counters in each period, how much one act can move it, and what became of it. No count stands in it.',
	key: ['family', 'period'],
	fields: [
		must(field('family', 'string', 'Family of counters')),
		must(field('period', 'string', 'Month, quarter or week')),
		must(
			field('noise_scale', 'number', 'Scale t of the discrete Laplace noise that each counter is born with'),
		),
		must(field('moved', 'number', 'Units by which one act can move the family')),
		must(field('epsilon', 'number', 'Privacy loss of one act: moved by noise_scale')),
		must(field('cells', 'integer', 'Counters of the family')),
		must(field('born', 'date', 'Day on which they were born')),
		field('ended', 'date', 'Day on which they were released or lost; empty: still counting'),
		must({ ...field('outcome', 'string', 'What became of it'), oneOf: ['counting', 'released', 'key-lost'] }),
		field('hours', 'integer', 'Hours of the period in which somebody counted'),
		must(field('method', 'string', 'Way of counting and its version')),
	],
	toRows: ({ ledger: lines }) =>
		lines.map((one) => [
			one.family,
			one.period,
			one.t,
			one.moved,
			one.epsilon,
			one.cells,
			one.born,
			one.ended ?? undefined,
			one.outcome,
			one.hours ?? undefined,
			one.method,
		]),
}

/** The tables, those that others point to first. */
export const dataTables: readonly Table[] = [actions, realisations, budget, figures, targets, errata, ledger]

/** A table as CSV. */
export const toTable = ({ fields, toRows }: Table, frozen: Frozen): string =>
	toCsvText(
		fields.map(({ name }) => name),
		toRows(frozen),
	)
