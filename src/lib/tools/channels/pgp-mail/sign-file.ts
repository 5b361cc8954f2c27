import { createMessage, readKey, readSignature, sign, verify } from 'openpgp'
import { failed, ok, type Result } from '#base'
import { profile } from './profile.ts'
import type { SecretKey } from './secret-key.ts'

/** A signature as a file beside what it signs: `manifest.json.asc` of `manifest.json`. */
export type SignedFile = { name: string; text: string }

/** Signs a file that others fetch, a feed for one. `gpg --verify` and `sqv` read it beside the file. */
export const signFile = async (
	{ name, bytes }: { name: string; bytes: Uint8Array },
	by: SecretKey,
	at: Date,
): Promise<SignedFile> => {
	const signature: unknown = await sign({
		message: await createMessage({ binary: bytes, date: at }),
		signingKeys: by,
		detached: true,
		date: at,
		format: 'armored',
		config: profile,
	})
	return { name: `${name}.asc`, text: String(signature) }
}

/** True when the holder of a key, as `readPublicKey()` gave it, has signed exactly these bytes. Refuses what is no signature (`armor`) or not theirs (`signature`). */
export const verifyFile = async (
	bytes: Uint8Array,
	{ signature, from }: { signature: string; from: string },
	at: Date,
): Promise<Result<{ at: Date | undefined }>> => {
	const read = await readSignature({ armoredSignature: signature, config: profile }).catch(() => undefined)
	if (!read) return failed({ path: 'armor', message: 'an armored OpenPGP signature' })
	const { signatures } = await verify({
		message: await createMessage({ binary: bytes }),
		signature: read,
		verificationKeys: await readKey({ armoredKey: from, config: profile }),
		date: at,
		config: profile,
	})
	for (const one of signatures) {
		const isGood = await one.verified.catch(() => false)
		const [packet] = (await one.signature).packets
		if (isGood) return ok({ at: packet?.created ?? undefined })
	}
	return failed({ path: 'signature', message: 'a signature over these bytes by the holder of this key' })
}
