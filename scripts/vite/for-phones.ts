/**
 * What the islands do not carry to the phone. Signatures of report and mailbox are made and checked by the browser's own WebCrypto, and the
 * code of `@noble/ed25519` is fetched only where it cannot. A report is sealed with X25519: keys of other kinds stay away altogether, as
 * what they share with it would come with every report. Decisions 021 and 061.
 */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const own = (name: string): string => fileURLToPath(new URL(`./islands-code/${name}.ts`, import.meta.url))

/** Modules whose signatures WebCrypto may check. A certificate is checked where there is no network to fetch anything from. */
const ofReports = /\/src\/lib\/(?:domains\/reports|tools\/seal\/signed-note)\//u

/** For bundles of the islands: one module in place of another, by name. */
export const forPhones = (): Plugin => ({
	name: 'thiqa:for-phones',
	apply: 'build',
	enforce: 'pre',
	resolveId(source, importer = '') {
		if (source === '@noble/ed25519' && ofReports.test(importer)) return own('ed25519')
		return source === './other-kinds.ts' ? own('other-kinds') : undefined
	},
})
