import { failed, ok, type Result } from '#base'
import { findState, readText } from './text.ts'
import type { AskRecord, PublishedTree } from './tree.ts'

const readEpochs = (text: string) => {
	const all = JSON.parse(text) as unknown
	if (!Array.isArray(all)) return undefined
	const read = all.flatMap((value: unknown) => {
		const { note, entry, salt } = { ...(value as Record<string, unknown>) }
		return readText(note, entry, salt)
	})
	return read.length === all.length ? read : undefined
}

/**
 * Checks the keys of reports that are published: each signed note is a leaf of the record, and the one that reports of this visitor are sealed to is
 * among them. A demonstration publishes none.
 *
 * @param tree - the tree that was made anew
 * @param shown - the note that intake shows to who asks from here; `undefined`: it shows none
 * @returns how many are published; `waiting`: one is in order but for its place
 */
export const verifyPublishedEpochs = async (
	ask: AskRecord,
	tree: Pick<PublishedTree, 'leaves' | 'countLeaves'>,
	shown: string | undefined,
): Promise<Result<{ epochs: number; waiting?: string }>> => {
	const refuse = (message: string): Result<never> => failed({ path: 'epochs', message })
	const epochs = readEpochs(await ask('epochs'))
	if (!epochs) return refuse('keys of reports: not a list of signed notes')
	const state = await findState(ask, tree, epochs)
	if (state === 'missing')
		return refuse('keys of reports: one that is published does not stand in the record')
	if (shown !== undefined && epochs.length > 0 && !epochs.some(({ content }) => content === shown))
		return refuse(
			'keys of reports: the one that was shown to you stands nowhere in the record. Seal nothing to it, keep it, and tell others',
		)
	return ok({ epochs: epochs.length, ...(state === 'waiting' ? { waiting: 'a key of reports' } : {}) })
}
