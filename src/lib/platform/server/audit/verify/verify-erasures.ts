import { failed, ok, type Result } from '#base'
import { commit } from '../entry.ts'
import type { CheckErasure } from './verify-contents.ts'

/** A text with the salt of its leaf, base64. */
type Recorded = { content: string; salt: string }
type PublishedErasure = { epoch: string; certificate: Recorded; signatures: readonly Recorded[] }

const isText = (value: unknown): value is string => typeof value === 'string' && value.length < 4_000

/** One certificate as `/record/erasures` gives it; `undefined` for anything else. */
const read = (value: unknown): PublishedErasure | undefined => {
	const { epoch, certificate, salt, signatures = [] } = { ...(value as Record<string, unknown>) }
	if (!isText(epoch) || !isText(certificate) || !isText(salt) || !Array.isArray(signatures)) return undefined
	const signed = signatures.flatMap((one: unknown) => {
		const { content, salt: own } = { ...(one as Record<string, unknown>) }
		return isText(content) && isText(own) ? [{ content, salt: own }] : []
	})
	return signed.length === signatures.length
		? { epoch, certificate: { content: certificate, salt }, signatures: signed }
		: undefined
}

const toLeaf = ({ content, salt }: Recorded): string =>
	Buffer.from(commit(Buffer.from(salt, 'base64'), Buffer.from(content))).toString('base64')

/**
 * Checks the certificates of destroyed keys that are published: each of them, and each signature under it, is a leaf of the
 * record, and the signatures are those of the two persons named. One that was made in the last seconds may have no place yet.
 *
 * @param leaves - commitments of the tree that was made anew, base64
 */
export const verifyPublishedErasures = async (
	ask: (path: string) => Promise<string>,
	leaves: ReadonlySet<string>,
	checkErasure: CheckErasure,
): Promise<Result<{ erasures: number; signatures: number }>> => {
	const refuse = (message: string): Result<never> => failed({ path: 'erasures', message })
	const all = JSON.parse(await ask('erasures')) as unknown
	if (!Array.isArray(all)) return refuse('erasures: not a list')
	let signatures = 0
	for (const value of all) {
		const erasure = read(value)
		if (!erasure) return refuse('erasures: one of them is not a certificate')
		const { epoch, certificate, signatures: signed } = erasure
		if ([certificate, ...signed].some((recorded) => !leaves.has(toLeaf(recorded))))
			return refuse(`certificate of ${epoch}: it, or a signature under it, does not stand in the record`)
		const checked = await checkErasure(
			certificate.content,
			signed.map(({ content }) => content),
		)
		if (!checked.ok) return refuse(`certificate of ${epoch}: it or a signature under it is not good`)
		signatures += checked.value
	}
	return ok({ erasures: all.length, signatures })
}
