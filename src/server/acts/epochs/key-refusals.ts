/** Refusals that the page of keys has words for. */
export const keyRefusals = [
	'keys.second-person',
	'keys.asked',
	'keys.state',
	'keys.taken',
	'keys.unknown',
	'keys.note',
	'keys.no-holder',
	'keys.demonstration',
	'clock.not-trusted',
] as const
