/** Client files by address and digest, in the form that `sha256sum -c` reads: one line each, 64 hex digits, two spaces, the path. */

/** Digest of each file: 64 hex digits of SHA-256, by its address (`/_app/x.js`). */
export type CodeManifest = ReadonlyMap<string, string>

const line = /^([0-9a-f]{64}) {2}(\S+)$/u

/** The manifest as a file, sorted by address, so that the same files give the same bytes. */
export const formatManifest = (manifest: CodeManifest): string =>
	[...manifest]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([address, digest]) => `${digest}  ${address.slice(1)}\n`)
		.join('')

/** Reads such a file; `undefined` when one line is in another form or an address stands twice. */
export const parseManifest = (text: string): CodeManifest | undefined => {
	const found = new Map<string, string>()
	for (const written of text.split('\n').filter((one) => one !== '')) {
		const [, digest, path] = line.exec(written) ?? []
		if (digest === undefined || path === undefined || found.has(`/${path}`)) return undefined
		found.set(`/${path}`, digest)
	}
	return found
}

/** A digest as `integrity` wants it (https://www.w3.org/TR/SRI/). */
export const toIntegrity = (digest: string): string =>
	`sha256-${btoa(String.fromCharCode(...(digest.match(/../gu) ?? []).map((pair) => parseInt(pair, 16))))}`

const scriptTag = /<script type="module" src="([^"]+)"/gu

/** Says on each script of a page which bytes it may have. A browser refuses others, also those that an old visit left in its cache. */
export const addIntegrity = (html: string, manifest: CodeManifest): string =>
	html.replaceAll(scriptTag, (tag, address: string) => {
		const digest = manifest.get(address)
		return digest === undefined ? tag : `${tag} integrity="${toIntegrity(digest)}"`
	})
