/**
 * Codes of an authenticator app (RFC 6238: SHA-1, six digits, 30 seconds). A secret can be shown while its form is open; once
 * kept, it is sealed otherwise and no function gives it out, to its owner either.
 */
import { minute } from '#base'
import { randomUUID } from 'node:crypto'
import { createOTP } from '@better-auth/utils/otp'
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'

const period = 30_000

/** Time that a form with a new secret can be sent, in milliseconds. */
const formAge = 30 * minute

type Holder = { id: string; name: string }

export type NewSecret = {
	/** Address that the app reads from a QR code. */
	uri: string
	/** The same to type by hand: base32. */
	typed: string
	/** The secret as it may stand in a form: sealed, bound to its person and to the next half hour. */
	sealed: string
}

type Sealed = { use: 'form' | 'kept'; personId: string; own: string; until: number }

const seal = (secret: string, sealed: Sealed): Promise<string> =>
	symmetricEncrypt({ key: secret, data: JSON.stringify(sealed) })

const open = async (
	secret: string,
	text: string,
	{ use, personId, now }: Pick<Sealed, 'use' | 'personId'> & { now: Date },
): Promise<string | undefined> => {
	try {
		const sealed = JSON.parse(await symmetricDecrypt({ key: secret, data: text })) as Sealed
		const isOurs = sealed.use === use && sealed.personId === personId
		return isOurs && sealed.until >= now.getTime() ? sealed.own : undefined
	} catch {
		return undefined
	}
}

const show = async (secret: string, person: Holder, own: string, now: Date): Promise<NewSecret> => {
	const uri = createOTP(own).url('Thiqa', person.name)
	const sealed = await seal(secret, { use: 'form', personId: person.id, own, until: now.getTime() + formAge })
	return { uri, typed: new URL(uri).searchParams.get('secret') ?? '', sealed }
}

/** Makes a secret for the form of a person. `name` is what the app shows. */
export const makeTotpSecret = (secret: string, person: Holder, now: Date): Promise<NewSecret> =>
	show(secret, person, generateRandomString(32), now)

/** The same secret for a form that comes back, because an app may hold it already; a new one when it is over. */
export const keepTotpSecret = async (
	secret: string,
	person: Holder,
	sealed: string,
	now: Date,
): Promise<NewSecret> => {
	const own = await open(secret, sealed, { use: 'form', personId: person.id, now })
	return own === undefined ? makeTotpSecret(secret, person, now) : show(secret, person, own, now)
}

const findStep = async (
	own: string,
	{ code, lastStep, now }: { code: string; lastStep: number; now: Date },
): Promise<number | undefined> => {
	const digits = code.normalize('NFKC').replace(/\s/gu, '')
	if (!/^\d{6}$/u.test(digits)) return undefined
	const current = Math.floor(now.getTime() / period)
	const steps = [current, current - 1, current + 1]
	// All of them, whichever is right: how long it takes says nothing about a code.
	const codes = await Promise.all(steps.map((step) => createOTP(own).hotp(step)))
	return steps.find((step, at) => step > lastStep && codes[at] === digits)
}

/** A code typed into the form of a new secret: what to keep, when the code is right and the form is this person's. */
export const proveTotpSecret = async (
	secret: string,
	{ personId, sealed, code }: { personId: string; sealed: string; code: string },
	now: Date,
): Promise<{ kept: string; step: number } | undefined> => {
	const own = await open(secret, sealed, { use: 'form', personId, now })
	const step = own === undefined ? undefined : await findStep(own, { code, lastStep: 0, now })
	if (own === undefined || step === undefined) return undefined
	const kept = await seal(secret, { use: 'kept', personId, own, until: Number.MAX_SAFE_INTEGER })
	return { kept, step }
}

const nobody = randomUUID()
let nobodys: { of: string; kept: Promise<string> } | undefined

/** A kept secret that belongs to no account: what is checked when there is none takes as long as with one. */
export const getNobodysSecret = async (secret: string): Promise<{ id: string; secret: string }> => {
	if (nobodys?.of !== secret) {
		const own = generateRandomString(32)
		const sealed = { use: 'kept', personId: nobody, own, until: Number.MAX_SAFE_INTEGER } as const
		nobodys = { of: secret, kept: seal(secret, sealed) }
	}
	return { id: nobody, secret: await nobodys.kept }
}

/**
 * The step of time whose code this is, one step early or late included; `undefined` when it is none of them or the kept
 * secret is another person's. A step that is not after `lastStep` was used before and does not count.
 */
export const findTotpStep = async (
	secret: string,
	{ personId, sealed, code, lastStep }: { personId: string; sealed: string; code: string; lastStep: number },
	now: Date,
): Promise<number | undefined> => {
	const own = await open(secret, sealed, { use: 'kept', personId, now })
	return own === undefined ? undefined : findStep(own, { code, lastStep, now })
}
