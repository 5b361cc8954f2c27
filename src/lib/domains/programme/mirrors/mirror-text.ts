/**
 * Text that is signed of a copy: five lines of text (`MIRROR.txt`), whose last is a line of `sha256sum` for the list of all files (`SHA256SUMS`). So
 * `openssl` and `sha256sum` are enough to check one.
 */
import { failed, ok, type Result } from '#base'

export type MirrorText = {
	/** Origin of the site that was copied. */
	home: string
	/** Day of the copy, `2026-11-29`. */
	day: string
	/** Number of files in the list. */
	files: number
	/** SHA-256 of `SHA256SUMS`, 64 hex digits. */
	sums: string
}

const first = 'thiqa mirror v1'

/** Writes the text that is signed. */
export const formatMirrorText = ({ home, day, files, sums }: MirrorText): string =>
	[first, home, day, `${files} files`, `${sums}  SHA256SUMS`, ''].join('\n')

/** Reads it; refused is any spelling that {@link formatMirrorText} does not write. */
export const parseMirrorText = (text: string): Result<MirrorText> => {
	const [, home = '', day = '', count = '', sums = ''] =
		/^thiqa mirror v1\n(https?:\/\/[^\s/]+)\n(\d{4}-\d\d-\d\d)\n(\d{1,7}) files\n([0-9a-f]{64}) {2}SHA256SUMS\n$/u.exec(
			text,
		) ?? []
	const read = { home, day, files: Number(count), sums }
	// A key is named after the address: one that is none, or with a plus, names no key.
	return formatMirrorText(read) === text && URL.canParse(home) && !home.includes('+')
		? ok(read)
		: failed({ path: 'MIRROR.txt', message: `reading it: wanted the five lines of "${first}"` })
}

/** Name of the key under which copies of a site are signed. */
export const toMirrorKeyName = (home: string): string => `${new URL(home).host}/mirror`

/** Files and their SHA-256 in hex, by path with `/`. */
type Sums = ReadonlyMap<string, string>

/** Writes the list as `sha256sum` does, in the order of the paths. */
export const formatSums = (sums: Sums): string =>
	[...sums]
		.toSorted(([one], [other]) => (one < other ? -1 : 1))
		.map(([path, hash]) => `${hash}  ${path}\n`)
		.join('')

const isInside = (path: string): boolean =>
	!path.startsWith('/') && !/[\\\n]/u.test(path) && path.split('/').every((part) => !/^\.{0,2}$/u.test(part))

/** Reads a list; refused when a line is none, a path stands twice or leads out of the folder. */
export const parseSums = (text: string): Result<Sums> => {
	const sums = new Map<string, string>()
	for (const line of text.split('\n').slice(0, -1)) {
		const [, hash = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? []
		if (!isInside(path) || sums.has(path))
			return failed({
				path: 'SHA256SUMS',
				message: 'reading it: wanted a hash and a path inside on each line',
			})
		sums.set(path, hash)
	}
	return text.endsWith('\n') || text === ''
		? ok(sums)
		: failed({ path: 'SHA256SUMS', message: 'reading it: its last line is cut' })
}
