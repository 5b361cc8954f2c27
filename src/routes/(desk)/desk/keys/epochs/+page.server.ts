import {
	findRotationReason,
	getServiceEnd,
	isEndable,
	planEpoch,
	planIndex,
	planNextEpoch,
} from '#domains/people/keys'
import {
	findCeremony,
	findErasure,
	findHolderList,
	listGroupKeys,
	listRequests,
	type StoredKey,
} from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { requireMay } from '#server/desk/session'
import { findSecondFrom } from '#server/desk/second'
import { listEntitled } from '#server/desk/key-holders'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Why a new epoch is due, as the desk tells it everywhere, and besides whether somebody who holds one has left. */
const findDue = (stored: readonly StoredKey[], entitled: readonly string[], now: Date) => {
	const epochs = stored.filter(({ key }) => key.kind === 'epoch')
	const [current, next] = (['current', 'next'] as const).map((wanted) =>
		epochs.find(({ state }) => state === wanted),
	)
	const holders = [...(current?.holders ?? []), ...(next?.holders ?? [])]
	const reason = findRotationReason(current?.span, { hasNext: next !== undefined, holders, entitled, now })
	return reason && { reason, day: current && getServiceEnd(current.span, reason) }
}

/** The newest epoch that the root has signed, with the list of those for whom it was made. */
const findLast = async (dataDir: string, stored: readonly StoredKey[]) => {
	const last = stored.find(({ key, note }) => key.kind === 'epoch' && note !== undefined)
	if (last?.note === undefined) return undefined
	return { id: last.key.id, note: last.note, list: await findHolderList(dataDir, last.key.id) }
}

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'wrap', 'epoch')
	const { dataDir } = readConfig()
	const { entitled, holders, nameOf } = await listEntitled(event.url)
	const now = new Date()
	const stored = await listGroupKeys(dataDir)
	const ids = stored.map(({ span }) => span.id)
	const keys = stored.map(async ({ key, span, state, holders: held }) => ({
		key,
		span,
		state,
		holders: held.map(nameOf),
		isMine: held.includes(staff.id),
		mayEnd: isEndable({ span, state }, now),
		receivers: holders.filter(({ id }) => !held.includes(id)),
		certificate: await findErasure(dataDir, span.id),
	}))
	const requests = (await listRequests(dataDir)).map((request) => ({
		...request,
		asker: nameOf(request.askedBy),
		receiverName: request.receiver === '' ? '' : nameOf(request.receiver),
	}))
	return {
		ceremony: await findCeremony(dataDir),
		last: await findLast(dataDir, stored),
		keys: await Promise.all(keys),
		requests,
		holders,
		without: entitled.filter(({ recipient }) => !recipient).map(({ name }) => name),
		secondFrom: await findSecondFrom(event.url, staff.id),
		due: findDue(
			stored,
			entitled.map(({ id }) => id),
			now,
		),
		plans: { next: planNextEpoch(ids, now), today: planEpoch(ids, now), index: planIndex(ids, now) },
	}
}

export const actions = deskActs['/desk/keys/epochs']
