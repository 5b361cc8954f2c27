/** Patterns of one comparison, `[url:value = '…']`, written and read (STIX 2.1, 9). */

/** Paths of what may be looked for: names and values of a file's digests, of an address, of a domain. */
export const patternPaths = {
	domain: 'domain-name:value',
	url: 'url:value',
	sha256: "file:hashes.'SHA-256'",
	md5: "file:hashes.'MD5'",
	pdq: "file:hashes.'PDQ'",
} as const
export type PatternKind = keyof typeof patternPaths

/** A string in single quotes: only the backslash and the quote are escaped (9.2). */
const quote = (value: string): string => `'${value.replace(/[\\']/gu, String.raw`\$&`)}'`

/** Writes the pattern that is true for exactly one value. */
export const writePattern = (kind: PatternKind, value: string): string =>
	`[${patternPaths[kind]} = ${quote(value)}]`

/** Longer is no pattern of one comparison that anybody needs. */
const longest = 8192

const form =
	/^\s*\[\s*([a-z-]+):([A-Za-z_]+(?:\.(?:'[^'\\]+'|[A-Za-z0-9_]+))?)\s*=\s*'((?:[^'\\]|\\['\\])*)'\s*\]\s*$/u

const kinds: ReadonlyMap<string, PatternKind> = new Map([
	['domain-name:value', 'domain'],
	['url:value', 'url'],
	['file:hashes.SHA-256', 'sha256'],
	['file:hashes.SHA256', 'sha256'],
	['file:hashes.MD5', 'md5'],
	['file:hashes.PDQ', 'pdq'],
])

/** Reads a pattern of one comparison, as others write it; `undefined` for any other: who needs those has to evaluate them. */
export const readPattern = (pattern: string): { kind: PatternKind; value: string } | undefined => {
	if (pattern.length > longest) return undefined
	const [, type, path, quoted] = form.exec(pattern) ?? []
	if (type === undefined || path === undefined || quoted === undefined) return undefined
	const kind = kinds.get(`${type}:${path.replaceAll("'", '')}`)
	return kind && { kind, value: quoted.replace(/\\(['\\])/gu, '$1') }
}
