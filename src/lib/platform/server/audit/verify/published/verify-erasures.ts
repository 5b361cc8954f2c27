import { failed, ok, type Result } from '#base'
import { findState, isText, readText, type PublishedText } from './text.ts'
import type { AskRecord, PublishedTree } from './tree.ts'
import type { CheckErasure } from '../verify-contents.ts'

type PublishedErasure = { epoch: string; certificate: PublishedText; signatures: readonly PublishedText[] }

/** One certificate as `/record/erasures` gives it; `undefined` for anything else. */
const read = (value: unknown): PublishedErasure | undefined => {
	const { epoch, certificate, entry, salt, signatures = [] } = { ...(value as Record<string, unknown>) }
	const [own] = readText(certificate, entry, salt)
	if (!isText(epoch) || !own || !Array.isArray(signatures)) return undefined
	const signed = signatures.flatMap((one: unknown) => {
		const given = { ...(one as Record<string, unknown>) }
		return readText(given['content'], given['entry'], given['salt'])
	})
	return signed.length === signatures.length ? { epoch, certificate: own, signatures: signed } : undefined
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
	return ok({
		erasures: all.length,
		signatures,
		...(first === undefined ? {} : { waiting: `certificate of ${first}` }),
	})
}
