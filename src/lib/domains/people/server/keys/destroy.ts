/** The end of a key: every wrap overwritten, and a certificate that stays. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toHour } from '#base'
import { formatErasure, getBackupsOver, parseErasure } from '../../keys/index.ts'
import { getFolderOf, getGroupKey, listGroupKeys, listWraps, setState } from './group-keys.ts'
import { findKeyFile, shredKeyFile, writeKeyFile } from './key-file.ts'

const getDigest = async (folder: string, names: readonly string[]): Promise<string> => {
	const files = await Promise.all(names.map((name) => readFile(join(folder, name))))
	const lines = files.map((file) => `${createHash('sha256').update(file).digest('hex')}\n`).sort()
	return createHash('sha256').update(lines.join('')).digest('hex')
}

const shredWraps = async (folder: string): Promise<void> => {
	for (const name of await listWraps(folder)) await shredKeyFile(join(folder, name))
}

/**
 * Destroys all wraps of a key that is over and gives the text of the certificate, which stays in the key's folder and goes
 * into the public record as an entry. The certificate is written before the first wrap goes, so an interruption leaves
 * either the whole key or a destruction that {@link finishErasures} completes.
 *
 * @throws AppError `keys.state`
 */
export const destroyGroupKey = async (
	dataDir: string,
	id: string,
	{ askedBy, agreedBy }: { askedBy: string; agreedBy: string },
	now: Date,
): Promise<string> => {
	const { key, state } = await getGroupKey(dataDir, id)
	if (state !== 'past') throw new AppError('keys.state', 409, 'destroying a key: wanted one that is over')
	const folder = getFolderOf(dataDir, id)
	const names = await listWraps(folder)
	const certificate = formatErasure({
		subject: id,
		recipient: key.kind === 'epoch' ? key.recipient : key.print,
		hour: toHour(now).toISOString(),
		wraps: names.length,
		digest: await getDigest(folder, names),
		askedBy,
		agreedBy,
		backupsOver: getBackupsOver(now),
	})
	if (!parseErasure(certificate).ok)
		throw new AppError('keys.second-person', 403, 'destroying a key: wanted two persons')
	await writeKeyFile(join(folder, 'erasure.txt'), certificate)
	await setState(dataDir, id, 'destroyed')
	await shredWraps(folder)
	return certificate
}

/** The certificate of a key that was destroyed; `undefined` for any other. */
export const findErasure = async (dataDir: string, id: string): Promise<string | undefined> => {
	const { state } = await getGroupKey(dataDir, id)
	return state === 'destroyed'
		? (await findKeyFile(join(getFolderOf(dataDir, id), 'erasure.txt')))?.toString()
		: undefined
}

/** Completes destructions that were interrupted: to be called at start. */
export const finishErasures = async (dataDir: string): Promise<void> => {
	for (const { span, state } of await listGroupKeys(dataDir))
		if (state === 'destroyed') await shredWraps(getFolderOf(dataDir, span.id))
}
