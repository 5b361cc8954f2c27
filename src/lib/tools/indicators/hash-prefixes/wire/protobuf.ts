/** Protocol buffers by a table of fields, as far as these messages need them (https://protobuf.dev/programming-guides/encoding/). */
import { fromBase64, toBase64 } from '#base'

/** Names of an enum by number; gaps are empty. */
export type EnumNames = readonly string[]
export type WireField = { no: number; isMany?: true } & (
	| { kind: 'int' | 'decimal' | 'bytes' | 'duration' }
	| { kind: 'enum'; names: EnumNames }
	| { kind: 'message'; fields: WireFields }
)
/** WireFields of a message by their names in JSON. */
export type WireFields = { readonly [name: string]: WireField }
export type WireMessage = { [name: string]: unknown }

const [asVarint, asBytes] = [0, 2]

/** Levels of messages in messages; those of this tool have four. */
const maxDepth = 8

const readVarint = (bytes: Uint8Array, from: number): { value: number; next: number } | undefined => {
	let value = 0
	for (let at = 0; at < 10; at++) {
		const byte = bytes[from + at]
		if (byte === undefined) return undefined
		value += (byte & 0x7f) * 2 ** (7 * at)
		if (byte < 0x80) return { value, next: from + at + 1 }
	}
	return undefined
}

const writeVarint = (value: number): number[] => {
	const bytes: number[] = []
	let rest = value
	for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) + 0x80)
	return [...bytes, rest]
}

type Raw = { no: number; value: number | Uint8Array; next: number }

const readRaw = (bytes: Uint8Array, from: number): Raw | undefined => {
	const key = readVarint(bytes, from)
	if (!key) return undefined
	const [no, wire] = [Math.floor(key.value / 8), key.value % 8]
	if (wire === 1 || wire === 5) return { no, value: 0, next: key.next + (wire === 1 ? 8 : 4) }
	const number = readVarint(bytes, key.next)
	if (!number || (wire !== asVarint && wire !== asBytes)) return undefined
	if (wire === asVarint) return { no, value: number.value, next: number.next }
	const next = number.next + number.value
	return next > bytes.length ? undefined : { no, value: bytes.subarray(number.next, next), next }
}

const listVarints = (bytes: Uint8Array): number[] => {
	const values: number[] = []
	for (let at = 0; at < bytes.length;) {
		const read = readVarint(bytes, at)
		if (!read) break
		values.push(read.value)
		at = read.next
	}
	return values
}

const readValues = (field: WireField, value: number | Uint8Array, depth: number): unknown[] => {
	if (field.kind === 'bytes') return typeof value === 'number' ? [] : [toBase64(value)]
	if (field.kind === 'message') {
		const read = typeof value === 'number' ? undefined : decodeMessage(field.fields, value, depth + 1)
		return read ? [read] : []
	}
	const numbers = typeof value === 'number' ? [value] : listVarints(value)
	return field.kind === 'enum' ? numbers.map((number) => field.names[number] ?? String(number)) : numbers
}

/** Bytes as the message in its JSON form; fields of other numbers are passed over. `undefined` for what is no message. */
export const decodeMessage = (fields: WireFields, bytes: Uint8Array, depth = 0): WireMessage | undefined => {
	if (depth > maxDepth) return undefined
	const byNumber = new Map(Object.entries(fields).map(([name, field]) => [field.no, { name, field }]))
	const lists = new Map<string, unknown[]>()
	for (let at = 0; at < bytes.length;) {
		const raw = readRaw(bytes, at)
		if (!raw) return undefined
		at = raw.next
		const known = byNumber.get(raw.no)
		if (!known) continue
		const before = lists.get(known.name) ?? []
		lists.set(known.name, before)
		for (const value of readValues(known.field, raw.value, depth)) before.push(value)
	}
	return Object.fromEntries(
		[...lists].map(([name, values]) => [name, fields[name]?.isMany ? values : values.at(-1)]),
	)
}

const join = (parts: readonly Uint8Array[]): Uint8Array => {
	const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
	let at = 0
	for (const part of parts) {
		bytes.set(part, at)
		at += part.length
	}
	return bytes
}

const isMessage = (value: unknown): value is WireMessage =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const toPayload = (field: WireField, value: unknown): Uint8Array | number | undefined => {
	if (field.kind === 'bytes') return typeof value === 'string' ? fromBase64(value) : undefined
	if (field.kind === 'message') return isMessage(value) ? encodeMessage(field.fields, value) : undefined
	if (field.kind === 'enum') return typeof value === 'string' ? field.names.indexOf(value) : undefined
	// A duration is a message of its own: whole seconds in field 1.
	if (field.kind === 'duration')
		return Uint8Array.from([8, ...writeVarint(Number.parseInt(String(value), 10))])
	return Number(value)
}

const encodeOne = (field: WireField, value: unknown): Uint8Array => {
	const payload = toPayload(field, value)
	if (payload === undefined || (typeof payload === 'number' && !(payload >= 0)))
		throw new Error(`writing a message: field ${field.no} has no such form`)
	if (typeof payload === 'number')
		return Uint8Array.from([...writeVarint(field.no * 8), ...writeVarint(payload)])
	return join([
		Uint8Array.from([...writeVarint(field.no * 8 + asBytes), ...writeVarint(payload.length)]),
		payload,
	])
}

/** The bytes of a message that stands in its JSON form. */
export const encodeMessage = (fields: WireFields, message: WireMessage): Uint8Array =>
	join(
		Object.entries(fields).flatMap(([name, field]) => {
			const value = message[name]
			if (value === undefined) return []
			return (Array.isArray(value) ? value : [value]).map((one: unknown) => encodeOne(field, one))
		}),
	)
