/**
 * Acts on keys that belong into the public record: what was done, with the salt of its entry, one file each in
 * `<dataDir>/keys/acts`. Written before the database is asked, so that no act gets lost between the two.
 */
import { join } from 'node:path'
import { toHour } from '#base'
import { makeEntry, type AuditEntry } from '#platform'
import { base64 } from '@scure/base'
import * as v from 'valibot'
import type { KeyRequest } from '../../keys/index.ts'
import { findErasure, finishErasures } from './destroy.ts'
import { listGroupKeys } from './group-keys.ts'
import { findKeyFile, getKeyFolder, listNames, makeFolder, writeKeyFile } from './key-file.ts'

const form = v.strictObject({
	v: v.literal(1),
	id: v.string(),
	/** Id of the epoch or index. */
	subject: v.string(),
	/** Log of what was done, as lines that anyone can read. */
	content: v.string(),
	salt: v.string(),
	commitment: v.string(),
	isRecorded: v.boolean(),
})
type Kept = v.InferOutput<typeof form>

/** An act and its entry in the record. */
export type RecordedAct = {
	subject: string
	content: string
	isErasure: boolean
	entry: AuditEntry
	salt: Uint8Array
}

const getFolder = (dataDir: string): string => join(getKeyFolder(dataDir), 'acts')

const write = async (dataDir: string, act: Kept): Promise<void> => {
	await makeFolder(getFolder(dataDir))
	await writeKeyFile(join(getFolder(dataDir), `${act.id}.json`), JSON.stringify(act))
}

const list = async (dataDir: string): Promise<Kept[]> => {
	const names = await listNames(getFolder(dataDir))
	const files = await Promise.all(names.map((name) => findKeyFile(join(getFolder(dataDir), name))))
	return files.flatMap((file) => (file ? [v.parse(form, JSON.parse(file.toString()))] : []))
}

/** The text of a hand-over. */
export const formatHandOver = (
	{ subject, receiver, askedBy }: KeyRequest,
	agreedBy: string,
	now: Date,
): string =>
	['thiqa hand-over v1', subject, receiver, toHour(now).toISOString(), askedBy, agreedBy, ''].join('\n')

/** Keeps an act for the record. */
export const addAct = async (dataDir: string, subject: string, content: string): Promise<void> => {
	const { id, salt, commitment } = makeEntry(new TextEncoder().encode(content))
	const entry = { id, salt: base64.encode(salt), commitment: base64.encode(commitment) }
	await write(dataDir, { v: 1, subject, content, ...entry, isRecorded: false })
}

const addMissingErasures = async (dataDir: string): Promise<void> => {
	await finishErasures(dataDir)
	const known = (await list(dataDir)).map(({ content }) => content)
	for (const { span } of await listGroupKeys(dataDir)) {
		const certificate = await findErasure(dataDir, span.id)
		if (certificate !== undefined && !known.includes(certificate)) await addAct(dataDir, span.id, certificate)
	}
}

/**
 * Hands every act that is not in the record yet to `record`, which writes its entry. After an interruption the same act comes
 * again with the same entry id: an entry that is there already is no fault. Hand-overs come each time, with the text that has to
 * stand behind their entry: a database that is older than its place for it gets it so.
 */
export const recordActs = async (
	dataDir: string,
	record: (act: RecordedAct) => Promise<void>,
): Promise<void> => {
	await addMissingErasures(dataDir)
	for (const act of await list(dataDir)) {
		const { id, subject, content } = act
		const isErasure = content.startsWith('thiqa erasure v1\n')
		if (act.isRecorded && isErasure) continue
		await record({
			subject,
			content,
			isErasure,
			entry: { id, commitment: base64.decode(act.commitment) },
			salt: base64.decode(act.salt),
		})
		if (!act.isRecorded) await write(dataDir, { ...act, isRecorded: true })
	}
}
