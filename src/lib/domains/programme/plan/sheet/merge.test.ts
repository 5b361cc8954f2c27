import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Fields } from './columns.ts'
import { mergeFields } from './merge.ts'

const names = ['title_fr', 'owner', 'due', 'promise']
const text = fc.constantFrom('', 'a', 'b', 'c', 'd')
const fields: fc.Arbitrary<Fields> = fc.record(Object.fromEntries(names.map((name) => [name, text])))

test('what one person changed is taken, what both changed stands beside it', () => {
	const base = { title_fr: 'a', owner: 'a', due: 'a' }
	const theirs = { ...base, title_fr: 'theirs', due: 'theirs' }
	expect(mergeFields(base, { ...base, title_fr: 'mine', owner: 'mine' }, theirs)).toEqual({
		merged: { title_fr: 'theirs', owner: 'mine', due: 'theirs' },
		beside: [{ field: 'title_fr', now: 'theirs', other: 'mine' }],
	})
})

test('no word of either person is lost, and none that neither wrote appears', () => {
	fc.assert(
		fc.property(fields, fields, fields, (base, mine, now) => {
			const { merged, beside } = mergeFields(base, mine, now)
			const kept = new Map(beside.map(({ field, other }) => [field, other]))
			for (const name of names) {
				if (mine[name] !== base[name]) expect([merged[name], kept.get(name)]).toContain(mine[name])
				if (now[name] !== base[name]) expect(merged[name]).toBe(now[name])
				expect([base[name], mine[name], now[name]]).toContain(merged[name])
			}
		}),
	)
})

test('who changed nothing changes nothing, and whose change stands already is not asked', () => {
	fc.assert(
		fc.property(fields, fields, (base, now) => {
			expect(mergeFields(base, base, now)).toEqual({ merged: now, beside: [] })
			expect(mergeFields(base, now, now)).toEqual({ merged: now, beside: [] })
			expect(mergeFields(now, base, now)).toEqual({ merged: { ...now, ...base }, beside: [] })
		}),
	)
})
