import { readIndicatorDesk, type Batch } from '#domains/exchange/indicators/proposals/server'
import { listPartners } from '#domains/exchange/partners/server'
import { isSecondPerson, may, type Person } from '#domains/people'
import { deskActs } from '#server/acts/desk-acts'
import { getColleagues } from '#server/desk/case-desk'
import { findSecondFrom } from '#server/desk/second'
import { requireMay } from '#server/desk/session'
import { getDatabase } from '#server/process/database'
import type { PageServerLoad } from './$types'

type Next = 'decide' | 'publish' | 'ask-again' | 'wait'

/** Finds what somebody can do about a batch now. */
const findNext = ({ approval, proposedBy }: Batch, person: Person, isSecond: boolean): Next => {
	const isMine = proposedBy === person.id
	if (!approval) return isMine ? 'ask-again' : 'wait'
	if (approval.state === 'granted') return may(person, 'write', 'indicator') ? 'publish' : 'wait'
	const mayDecide = isSecond && isSecondPerson('publish-indicator', { id: approval.askedBy }, person, 'unit')
	return mayDecide ? 'decide' : 'wait'
}

/** Lists what partners block by: what waits for a second person, what is offered, what ends, what was withdrawn. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'indicator')
	const db = getDatabase().kysely
	const people = await getColleagues(event.url)
	const secondFrom = await findSecondFrom(event.url, staff.id)
	const partners = new Map((await listPartners(db)).map(({ id, names }) => [id, names.fr]))
	const { batches, offers, reports, faults, ...rest } = await readIndicatorDesk(db, new Date())
	return {
		...rest,
		secondFrom,
		mayWrite: may(staff, 'write', 'indicator'),
		batches: batches.map((batch) => ({
			id: batch.id,
			indicators: batch.indicators,
			asker: people.get(batch.proposedBy)?.name ?? '–',
			digest: batch.approval?.digest,
			next: findNext(batch, staff, secondFrom === undefined),
		})),
		offers: {
			isCut: offers.isCut,
			shown: offers.shown.map((offer) => ({ ...offer, partner: partners.get(offer.owner) ?? '–' })),
		},
		reports: {
			isCut: reports.isCut,
			shown: reports.shown.map((one) => ({ ...one, partner: partners.get(one.partner) ?? '–' })),
		},
		faults: faults.map((one) => ({
			...one,
			partnerId: one.partner,
			partner: partners.get(one.partner) ?? '–',
		})),
	}
}

export const actions = deskActs['/desk/indicators']
