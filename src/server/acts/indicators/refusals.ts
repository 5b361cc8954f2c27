/** Refusals that the page of indicators has words for. */
export const indicatorRefusals = [
	'indicator.audience',
	'indicator.gone',
	'indicator.needed',
	'indicator.ending',
	'approval.missing',
	'approval.asked',
	'approval.same-person',
] as const
