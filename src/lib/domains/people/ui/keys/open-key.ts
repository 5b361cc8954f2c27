/** Opens the person's key by the ways there are, the quickest first. */
import { refused, type Result } from '#base'
import {
	askPhrase,
	readSalt,
	unlockAnalystKey,
	unlockDaily,
	type KeyRefusal,
	type OwnKey,
	type StoredUnlock,
	type UnlockedKey,
	type WayRefusal,
} from '../../keys/index.ts'
import { argon2idInWorker } from './open-phrase.ts'
import { askPasskeys, type Asked } from './passkey-answer.ts'

/** Reason why a key stays closed. */
export type UnlockRefusal = KeyRefusal | WayRefusal | 'way.other'

/** Locks that a passkey opens. */
export const findPasskeyUnlocks = ({ unlocks }: OwnKey): readonly StoredUnlock[] =>
	unlocks.filter(({ way }) => way.kind === 'passkey')

/** By whichever passkey is at hand. Refuses as `askPasskeys()` and `unlockDaily()` do. */
export const openByPasskey = async (own: OwnKey): Promise<Result<UnlockedKey, UnlockRefusal>> => {
	const asked: Asked[] = []
	for (const { way, sealed } of own.unlocks) {
		const salt = readSalt(sealed)
		if (way.kind === 'passkey' && salt.ok) asked.push({ credential: way.credential, salt: salt.value })
	}
	const answer = await askPasskeys(asked)
	if (!answer.ok) return answer
	const used = own.unlocks.find(
		({ way }) => way.kind === 'passkey' && way.credential === answer.value.credential,
	)
	return used ? unlockDaily(used, own, answer.value.secret) : refused('way.other')
}

/**
 * By the passphrase: through the quick lock where there is one and the browser can, else through the age file. Refuses as
 * `unlockAnalystKey()` does.
 */
export const openByPhrase = async (
	own: OwnKey,
	passphrase: string,
): Promise<Result<UnlockedKey, UnlockRefusal>> => {
	const quick = own.unlocks.find(({ way }) => way.kind === 'phrase')
	const salt = quick && readSalt(quick.sealed)
	if (!quick || !salt?.ok) return unlockAnalystKey(own.wrapped, passphrase)
	const secret = await askPhrase(passphrase, argon2idInWorker)(salt.value).catch(() => undefined)
	if (!secret?.ok) return unlockAnalystKey(own.wrapped, passphrase)
	const opened = await unlockDaily(quick, own, secret.value)
	if (opened.ok || opened.code !== 'way.other') return opened
	return refused('key.passphrase')
}
