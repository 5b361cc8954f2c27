/** Referrals that a case comes from: what their partners have marked is the ceiling of whatever is referred on from it. */
import { isWithinMarks, type Pap, type Tlp } from '../partners/index.ts'

/** The markings that a referral came with. */
export type Origin = { tlp: string; pap: string }

/** True when a referral is marked as strictly as what it comes from. */
export const mayGoOn = (tlp: Tlp, origins: readonly Pick<Origin, 'tlp'>[]): boolean =>
	isWithinMarks(
		tlp,
		origins.map((origin) => origin.tlp),
	)

/** How openly a partner may act on a referral: as we were allowed to ourselves, and never more openly than `amber`. */
export const toPap = (origins: readonly Pick<Origin, 'pap'>[]): Pap =>
	origins.some(({ pap }) => pap === 'red') ? 'red' : 'amber'
