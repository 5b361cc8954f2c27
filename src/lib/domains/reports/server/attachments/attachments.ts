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
	shortestPiece,
	type AttachmentKind,
} from '../../attachments/kinds.ts'
import type { Budget } from '../flood.ts'
import type { FaultPoint } from '../keep/report-store.ts'
import type { FileKey } from '../keys/file-key.ts'
import { readFormToken } from '../keys/form-token.ts'
import { isWorkDone } from '../keys/work.ts'
import type { ReportDatabase } from '../tables.ts'
import { measureFile, readStart, removeFile, writePiece } from './attachment-files.ts'
import {
	countArriving,
	findArriving,
	forgetGone,
	makeRoom,
	noteArrived,
	startArriving,
	type NamedAttachment,
} from './attachment-rows.ts'
import { hasSpace, mostArriving } from './free-space.ts'
import { createUploadLine, type UploadLine } from './upload-line.ts'

/** A piece as its request says: `length` bytes at `at` of a part that will have `bytes`; `solution`: the work of its form. */
export type Piece = {
	token: string
	part: number
	at: number
	bytes: number
	length: number
	solution?: string | undefined
}

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
	/** `false`: no device does work before it sends, in an emergency. */
	asksWork?: boolean
	/** Most bytes on the disk that wait for their report, and the share of forms without work, for tests. */
	room?: number
	free?: Budget
}

/** Hours after which what no report has named is let go. */
const hoursToBind = 24
/** An attachment on its way, with the id of the report that will name it. */
type Part = NamedAttachment & { report: string }

/** Bytes that wait for their report have an end: who has sent nothing for longest makes room. `undefined`: there is room. */
const createRoom =
	(
		{ db, folder, disk = () => readDisk(folder), room = mostArriving }: AttachmentsOptions,
		line: UploadLine,
	) =>
	async ({ report }: Part, { ofAll, length }: { ofAll: number; length: number }) => {
		const over = ofAll + length - room
		const gone = over > 0 ? await makeRoom(db, { report, bytes: over, busy: line.listBusy() }) : []
		for (const id of gone) {
			await removeFile(folder, id)
			await forgetGone(db, id)
		}
		if (over > 0 && gone.length === 0) return { code: 'attachments.full' }
		return hasSpace(await disk(), length) ? undefined : { code: 'attachments.full' }
	}

const createStart =
	({ db, now }: AttachmentsOptions, makeSpace: ReturnType<typeof createRoom>) =>
	async (row: Part, length: number): Promise<Taken | undefined> => {
		const { ofReport, ofAll } = await countArriving(db, row)
		if (ofReport + row.bytes > mostTogether) return { code: 'attachments.too-long' }
		const full = await makeSpace(row, { ofAll, length })
		if (full) return full
		const expires = new Date(toHour(now()).getTime() + (hoursToBind + 1) * hour)
		return (await startArriving(db, { ...row, expires })) ? undefined : { code: 'token.used' }
	}

const createGoOn =
	({ db, folder }: AttachmentsOptions, makeSpace: ReturnType<typeof createRoom>) =>
	async (row: Part, { at, length }: Piece): Promise<Taken | undefined> => {
		const announced = await findArriving(db, row.id)
		if (announced === 'bound') return { code: 'token.used' }
		const size = announced === row.bytes ? ((await measureFile(folder, row.id)) ?? 0) : 0
		if (at > size) return { code: 'attachment.offset', at: size }
		const { ofAll } = await countArriving(db, row)
		return makeSpace(row, { ofAll, length })
	}

/** A disk that is full says so in the middle of a piece; anything else is a fault. */
const isFull = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')

/** The last piece of a part may be short; any other costs the disk as much as a long one. */
const isPiece = ({ at, length, bytes }: Piece): boolean =>
	length <= longestPiece && at + length <= bytes && (length >= shortestPiece || at + length === bytes)

/** Opens the way in. With no kind switched on it takes nothing. */
export const createAttachments = (options: AttachmentsOptions): Attachments => {
	const { db, folder, key, kinds, now, faultPoint = () => {} } = options
	const [tokens, secret] = [createMac(key.derive('form-token')), key.derive('work')]
	const [most, longest, line] = [countMost(kinds), getMostSealed(kinds), createUploadLine(options)]
	const makeSpace = createRoom(options, line)
	const [start, goOn] = [createStart(options, makeSpace), createGoOn(options, makeSpace)]
	const toId = (form: string, part: number): string => key.toId('attachment', `${form} ${part}`)

	const write = async ({ id, report }: Part, { at, length }: Piece, body: AsyncIterable<Uint8Array>) => {
		try {
			const isThere = await writePiece(folder, { id, at, length }, body)
			faultPoint('piece')
			if (!isThere) return { code: 'body.cut', at }
			await noteArrived(db, { id, report, arrived: at + length })
			return { at: at + length }
		} catch (error) {
			if (isFull(error)) return { code: 'attachments.full' }
			throw error
		}
	}
	return {
		kinds,
		take: async (piece, body) => {
			const { part, at, bytes, length, solution } = piece
			const token = readFormToken(piece.token, 'report', { mac: tokens, now: now() })
			if (typeof token === 'string') return { code: token }
			if (part > most || bytes > longest) return { code: 'attachments.too-long' }
			if (!isPiece(piece)) return { code: 'attachment.piece' }
			const row = { id: toId(token.id, part), part, bytes, report: key.toId('report', token.id) }
			const work = solution && { isWorkDone: () => isWorkDone(solution, token, { secret, now: now() }) }
			return line.enter({ id: row.id, form: token.id, ...(work || {}) }, async () => {
				const refused = at === 0 ? await start(row, length) : await goOn(row, piece)
				return refused ?? write(row, piece, body)
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
