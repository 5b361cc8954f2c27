import { readFileSync } from 'node:fs'
import { languages } from '#base'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { targets } from './all.ts'
import type { TargetWords } from './target-words.ts'

const folder = new URL('../../../../../content/protect/targets/', import.meta.url)

describe.each(languages)('the words of targets in %s', (language) => {
	const words = parse(readFileSync(new URL(`${language}.yaml`, folder), 'utf8')) as TargetWords

	test('name no file that the page does not hand out', () => {
		for (const [id, { put, see, undo }] of Object.entries(words.targets)) {
			const files = targets.find((target) => target.id === id)?.make(makeTestFilter('strict')) ?? []
			const named =
				[...put, see, ...undo].join('\n').match(/(?<![\w-])thiqa(?:-[a-z0-9]+)*\.[a-z0-9]+\b/gu) ?? []
			expect(
				files.map(({ name }) => name),
				id,
			).toEqual(expect.arrayContaining(named))
		}
	})
})
