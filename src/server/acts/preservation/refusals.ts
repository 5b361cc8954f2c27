/** Refusals that pages of preservation requests have words for. */
export const preservationRefusals = [
	'preservation.not-found',
	'preservation.not-allowed',
	'preservation.no-move',
	'preservation.changed',
	'preservation.not-sealed',
	'preservation.readers',
	'preservation.authority',
	'preservation.case',
	'preservation.agreement',
	'preservation.day',
	'preservation.no-renewal',
	'preservation.person',
] as const
