/** The key that entries carried by hand are sealed to: made at first use, in a file apart from the database. */
import { getKey, readConfig } from '#platform'
import { identityFromBytes, toRecipient } from '#tools/seal/sealed'

/** The secret of this installation that opens what was carried, `AGE-SECRET-KEY-1…`. */
export const getProgrammeIdentity = async (): Promise<string> =>
	identityFromBytes(await getKey(readConfig().dataDir, 'programme'))

/** The key that a phone seals to, `age1…`. */
export const getProgrammeRecipient = async (): Promise<string> => {
	const recipient = await toRecipient(await getProgrammeIdentity())
	if (!recipient.ok) throw new Error('reading the key of the programme: it is none')
	return recipient.value
}
