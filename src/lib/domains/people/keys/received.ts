/** Parsers of what browsers of the desk send about keys. Nothing here can be opened by whoever checks it. */
import { base64 } from '@scure/base'
import { armor } from 'age-encryption'
import { failed, isUuid, ok, type Result } from '#base'
import { checkSealed, readStanzas, toFamily } from '#tools/seal/sealed'
import { isEpochId, isIndexId } from './epoch-plan.ts'
import type { AnalystKey } from './secrets/analyst-key.ts'
import { isDailyWrap } from './secrets/daily-wrap.ts'
import { wrapSizes, type GroupKey } from './secrets/group-secret.ts'

const refuse = (path: string): Result<never> => failed({ path, message: 'keys.form' })

const isKeyOf32Bytes = (text: string): boolean => /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u.test(text)
const isAnswerKey = (text: string): boolean => /^[\w-]{42}[AEIMQUYcgkosw048]$/u.test(text)

/** A wrapped key is some 500 characters; nothing longer than this is read. */
const mostCharacters = 4_000

const isPassphraseFile = (armored: string): boolean => {
	if (armored.length > mostCharacters) return false
	try {
		const stanzas = readStanzas(armor.decode(armored))
		return stanzas.ok && stanzas.value.length === 1 && stanzas.value[0]?.type === 'scrypt'
	} catch {
		return false
	}
}

/** A person's key as it is stored. Refuses with `keys.form`, the path naming the part. */
export const parseAnalystKey = ({ recipient, signingKey, wrapped }: AnalystKey): Result<AnalystKey> => {
	if (toFamily(recipient) !== 'x25519') return refuse('recipient')
	if (!isKeyOf32Bytes(signingKey)) return refuse('signingKey')
	return isPassphraseFile(wrapped) ? ok({ recipient, signingKey, wrapped }) : refuse('wrapped')
}

/** A lock for every day as a browser sends it; `passkey`: id of the passkey at sign-in, empty for a passphrase. */
export type NewDailyWrap = { kind: 'passkey' | 'phrase'; passkey: string; sealed: string }

/** Refuses with `keys.form` what cannot be a lock for every day. */
export const parseDailyWrap = ({
	kind,
	passkey,
	sealed,
}: Record<keyof NewDailyWrap, string>): Result<NewDailyWrap> => {
	if (!isDailyWrap(sealed)) return refuse('sealed')
	if (kind === 'phrase' && passkey === '') return ok({ kind, passkey, sealed })
	return kind === 'passkey' && isUuid(passkey) ? ok({ kind, passkey, sealed }) : refuse('kind')
}

/** A wrap of a group's secret, base64: one reader, the one length. Refuses with `keys.form`. */
export const parseWrap = (text: string): Result<Uint8Array> => {
	if (text.length > mostCharacters || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text) || text.length % 4 !== 0)
		return refuse('wrap')
	const wrap = base64.decode(text)
	return checkSealed(wrap, 'x25519', wrapSizes).ok ? ok(wrap) : refuse('wrap')
}

/**
 * A wrap of a group's secret from a file that was made elsewhere, with `age -a -r` or as bytes: one reader, the one length.
 * Refuses with `keys.form`.
 */
export const parseWrapFile = (file: Uint8Array): Result<Uint8Array> => {
	if (file.length > mostCharacters) return refuse('wrap')
	const text = new TextDecoder('latin1').decode(file)
	try {
		const wrap = text.startsWith('age-encryption.org/') ? file : armor.decode(text)
		return checkSealed(wrap, 'x25519', wrapSizes).ok ? ok(wrap) : refuse('wrap')
	} catch {
		return refuse('wrap')
	}
}

/** The public half of a group's key, as JSON. Refuses with `keys.form`. */
export const parseGroupKey = (text: string): Result<GroupKey> => {
	let json: Partial<Record<string, unknown>>
	try {
		json = text.length > mostCharacters ? {} : { ...(JSON.parse(text) as object) }
	} catch {
		return refuse('key')
	}
	const { kind, id, recipient, answerKey, print } = json
	if (typeof id !== 'string') return refuse('id')
	if (kind === 'index' && isIndexId(id) && typeof print === 'string' && /^[0-9a-f]{20}$/u.test(print))
		return ok({ kind, id, print })
	if (kind !== 'epoch' || !isEpochId(id) || typeof recipient !== 'string' || typeof answerKey !== 'string')
		return refuse('kind')
	return toFamily(recipient) === 'x25519' && isAnswerKey(answerKey)
		? ok({ kind, id, recipient, answerKey })
		: refuse('recipient')
}
