import { parseVerifierKey, toVerifierKey } from '../../src/lib/tools/seal/signed-note/index.ts'
import { shellPath, type Bundle } from './bundle.ts'

/**
 * Reads the root of the team, as a poster and the sheets of the ceremony print it.
 * @throws when it is no key of a root
 */
export const readRoot = (text: string): string => {
	const key = parseVerifierKey(text.trim())
	if (!key.ok || key.value.type !== 'ed25519')
		throw new Error('--root is not the key of a root: wanted the line of root.pub, as the poster has it')
	return toVerifierKey(key.value)
}

const escape = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/**
 * The files with the root on the page of the desk, where its code reads it.
 * @throws when the page has no place for it: the files are of a release whose code would not look
 */
export const giveRoot = (bundle: Bundle, root: string): Bundle => {
	const [before = '', after, ...more] = (bundle.files.get(shellPath)?.toString() ?? '').split(' data-root=""')
	if (after === undefined || more.length > 0)
		throw new Error('--root is of no use to this release: its page has no place for a root')
	const page = Buffer.from(`${before} data-root="${escape(root)}"${after}`)
	return { ...bundle, files: new Map(bundle.files).set(shellPath, page) }
}
