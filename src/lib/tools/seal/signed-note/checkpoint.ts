import { failed, fromBase64, isWellFormed, ok, toBase64, type Result } from '#base'

/** The head of a public record (https://c2sp.org/tlog-checkpoint): which record, how many entries, over which root. */
export type Checkpoint = {
	/** Identity of the record; the name of its key by convention. */
	origin: string
	/** Number of entries. */
	size: number
	/** 32 bytes, RFC 6962. */
	root: Uint8Array
	/** Further lines. Signed, but no witness says anything about them. */
	extensions: string[]
}

const isLine = (line: string): boolean => line !== '' && isWellFormed(line) && !line.includes('\n')

/** The text of a note. Throws for a line that is empty or two lines, a size that is none, a root that is not 32 bytes. */
export const formatCheckpoint = ({ origin, size, root, extensions }: Checkpoint): string => {
	const isGood = Number.isSafeInteger(size) && size >= 0 && root.length === 32
	if (!isGood || ![origin, ...extensions].every(isLine))
		throw new Error('writing a checkpoint: wanted lines with text, a size and a root of 32 bytes')
	return [origin, String(size), toBase64(root), ...extensions, ''].join('\n')
}

/** Reads the text of a note as a checkpoint; refused is any spelling that {@link formatCheckpoint} does not write. */
export const parseCheckpoint = (text: string): Result<Checkpoint> => {
	const [origin = '', spelt = '', spelling = '', ...rest] = text.split('\n')
	const [size, root] = [Number(spelt), fromBase64(spelling)]
	const extensions = rest.slice(0, -1)
	const isGood =
		rest.at(-1) === '' &&
		/^(?:0|[1-9][0-9]*)$/u.test(spelt) &&
		Number.isSafeInteger(size) &&
		root?.length === 32
	return isGood && [origin, ...extensions].every(isLine)
		? ok({ origin, size, root, extensions })
		: failed({ path: '', message: 'reading a checkpoint: wanted lines of origin, size and root of 32 bytes' })
}
