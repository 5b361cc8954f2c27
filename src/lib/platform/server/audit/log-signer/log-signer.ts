import { AppError } from '#base'
import type { Hash } from '#tools/seal/merkle-log'
import {
	formatCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	parseVerifierKey,
	signNote,
	type NoteKey,
} from '#tools/seal/signed-note'
import { findKey, getKey } from '../../key-file.ts'
import type { AuditQueries } from '../audit-tables.ts'
import { findCheckpoint } from '../checkpoint-store.ts'
import { findKeyUnderName } from '../key-under-name.ts'
import { formatAddCheckpoint } from '../witnesses/protocol/add-checkpoint.ts'
import { askSocket } from './ask-socket.ts'

/** A tree that is to be signed. */
type Growth = {
	size: number
	/** 32 bytes. */
	root: Uint8Array
	/** Entries of the tree that was probably signed last. */
	guess: number
	/** Proof that so many entries are the beginning of this tree. */
	prove: (from: number) => Promise<Hash[]>
}

/** Signs checkpoints of the record under its name. */
export type LogSigner = {
	key: NoteKey
	/**
	 * Answers the signed note.
	 * @throws AppError `record.signer-away` (503), `record.shorter`, `record.forked` when the signer has signed a longer tree, or another one
	 */
	sign: (growth: Growth) => Promise<string>
}

const toText = (origin: string, { size, root }: Growth): string =>
	formatCheckpoint({ origin, size, root, extensions: [] })

/** A signer with its key in this process. Who calls has compared the tree with what was signed last. */
const openHere = async (dataDir: string, name: string): Promise<LogSigner> => {
	const signer = await makeSigner(name, 'ed25519', await getKey(dataDir, 'log'))
	const sign = async (growth: Growth): Promise<string> => {
		const text = toText(name, growth)
		return formatNote({ text, signatures: [await signNote(text, signer)] })
	}
	return { key: signer.key, sign }
}

const away = (socket: string, why: string): AppError =>
	new AppError('record.signer-away', 503, `Asking the signer of the record at ${socket}: ${why}`)

/** Key of the signer behind a socket. @throws AppError `record.signer-away` */
const fetchKey = async (socket: string): Promise<NoteKey> => {
	const answer = await askSocket(socket, '/key').catch(() => undefined)
	const key = parseVerifierKey(answer?.text.trim() ?? '')
	if (answer?.status !== 200 || !key.ok) throw away(socket, 'it does not answer with a key')
	return key.value
}

/** Something may have been signed that this database has forgotten: so often is asked again from there. */
const mostTries = 3

const signElsewhere = async (socket: string, key: NoteKey, growth: Growth): Promise<string> => {
	const text = toText(key.name, growth)
	let oldSize = Math.min(growth.guess, growth.size)
	for (let round = 0; round < mostTries; round++) {
		const body = formatAddCheckpoint({ oldSize, proof: await growth.prove(oldSize), checkpoint: text })
		const answer = await askSocket(socket, '/sign', body).catch(() => undefined)
		if (!answer) throw away(socket, 'it does not answer')
		if (answer.status === 422)
			throw new AppError(
				'record.forked',
				500,
				`Continuing the record: its signer refuses the tree of ${growth.size} entries that stands in this database: ${answer.text.trim()}`,
			)
		if (answer.status === 200) {
			const opened = await openNote(answer.text, [key])
			if (opened.ok && opened.value.text === text) return answer.text
			throw away(socket, 'what it has signed is not what it was asked for')
		}
		const known = answer.status === 409 ? Number(answer.text) : Number.NaN
		if (!Number.isSafeInteger(known)) throw away(socket, `it answers ${answer.status}`)
		if (known > growth.size)
			throw new AppError(
				'record.shorter',
				500,
				`Continuing the record: it would have ${growth.size} entries, and its signer has signed ${known}`,
			)
		oldSize = known
	}
	throw away(socket, 'it says another size each time')
}

/** The key under the name of this record. */
const toNamed = (key: NoteKey, name: string): NoteKey => {
	const named = findKeyUnderName(key, name)
	if (named) return named
	throw new AppError(
		'record.broken',
		500,
		`Opening the public record: ${name} is no name that a key can have`,
	)
}

const openElsewhere = async (dataDir: string, name: string, socket: string): Promise<LogSigner> => {
	if (await findKey(dataDir, 'log'))
		throw new AppError(
			'record.key-here',
			500,
			`Opening the public record: LOG_SIGNER names its signer, and ${dataDir}/keys/log.key is here too. Move that file to the signer (docs/running.md, section 15)`,
		)
	const key = toNamed(await fetchKey(socket), name)
	return { key, sign: (growth) => signElsewhere(socket, key, growth) }
}

/** Of a process that shows the record and lets another continue it. */
const openToRead = (key: NoteKey): LogSigner => ({
	key,
	sign: () =>
		Promise.reject(
			new AppError('record.signed-elsewhere', 500, 'Continuing the record: another process does'),
		),
})

type Place = {
	dataDir: string
	/** Socket of the process that has the key (`LOG_SIGNER`); `undefined`: the key is in `<dataDir>/keys/log.key`. */
	socket: string | undefined
	/** The public key, where another process gives entries their place (`LOG_KEY`): nothing is signed here. */
	publicKey?: NoteKey | undefined
}

/** The key that signs here; `undefined` when none was made. Throws AppError `record.signer-away`. */
export const findLogKey = async (
	name: string,
	{ dataDir, socket, publicKey }: Place,
): Promise<NoteKey | undefined> => {
	if (publicKey) return toNamed(publicKey, name)
	if (socket !== undefined) return toNamed(await fetchKey(socket), name)
	const secretKey = await findKey(dataDir, 'log')
	return secretKey && (await makeSigner(name, 'ed25519', secretKey)).key
}

/** A record whose newest checkpoint another key has signed came back without its key: it must not be continued. */
const refuseOtherKey = async (db: AuditQueries, place: Place): Promise<void> => {
	const last = await findCheckpoint(db)
	if (!last) return
	const key = await findLogKey(last.origin, place)
	const from =
		place.socket === undefined
			? `bring ${place.dataDir}/keys/log.key back from the backup of the keys (npm run keys:restore, docs/keys.md)`
			: `bring the key of the signer at ${place.socket} back (docs/running.md, section 15)`
	const wanted = `${from}; without it this record cannot go on`
	if (!key)
		throw new AppError(
			'record.key-missing',
			500,
			`Opening the public record: its key is not there; ${wanted}`,
		)
	if (!(await openNote(last.note, [key])).ok)
		throw new AppError(
			'record.other-key',
			500,
			`Opening the public record: another key has signed it; ${wanted}`,
		)
}

/**
 * Opens the signer of a record: a key in this process, made when there was none, a process apart, or nobody here.
 * @throws AppError `record.key-missing` or `record.other-key` when the key is not the one that signed so far, `record.key-here`, `record.signer-away`,
 * `key.open-to-others` or `key.wrong` when its file is not as it must be
 */
export const openLogSigner = async (db: AuditQueries, name: string, place: Place): Promise<LogSigner> => {
	const { dataDir, socket, publicKey } = place
	await refuseOtherKey(db, place)
	if (publicKey) return openToRead(toNamed(publicKey, name))
	return socket === undefined ? openHere(dataDir, name) : openElsewhere(dataDir, name, socket)
}
