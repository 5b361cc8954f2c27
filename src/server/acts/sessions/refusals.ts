/** Refusals that pages of sessions have words for. */
export const sessionRefusals = [
	'session.not-allowed',
	'session.not-found',
	'session.changed',
	'session.late',
	'session.action',
	'session.tally-other',
	'entry.form',
	'entry.sealed',
	'entry.place',
	'entry.day',
	'entry.gap',
] as const
