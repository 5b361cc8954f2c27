/** Public result of the ceremony for the server: the public half of the root, and the escrow's recipient signed by it. */
import { join } from 'node:path'
import { AppError } from '#base'
import { openRootNote, parseEscrowText } from '../../keys/index.ts'
import { findKeyFile, getKeyFolder, makeFolder, writeKeyFile } from './key-file.ts'

/** Public halves: a verifier key (https://c2sp.org/signed-note) and `age1…`. */
export type Ceremony = { rootKey: string; escrow: string }

/** Reads the recipient of an escrow note. Throws AppError `keys.note` when this root has not signed it. */
const readEscrow = async (note: string, rootKey: string): Promise<string> => {
	const text = await openRootNote(note, rootKey)
	const escrow = text.ok ? parseEscrowText(text.value) : text
	if (!escrow.ok)
		throw new AppError('keys.note', 409, 'reading the escrow: wanted a note that the root has signed')
	return escrow.value
}

/** Reads what a ceremony left here; `undefined` before there was one. Throws AppError `keys.note` when it was tampered with. */
export const findCeremony = async (dataDir: string): Promise<Ceremony | undefined> => {
	const folder = getKeyFolder(dataDir)
	const root = await findKeyFile(join(folder, 'root.pub'))
	const note = await findKeyFile(join(folder, 'escrow.note'))
	if (!root || !note) return undefined
	const rootKey = root.toString().trim()
	return { rootKey, escrow: await readEscrow(note.toString(), rootKey) }
}

/**
 * Puts the public files of a ceremony in place.
 * @throws AppError `keys.note`; `keys.root` when another root is here: that is a new installation, or an attack
 */
export const installCeremony = async (
	dataDir: string,
	{ rootKey, note }: { rootKey: string; note: string },
): Promise<Ceremony> => {
	const escrow = await readEscrow(note, rootKey)
	const known = await findKeyFile(join(getKeyFolder(dataDir), 'root.pub'))
	if (known && known.toString().trim() !== rootKey.trim())
		throw new AppError('keys.root', 409, 'installing a ceremony: another root is here already')
	await makeFolder(getKeyFolder(dataDir))
	await writeKeyFile(join(getKeyFolder(dataDir), 'root.pub'), `${rootKey.trim()}\n`)
	await writeKeyFile(join(getKeyFolder(dataDir), 'escrow.note'), note)
	return { rootKey: rootKey.trim(), escrow }
}
