/**
 * Pads a compressed page with bytes that whoever unpacks it skips: its length, which a line shows in spite of TLS, then says nothing of what
 * the page says. Brotli: RFC 7932, section 9.2 (blocks of metadata). gzip: RFC 1952, section 2.3.1 (comment in the header).
 * https://www.rfc-editor.org/rfc/rfc7932 https://www.rfc-editor.org/rfc/rfc1952
 */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { toParams, type Encoding } from './page-shell.ts'

/** A block of metadata of so many bytes at most, its head included; the head says in one byte or two how long it is. */
const makeMetadata = (most: number): Buffer => {
	if (most < 3) return Buffer.of(0b0110)
	const lengthBytes = most < 260 ? 1 : 2
	const head = Buffer.alloc(1 + lengthBytes)
	const skipped = Math.min(most - head.length, 256 ** lengthBytes)
	head.writeUIntLE(0b0110 | (lengthBytes << 4) | ((skipped - 1) << 6), 0, head.length)
	return Buffer.concat([head, Buffer.alloc(skipped)])
}

const toWhole = (length: number, step: number): number => Math.ceil(length / step) * step

const padBrotli = async (
	page: Buffer,
	step: number,
	params: Record<number, number>,
): Promise<Buffer<ArrayBuffer>> => {
	const options = { params, finishFlush: constants.BROTLI_OPERATION_FLUSH }
	const packed: Buffer = await promisify(brotliCompress)(page, options)
	const end = Buffer.of(0b11)
	const filling: Buffer[] = []
	let left = toWhole(packed.length + end.length, step) - packed.length - end.length
	while (left > 0) {
		const metadata = makeMetadata(left)
		filling.push(metadata)
		left -= metadata.length
	}
	return Buffer.concat([packed, ...filling, end])
}

const [flagsAt, hasComment, headLength] = [3, 0b1_0000, 10]

const padGzip = async (page: Buffer, step: number): Promise<Buffer<ArrayBuffer>> => {
	const packed = await promisify(gzip)(page)
	const left = toWhole(packed.length, step) - packed.length
	if (left === 0) return packed
	packed.writeUInt8(packed.readUInt8(flagsAt) | hasComment, flagsAt)
	const comment = Buffer.alloc(left, ' ')
	comment.writeUInt8(0, left - 1)
	return Buffer.concat([packed.subarray(0, headLength), comment, packed.subarray(headLength)])
}

/** White space behind the end of HTML or JSON is part of nothing. */
const padPlain = (page: Buffer, step: number): Buffer<ArrayBuffer> =>
	Buffer.concat([page, Buffer.alloc(toWhole(page.length, step) - page.length, ' ')])

/**
 * Compresses a page of HTML or JSON to a whole number of steps.
 *
 * @param step - bytes
 * @param quality - of brotli
 */
export const padPage = async (
	page: Buffer,
	{ encoding, step, quality }: { encoding: Encoding | undefined; step: number; quality: number },
): Promise<Buffer<ArrayBuffer>> => {
	if (encoding === 'br') return padBrotli(page, step, toParams(quality, page.length))
	return encoding === 'gzip' ? padGzip(page, step) : padPlain(page, step)
}
