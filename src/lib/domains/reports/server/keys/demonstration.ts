/**
 * Keys of an installation that nobody has taken responsibility for yet: a root key and an epoch a month, in clear in the data
 * folder. They protect nothing, which is why every page says so.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { getPublicKeyAsync } from '@noble/ed25519'
import { getKey } from '#platform'
import { identityFromBytes, toRecipient } from '#tools/seal/sealed'
import { makeSigner } from '#tools/seal/signed-note'
import { signEpoch, type Epoch } from '../../keys/epoch.ts'

const folder = 'demonstration'

const getDemonstrationKey = async (dataDir: string, name: string): Promise<Uint8Array> => {
	await mkdir(join(dataDir, 'keys', folder), { recursive: true, mode: 0o700 })
	return getKey(dataDir, `${folder}/${name}`)
}

/** The root key of the demonstration; `name` stands in front of its signatures. */
export const getDemonstrationRoot = async (dataDir: string) =>
	makeSigner('thiqa.example/demonstration', 'ed25519', await getDemonstrationKey(dataDir, 'root'))

/** True for the epochs that are made here. */
export const isDemonstrationEpoch = (id: string): boolean => /^demo-\d{4}-\d{2}$/u.test(id)

/** The secret that opens and answers the reports of a demonstration epoch: for the desk of a demonstration, and for nothing else. */
export const getDemonstrationSecret = async (
	dataDir: string,
	id: string,
): Promise<{ identity: string; answerSeed: Uint8Array }> => {
	if (!isDemonstrationEpoch(id)) throw new Error('opening a demonstration epoch: this is none')
	return {
		identity: identityFromBytes(await getDemonstrationKey(dataDir, `${id}-box`)),
		answerSeed: await getDemonstrationKey(dataDir, `${id}-answer`),
	}
}

const getMonth = (now: Date): { id: string; begins: string; ends: string } => {
	const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
	const toDay = (moment: number): string => new Date(moment).toISOString().slice(0, 10)
	const begins = toDay(Date.UTC(year, month, 1))
	return { id: `demo-${begins.slice(0, 7)}`, begins, ends: toDay(Date.UTC(year, month + 1, 0)) }
}

/** The demonstration epoch of this month, signed. The same for all processes on one data folder. */
export const getDemonstrationEpoch = async (
	dataDir: string,
	now: Date,
): Promise<{ epoch: Epoch; record: string }> => {
	const month = getMonth(now)
	const { identity, answerSeed } = await getDemonstrationSecret(dataDir, month.id)
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('making a demonstration epoch: its identity has no recipient')
	const epoch = { ...month, recipient: recipient.value, answerKey: await getPublicKeyAsync(answerSeed) }
	return { epoch, record: await signEpoch(epoch, await getDemonstrationRoot(dataDir)) }
}
