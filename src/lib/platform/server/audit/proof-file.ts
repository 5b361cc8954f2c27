/**
 * A proof as a file of its own (https://c2sp.org/tlog-proof): what a person keeps to show that something was handed in, and what
 * verifiers read. Its extra data is the leaf, 32 bytes, or what the leaf commits to: the salt and then the content.
 */
import { failed, fromBase64, ok, toBase64, type Result } from '#base'
import type { Hash } from '#tools/seal/merkle-log'
import { commit } from './entry.ts'
import type { Inclusion } from './inclusion.ts'

/** An opened leaf: its content, and the salt of its commitment. */
export type OpenedLeaf = { salt: Uint8Array; content: Uint8Array }

/** A proof out of a file; nothing in it is checked but its form. */
export type ParsedProof = Inclusion & { opened: OpenedLeaf | undefined }

const kind = 'c2sp.org/tlog-proof@v1'
const hashLength = 32
/** More than 40 hashes, a content and a checkpoint with 100 witnesses take. */
const mostCharacters = 65_536

const isOpening = ({ salt, content }: OpenedLeaf, commitment: Uint8Array): boolean =>
	Buffer.compare(commit(salt, content), commitment) === 0

/**
 * The file of a proof. What does not open this leaf stays out of it: the file then proves an entry, and not of what.
 *
 * @param opened - what the leaf commits to, for the one who may show it
 */
export const formatInclusion = (
	{ index, commitment, path, checkpoint }: Inclusion,
	opened?: OpenedLeaf,
): string => {
	const extra =
		opened && isOpening(opened, commitment) ? Buffer.concat([opened.salt, opened.content]) : commitment
	return [kind, `extra ${toBase64(extra)}`, `index ${index}`, ...path.map(toBase64), '', checkpoint].join(
		'\n',
	)
}

const readExtra = (line: string): Pick<ParsedProof, 'commitment' | 'opened'> | undefined => {
	const extra = line.startsWith('extra ') ? fromBase64(line.slice(6)) : undefined
	if (!extra || extra.length < hashLength) return undefined
	if (extra.length === hashLength) return { commitment: extra, opened: undefined }
	const opened = { salt: extra.slice(0, hashLength), content: extra.slice(hashLength) }
	return { commitment: commit(opened.salt, opened.content), opened }
}

/** Reads a proof as {@link formatInclusion} writes it. The commitment of an opened leaf is made anew from what it holds. */
export const parseProof = (text: string): Result<ParsedProof> => {
	const refuse = failed({ path: 'proof', message: 'proof: it is none, or it was changed' })
	if (text.length > mostCharacters) return refuse
	const cut = text.indexOf('\n\n')
	const [first, extraLine = '', indexLine = '', ...lines] = text.slice(0, Math.max(0, cut)).split('\n')
	const [extra, spelt] = [readExtra(extraLine), /^index (0|[1-9]\d{0,15})$/u.exec(indexLine)?.[1]]
	if (first !== kind || !extra || spelt === undefined || !Number.isSafeInteger(Number(spelt))) return refuse
	const path: Hash[] = lines.flatMap((line) => fromBase64(line) ?? [])
	if (path.length !== lines.length || path.some(({ length }) => length !== hashLength)) return refuse
	return ok({ ...extra, index: Number(spelt), path, checkpoint: text.slice(cut + 2) })
}
