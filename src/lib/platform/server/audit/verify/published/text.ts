import { AppError, isUuid } from '#base'
import { commit } from '../../entry.ts'
import type { AskRecord, PublishedTree } from './tree.ts'

/** A published text with the name of its entry and the salt of its leaf, base64. */
export type PublishedText = { content: string; entry: string; salt: string }

export const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 4_000

/** Such a text out of what was answered; none for anything else. */
export const readText = (content: unknown, entry: unknown, salt: unknown): PublishedText[] =>
	isText(content) && isText(entry) && isUuid(entry) && isText(salt) ? [{ content, entry, salt }] : []

const toLeaf = ({ content, salt }: PublishedText): string =>
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
export const findState = async (
	ask: AskRecord,
	tree: Pick<PublishedTree, 'leaves' | 'countLeaves'>,
	texts: readonly PublishedText[],
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
