/** Our own OpenPGP key for mail to partners: its secret half in `<dataDir>/keys/exchange-pgp.asc`, made at first use. */
import { AppError } from '#base'
import { findSecret, keepSecret } from '#platform'
import { makeKey, readSecretKey, type SecretKey } from '#tools/channels/pgp-mail'

/** Days that a key is good for: partners compare the next one by voice, so it is not made anew often. */
const days = 5 * 365

export type OwnPgpKey = {
	/** @throws AppError `exchange.key-missing` (503) when the file holds no key that opens, and what reading it throws */
	open: () => Promise<SecretKey>
	/** The public half, armored. */
	publish: () => Promise<string>
}

const file = 'exchange-pgp.asc'

/** @param owner - who stands in the key: name and address that mails come from */
export const openOwnPgpKey = (
	dataDir: string,
	owner: { name: string; email: string },
	now: () => Date,
): OwnPgpKey => {
	const get = async (): Promise<string> =>
		(await findSecret(dataDir, file)) ??
		keepSecret(dataDir, file, (await makeKey({ ...owner, days }, now())).secret)
	const open = async (): Promise<SecretKey> => {
		const key = await readSecretKey(await get())
		if (key.ok) return key.value
		throw new AppError(
			'exchange.key-missing',
			503,
			`reading keys/${file}: it holds no key of ours that is open`,
		)
	}
	return { open, publish: async () => (await open()).toPublic().armor() }
}
