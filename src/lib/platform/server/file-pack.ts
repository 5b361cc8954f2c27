/**
 * The compressed files of a build as one, which a process keeps open: each is read by its place when it is first asked for, and those asked
 * for last are held. What was open stays so while the build is made anew under it.
 */
import { openSync, readFileSync, readSync, writeFileSync } from 'node:fs'

/** Where a file lies in the pack: its first byte and how many. */
type Place = readonly [at: number, length: number]

/** Bytes of all that is held at most. */
const most = 16 * 1024 * 1024

export type FilePack = {
	/** Gives what is made of the bytes of a file, anew when it was not asked for lately. `undefined` when it is not in the pack. */
	find: <Made extends { body: Buffer }>(
		name: string,
		make: (body: Buffer) => Made,
	) => (() => Made) | undefined
}

/** Writes a pack: its bytes, and a list of places. */
export const writePack = (path: string, files: readonly (readonly [name: string, body: Buffer])[]): void => {
	const places: Record<string, Place> = {}
	let at = 0
	for (const [name, { length }] of files) {
		places[name] = [at, length]
		at += length
	}
	writeFileSync(path, Buffer.concat(files.map(([, body]) => body)))
	writeFileSync(`${path}.json`, JSON.stringify(places))
}

const readAll = (file: number, [at, length]: Place): Buffer => {
	const body = Buffer.allocUnsafeSlow(length)
	let read = 0
	while (read < length) {
		const more = readSync(file, body, read, length - read, at + read)
		if (more === 0) throw new Error('reading a file of the build: the pack ends before it')
		read += more
	}
	return body
}

/** Holds what is asked for last, up to so many bytes. */
const createHold = (limit: number) => {
	const held = new Map<string, { body: Buffer }>()
	let bytes = 0
	return <Made extends { body: Buffer }>(name: string, make: () => Made): Made => {
		const known = held.get(name)
		if (known) return known as Made
		const made = make()
		held.set(name, made)
		bytes += made.body.length
		for (const [oldest, { body }] of held) {
			if (bytes <= limit) break
			held.delete(oldest)
			bytes -= body.length
		}
		return made
	}
}

/** Opens a pack; `undefined` where none was written. */
export const openPack = (path: string, limit = most): FilePack | undefined => {
	const open = (): { places: ReadonlyMap<string, Place>; file: number } | undefined => {
		try {
			const places = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Record<string, Place>
			return { places: new Map(Object.entries(places)), file: openSync(path, 'r') }
		} catch {
			return undefined
		}
	}
	const opened = open()
	if (!opened) return undefined
	const { places, file } = opened
	const hold = createHold(limit)
	return {
		find: (name, make) => {
			const place = places.get(name)
			return place && (() => hold(name, () => make(readAll(file, place))))
		},
	}
}
