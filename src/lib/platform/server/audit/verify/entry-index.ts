/**
 * All entries of the record in memory, found by their ids: what is kept is compared with them table by table, each read once from its beginning
 * to its end, where a join would look every row up in two indexes. 64 bytes an entry.
 */
import { sql } from 'kysely'
import type { AuditQueries } from '../audit-tables.ts'
import { idBytes, readTable } from './packed.ts'

const commitmentBytes = 32

export type EntryIndex = {
	/** Adds an entry at the end; the bytes are copied. */
	add: (id: Uint8Array, commitment: Uint8Array) => void
	/** Number of an entry in the order of adding; -1 when there is none of this id. */
	find: (id: Uint8Array) => number
	commitmentOf: (entry: number) => Buffer
	/** Says that an entry has this place in the tree. */
	place: (entry: number, leaf: number) => void
	/** The place of an entry; `undefined` while it has none. */
	leafOf: (entry: number) => number | undefined
	/** Says that something is kept behind an entry, or that an act of erasure names it. */
	mark: (entry: number, what: 'kept' | 'erased') => void
	/** Entries behind which nothing is kept: those that an act names, all others, and the first place among the others. */
	countBare: () => { erased: number; unexplained: number; firstLeaf: number | undefined }
}

const flags = { kept: 1, erased: 2 } as const

/** Rows of all entries: as many as there is room for. */
const makeRows = (size: number) => ({
	size,
	ids: Buffer.alloc(size * idBytes),
	commitments: Buffer.alloc(size * commitmentBytes),
	leaves: new Float64Array(size).fill(-1),
	marks: new Uint8Array(size),
	slots: new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, size * 2)))).fill(-1),
})

type Rows = ReturnType<typeof makeRows>

/** Ids are random, unless somebody has chosen them: all of their bytes count. */
const mix = (id: Buffer): number => {
	let mixed = 0
	for (let at = 0; at < idBytes; at += 4) mixed = Math.imul(mixed ^ id.readUInt32LE(at), 0x9e3779b1)
	return mixed ^ (mixed >>> 15)
}

const countBare = ({ marks, leaves }: Rows, count: number): ReturnType<EntryIndex['countBare']> => {
	let [erased, unexplained] = [0, 0]
	let firstLeaf: number | undefined
	for (let entry = 0; entry < count; entry++) {
		const mark = marks[entry] ?? 0
		if ((mark & flags.kept) !== 0) continue
		if ((mark & flags.erased) !== 0) {
			erased += 1
			continue
		}
		unexplained += 1
		const leaf = leaves[entry] ?? -1
		if (leaf >= 0 && (firstLeaf === undefined || leaf < firstLeaf)) firstLeaf = leaf
	}
	return { erased, unexplained, firstLeaf }
}

/** @param expected - how many entries will be added, about: the record may grow while it is read */
export const createEntryIndex = (expected: number): EntryIndex => {
	let rows = makeRows(expected + 1)
	let count = 0
	const toSlot = (id: Buffer): number => mix(id) & (rows.slots.length - 1)
	const isAt = (entry: number, id: Buffer): boolean =>
		id.compare(rows.ids, entry * idBytes, (entry + 1) * idBytes) === 0
	const walk = (id: Buffer): number => {
		let slot = toSlot(id)
		for (let entry = rows.slots[slot] ?? -1; entry >= 0 && !isAt(entry, id); entry = rows.slots[slot] ?? -1)
			slot = (slot + 1) & (rows.slots.length - 1)
		return slot
	}
	const toBuffer = (id: Uint8Array): Buffer => (Buffer.isBuffer(id) ? id : Buffer.from(id))
	const grow = (): void => {
		const old = rows
		rows = makeRows(old.size * 2)
		rows.ids.set(old.ids)
		rows.commitments.set(old.commitments)
		rows.leaves.set(old.leaves)
		rows.marks.set(old.marks)
		for (let entry = 0; entry < count; entry++)
			rows.slots[walk(rows.ids.subarray(entry * idBytes, (entry + 1) * idBytes))] = entry
	}
	return {
		add: (id, commitment) => {
			if (count === rows.size) grow()
			rows.ids.set(id, count * idBytes)
			rows.commitments.set(commitment, count * commitmentBytes)
			rows.slots[walk(toBuffer(id))] = count
			count += 1
		},
		find: (id) => rows.slots[walk(toBuffer(id))] ?? -1,
		commitmentOf: (entry) =>
			rows.commitments.subarray(entry * commitmentBytes, (entry + 1) * commitmentBytes),
		place: (entry, leaf) => void (rows.leaves[entry] = leaf),
		leafOf: (entry) => {
			const leaf = rows.leaves[entry] ?? -1
			return leaf < 0 ? undefined : leaf
		},
		mark: (entry, what) => void (rows.marks[entry] = (rows.marks[entry] ?? 0) | flags[what]),
		countBare: () => countBare(rows, count),
	}
}

/** All entries of a record. @param count - how many there are, about */
export const readEntries = async (db: AuditQueries, count: number): Promise<EntryIndex> => {
	const index = createEntryIndex(count)
	for await (const [id, commitment] of readTable(db, 'audit_entry', [sql`uuid_send(id)`, sql`commitment`]))
		if (id && commitment) index.add(id, commitment)
	return index
}
