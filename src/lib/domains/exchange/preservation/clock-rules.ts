/**
 * Clocks of a preservation request as data: so many days from an event, renewed so often, and what their end means. Where each is written
 * stands beside it, with how well it bears (`sure`, `likely`, `ours`): periods come from treaties and laws and are checked by a jurist.
 */
import type { PreservationEvent } from './moves.ts'

/** Rules that a request can be made under. */
export const preservationInstruments = [
	'budapest-29',
	'budapest-16',
	'us-2703f',
	'eu-epoc-pr',
	'2ap-7',
	'2ap-8-subscriber',
	'2ap-8-traffic',
] as const
export type PreservationInstrument = (typeof preservationInstruments)[number]

export const clockRuleIds = [
	'B16',
	'B29.7',
	'US2703f',
	'EPOC-PR',
	'2AP7',
	'2AP8-serve',
	'2AP8-subscriber',
	'2AP8-traffic',
	'mla-draft',
] as const
export type ClockRuleId = (typeof clockRuleIds)[number]

export type ClockRule = {
	id: ClockRuleId
	instruments: readonly PreservationInstrument[]
	/** The event whose day it runs from. */
	from: PreservationEvent
	/** Civil days; `half` is half of the days of the clock that keeps the data, rounded down. */
	days: number | 'half'
	/** Days that a renewal adds to its end, and how often: `undefined` where the text names no end of it. */
	renewal: { days: number; times: number | undefined } | undefined
	/** Events that end it in time. */
	endedBy: readonly PreservationEvent[]
	/** At its end the data may be gone (`lapse`), or something was due (`remind`). */
	onExpiry: 'lapse' | 'remind'
	source: string
	confidence: 'sure' | 'likely' | 'ours'
}

const standard = { renewal: undefined, endedBy: [], onExpiry: 'remind', confidence: 'likely' } as const
const secondProtocol = 'https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=224'
const budapest = 'https://www.coe.int/en/web/conventions/full-list?module=treaty-detail&treatynum=185'

export const clockRules: readonly ClockRule[] = [
	{
		...standard,
		id: 'B16',
		instruments: ['budapest-16'],
		from: 'preserve',
		days: 90,
		// "A maximum of 90 days … may provide for such an order to be subsequently renewed": the text names no number.
		renewal: { days: 90, times: undefined },
		endedBy: ['disclose'],
		onExpiry: 'lapse',
		source: budapest,
	},
	{
		...standard,
		id: 'B29.7',
		instruments: ['budapest-29'],
		from: 'preserve',
		days: 60,
		// At least 60 days; what is added is for the other side to say. Once the request for assistance has come, until it is decided on.
		renewal: { days: 60, times: undefined },
		endedBy: ['file', 'disclose'],
		onExpiry: 'lapse',
		source: budapest,
	},
	{
		...standard,
		id: 'US2703f',
		instruments: ['us-2703f'],
		// From the request, not from the answer: the earlier end is the safe one.
		from: 'transmit',
		days: 90,
		renewal: { days: 90, times: 1 },
		endedBy: ['disclose'],
		onExpiry: 'lapse',
		source: 'https://www.law.cornell.edu/uscode/text/18/2703',
		confidence: 'sure',
	},
	{
		...standard,
		id: 'EPOC-PR',
		instruments: ['eu-epoc-pr'],
		from: 'preserve',
		days: 60,
		renewal: { days: 30, times: 1 },
		endedBy: ['file', 'disclose'],
		onExpiry: 'lapse',
		source: 'https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=CELEX:32023R1543',
		confidence: 'sure',
	},
	{
		...standard,
		id: '2AP7',
		instruments: ['2ap-7'],
		from: 'transmit',
		days: 30,
		endedBy: ['disclose'],
		source: secondProtocol,
	},
	{
		...standard,
		id: '2AP8-serve',
		instruments: ['2ap-8-subscriber', '2ap-8-traffic'],
		from: 'transmit',
		days: 45,
		endedBy: ['acknowledge', 'disclose'],
		source: secondProtocol,
	},
	{
		...standard,
		id: '2AP8-subscriber',
		instruments: ['2ap-8-subscriber'],
		from: 'acknowledge',
		days: 20,
		endedBy: ['disclose'],
		source: secondProtocol,
	},
	{
		...standard,
		id: '2AP8-traffic',
		instruments: ['2ap-8-traffic'],
		from: 'acknowledge',
		days: 45,
		endedBy: ['disclose'],
		source: secondProtocol,
	},
	...(
		[
			['preserve', ['budapest-29', 'eu-epoc-pr']],
			['transmit', ['us-2703f']],
		] as const
	).map(([from, instruments]) => ({
		...standard,
		id: 'mla-draft' as const,
		instruments,
		// From where the clock runs that keeps the data.
		from,
		days: 'half' as const,
		endedBy: ['file', 'disclose'] as const,
		source: 'docs/decisions/080-who-asks-for-data-to-be-kept.md',
		confidence: 'ours' as const,
	})),
]

/** The rule of a clock: where two instruments start it at different events, the rest is the same. */
export const getClockRule = (id: ClockRuleId): ClockRule => {
	const found = clockRules.find((rule) => rule.id === id)
	if (!found) throw new Error(`clocks: there is no rule ${id}`)
	return found
}

/** Hours within which the other side should have acknowledged what was transmitted. */
export const acknowledgeWithin = { urgent: 1, normal: 24 } as const
export type PreservationUrgency = keyof typeof acknowledgeWithin
