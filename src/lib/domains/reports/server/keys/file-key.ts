/**
 * The key that lies beside the database and not in it: without it, a stolen database does not tell which receipt belongs to which
 * report.
 */
import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import { AppError } from '#base'
import { createMac, drawBytes, findKey, getKey } from '#platform'
import type { MailboxKeys } from '../../keys/receipt.ts'
import type { ReportQueries } from '../tables.ts'
import { formatUuid } from './uuid.ts'

/** The part of a receipt's public half that is stored beside its mailbox. */
export type KeptKeys = Omit<MailboxKeys, 'lookup'>

export type FileKey = {
	/** The place of the mailbox of a lookup, 32 bytes. */
	locate: (lookup: Uint8Array) => Uint8Array
	/** Keys as they are stored, bound to the place. */
	wrap: (keys: KeptKeys, place: Uint8Array) => Uint8Array
	/** The keys again; `undefined` when they were wrapped by another key or for another place. */
	unwrap: (wrapped: Uint8Array, place: Uint8Array) => KeptKeys | undefined
	/** 32 bytes for one use: two uses never share a secret. */
	derive: (use: string) => Uint8Array
	/** A UUID (version 4 by its bits) that belongs to these bytes and tells nothing of them. */
	toId: (use: string, of: string) => string
}

const boxLength = 62
const context = 'thiqa/reports/v1/'

const toUuid = (bytes: Uint8Array): string => {
	const all = Buffer.from(bytes.subarray(0, 16))
	all[6] = ((all[6] ?? 0) & 0x0f) | 0x40
	all[8] = ((all[8] ?? 0) & 0x3f) | 0x80
	return formatUuid(all)
}

const createBox = (secret: KeyObject): Pick<FileKey, 'wrap' | 'unwrap'> => ({
	wrap: ({ auth, mark, box }, place) => {
		const nonce = drawBytes(12)
		const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(place)
		const plain = Buffer.concat([auth, mark, Buffer.from(box.padEnd(boxLength))])
		return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
	},
	unwrap: (wrapped, place) => {
		const bytes = Buffer.from(wrapped)
		const cipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12), { authTagLength: 16 })
		cipher.setAAD(place).setAuthTag(bytes.subarray(-16))
		try {
			const plain = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()])
			const box = plain.subarray(48).toString('latin1').trimEnd()
			return {
				auth: new Uint8Array(plain.subarray(0, 32)),
				mark: new Uint8Array(plain.subarray(32, 48)),
				box,
			}
		} catch {
			return undefined // not ours: the tag says so
		}
	},
})

/** A file key from its 32 bytes. */
export const createFileKey = (secret: Uint8Array): FileKey => {
	const derive = (use: string): Uint8Array =>
		new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), context + use, 32))
	const [toPlace, toDigest] = [createMac(derive('place')), createMac(derive('id'))]
	return {
		...createBox(createSecretKey(derive('box'))),
		locate: toPlace,
		derive,
		toId: (use, of) => toUuid(toDigest(Buffer.from(`${use}\0${of}`))),
	}
}

const readFirstMailbox = (db: ReportQueries) =>
	db.selectFrom('mailbox').select(['lookup_mac', 'keys']).limit(1).executeTakeFirst()

/**
 * The file key of this installation, `<dataDir>/keys/file.key`, made at the first start. Loud when it cannot be right: mailboxes
 * of a database that came without its key would answer nobody, in silence.
 * @throws AppError `reports.key-missing` or `reports.key-wrong`; `key.open-to-others` or `key.wrong` as the platform does
 */
export const openFileKey = async (dataDir: string, db: ReportQueries): Promise<FileKey> => {
	const [found, mailbox] = [await findKey(dataDir, 'file'), await readFirstMailbox(db)]
	if (!found && mailbox)
		throw new AppError(
			'reports.key-missing',
			500,
			`Opening reports: ${dataDir}/keys/file.key is missing and the database has mailboxes; bring the key back from its backup`,
		)
	const key = createFileKey(found ?? (await getKey(dataDir, 'file')))
	if (mailbox && !key.unwrap(mailbox.keys, mailbox.lookup_mac))
		throw new AppError(
			'reports.key-wrong',
			500,
			`Opening reports: ${dataDir}/keys/file.key is not the key of this database; bring back the one that belongs to it`,
		)
	return key
}
