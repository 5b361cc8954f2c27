import { AppError, failed, isUuid, ok, type Result } from '#base'
import { commit } from '../entry.ts'
import type { AskRecord, PublishedTree } from './published-tree.ts'
import type { CheckErasure } from './verify-contents.ts'

/** A text with the name of its entry and the salt of its leaf, base64. */
type Recorded = { content: string; entry: string; salt: string }
type PublishedErasure = { epoch: string; certificate: Recorded; signatures: readonly Recorded[] }

const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 4_000

const readRecorded = (content: unknown, entry: unknown, salt: unknown): Recorded[] =>
	isText(content) && isText(entry) && isUuid(entry) && isText(salt) ? [{ content, entry, salt }] : []

/** One certificate as `/record/erasures` gives it; `undefined` for anything else. */
const read = (value: unknown): PublishedErasure | undefined => {
	const { epoch, certificate, entry, salt, signatures = [] } = { ...(value as Record<string, unknown>) }
	const [own] = readRecorded(certificate, entry, salt)
	if (!isText(epoch) || !own || !Array.isArray(signatures)) return undefined
	const signed = signatures.flatMap((one: unknown) => {
		const given = { ...(one as Record<string, unknown>) }
		return readRecorded(given['content'], given['entry'], given['salt'])
	})
	return signed.length === signatures.length ? { epoch, certificate: own, signatures: signed } : undefined
}

const toLeaf = ({ content, salt }: Recorded): string =>
	Buffer.from(commit(Buffer.from(salt, 'base64'), Buffer.from(content))).toString('base64')

/** Place of an entry in the record: an index in the tree; `waiting` for one; `unknown`. */
const askPlace = async (ask: AskRecord, entry: string): Promise<number | 'waiting' | 'unknown'> => {
	try {
		const index = /^index (\d{1,15})$/mu.exec(await ask(`proof?entry=${entry}`))?.[1]
		return index === undefined ? 'unknown' : Number(index)
	} catch (error) {
		if (error instanceof AppError && error.status === 503) return 'waiting'
		if (error instanceof AppError && error.status === 404) return 'unknown'
		throw error
	}
}

/**
 * Texts are published at once and get their place some seconds later. `waiting`: there is no such leaf, and the record says that
 * its place is still to come; `missing`: the record knows nothing of it, or another leaf has its place.
 */
const findState = async (
	ask: AskRecord,
	tree: Pick<PublishedTree, 'leaves' | 'countLeaves'>,
	texts: readonly Recorded[],
): Promise<'recorded' | 'waiting' | 'missing'> => {
	let state: 'recorded' | 'waiting' = 'recorded'
	for (const text of texts) {
		if (tree.leaves.has(toLeaf(text))) continue
		const place = await askPlace(ask, text.entry)
		if (place === 'unknown' || (place !== 'waiting' && place < tree.countLeaves())) return 'missing'
		state = 'waiting'
	}
	return state
}

/**
 * Checks the certificates of destroyed keys that are published: each of them, and each signature under it, is a leaf of the
 * record, and the signatures are those of the two persons named. `waiting` names an epoch whose certificate is in order but for
 * its place, which is still to come.
 *
 * @param tree - the tree that was made anew
 */
export const verifyPublishedErasures = async (
	ask: AskRecord,
	tree: Pick<PublishedTree, 'leaves' | 'countLeaves'>,
	checkErasure: CheckErasure,
): Promise<Result<{ erasures: number; signatures: number; waiting?: string }>> => {
	const refuse = (message: string): Result<never> => failed({ path: 'erasures', message })
	const all = JSON.parse(await ask('erasures')) as unknown
	if (!Array.isArray(all)) return refuse('erasures: not a list')
	const waiting: string[] = []
	let signatures = 0
	for (const value of all) {
		const erasure = read(value)
		if (!erasure) return refuse('erasures: one of them is not a certificate')
		const { epoch, certificate, signatures: signed } = erasure
		const state = await findState(ask, tree, [certificate, ...signed])
		if (state === 'missing')
			return refuse(`certificate of ${epoch}: it, or a signature under it, does not stand in the record`)
		if (state === 'waiting') waiting.push(epoch)
		const checked = await checkErasure(
			certificate.content,
			signed.map(({ content }) => content),
		)
		if (!checked.ok) return refuse(`certificate of ${epoch}: it or a signature under it is not good`)
		signatures += checked.value
	}
	const [first] = waiting
	return ok({ erasures: all.length, signatures, ...(first === undefined ? {} : { waiting: first }) })
}
