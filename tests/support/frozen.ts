/** A programme with everything that can stand in it: late, moved, silent, without a date, numbers exact and with an interval, too few, put right. */
import { library } from '#domains/guide/server'
import type { PublishedFigure } from '#domains/programme/figures'
import { listPlaces } from '#domains/programme/places'
import type { Action, Evidence, ProgrammePlan } from '#domains/programme/plan'
import { makeBoard, type Frozen } from '#domains/programme/scoreboard'
import { indicators } from '#domains/programme/figures/server'

const words = (text: string) => ({ ar: `${text} ع`, fr: text, zgh: `${text} ⵣ`, en: text })

const action = (id: string, more: Partial<Action> = {}): Action => ({
	id,
	initiative: id.slice(0, 2),
	title: words(`Action ${id}`),
	promise: undefined,
	owner: undefined,
	audiences: ['parents'],
	region: undefined,
	promisedOn: undefined,
	dueFirst: undefined,
	dueNow: undefined,
	begunOn: undefined,
	endedOn: undefined,
	state: 'begun',
	reason: undefined,
	source: 'example',
	isDemonstration: false,
	changedOn: '2026-11-20',
	version: 1,
	needs: [],
	evidence: [],
	realisations: [],
	...more,
})

const owner = {
	id: 'owner',
	name: words('=Ministère "exemple"'),
	kind: 'ministry',
	region: undefined,
} as const
const said: Evidence = {
	kind: 'document',
	reference: 'Example',
	seenOn: undefined,
	confidence: 'unverified',
	isIndependent: false,
	note: undefined,
}

export const samplePlan: ProgrammePlan = {
	initiatives: [
		{
			id: 'i1',
			ordinal: 1,
			title: words('Initiative 1'),
			source: 'example',
			actions: [
				action('i1-a1', {
					realisations: [
						{
							id: 'i1-a1-r1',
							action: 'i1-a1',
							title: words('Realised'),
							doneOn: '2014-05',
							precision: 'month',
							state: 'done',
							evidence: [said],
							note: undefined,
						},
					],
				}),
				action('i1-a2', { owner, dueFirst: '2026-06-30', dueNow: '2027-06-30', reason: words('Moved') }),
			],
		},
		{
			id: 'i2',
			ordinal: 2,
			title: words('Initiative 2'),
			source: 'example',
			actions: [
				action('i2-a2', {
					budget: [{ line: 'Affiches', currency: 'MAD', minorUnits: 12_550, source: '' }],
					state: 'promised',
					region: 'MA-08',
					dueFirst: '2027-01-01',
					dueNow: '2027-01-01',
				}),
				action('i2-a3', { changedOn: '2026-01-01' }),
				action('i2-a4', {
					state: 'done',
					endedOn: '2026-09-01',
					dueFirst: '2026-08-01',
					evidence: [{ ...said, kind: 'law', reference: 'ma-law-07-03', isIndependent: true }],
				}),
			],
		},
		{
			id: 'i3',
			ordinal: 3,
			title: words('Initiative 3'),
			source: 'example',
			actions: [action('i3-a1', { state: 'dropped', reason: words('Dropped & <gone>') })],
		},
	],
	parties: [owner],
}

const figure = (more: Partial<PublishedFigure>): PublishedFigure => ({
	indicator: 'sessions-held',
	place: 'MA-TAT',
	period: '2026-Q4',
	value: 12,
	low: undefined,
	high: undefined,
	status: 'shown',
	n: undefined,
	method: 'sessions/1',
	publishedOn: '2026-11-28',
	errata: [],
	...more,
})
const key = { indicator: 'sessions-held', place: 'MA-TAT', period: '2026-Q4' }
const exact = (value: number) => ({ value, low: undefined, high: undefined, status: 'shown' }) as const
const none = { value: undefined, low: undefined, high: undefined }

export const sampleFigures: readonly PublishedFigure[] = [
	figure({ indicator: 'arrivals-by-code', value: 1199, low: 1139, high: 1259, method: 'arrivals/1' }),
	figure({
		indicator: 'arrivals-by-code',
		place: 'MA-ZAG',
		...none,
		status: 'too-few',
		method: 'arrivals/1',
	}),
	figure({
		indicator: 'arrivals-by-code',
		place: 'MA',
		value: -3.5,
		low: -63.5,
		high: 56.5,
		method: 'arrivals/1',
	}),
	figure({
		indicator: 'dosage-kept',
		place: 'MA-08',
		value: 0.625,
		n: 40,
		method: 'dosage/1',
		period: '2026/27',
	}),
	figure({ place: 'MA-ZAG', value: 4 }),
	figure({
		errata: [
			{
				...key,
				id: 'a0b5c0de-0000-4000-8000-000000000001',
				life: 1,
				was: exact(12),
				is: exact(11),
				reason: { ar: 'حصة سُجلت مرتين.', fr: '=Une séance <inscrite> deux fois.' },
				on: '2026-11-29',
				entry: 'a0b5c0de-0000-4000-8000-000000000002',
			},
		],
	}),
	figure({ period: '2026-Q3', value: 7 }),
]

export const sampleFrozen: Frozen = {
	version: 'abcdef012345',
	board: makeBoard(samplePlan, '2026-11-29'),
	published: {
		figures: sampleFigures,
		targets: [{ ...key, value: 20, agreedOn: '2026-09-01', before: [{ value: 30, agreedOn: '2026-01-01' }] }],
	},
	indicators,
	places: listPlaces(library.regions),
	events: [
		{
			id: 'safer-internet-day',
			name: { ar: 'يوم', fr: 'Journée', en: 'Day' },
			kind: 'awareness',
			rule: 'r',
			source: 's',
			seen: '2026-11-24',
			days: [
				{ from: '2027-02-09', confidence: 'likely' },
				{ from: '2026-12-01', to: '2026-12-10', confidence: 'sure' },
			],
		},
		{
			id: 'ramadan',
			name: { ar: 'رمضان', fr: 'Ramadan', en: 'Ramadan' },
			kind: 'lunar',
			rule: 'r',
			source: 's',
			seen: '2026-11-24',
			days: [],
		},
	],
	overdue: [],
	ledger: [
		{
			family: 'place',
			period: '2026-Q4',
			t: 20,
			moved: 1,
			epsilon: 0.05,
			cells: 77,
			born: '2026-10-01',
			ended: null,
			outcome: 'counting',
			hours: null,
			method: 'arrivals/1',
		},
	],
}
