/** Refusals that pages of the plan have words for. */
export const planRefusals = [
	'programme.not-found',
	'programme.not-allowed',
	'programme.settled',
	'programme.changed',
	'programme.words',
	'programme.nothing',
	'programme.unknown',
	'programme.party-known',
	'programme.no-file',
	'programme.file-changed',
	'approval.missing',
	'approval.asked',
	'approval.same-person',
] as const
