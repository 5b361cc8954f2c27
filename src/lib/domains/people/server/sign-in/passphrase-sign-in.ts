import { toNameKey } from '../accounts/person-store.ts'
import type { PeopleQueries } from '../people-tables.ts'
import {
	findCodeWait,
	forgetFailures,
	noteWrongCode,
	takeAttempt,
	toBucket,
	toCodeBucket,
} from './attempt-store.ts'
import { makeDeviceMark, readDeviceMark } from './device-mark.ts'
import { isPassphrase } from './hashing.ts'
import { findTotpStep, getNobodysSecret } from './totp.ts'

export type Credentials = { name: string; passphrase: string; code: string; deviceMark: string | undefined }

export type SignInAnswer =
	| { ok: true; personId: string; deviceMark: string }
	/** `wait`: milliseconds until the next attempt is looked at; 0 when this one was looked at and is wrong. An hour: codes were tried. */
	| { ok: false; wait: number }

const longestName = 200

const findAccount = (db: PeopleQueries, nameKey: string) =>
	db
		.selectFrom('staff_user')
		.innerJoin('staff_account', 'staff_account.user_id', 'staff_user.id')
		.innerJoin('staff_two_factor', 'staff_two_factor.user_id', 'staff_user.id')
		.where('name_key', '=', nameKey)
		.where('disabled', '=', false)
		.select(['staff_user.id', 'password', 'secret', 'last_step'])
		.executeTakeFirst()

/** Stand-in account for a name that nobody has. */
const getNobody = async (secret: string) => ({ ...(await getNobodysSecret(secret)), last_step: 0 })

/** Uses a code up. Answer: whether no other request was quicker with the same one. */
const useStep = async (db: PeopleQueries, personId: string, step: number): Promise<boolean> => {
	const used = await db
		.updateTable('staff_two_factor')
		.set({ last_step: step })
		.where('user_id', '=', personId)
		.where('last_step', '<', step)
		.returning('user_id')
		.executeTakeFirst()
	return used !== undefined
}

/**
 * Checks name, passphrase and code together. A wrong name, a wrong passphrase, a wrong or used code and a closed account
 * are one and the same answer, after the same work. Only whoever knows the passphrase is told that no code is looked at for now.
 */
export const signInWithPassphrase = async (
	db: PeopleQueries,
	secret: string,
	{ name, passphrase, code, deviceMark }: Credentials,
	now: Date,
): Promise<SignInAnswer> => {
	const nameKey = toNameKey(name.slice(0, longestName))
	const device = readDeviceMark(secret, nameKey, deviceMark)
	const bucket = toBucket(secret, nameKey, device)
	const wait = await takeAttempt(db, bucket, now)
	if (wait > 0) return { ok: false, wait }
	const account = await findAccount(db, nameKey)
	const isRight = await isPassphrase(passphrase, account?.password)
	const { id: personId, secret: sealed, last_step: lastStep } = account ?? (await getNobody(secret))
	const step = await findTotpStep(secret, { personId, sealed, code, lastStep }, now)
	const codes = toCodeBucket(secret, personId, device)
	const rest = await findCodeWait(db, codes, now)
	if (!account || !isRight) return { ok: false, wait: 0 }
	if (rest > 0) return { ok: false, wait: rest }
	if (step === undefined || !(await useStep(db, personId, step))) {
		await noteWrongCode(db, codes, now)
		return { ok: false, wait: 0 }
	}
	for (const over of [bucket, codes]) await forgetFailures(db, over)
	return { ok: true, personId, deviceMark: makeDeviceMark(secret, nameKey) }
}
