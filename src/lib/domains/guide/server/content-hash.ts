import { createHash } from 'node:crypto'

/** A hash of texts by their path: what was made of them is stale when it differs. */
export const hashTexts = (texts: Iterable<readonly [path: string, text: string]>): string => {
	const hash = createHash('sha256')
	for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1)))
		hash.update(path).update('\0').update(text).update('\0')
	return hash.digest('base64url')
}
