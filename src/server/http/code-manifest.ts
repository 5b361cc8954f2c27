/** The digests of all client files, as the build wrote them down. */
import { readFileSync } from 'node:fs'
import { parseManifest, type CodeManifest } from '#tools/seal/code-manifest'

/** Throws when the file is absent or not a manifest: pages would go out without saying what their scripts are. */
export const readCodeManifest = (file = 'build/client/code-manifest.txt'): CodeManifest => {
	const manifest = parseManifest(readFileSync(file, 'utf8'))
	if (!manifest) throw new Error(`${file} is not a list of files and digests: build again`)
	return manifest
}
