/**
 * Keys that never come near a server: the escrow, which opens the wraps that lie on paper's side when all people of the desk
 * have lost theirs, and the root, which signs what the desk publishes of its keys. Both are cut into five sheets, three of
 * which restore them.
 */
import { failed, ok, type Result } from '#base'
import { restoreSecret, splitSecret } from '#tools/seal/secret-shares'
import { identityFromBytes, toRecipient } from '#tools/seal/sealed'
import {
	formatNote,
	makeSigner,
	openNote,
	parseVerifierKey,
	signNote,
	toVerifierKey,
} from '#tools/seal/signed-note'

/** Threshold and number of the shares of a secret of the ceremony. */
export const cut = { threshold: 3, total: 5 } as const

/** Name under which the root signs: a URL without scheme by convention. */
export const rootName = 'thiqa/root'

const refuse = (code: string): Result<never> => failed({ path: 'note', message: code })

/** A new escrow key: its recipient and its five shares. */
export const makeEscrow = async (): Promise<{ recipient: string; shares: string[] }> => {
	const secret = crypto.getRandomValues(new Uint8Array(32))
	const recipient = await toRecipient(identityFromBytes(secret))
	if (!recipient.ok) throw new Error('making an escrow: the identity has no recipient')
	const shares = await splitSecret(secret, cut)
	secret.fill(0)
	return { recipient: recipient.value, shares }
}

/** The escrow's identity, `AGE-SECRET-KEY-1…`, from three shares. Refuses as `restoreSecret()` does. */
export const restoreEscrow = async (shares: readonly string[]): Promise<Result<string>> => {
	const secret = await restoreSecret(shares)
	if (!secret.ok) return secret
	return secret.value.length === 32 ? ok(identityFromBytes(secret.value)) : refuse('share.wrong')
}

/** A new root: the public half as a verifier key of a signed note, and its five shares. */
export const makeRoot = async (): Promise<{ verifierKey: string; shares: string[] }> => {
	const seed = crypto.getRandomValues(new Uint8Array(32))
	const { key } = await makeSigner(rootName, 'ed25519', seed)
	return { verifierKey: toVerifierKey(key), shares: await splitSecret(seed, cut) }
}

/** Signs a text with the root that three shares restore. Refuses as `restoreSecret()` does. */
export const signWithRoot = async (text: string, shares: readonly string[]): Promise<Result<string>> => {
	const seed = await restoreSecret(shares)
	if (!seed.ok) return seed
	if (seed.value.length !== 32) return refuse('share.wrong')
	const signature = await signNote(text, await makeSigner(rootName, 'ed25519', seed.value))
	return ok(formatNote({ text, signatures: [signature] }))
}

/** The text that a note carries, if this root has signed it. Refuses with `note.unsigned`. */
export const openRootNote = async (note: string, verifierKey: string): Promise<Result<string>> => {
	const key = parseVerifierKey(verifierKey.trim())
	if (!key.ok) return refuse('note.unsigned')
	const opened = await openNote(note, [key.value])
	return opened.ok ? ok(opened.value.text) : refuse('note.unsigned')
}

/** Text that the root signs so that browsers know to whom the escrow's wraps go. */
export const toEscrowText = (recipient: string): string => `thiqa escrow v1\n${recipient}\n`

/** The recipient of {@link toEscrowText}. Refuses with `note.form`. */
export const parseEscrowText = (text: string): Result<string> => {
	const [, recipient] = /^thiqa escrow v1\n(age1[02-9ac-hj-np-z]{58})\n$/u.exec(text) ?? []
	return recipient === undefined ? refuse('note.form') : ok(recipient)
}
