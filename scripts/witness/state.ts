/**
 * Memory of a witness: the checkpoint that it signed last, for each record, in one file. It only goes forward. It is replaced whole, and
 * lies on the disk before anybody sees the signature: what was given away was kept before, whatever stops the machine.
 */
import { open, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseCheckpoint, parseNote } from '../../src/lib/tools/seal/signed-note/index.ts'
import type { SeenTree } from '../../src/lib/platform/server/audit/witnesses/protocol/judge-checkpoint.ts'

type Kept = SeenTree & { note: string }

export type WitnessState = {
	find: (origin: string) => Kept | undefined
	/** Resolves once the disk has it. @throws when it would go back */
	keep: (origin: string, note: string) => Promise<void>
	list: () => readonly string[]
}

const file = 'state.json'

const toKept = (note: string): Kept => {
	const parsed = parseNote(note)
	const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
	if (!head.ok) throw new Error(`what is kept in ${file} is no checkpoint`)
	return { size: head.value.size, root: head.value.root, note }
}

const syncFolder = async (folder: string): Promise<void> => {
	await using opened = await open(folder)
	await opened.sync()
}

const write = async (folder: string, notes: ReadonlyMap<string, Kept>): Promise<void> => {
	const text = `${JSON.stringify({ signed: Object.fromEntries([...notes].map(([name, { note }]) => [name, note])) }, undefined, '\t')}\n`
	const unfinished = join(folder, `${file}.unfinished`)
	await writeFile(unfinished, text, { mode: 0o600, flush: true })
	await rename(unfinished, join(folder, file))
	await syncFolder(folder)
}

const stored = v.object({ signed: v.record(v.string(), v.string()) })

const parse = (text: string): v.InferOutput<typeof stored> => {
	try {
		return v.parse(stored, JSON.parse(text))
	} catch (error) {
		throw new Error(`${file} is damaged: a witness that does not know what it has signed must not go on`, {
			cause: error,
		})
	}
}

const read = async (folder: string): Promise<Map<string, Kept> | undefined> => {
	const text = await readFile(join(folder, file), 'utf8').catch((error: unknown) => {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
		throw error
	})
	if (text === undefined) return undefined
	return new Map(Object.entries(parse(text).signed).map(([origin, note]) => [origin, toKept(note)]))
}

/**
 * Opens the state in a folder; an empty one is made for a witness that has no key yet.
 * @param isNew - it has no key yet, so nothing can have been signed
 * @throws when a witness that may have signed has no state: it does not know any more what it must not contradict
 */
export const openState = async (folder: string, isNew: boolean): Promise<WitnessState> => {
	const found = await read(folder)
	if (!found && !isNew)
		throw new Error(
			`${join(folder, file)} is not there, and this witness has a key: it may have signed and would not know it. Begin with a new folder, a new name and a new key, and give the new key to who runs the record`,
		)
	const notes = found ?? new Map<string, Kept>()
	if (!found) await write(folder, notes)
	return {
		find: (origin) => notes.get(origin),
		list: () => [...notes.values()].map(({ note }) => note),
		keep: async (origin, note) => {
			const kept = toKept(note)
			if (kept.size < (notes.get(origin)?.size ?? 0))
				throw new Error('keeping a checkpoint: it would go back')
			await write(folder, new Map(notes).set(origin, kept))
			notes.set(origin, kept)
		},
	}
}
