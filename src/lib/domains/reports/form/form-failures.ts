/** Reasons why a report could not be taken, as the page shows them; what was written stays where it was each time. */
export const failures = [
	'seal',
	'key',
	'closed',
	'network',
	'busy',
	'early',
	'late',
	'used',
	'long',
	'empty',
	'form',
] as const
export type Failure = (typeof failures)[number]

const ofCode: Readonly<Record<string, Failure>> = {
	'report.too-long': 'long',
	'sealed.too-long': 'long',
	'report.empty': 'empty',
}

/** The sentence for what the rules found wrong with the answers. */
export const toFailure = (issues: readonly { message: string }[]): Failure =>
	ofCode[issues[0]?.message ?? ''] ?? 'form'
