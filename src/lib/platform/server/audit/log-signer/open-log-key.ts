/**
 * The key of a record with the memory of what it signed last, in a folder of its own: `keys/log.key` and `keys/record.note`. For a process apart
 * from the record (`npm run log-signer`): whoever rules the record, its database and its web server gets no signature under a second story.
 */
import { join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { AppError } from '#base'
import {
	formatCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	signNote,
	toVerifierKey,
} from '#tools/seal/signed-note'
import { lockFolder } from '../../database/folder-lock.ts'
import { findKey, getKey } from '../../key-file.ts'
import {
	findKeptCheckpoint,
	getKeptPath,
	keepCheckpoint,
	toKept,
	type KeptCheckpoint,
} from '../kept-checkpoint.ts'
import type { AddCheckpoint } from '../witnesses/protocol/add-checkpoint.ts'
import { judgeGrowth, type GrowthVerdict } from './judge-growth.ts'

/** Name under which the key is shown to who asks for it; a checkpoint is signed under the name that stands in it. */
const shownName = 'log'

export type LogKey = {
	verifierKey: string
	/** Judges, keeps what passes, then signs: `note` is the signed checkpoint. */
	sign: (
		request: AddCheckpoint,
	) => Promise<{ status: 200; note: string } | Exclude<GrowthVerdict, { status: 200 }>>
	/** Lets another process have the folder. */
	unlock: () => void
}

/** `begin`: for a key that comes from elsewhere, the note that it signed last. `name`: of a record that has moved to another address. */
type Beginning = { begin?: string | undefined; name?: string | undefined }

/** Signs a text under the name in its first line. Throws for a name that no key can have. */
const signText = async (secretKey: Uint8Array, text: string): Promise<string> => {
	const signer = await makeSigner(text.split('\n')[0] ?? '', 'ed25519', secretKey)
	return formatNote({ text, signatures: [await signNote(text, signer)] })
}

const isOwn = async (secretKey: Uint8Array, { note, origin }: KeptCheckpoint): Promise<boolean> =>
	(await openNote(note, [(await makeSigner(origin, 'ed25519', secretKey)).key])).ok

const signEmpty = (secretKey: Uint8Array): Promise<string> => {
	const empty = { origin: shownName, size: 0, root: sha256(new Uint8Array()), extensions: [] }
	return signText(secretKey, formatCheckpoint(empty))
}

/** The checkpoint from which the key goes on. A key that may have signed and does not know what must not go on. */
const findBeginning = async (
	folder: string,
	secretKey: Uint8Array,
	{ isNew, begin }: { isNew: boolean; begin: string | undefined },
): Promise<KeptCheckpoint> => {
	const kept = await findKeptCheckpoint(folder)
	if (kept && begin !== undefined)
		throw new AppError('log-signer.begun', 500, `${getKeptPath(folder)} is there: it goes on from that`)
	if (!kept && begin === undefined && !isNew)
		throw new AppError(
			'log-signer.no-memory',
			500,
			`${getKeptPath(folder)} is not there, and this key may have signed. Hand in the newest checkpoint that anybody has kept: --begin FILE. A key that was made a moment ago and has signed nothing: remove log.key`,
		)
	const beginning = kept ?? toKept(begin ?? (await signEmpty(secretKey)))
	if (!(await isOwn(secretKey, beginning)))
		throw new AppError(
			'log-signer.other-key',
			500,
			`The checkpoint that ${folder} goes on from was signed by another key`,
		)
	if (!kept) await keepCheckpoint(folder, beginning.note)
	return beginning
}

const openLocked = async (folder: string, given: Beginning): Promise<Omit<LogKey, 'unlock'>> => {
	const { begin } = given
	const known = await findKey(folder, 'log')
	if (!known && (await findKeptCheckpoint(folder)))
		throw new AppError(
			'log-signer.no-key',
			500,
			`${getKeptPath(folder)} is there, and the key that signed it is not: bring log.key back`,
		)
	const secretKey = known ?? (await getKey(folder, 'log'))
	let seen = await findBeginning(folder, secretKey, { isNew: known === undefined, begin })
	// The name of the record is that which it had first; another is given by hand, for one that moves to another address.
	let name = given.name ?? (seen.origin === shownName ? undefined : seen.origin)
	const { key } = await makeSigner(shownName, 'ed25519', secretKey)

	const sign: LogKey['sign'] = async (request) => {
		const judged = judgeGrowth(request, seen)
		if (judged.status !== 200) return judged
		if (judged.origin !== (name ?? judged.origin))
			return { status: 422, reason: `this key signs for ${name ?? ''} and for no other name` }
		// What was asked for before is given again, and nothing is written for it.
		if (seen.note.startsWith(`${judged.text}\n`)) return { status: 200, note: seen.note }
		const note = await signText(secretKey, judged.text).catch(() => undefined)
		if (note === undefined) return { status: 400, reason: 'wanted a name that a key can have' }
		// Kept before anybody sees it: what was given away cannot be forgotten, whatever stops the machine.
		await keepCheckpoint(folder, note)
		seen = toKept(note)
		name ??= judged.origin
		return { status: 200, note }
	}
	let last: Promise<unknown> = Promise.resolve()
	return {
		verifierKey: toVerifierKey(key),
		sign: (request) => {
			const next = last.then(() => sign(request))
			last = next.catch(() => undefined)
			return next
		},
	}
}

/**
 * Opens the folder of a key, which one process may have. In an empty folder a new key begins an empty record.
 *
 * @throws AppError `log-signer.no-memory`, `log-signer.no-key`, `log-signer.other-key`, `log-signer.begun`, `database.in-use`, and what {@link findKey} throws
 */
export const openLogKey = async (folder: string, given: Beginning = {}): Promise<LogKey> => {
	const unlock = lockFolder(join(folder, 'log-signer.lock'))
	try {
		return { ...(await openLocked(folder, given)), unlock }
	} catch (error) {
		unlock()
		throw error
	}
}
