import { ok, refused, type Result } from '#base'
import { findPassphraseIssue, type PassphraseIssue } from '../../passphrase.ts'
import { findInvited, useInvitation } from '../accounts/invitation-store.ts'
import type { People } from '../people.ts'
import { endSessions } from '../sessions/session-store.ts'
import { createStaffAuth } from '../sessions/staff-auth.ts'
import { forgetFailures, toCodeBucket } from './attempt-store.ts'
import { hashPassphrase } from './hashing.ts'
import { proveTotpSecret } from './totp.ts'
import { clearWaysIn, setPassphrase } from './ways-store.ts'

/** Fields of the form for a passphrase and an app. */
export type NewPassphrase = { passphrase: string; again: string; sealed: string; code: string }

type Checked = { hash: string; sealed: string; step: number }

/** Faults of a new passphrase and app; `invitation`: it is over. */
export type EnrolRefusal = PassphraseIssue | 'different' | 'code' | 'invitation'

const check = async (
	{ secret }: Pick<People, 'secret'>,
	person: { id: string; name: string },
	{ passphrase, again, sealed, code }: NewPassphrase,
	now: Date,
): Promise<Result<Checked, EnrolRefusal>> => {
	const issue = findPassphraseIssue(passphrase, person.name)
	if (issue) return refused(issue)
	if (passphrase !== again) return refused('different')
	const proved = await proveTotpSecret(secret, { personId: person.id, sealed, code }, now)
	if (!proved) return refused('code')
	return ok({ hash: await hashPassphrase(passphrase), sealed: proved.kept, step: proved.step })
}

/**
 * Uses an invitation up and gives its person a passphrase and an app, in place of all ways in there were: all of it or nothing, so that
 * whoever is interrupted can try again. Answer: the person's id, or what is wrong.
 */
export const enrolWithPassphrase = async (
	people: Pick<People, 'db' | 'secret'>,
	token: string,
	given: NewPassphrase,
	now: Date,
): Promise<Result<string, EnrolRefusal>> => {
	const invited = await findInvited(people.db, token, now)
	if (!invited) return refused('invitation')
	const checked = await check(people, invited, given, now)
	if (!checked.ok) return checked
	const isUsed = await people.db.transaction().execute(async (trx) => {
		if (!(await useInvitation(trx, token, now))) return false
		await clearWaysIn(trx, invited.id)
		await setPassphrase(trx, invited.id, checked.value, now)
		await forgetFailures(trx, toCodeBucket(people.secret, invited.id))
		return true
	})
	return isUsed ? ok(invited.id) : refused('invitation')
}

/** Undoes what the library has written before it refused. */
class Undone extends Error {
	readonly answer: Response
	constructor(answer: Response) {
		super('the passkey was refused')
		this.answer = answer
	}
}

/**
 * Uses an invitation up and gives its person the passkey that `request` brings, in place of all ways in there were, and the session it
 * asks for: all of it or nothing, as with a passphrase. Answer: the library's.
 */
export const enrolWithPasskey = async (
	{ db, origin, secret }: Pick<People, 'db' | 'origin' | 'secret'>,
	request: Request,
	now: () => Date,
): Promise<Response> => {
	// Read before the transaction begins: whoever sends slowly must hold nobody up.
	const { url, method, headers } = request
	const whole = new Request(url, { method, headers, body: await request.arrayBuffer() })
	try {
		return await db.transaction().execute(async (trx) => {
			const answer = await createStaffAuth({ db: trx, origin, secret, now }).handler(whole)
			if (!answer.ok) throw new Undone(answer)
			return answer
		})
	} catch (problem) {
		if (problem instanceof Undone) return problem.answer
		throw problem
	}
}

/**
 * Gives a signed-in person another passphrase and app, and ends their other sessions: who changes a passphrase may have been
 * overlooked. The caller has made sure that the session is fresh.
 */
export const renewPassphrase = async (
	people: Pick<People, 'db' | 'secret'>,
	person: { id: string; name: string; sessionId: string },
	given: NewPassphrase,
	now: Date,
): Promise<Result<string, EnrolRefusal>> => {
	const checked = await check(people, person, given, now)
	if (!checked.ok) return checked
	await people.db.transaction().execute(async (trx) => {
		await setPassphrase(trx, person.id, checked.value, now)
		await forgetFailures(trx, toCodeBucket(people.secret, person.id))
		await endSessions(trx, person.id, person.sessionId)
	})
	return ok(person.id)
}
