/**
 * The store of the keys that groups hold: one folder for each epoch and index under `<dataDir>/keys/epochs`, with what is
 * public of it and one wrap for each person. Nothing of it is in the database, so a copy of the database opens nothing.
 */
import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isUuid, toHour } from '#base'
import * as v from 'valibot'
import {
	epochStates,
	isEndable,
	isEpochId,
	isIndexId,
	type EpochSpan,
	type EpochState,
	type GroupKey,
} from '../../keys/index.ts'
import {
	findKeyFile,
	getKeyFolder,
	listNames,
	makeFolder,
	shredKeyFile,
	syncFolder,
	writeKeyFile,
} from './key-file.ts'

/** A key as it is stored, and the ids of the people for whom there is a wrap. */
export type StoredKey = {
	key: GroupKey
	span: EpochSpan
	state: EpochState
	/** Signed by the root; published for epochs. */
	note?: string
	madeHour: string
	holders: readonly string[]
}

const record = v.strictObject({
	v: v.literal(1),
	key: v.variant('kind', [
		v.strictObject({
			kind: v.literal('epoch'),
			id: v.string(),
			recipient: v.string(),
			answerKey: v.string(),
		}),
		v.strictObject({ kind: v.literal('index'), id: v.string(), print: v.string() }),
	]),
	begins: v.string(),
	ends: v.string(),
	state: v.picklist(epochStates),
	note: v.optional(v.string()),
	madeHour: v.string(),
})
type KeyRecord = v.InferOutput<typeof record>

/** Path of the folder of all keys. */
export const getGroupFolder = (dataDir: string): string => join(getKeyFolder(dataDir), 'epochs')

/** The folder of a key; throws for an id that is none, so that no path is ever made of one. */
export const getFolderOf = (dataDir: string, id: string): string => {
	if (!isEpochId(id) && !isIndexId(id))
		throw new AppError('keys.unknown', 404, 'asking for a key: no such id')
	return join(getGroupFolder(dataDir), id)
}

/** Path of the wrap of a key for a person. */
const getWrapPath = (dataDir: string, id: string, personId: string): string => {
	if (!isUuid(personId)) throw new AppError('keys.unknown', 404, 'asking for a wrap: no such person')
	return join(getFolderOf(dataDir, id), `${personId}.age`)
}

const writeRecord = (folder: string, stored: KeyRecord): Promise<void> =>
	writeKeyFile(join(folder, 'epoch.json'), `${JSON.stringify(stored)}\n`)

const readRecord = async (dataDir: string, id: string): Promise<KeyRecord> => {
	const file = await findKeyFile(join(getFolderOf(dataDir, id), 'epoch.json'))
	if (!file) throw new AppError('keys.unknown', 404, 'reading a key: it is not in the store')
	return v.parse(record, JSON.parse(file.toString()))
}

/** Names of the files with wraps in the folder of a key. */
export const listWraps = async (folder: string): Promise<string[]> =>
	(await listNames(folder)).filter((name) => name.endsWith('.age'))

const toStored = async (dataDir: string, id: string): Promise<StoredKey> => {
	const { key, begins, ends, state, note, madeHour } = await readRecord(dataDir, id)
	const holders = (await listWraps(getFolderOf(dataDir, id))).map((name) => name.slice(0, -'.age'.length))
	const span = { id, begins, ends }
	return { key, span, state, madeHour, holders, ...(note === undefined ? {} : { note }) }
}

/** A key of the store. Throws AppError `keys.unknown`. */
export const getGroupKey = toStored

/** Every key of the store, the newest first. */
export const listGroupKeys = async (dataDir: string): Promise<StoredKey[]> => {
	const ids = (await listNames(getGroupFolder(dataDir))).filter((id) => isEpochId(id) || isIndexId(id))
	const keys = await Promise.all(ids.map((id) => toStored(dataDir, id)))
	return keys.sort((one, other) =>
		one.span.begins + one.span.id < other.span.begins + other.span.id ? 1 : -1,
	)
}

/** A person's wrap of a key; `undefined` when there is none. */
export const findWrap = async (
	dataDir: string,
	id: string,
	personId: string,
): Promise<Uint8Array | undefined> => {
	const wrap = await findKeyFile(getWrapPath(dataDir, id, personId))
	return wrap === undefined ? undefined : Uint8Array.from(wrap)
}

/** A new key with its wraps by person. */
export type NewGroupKey = {
	key: GroupKey
	span: EpochSpan
	wraps: ReadonlyMap<string, Uint8Array>
	/** For whom it was made, signed with its answer key; missing for a key of the index. */
	holderList?: string | undefined
}

const listName = 'holders.txt'

/** The signed list of those for whom a key was made; `undefined` for one that was made before there were lists, and for an index. */
export const findHolderList = async (dataDir: string, id: string): Promise<string | undefined> =>
	(await findKeyFile(join(getFolderOf(dataDir, id), listName)))?.toString()

/**
 * Adds a key and all its wraps, all or nothing. An epoch waits for the root's signature, an index serves at once.
 * @throws AppError `keys.taken` (the id was given away meanwhile), `keys.no-holder`
 */
export const addGroupKey = async (
	dataDir: string,
	{ key, span, wraps, holderList }: NewGroupKey,
	now: Date,
): Promise<void> => {
	if (wraps.size === 0) throw new AppError('keys.no-holder', 409, 'adding a key: wanted one holder at least')
	const folder = getFolderOf(dataDir, key.id)
	const unfinished = join(getGroupFolder(dataDir), `.${randomUUID()}`)
	await makeFolder(unfinished)
	for (const [personId, wrap] of wraps) {
		const name = getWrapPath(dataDir, key.id, personId).slice(folder.length + 1)
		await writeKeyFile(join(unfinished, name), wrap)
	}
	if (holderList !== undefined) await writeKeyFile(join(unfinished, listName), holderList)
	const { begins, ends } = span
	const state = key.kind === 'index' ? 'current' : 'made'
	await writeRecord(unfinished, { v: 1, key, begins, ends, state, madeHour: toHour(now).toISOString() })
	try {
		// A folder that holds anything is never replaced.
		await rename(unfinished, folder)
	} catch {
		for (const name of await listNames(unfinished)) await shredKeyFile(join(unfinished, name))
		throw new AppError('keys.taken', 409, 'adding a key: its id is taken, look at the list again')
	}
	await syncFolder(getGroupFolder(dataDir))
	if (key.kind === 'index') await endOthers(dataDir, key)
}

/** Sets the state of a key, and its note if one is given. */
export const setState = async (
	dataDir: string,
	id: string,
	state: EpochState,
	note?: string,
): Promise<void> => {
	const stored = await readRecord(dataDir, id)
	await writeRecord(getFolderOf(dataDir, id), { ...stored, state, ...(note === undefined ? {} : { note }) })
}

/** Ends the others of its kind that are in use or wait for their first day. */
export const endOthers = async (dataDir: string, { kind, id }: GroupKey): Promise<void> => {
	const others = (await listGroupKeys(dataDir)).filter(({ key }) => key.kind === kind && key.id !== id)
	for (const { key, state } of others)
		if (state === 'current' || state === 'next') await setState(dataDir, key.id, 'past')
}

/** Ends a key that {@link isEndable}: it can then be destroyed. Throws AppError `keys.state`. */
export const endGroupKey = async (dataDir: string, id: string, now: Date): Promise<void> => {
	if (!isEndable(await toStored(dataDir, id), now))
		throw new AppError('keys.state', 409, 'ending a key: it is in use, or over already')
	await setState(dataDir, id, 'past')
}

/** Adds or replaces a person's wrap. Throws AppError `keys.state` for a key that was destroyed. */
export const addWrap = async (
	dataDir: string,
	id: string,
	{ personId, wrap }: { personId: string; wrap: Uint8Array },
): Promise<void> => {
	const path = getWrapPath(dataDir, id, personId)
	const check = async () => {
		if ((await readRecord(dataDir, id)).state === 'destroyed')
			throw new AppError('keys.state', 409, 'adding a wrap: the key was destroyed')
	}
	await check()
	await writeKeyFile(path, wrap)
	// A destruction that began in between has counted its wraps already.
	await check().catch(async (error: unknown) => {
		await shredKeyFile(path)
		throw error
	})
}

/** Destroys a person's wrap of a key. Nothing happens when there is none. */
export const removeWrap = (dataDir: string, id: string, personId: string): Promise<void> =>
	shredKeyFile(getWrapPath(dataDir, id, personId))
