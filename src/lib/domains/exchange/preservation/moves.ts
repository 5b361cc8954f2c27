/** States of a preservation request and what moves it, as data. Only an authority makes a request of what the hotline has drafted. */

export const preservationStates = [
	'draft',
	'authority-review',
	'transmitted',
	'acknowledged',
	'preserved',
	'extended',
	'mla-filed',
	'disclosed',
	'lapsed',
	'refused',
	'withdrawn',
] as const
export type PreservationState = (typeof preservationStates)[number]

export const preservationEvents = [
	'ask-review',
	'return',
	'transmit',
	'acknowledge',
	'preserve',
	'extend',
	'file',
	'disclose',
	'refuse',
	'withdraw',
	'lapse',
] as const
export type PreservationEvent = (typeof preservationEvents)[number]

/** `hotline` drafts, `authority` transmits and answers for it; `either` notes what the other side has said; `clock` is nobody. */
type By = 'hotline' | 'authority' | 'either' | 'clock'

type Move = Readonly<{ event: PreservationEvent; from: PreservationState; to: PreservationState; by: By }>

const sent = ['transmitted', 'acknowledged', 'preserved', 'extended', 'mla-filed'] as const

type Rows = Readonly<{
	event: PreservationEvent
	by: By
	from: readonly PreservationState[]
	to: PreservationState
}>

const rows: readonly Rows[] = [
	{ event: 'ask-review', by: 'hotline', from: ['draft'], to: 'authority-review' },
	{ event: 'return', by: 'authority', from: ['authority-review'], to: 'draft' },
	{ event: 'transmit', by: 'authority', from: ['authority-review'], to: 'transmitted' },
	{ event: 'acknowledge', by: 'either', from: ['transmitted'], to: 'acknowledged' },
	{ event: 'preserve', by: 'either', from: ['transmitted', 'acknowledged'], to: 'preserved' },
	{ event: 'extend', by: 'authority', from: ['preserved', 'extended'], to: 'extended' },
	// Assistance was asked for; a clock that goes on all the same can still be renewed.
	{ event: 'extend', by: 'authority', from: ['mla-filed'], to: 'mla-filed' },
	{ event: 'file', by: 'authority', from: ['preserved', 'extended'], to: 'mla-filed' },
	{
		event: 'disclose',
		by: 'either',
		to: 'disclosed',
		from: ['acknowledged', 'preserved', 'extended', 'mla-filed'],
	},
	{ event: 'refuse', by: 'either', from: sent, to: 'refused' },
	{ event: 'withdraw', by: 'hotline', from: ['draft', 'authority-review'], to: 'withdrawn' },
	{ event: 'withdraw', by: 'authority', from: sent, to: 'withdrawn' },
	{ event: 'lapse', by: 'clock', from: sent, to: 'lapsed' },
]

const moves: readonly Move[] = rows.flatMap(({ from, ...move }) =>
	from.map((one) => ({ ...move, from: one })),
)

/** The move that an event makes in a state; `undefined` where it makes none. */
export const findPreservationMove = (
	from: PreservationState,
	event: PreservationEvent,
): Pick<Move, 'to' | 'by'> | undefined => moves.find((move) => move.from === from && move.event === event)

/** True before an authority has made it a request: every print of it says so. */
export const isOnlyDraft = (state: PreservationState): boolean =>
	state === 'draft' || state === 'authority-review'

/** True when nothing moves it any more. */
export const isRequestOver = (state: PreservationState): boolean => moves.every(({ from }) => from !== state)

/** Events that a person may bring about in a state; `as`: what they are in this request. */
export const listPreservationEvents = (
	from: PreservationState,
	as: { isHotline: boolean; isAuthority: boolean },
): PreservationEvent[] =>
	moves
		.filter((move) => move.from === from)
		.filter(
			({ by }) =>
				(by === 'hotline' && as.isHotline) ||
				(by === 'authority' && as.isAuthority) ||
				(by === 'either' && (as.isHotline || as.isAuthority)),
		)
		.map(({ event }) => event)
