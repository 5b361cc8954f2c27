/**
 * Signatures of report and mailbox on a phone: the browser's own WebCrypto, and the code of `@noble/ed25519` only where it cannot.
 * Decision 021.
 */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const own = fileURLToPath(new URL('./islands-code/ed25519.ts', import.meta.url))

/** Not for certificates: they are checked where there is no network to fetch anything from. */
const ofReports = /\/src\/lib\/(?:domains\/reports|tools\/signed-note)\//u

/** For bundles of the islands: who reports gets WebCrypto where the code says `@noble/ed25519`. */
export const ownEd25519 = (): Plugin => ({
	name: 'thiqa:own-ed25519',
	apply: 'build',
	enforce: 'pre',
	resolveId: (source, importer = '') =>
		source === '@noble/ed25519' && ofReports.test(importer) ? own : undefined,
})
