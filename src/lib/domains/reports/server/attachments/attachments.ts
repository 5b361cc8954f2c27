/**
 * Attachments on their way in: pieces go to the disk as they come, under a name that follows from the token of their form, and
 * belong to nobody until the report of that form names them. Written here, never read back by whoever sent them.
 */
import { hour, toHour } from '#base'
import { createMac, readDisk, type Disk } from '#platform'
import { checkSealedStart, toFamily } from '#tools/seal/sealed'
import {
	countMost,
	getMostSealed,
	longestPiece,
	mostTogether,
	type AttachmentKind,
} from '../../attachments/kinds.ts'
import { fillBucket, takeToken } from '../flood.ts'
import type { FaultPoint } from '../keep/report-store.ts'
import type { FileKey } from '../keys/file-key.ts'
import { readFormToken } from '../keys/form-token.ts'
import type { ReportDatabase } from '../tables.ts'
import { measureFile, readStart, writePiece } from './attachment-files.ts'
import { countArriving, findArriving, startArriving, type NamedAttachment } from './attachment-rows.ts'
import { hasSpace } from './free-space.ts'

/** A piece as its request says: `length` bytes at `at` of a part that will have `bytes`. */
export type Piece = { token: string; part: number; at: number; bytes: number; length: number }

/** Offset that a part has reached, or the code of a refusal: with `at`, where to go on. */
export type Taken = { at: number } | { code: string; at?: number }

export type Attachments = {
	kinds: readonly AttachmentKind[]
	take: (piece: Piece, body: AsyncIterable<Uint8Array>) => Promise<Taken>
	/**
	 * What a report names, when all of it is on the disk, sealed to one reader of the recipient's family; `undefined` when not.
	 * Asks no database.
	 */
	findWhole: (
		form: string,
		lengths: readonly number[],
		recipient: string,
	) => Promise<NamedAttachment[] | undefined>
}

export type AttachmentsOptions = {
	db: ReportDatabase
	folder: string
	key: FileKey
	kinds: readonly AttachmentKind[]
	now: () => Date
	faultPoint?: FaultPoint
	/** The disk, for tests. */
	disk?: () => Promise<Disk>
}

/** Hours after which what no report has named is let go. */
const hoursToBind = 24
/** Pieces a second on average, and at once: a token bucket of their own, so that files never slow words. */
const budget = { perSecond: 100, burst: 1000 }
/** Pieces under way at the same time. */
const mostAtOnce = 256

/** One piece of a part at a time, and not too many in all. */
const createLine = (now: () => Date) => {
	const busy = new Set<string>()
	let bucket = fillBucket(budget, now())
	return async (id: string, work: () => Promise<Taken>): Promise<Taken> => {
		const next = takeToken(bucket, budget, now())
		if (busy.has(id) || busy.size >= mostAtOnce || next.isOver) return { code: 'attachments.busy' }
		bucket = next.bucket
		busy.add(id)
		try {
			return await work()
		} finally {
			busy.delete(id)
		}
	}
}

const createStart =
	({ db, folder, now, disk = () => readDisk(folder) }: AttachmentsOptions) =>
	async (row: NamedAttachment & { report: string }): Promise<Taken | undefined> => {
		const { ofReport, ofAll } = await countArriving(db, row)
		if (ofReport + row.bytes > mostTogether) return { code: 'attachments.too-long' }
		if (!hasSpace(await disk(), ofAll + row.bytes)) return { code: 'attachments.full' }
		const expires = new Date(toHour(now()).getTime() + (hoursToBind + 1) * hour)
		return (await startArriving(db, { ...row, expires })) ? undefined : { code: 'token.used' }
	}

const createGoOn =
	({ db, folder, disk = () => readDisk(folder) }: AttachmentsOptions) =>
	async ({ id, bytes }: NamedAttachment, at: number): Promise<Taken | undefined> => {
		const announced = await findArriving(db, id)
		if (announced === 'bound') return { code: 'token.used' }
		const size = announced === bytes ? ((await measureFile(folder, id)) ?? 0) : 0
		if (at > size) return { code: 'attachment.offset', at: size }
		return hasSpace(await disk(), bytes - at) ? undefined : { code: 'attachments.full' }
	}

/** A disk that is full says so in the middle of a piece; anything else is a fault. */
const isFull = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** Opens the way in. With no kind switched on it takes nothing. */
export const createAttachments = (options: AttachmentsOptions): Attachments => {
	const { folder, key, kinds, now, faultPoint = () => {} } = options
	const tokens = createMac(key.derive('form-token'))
	const [most, longest, line] = [countMost(kinds), getMostSealed(kinds), createLine(now)]
	const [start, goOn] = [createStart(options), createGoOn(options)]
	const toId = (form: string, part: number): string => key.toId('attachment', `${form} ${part}`)

	const write = async (named: NamedAttachment, { at, length }: Piece, body: AsyncIterable<Uint8Array>) => {
		try {
			const isThere = await writePiece(folder, { id: named.id, at, length }, body)
			faultPoint('piece')
			return isThere ? { at: at + length } : { code: 'body.cut', at }
		} catch (error) {
			if (isFull(error)) return { code: 'attachments.full' }
			throw error
		}
	}
	return {
		kinds,
		take: async (piece, body) => {
			const { part, at, bytes, length } = piece
			const token = readFormToken(piece.token, 'report', { mac: tokens, now: now() })
			if (typeof token === 'string') return { code: token }
			if (part > most || bytes > longest) return { code: 'attachments.too-long' }
			if (length > longestPiece || at + length > bytes) return { code: 'attachment.piece' }
			const named = { id: toId(token.id, part), part, bytes }
			return line(named.id, async () => {
				const report = key.toId('report', token.id)
				const refused = at === 0 ? await start({ ...named, report }) : await goOn(named, at)
				return refused ?? write(named, piece, body)
			})
		},
		findWhole: async (form, lengths, recipient) => {
			const family = toFamily(recipient)
			if (family === undefined || lengths.length > most) return undefined
			if (lengths.reduce((sum, length) => sum + length, 0) > mostTogether) return undefined
			const named = lengths.map((bytes, at) => ({ id: toId(form, at + 1), part: at + 1, bytes }))
			for (const { id, bytes } of named) {
				if (bytes > longest || (await measureFile(folder, id)) !== bytes) return undefined
				const head = await readStart(folder, id)
				if (!checkSealedStart(head, bytes, { family, sizes: 'padme' }).ok) return undefined
			}
			return named
		},
	}
}
