/** Stores requests that a second person has not agreed to yet: one file each in `<dataDir>/keys/requests`. */
import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, isUuid, toHour } from '#base'
import { base64 } from '@scure/base'
import * as v from 'valibot'
import { mayAgree, type KeyAct, type KeyRequest } from '../../keys/index.ts'
import type { Person } from '../../person.ts'
import { addAct, formatHandOver } from './acts.ts'
import { destroyGroupKey } from './destroy.ts'
import { addWrap, getGroupKey, listGroupKeys, removeWrap } from './group-keys.ts'
import { addKeyFile, findKeyFile, getKeyFolder, listNames, makeFolder, shredKeyFile } from './key-file.ts'

const form = v.strictObject({
	id: v.pipe(v.string(), v.uuid()),
	act: v.picklist(['hand-over', 'destroy']),
	subject: v.string(),
	askedBy: v.string(),
	receiver: v.string(),
	hour: v.string(),
	/** Base64; sealed to the receiver, who gets it when a second person has agreed. */
	wrap: v.string(),
})

const getFolder = (dataDir: string): string => join(getKeyFolder(dataDir), 'requests')

const getPath = (dataDir: string, id: string): string => {
	if (!isUuid(id)) throw new AppError('keys.unknown', 404, 'asking for a request: no such id')
	return join(getFolder(dataDir), `${id}.json`)
}

const read = async (path: string): Promise<v.InferOutput<typeof form> | undefined> => {
	const file = await findKeyFile(path)
	return file && v.parse(form, JSON.parse(file.toString()))
}

/** Lists what waits for a second person, the oldest first. */
export const listRequests = async (dataDir: string): Promise<KeyRequest[]> => {
	const folder = getFolder(dataDir)
	const names = (await listNames(folder)).filter((name) => name.endsWith('.json'))
	const all = await Promise.all(names.map((name) => read(join(folder, name))))
	return all
		.flatMap((request) => (request ? [request] : []))
		.map(({ id, act, subject, askedBy, receiver, hour }) => ({ id, act, subject, askedBy, receiver, hour }))
		.sort((one, other) => (one.hour < other.hour ? -1 : 1))
}

type Asked = { act: KeyAct; subject: string; askedBy: string; receiver?: string; wrap?: Uint8Array }

/**
 * Asks for something that needs a second person.
 * @throws AppError `keys.asked` (the same waits already), `keys.state` (only what is over can be destroyed, and nothing that
 * was destroyed can be handed over), `keys.unknown`
 */
export const askFor = async (
	dataDir: string,
	{ act, subject, askedBy, receiver = '', wrap = new Uint8Array() }: Asked,
	now: Date,
): Promise<KeyRequest> => {
	const { state } = await getGroupKey(dataDir, subject)
	if (act === 'destroy' ? state !== 'past' : state === 'destroyed')
		throw new AppError('keys.state', 409, `asking to ${act}: not in this state of the key`)
	const waiting = await listRequests(dataDir)
	if (waiting.some((one) => one.act === act && one.subject === subject && one.receiver === receiver))
		throw new AppError('keys.asked', 409, `asking to ${act}: the same waits for a second person`)
	const request = { id: randomUUID(), act, subject, askedBy, receiver, hour: toHour(now).toISOString() }
	await makeFolder(getFolder(dataDir))
	await addKeyFile(getPath(dataDir, request.id), JSON.stringify({ ...request, wrap: base64.encode(wrap) }))
	return request
}

/** Takes a request back, or refuses it. Nothing happens when it is gone. */
export const dropRequest = (dataDir: string, id: string): Promise<void> => shredKeyFile(getPath(dataDir, id))

/**
 * Destroys all wraps of people who left or whose own key is another one now, and those that wait for them. Those of others
 * stay.
 */
export const removeWraps = async (dataDir: string, personIds: readonly string[]): Promise<void> => {
	for (const { id, receiver } of await listRequests(dataDir))
		if (personIds.includes(receiver)) await dropRequest(dataDir, id)
	for (const { span } of await listGroupKeys(dataDir))
		for (const personId of personIds) await removeWrap(dataDir, span.id, personId)
}

/** The person who agrees, and whether a person may be given keys at this moment. */
export type Second = { person: Person; mayReceive: (personId: string) => Promise<boolean> }

const missing = (): AppError => new AppError('keys.unknown', 404, 'agreeing: the request is not there')

/** Asked again when the wrap is in place: whoever left meanwhile has had their wraps taken away without this one. */
const handOver = async (
	dataDir: string,
	{ subject, receiver }: KeyRequest,
	{ wrap, mayReceive }: { wrap: Uint8Array; mayReceive: Second['mayReceive'] },
): Promise<void> => {
	if (!(await mayReceive(receiver))) throw missing()
	await addWrap(dataDir, subject, { personId: receiver, wrap })
	if (await mayReceive(receiver)) return
	await removeWrap(dataDir, subject, receiver)
	throw missing()
}

/** Outcome of an agreement: the certificate when something was destroyed. */
export type Agreed = { request: KeyRequest; certificate?: string }

/**
 * Does what was asked for, with `person` as the second. Of two who agree at the same moment one is told `keys.unknown`.
 * @throws AppError `keys.second-person` (the same person, or one who may not), `keys.unknown` (also when the receiver may be
 * given no key any more), `keys.state`
 */
export const agreeTo = async (
	dataDir: string,
	id: string,
	{ person, mayReceive }: Second,
	now: Date,
): Promise<Agreed> => {
	const path = getPath(dataDir, id)
	const found = await read(path)
	if (!found) throw missing()
	if (!mayAgree(found, person))
		throw new AppError('keys.second-person', 403, 'agreeing: wanted another person who may do this')
	const taken = path.replace(/\.json$/u, '.taken')
	await rename(path, taken).catch(() => {
		throw missing()
	})
	const { wrap, ...request } = found
	try {
		if (request.act === 'hand-over') {
			await handOver(dataDir, request, { wrap: base64.decode(wrap), mayReceive })
			await addAct(dataDir, request.subject, formatHandOver(request, person.id, now))
			return { request }
		}
		const people = { askedBy: request.askedBy, agreedBy: person.id }
		return { request, certificate: await destroyGroupKey(dataDir, request.subject, people, now) }
	} finally {
		await shredKeyFile(taken)
	}
}
