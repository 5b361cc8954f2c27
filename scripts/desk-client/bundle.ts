import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseManifest } from '../../src/lib/tools/seal/code-manifest/index.ts'

/** The page into which the desk is drawn: it holds nothing but the way to its code. */
export const shellPath = '/desk-client.html'

/** Client files by address, each with the bytes that the manifest names. */
export type Bundle = {
	files: ReadonlyMap<string, Buffer>
	/** SHA-256 of the manifest, in hex: to be compared with what the release says. */
	digest: string
}

const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads the client files of a build and holds each against the manifest. They are kept in memory: what was checked is what is given out.
 * @param manifest - its text, from a place that the server does not rule
 * @throws with every file that is missing or has other bytes
 */
export const readBundle = (folder: string, manifest: string): Bundle => {
	const digests = parseManifest(manifest)
	if (!digests?.has(shellPath))
		throw new Error('the manifest is none of a desk: it does not name desk-client.html')
	const faults: string[] = []
	const files = new Map<string, Buffer>()
	for (const [address, digest] of digests) {
		try {
			const bytes = readFileSync(join(folder, address))
			if (hash(bytes) === digest) files.set(address, bytes)
			else faults.push(`${address}: other bytes than the manifest names`)
		} catch {
			faults.push(`${address}: not there`)
		}
	}
	if (faults.length > 0) throw new Error(faults.join('\n'))
	return { files, digest: hash(manifest) }
}
