/**
 * A page in brotli of which a few short texts are new each time, compressed once: its pieces as one stream that is flushed around each
 * text, and the texts between them as they are, in blocks that are not compressed (RFC 7932, section 9.2).
 * https://www.rfc-editor.org/rfc/rfc7932
 */
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliDecompress, constants, createBrotliCompress } from 'node:zlib'

/** The page with these texts, as it is sent; `undefined` when one is not as long as the one it stands for. */
export type FillAround = (texts: readonly string[]) => Uint8Array<ArrayBuffer> | undefined

/** The next literals are coded by the two bytes before them (section 7.1): they must be the same, whatever the text ends with. */
const seam = 2
/** Bytes that the length of a block has room for, in the form that is written here. */
const longest = 0x1_0000

/** Head of a block of bytes as they are: not the last one, four nibbles of length, uncompressed; filled up to whole bytes. */
const makeHead = (length: number): Buffer => {
	const head = Buffer.alloc(3)
	head.writeUIntLE(((length - 1) << 3) | (1 << 19), 0, 3)
	return head
}

/** Compresses parts as one stream. Answers the bytes of each: the stream can be cut between them. */
const compressParts = async (
	parts: readonly Buffer[],
	params: Readonly<Record<number, number>>,
): Promise<Buffer[]> => {
	const stream = createBrotliCompress({ params })
	let out: Buffer[] = []
	stream.on('data', (bytes: Buffer) => out.push(bytes))
	const compressed: Buffer[] = []
	for (const [at, part] of parts.entries()) {
		await new Promise<void>((resolve, reject) => {
			stream.once('error', reject)
			if (at === parts.length - 1) stream.once('end', resolve).end(part)
			else stream.write(part, () => stream.flush(constants.BROTLI_OPERATION_FLUSH, resolve))
		})
		compressed.push(Buffer.concat(out))
		out = []
	}
	return compressed
}

/** The bytes of each text with the seam behind it, and the pieces without what has gone into a seam. */
const cutSeams = (pieces: readonly string[]): { heads: Buffer[]; seams: Buffer[] } => {
	const bytes = pieces.map((piece) => Buffer.from(piece))
	return {
		heads: bytes.map((piece, at) => (at === 0 ? piece : piece.subarray(seam))),
		seams: bytes.slice(1).map((piece) => piece.subarray(0, seam)),
	}
}

/** What is compressed, and what it must give again. */
type Cut = { heads: Buffer[]; seams: Buffer[]; lengths: number[]; texts: readonly string[]; whole: string }

const compressOnce = async (
	{ heads, seams, lengths, texts, whole }: Cut,
	params: Readonly<Record<number, number>>,
): Promise<FillAround | undefined> => {
	// In place of each text something that stands nowhere else: nothing behind it may be told as a repetition of it.
	const parts = heads.flatMap((head, at) =>
		at === 0
			? [head]
			: [Buffer.concat([randomBytes(lengths[at - 1] ?? 0), seams[at - 1] ?? Buffer.alloc(0)]), head],
	)
	const kept = (await compressParts(parts, params)).filter((_, at) => at % 2 === 0)
	const blocks = lengths.map((length) => makeHead(length + seam))
	const fill: FillAround = (given) => {
		if (given.length !== lengths.length) return undefined
		if (given.some((text, at) => Buffer.byteLength(text) !== lengths[at])) return undefined
		const none = Buffer.alloc(0)
		return Buffer.concat(
			kept.flatMap((piece, at) =>
				at === 0
					? [piece]
					: [blocks[at - 1] ?? none, Buffer.from(given[at - 1] ?? ''), seams[at - 1] ?? none, piece],
			),
		)
	}
	const filled = fill(texts)
	const opened = filled && (await promisify(brotliDecompress)(filled).catch(() => undefined))
	return opened?.toString() === whole ? fill : undefined
}

/** Two of a hundred random stand-ins are by chance repeated by what follows them: then others are taken. */
const attempts = 6

/**
 * Compresses what stays of a page; `undefined` when that would not give the page again, as where a piece is too short.
 *
 * @param pieces - of the page, one more than texts
 * @param texts - that stand between them now; others must be as long
 */
export const compressAround = async (
	pieces: readonly string[],
	texts: readonly string[],
	params: Readonly<Record<number, number>>,
): Promise<FillAround | undefined> => {
	const { heads, seams } = cutSeams(pieces)
	const lengths = texts.map((text) => Buffer.byteLength(text))
	if (
		heads.some(({ length }) => length === 0) ||
		lengths.some((length) => length === 0 || length + seam > longest)
	)
		return undefined
	const whole = pieces.map((piece, at) => piece + (texts[at] ?? '')).join('')
	for (let attempt = 0; attempt < attempts; attempt += 1) {
		const fill = await compressOnce({ heads, seams, lengths, texts, whole }, params)
		if (fill) return fill
	}
	return undefined
}
