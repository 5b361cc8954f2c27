/**
 * What the islands do not carry to the phone. age brings keys after the quantum computer, keys of hardware and passphrases; a report is
 * sealed with X25519 alone. What a browser's own WebCrypto can do is fetched only where it cannot. Decision 021 says why, and what to do
 * when this stops a build.
 */
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const own = (name: string): string => fileURLToPath(new URL(`./islands-code/${name}.ts`, import.meta.url))

const absent = 'thiqa:not-carried'

/** What the code of age asks for, and what it gets in its place; `kept`: the real one. */
const answers: Readonly<Record<string, string>> = {
	[absent]: own('not-carried'),
	'@noble/post-quantum/hybrid.js': own('not-carried'),
	'@noble/curves/nist.js': own('not-carried'),
	'@noble/hashes/scrypt.js': own('not-carried'),
	'@noble/curves/ed25519.js': own('x25519'),
	'@noble/hashes/hkdf.js': 'kept',
	'@noble/hashes/hmac.js': 'kept',
	'@noble/hashes/sha2.js': 'kept',
	'@noble/hashes/utils.js': 'kept',
	'@noble/ciphers/chacha.js': 'kept',
	'@scure/base': 'kept',
}
const replaced = Object.keys(answers).filter((name) => answers[name] !== 'kept')

/** Kinds of readers that the door of age takes from its other files, in its own spelling. */
const unusedKinds = [
	'HybridIdentity, HybridRecipient',
	'ScryptIdentity, ScryptRecipient',
	'TagRecipient, HybridTagRecipient',
]

/** Whose signatures WebCrypto may check. A certificate is checked where there is no network to fetch anything from. */
const ofReports = /\/src\/lib\/(?:domains\/reports|tools\/signed-note)\//u

const isOfAge = (file: string | undefined): boolean => /\/age-encryption\/dist\/[^/]+$/u.test(file ?? '')

/**
 * For bundles that seal and open with X25519 only. Stops the build when age asks for code that is not in the list, or no longer
 * for some that is: then the list has to be looked at again.
 */
export const carryLess = (): Plugin => {
	const seen = new Set<string>()
	return {
		name: 'thiqa:carry-less',
		apply: 'build',
		enforce: 'pre',
		resolveId(source, importer) {
			if (source === '@noble/ed25519' && ofReports.test(importer ?? '')) return own('ed25519')
			if (!isOfAge(importer) || source.startsWith('.')) return undefined
			const answer = answers[source]
			if (answer === undefined)
				this.error(`carrying less of age-encryption: it asks for ${source}, not known here`)
			seen.add(source)
			return answer === 'kept' ? undefined : answer
		},
		transform(code, id) {
			if (!id.endsWith('/age-encryption/dist/index.js')) return undefined
			const changed = unusedKinds.reduce((text, names) => {
				if (!text.includes(`{ ${names} } from "./recipients.js"`))
					this.error(`carrying less of age-encryption: it no longer takes ${names} from one file`)
				return text.replace(`{ ${names} } from "./recipients.js"`, `{ ${names} } from '${absent}'`)
			}, code)
			return { code: changed, map: null }
		},
		buildEnd(error) {
			const missing = replaced.filter((name) => !seen.has(name))
			if (!error && seen.size > 0 && missing.length > 0)
				this.error(`carrying less of age-encryption: it no longer asks for ${missing.join(', ')}`)
		},
	}
}
