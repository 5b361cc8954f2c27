import { ok, refused, type Result } from '#base'
import { readPublicJwk, unsealPayload, verifyPayload } from '#tools/channels/sealed-payload'
import { isKeyGood, type Partner } from '../../partners/index.ts'
import { findPartner, findPartnerKey, listKeyNames } from '../../partners/server/index.ts'
import { parseEnvelope, type Envelope } from '../envelope.ts'
import type { MessageQueries } from './message-tables.ts'
import type { OwnKeys } from '../keys/server/index.ts'

/** A message that was opened: the text that was signed, and what it says or why that is not taken. */
export type ReadMessage = { signed: string } & ({ envelope: Envelope } | { why: string })

type Reader = { db: MessageQueries; keys: Pick<OwnKeys, 'findSeal'>; now: () => Date }

/** The public half of a key with which a partner signs, when it counts now. */
export const findSigningKey = async (
	{ db, now }: Pick<Reader, 'db' | 'now'>,
	kid: string,
	partner?: string,
): Promise<{ key: CryptoKey; partner: string } | undefined> => {
	const found = await findPartnerKey(db, { use: 'sign', kid })
	if (!found || !isKeyGood(found, now())) return undefined
	if (partner !== undefined && found.partner !== partner) return undefined
	const key = await readPublicJwk(found.public, 'Ed25519')
	return key && { key, partner: found.partner }
}

/** A partner by the key that it signs with, when that counts now. */
export const findSender = async (
	reader: Pick<Reader, 'db' | 'now'>,
	kid: string,
): Promise<{ key: CryptoKey; partner: Partner } | undefined> => {
	const found = await findSigningKey(reader, kid)
	const partner = found && (await findPartner(reader.db, found.partner))
	return partner && { key: found.key, partner }
}

/** Milliseconds for which the names of partners' keys are not asked again. */
const namesFor = 10_000

/**
 * Tells names of keys of partners from others without a question to the database for each. Says nothing of whether a key counts, and a new one
 * may be taken for a stranger's for a while.
 */
export const createKeyNames = (db: MessageQueries): ((kid: string) => Promise<boolean>) => {
	let known: { names: Promise<ReadonlySet<string>>; until: number } | undefined
	return async (kid) => {
		if (!known || known.until <= performance.now()) {
			const names = listKeyNames(db, 'sign').then((list) => new Set(list))
			known = { names, until: performance.now() + namesFor }
			names.catch(() => (known = undefined))
		}
		return (await known.names).has(kid)
	}
}

/**
 * Opens a message and reads what it says. Refuses only with `seal-key`: the sender can mend that. All else that is wrong is the answer
 * `why`, by a code, for the message to be set aside.
 */
export const readMessage = async (
	reader: Reader,
	body: Uint8Array,
	partner: string,
): Promise<Result<ReadMessage, 'seal-key'>> => {
	const text = new TextDecoder('latin1').decode(body)
	const unsealed = await unsealPayload(text, reader.keys.findSeal, body.length)
	if (!unsealed.ok)
		return unsealed.code === 'payload.seal-key' ? refused('seal-key') : ok({ signed: '', why: unsealed.code })
	const signed = unsealed.value
	const find = async (kid: string): Promise<CryptoKey | undefined> =>
		(await findSigningKey(reader, kid, partner))?.key
	const verified = await verifyPayload(signed, find)
	if (!verified.ok) return ok({ signed, why: verified.code })
	const envelope = parseEnvelope(verified.value.payload)
	return ok(envelope.ok ? { signed, envelope: envelope.value } : { signed, why: envelope.code })
}
