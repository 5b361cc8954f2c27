/** A list that somebody pastes: an answer for each line, and none is lost. */
import { ok, refused, type Result } from '#base'
import { findKind, toCanonicalValue } from './canonical-value.ts'
import type { IndicatorKind } from './indicator.ts'
import { findBlockRefusal, type BlockRefusal, type NeverBlock } from './never-block.ts'

/** Lines that are read at once. */
export const mostLines = 1000

export type LineRefusal = BlockRefusal | 'indicator.unread' | 'indicator.twice'
type Item = { kind: IndicatorKind; value: string }

/** A line as it was pasted, with what it is or why it is nothing. */
export type Line = { text: string; result: Result<Item, LineRefusal> }

/** A line: a value, or a kind that is named before it (`pdq f8…`), as PDQ and SHA-256 look alike. */
const readLine = (text: string, never: NeverBlock): Result<Item, LineRefusal> => {
	const [, named, rest = ''] = /^(domain|url|sha256|md5|pdq)[\s:=]+(?!\/\/)(.+)$/iu.exec(text) ?? []
	const kind = named?.toLowerCase() as IndicatorKind | undefined
	const value = kind === undefined ? undefined : toCanonicalValue(kind, rest)
	const found = kind === undefined ? findKind(text) : value === undefined ? undefined : { kind, value }
	if (!found) return refused('indicator.unread')
	const refusal = found.kind === 'domain' ? findBlockRefusal(found.value, never) : undefined
	return refusal === undefined ? ok(found) : refused(refusal)
}

/** Reads a list: one thing a line; empty lines and remarks (`#`) are left out. At most {@link mostLines}. */
export const readPastedList = (text: string, never: NeverBlock): Line[] => {
	const seen = new Set<string>()
	return text
		.split(/\r?\n/u)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.slice(0, mostLines)
		.map((line) => {
			const result = readLine(line, never)
			const key = result.ok ? `${result.value.kind} ${result.value.value}` : ''
			if (result.ok && seen.has(key)) return { text: line, result: refused('indicator.twice') }
			if (result.ok) seen.add(key)
			return { text: line, result }
		})
}
