/** Checks a copy of the site: in its folder, or as a server sends it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { failed, ok, type Result } from '#base'
import { makeNoteKey, openNote } from '#tools/seal/signed-note'
import { parseMirrorText, parseSums, toMirrorKeyName, type MirrorText } from '../mirror-text.ts'

/** Reads a file of a copy by its path; `undefined` when it is not there. */
export type ReadCopied = (path: string) => Promise<Uint8Array | undefined>

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const refuse = (message: string): Result<never> => failed({ path: '', message })

const own = new Set(['SHA256SUMS', 'MIRROR.txt', 'MIRROR.sig', 'MIRROR.note'])

const readText = async (read: ReadCopied, path: string): Promise<string | undefined> => {
	const bytes = await read(path)
	return bytes && new TextDecoder().decode(bytes)
}

const checkNote = async (read: ReadCopied, publicKey: Uint8Array): Promise<Result<MirrorText>> => {
	const note = await readText(read, 'MIRROR.note')
	if (note === undefined) return refuse('MIRROR.note is not there')
	const said = parseMirrorText(`${note.split('\n\n')[0] ?? ''}\n`)
	if (!said.ok) return said
	const opened = await openNote(note, [makeNoteKey(toMirrorKeyName(said.value.home), 'ed25519', publicKey)])
	if (!opened.ok) return refuse('MIRROR.note is not signed by this key')
	return (await readText(read, 'MIRROR.txt')) === opened.value.text
		? said
		: refuse('MIRROR.txt says something else than MIRROR.note')
}

/** Files asked for at the same time: a copy may lie on a small server. */
const atOnce = 4

const findChanged = async (sums: ReadonlyMap<string, string>, read: ReadCopied): Promise<string[]> => {
	const queue = [...sums]
	const changed: string[] = []
	const work = async (): Promise<void> => {
		for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
			const [path, wanted] = next
			const bytes = await read(path)
			if (bytes === undefined) changed.push(`${path} is not there`)
			else if (hash(bytes) !== wanted) changed.push(`${path} was changed`)
		}
	}
	await Promise.all(Array.from({ length: atOnce }, work))
	return changed.toSorted()
}

/**
 * Checks the signature, the list and every file.
 *
 * @param publicKey - 32 bytes, from the site itself and not from the copy
 */
export const verifyMirror = async (read: ReadCopied, publicKey: Uint8Array): Promise<Result<MirrorText>> => {
	const said = await checkNote(read, publicKey)
	if (!said.ok) return said
	const list = await read('SHA256SUMS')
	if (list === undefined || hash(list) !== said.value.sums) return refuse('SHA256SUMS was changed')
	const sums = parseSums(new TextDecoder().decode(list))
	if (!sums.ok) return sums
	if (sums.value.size !== said.value.files) return refuse('SHA256SUMS has another number of files')
	const changed = await findChanged(sums.value, read)
	return changed.length === 0 ? ok(said.value) : refuse(changed.join('\n'))
}

/** Reads the copy of a folder. */
export const readFolder =
	(folder: string): ReadCopied =>
	async (path) => {
		try {
			return readFileSync(join(folder, path))
		} catch {
			return undefined
		}
	}

/** Files of a folder that its list does not name: nobody signed them. */
export const findUnsigned = (folder: string): string[] => {
	const list = parseSums(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'))
	const named = list.ok ? list.value : new Map<string, string>()
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !named.has(path) && !own.has(path))
}

/** Milliseconds that a server has for one file. */
const patience = 30_000
/** Bytes of the largest file that is read from a server. */
const mostBytes = 64 * 1024 * 1024

/** Reads the copy that a server sends, without following it elsewhere. */
export const readServer =
	(origin: string): ReadCopied =>
	async (path) => {
		const address = path.split('/').map(encodeURIComponent).join('/')
		const answer = await fetch(`${origin}/${address}`, {
			redirect: 'manual',
			signal: AbortSignal.timeout(patience),
		})
		if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostBytes) return undefined
		return new Uint8Array(await answer.arrayBuffer())
	}
