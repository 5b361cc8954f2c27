import { caseRefusals } from '../case/refusals.ts'

/** Refusals that pages about referrals have words for. */
export const referralRefusals = [
	...caseRefusals,
	'referral.not-found',
	'referral.no-move',
	'referral.banned',
	'referral.too-long',
	'referral.changed',
	'referral.no-key',
	'referral.not-active',
	'referral.no-agreement',
	'referral.no-flow',
	'referral.tlp',
	'referral.origin',
	'referral.personal',
	'referral.no-channel',
	'referral.no-xarf',
	'referral.lookup-off',
] as const
