/** The end of an epoch and what it waits for, for its page and for acts that end it. */
import { AppError } from '#base'
import { planEpochEnd } from '#domains/retention'
import { endEpoch, hasUnfiled, listEpochCases } from '#domains/retention/server'
import type { Person } from '#domains/people'
import { isQuiet } from '#domains/people/keys'
import { destroyGroupKey, getGroupKey, type StoredKey } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getDeskRules } from '#server/process/desk-rules'
import { getDesk } from './case-desk.ts'

/** True for an epoch that is over, once nothing sealed to it can be on its way. One that was never published has no such way. */
export const isOver = ({ key, span, state, note }: StoredKey): boolean =>
	key.kind === 'epoch' && state === 'past' && (note === undefined || isQuiet(span, new Date()))

/** An epoch that is over, as its end names it. @throws AppError `epoch.needed` for any other key */
export const getEnded = async (id: string) => {
	const stored = await getGroupKey(readConfig().dataDir, id)
	const { key, span } = stored
	if (key.kind !== 'epoch' || !isOver(stored))
		throw new AppError('epoch.needed', 409, 'ending an epoch: it is none, or not over')
	return { epoch: id, recipient: key.recipient, begins: span.begins, ends: span.ends }
}

/** Finds the cases that need it still. `unfiled`: reports or letters of it are still on their way to a case. */
export const getPlan = async (id: string) => {
	const desk = getDesk()
	const plan = planEpochEnd(await listEpochCases(desk.db, id, getDeskRules().schedule), desk.now())
	const isUnfiled = plan.state === 'ready' && (await hasUnfiled(desk, id))
	return isUnfiled ? ({ state: 'unfiled' } as const) : plan
}

/**
 * Destroys the key of an epoch that is over, with the agreement that this person was given.
 * @throws AppError `approval.missing`, `epoch.needed`
 */
export const destroyEnded = async (
	ended: Awaited<ReturnType<typeof getEnded>>,
	approval: string,
	staff: Person,
): Promise<void> => {
	const asked = { ended, approval, schedule: getDeskRules().schedule }
	const { dataDir } = readConfig()
	await endEpoch(getDesk(), asked, staff, (people) =>
		destroyGroupKey(dataDir, ended.epoch, people, new Date()),
	)
}
