/** Questions that every act on a referral of ours asks first: whose case it is, whether the partner may have it today, which number comes next. */
import { AppError } from '#base'
import { getLockedCase, getRelation, notAllowed, type Desk } from '#domains/cases/server'
import { may, type Person } from '#domains/people'
import { tlpLevels, type Partner, type Tlp } from '../../partners/index.ts'
import { findPartner } from '../../partners/server/index.ts'
import { findHindrances } from '../candidates.ts'
import { listWayKinds, type Ways } from '../outbox/server/way.ts'
import { mayGoOn, type Origin } from '../origin.ts'
import { toReferralReference } from '../referral.ts'
import type { ReferralDatabase, ReferralTransaction } from './referral-tables.ts'
import { getLockedReferral, type ReferralRow } from './step-store.ts'

/** The desk with the tables of referrals and the ways that are open. */
export type SendingDesk = Omit<Desk, 'db'> & {
	db: ReferralDatabase
	ways: Ways
	/** Today in the country, `2026-11-29`: agreements count by days. */
	today: string
}

export const refuseReferral = (code: string): AppError =>
	new AppError(code, 409, 'referring to a partner: a rule stands in the way')

/** The next number of a year; without a gap, as it is counted in the transaction that uses it. */
export const takeNumber = async (trx: ReferralTransaction, year: number): Promise<string> => {
	const { last } = await trx
		.insertInto('referral_number')
		.values({ year, last: 1 })
		.onConflict((conflict) =>
			conflict.column('year').doUpdateSet((set) => ({ last: set('referral_number.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow()
	return toReferralReference(year, last)
}

/** Facts that an agreement cares for. */
type Asked = { partner: string; tlp: Tlp; isPersonal: boolean }

/** The partner, if it may have this today. @throws AppError `referral.<hindrance>` */
export const getPartner = async (
	trx: ReferralTransaction,
	desk: SendingDesk,
	{ partner: id, tlp, isPersonal }: Asked,
): Promise<Partner> => {
	const partner = await findPartner(trx, id)
	if (!partner) throw refuseReferral('referral.not-active')
	const wanted = { tlp, isPersonal, today: desk.today, ways: listWayKinds(desk.ways) }
	const [hindrance] = findHindrances(partner, wanted)
	if (hindrance) throw refuseReferral(`referral.${hindrance}`)
	return partner
}

/** Markings of the referrals that a case comes from. */
export const listOrigins = (
	db: Pick<ReferralTransaction, 'selectFrom'>,
	of: string | null,
): Promise<Origin[]> =>
	db
		.selectFrom('referral')
		.select(['tlp', 'pap'])
		.where('case_id', '=', of)
		.where('direction', '=', 'in')
		.execute()

/** Markings of what a case comes from, which what is referred on keeps. @throws AppError `referral.origin` */
export const checkOrigins = async (
	trx: ReferralTransaction,
	{ case: of, tlp }: { case: string; tlp: Tlp },
): Promise<Origin[]> => {
	const origins = await listOrigins(trx, of)
	if (!mayGoOn(tlp, origins)) throw refuseReferral('referral.origin')
	return origins
}

/** The case, which this person works on. @throws AppError `case.not-found`, `case.not-allowed` */
export const checkOwnCase = async (trx: ReferralTransaction, id: string, person: Person): Promise<void> => {
	const found = await getLockedCase(trx, id)
	if (!may(person, 'write', 'referral', getRelation(found, person))) throw notAllowed('referring a case')
}

/** A referral of this case that this person has drafted. @throws AppError `referral.not-found`, `case.not-allowed` */
export const getOwnDraft = async (
	trx: ReferralTransaction,
	{ id, case: of }: { id: string; case: string },
	person: Person,
): Promise<ReferralRow> => {
	await checkOwnCase(trx, of, person)
	const found = await getLockedReferral(trx, id)
	if (found.case_id !== of || found.by !== person.id) throw notAllowed('referring a case')
	return found
}

/** A referral of this case, for who works on the case. @throws AppError `referral.not-found`, `case.not-allowed` */
export const getReferralOfCase = async (
	trx: ReferralTransaction,
	{ id, case: of }: { id: string; case: string },
	person: Person,
): Promise<ReferralRow> => {
	await checkOwnCase(trx, of, person)
	const found = await getLockedReferral(trx, id)
	if (found.case_id !== of) throw notAllowed('referring a case')
	return found
}

/** The partner of a referral, if it may still have it today. @throws AppError `referral.<hindrance>`, `referral.origin` */
export const getPartnerOf = async (
	trx: ReferralTransaction,
	desk: SendingDesk,
	{ partner, tlp: marked, subject, case_id: of }: ReferralRow,
): Promise<Partner> => {
	const tlp = tlpLevels.find((level) => level === marked) ?? 'red'
	// A case may have been joined with one that a partner has marked since two persons agreed.
	if (of !== null) await checkOrigins(trx, { case: of, tlp })
	return getPartner(trx, desk, { partner, tlp, isPersonal: subject === 'account' })
}
