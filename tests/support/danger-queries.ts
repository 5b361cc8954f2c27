import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { DangerBook } from '../../src/lib/domains/guide/search/danger.ts'

/** A query with the situations that it should hear, likeliest first; none for a harmless one. */
export type DangerQuery = { q: string; lang: string; hears: string[]; asker?: string; set: string }

const root = new URL('../../', import.meta.url)

/** The danger list as it stands in `content/search`. */
export const readDangerBook = (): DangerBook =>
	parse(readFileSync(new URL('content/search/danger.yaml', root), 'utf8')) as DangerBook

/** The `first` set was written before the danger list, the `second` after it and without sight of it. */
export const readDangerQueries = (set: 'first' | 'second'): DangerQuery[] => {
	const file = set === 'first' ? 'danger-queries.json' : 'danger-second-queries.json'
	return JSON.parse(readFileSync(new URL(`tests/search/${file}`, root), 'utf8')) as DangerQuery[]
}
