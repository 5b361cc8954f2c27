/** Publishes the epoch that reports are sealed to: one that the root has signed is put in use on its first day, and ends the one before. */
import { AppError } from '#base'
import { isAhead, mayFollow, openRootNote, toEpochText } from '../../keys/index.ts'
import { endOthers, getGroupKey, listGroupKeys, setState, type StoredKey } from './group-keys.ts'

type Publication = {
	/** Verifier key of the root. */
	rootKey: string
	/**
	 * Makes the epoch of a note known to those who seal. Called before the store says that it is in use, so that what was interrupted can be
	 * done again; for an epoch they know it must do nothing.
	 */
	start: (note: string) => Promise<unknown>
	now: Date
}

const listEpochs = async (dataDir: string): Promise<StoredKey[]> =>
	(await listGroupKeys(dataDir)).filter(({ key }) => key.kind === 'epoch')

const check = async ({ key, span }: StoredKey, note: string, rootKey: string): Promise<void> => {
	const text = await openRootNote(note, rootKey)
	if (key.kind !== 'epoch' || !text.ok || text.value !== toEpochText(key, span))
		throw new AppError('keys.note', 409, 'publishing an epoch: wanted its own text signed by the root')
}

const putInUse = async (
	dataDir: string,
	{ key }: StoredKey,
	{ note, start }: { note: string; start: Publication['start'] },
): Promise<void> => {
	await start(note)
	await endOthers(dataDir, key)
	await setState(dataDir, key.id, 'current', note)
}

/** Only one waits for its first day: who was to have the key of another may have left since. */
const letWait = async (dataDir: string, { key }: StoredKey, note: string): Promise<void> => {
	for (const { key: other, state } of await listEpochs(dataDir))
		if (other.id !== key.id && state === 'next') await setState(dataDir, other.id, 'past')
	await setState(dataDir, key.id, 'next', note)
}

/**
 * Publishes an epoch with the note that the root signed. One that has begun is put in use at once; the one before it ends, and so does one
 * that waited. One that begins later waits for its first day: {@link startNextEpoch}.
 *
 * @throws AppError `keys.note` (another text, or not signed by this root), `keys.state` (it waits for no signature, its days are over, or one
 * that began later is in use)
 */
export const publishEpoch = async (
	dataDir: string,
	id: string,
	{ note, rootKey, start, now }: Publication & { note: string },
): Promise<StoredKey> => {
	const stored = await getGroupKey(dataDir, id)
	if (stored.key.kind !== 'epoch' || stored.state !== 'made')
		throw new AppError('keys.state', 409, 'publishing an epoch: it waits for no signature')
	await check(stored, note, rootKey)
	const current = (await listEpochs(dataDir)).find(({ state }) => state === 'current')
	if (!mayFollow(stored.span, current?.span, now))
		throw new AppError('keys.state', 409, 'publishing an epoch: its time is over, or another has followed')
	// First of all: from here on reports may know of it, and what they know of is not destroyed while its days run.
	await setState(dataDir, id, 'made', note)
	await (isAhead(stored.span, now)
		? letWait(dataDir, stored, note)
		: putInUse(dataDir, stored, { note, start }))
	return getGroupKey(dataDir, id)
}

/**
 * Puts the epoch that waits in use when its first day has come; to be called again and again. Answers its id, or `undefined` when nothing was
 * to be done. Until then, and when this fails, the one before serves on: the days that the root signed allow it.
 *
 * @throws AppError `keys.note` when the stored note is not signed by this root
 */
export const startNextEpoch = async (
	dataDir: string,
	{ rootKey, start, now }: Publication,
): Promise<string | undefined> => {
	const next = (await listEpochs(dataDir)).find(({ state, span }) => state === 'next' && !isAhead(span, now))
	if (!next) return undefined
	const note = next.note ?? ''
	await check(next, note, rootKey)
	await putInUse(dataDir, next, { note, start })
	return next.key.id
}
