import { expect, expectTypeOf, test } from 'vitest'
import { failed, ok, refused, type Result } from './index.ts'

type Opened = Result<string, 'key.wrong' | 'key.damaged'>

/** Every code has its sentence: one that is missing, or misspelt, does not compile. */
const sentences = {
	'key.wrong': 'another key',
	'key.damaged': 'no key',
} as const satisfies Record<Extract<Opened, { ok: false }>['code'], string>

test('a refusal has one of the codes that are known, and a form has its issues', () => {
	const describe = (opened: Opened): string => (opened.ok ? opened.value : sentences[opened.code])
	expect(describe(ok('open'))).toBe('open')
	expect(describe(refused('key.damaged'))).toBe('no key')
	expect(failed({ path: 'name', message: 'must be short' })).toEqual({
		ok: false,
		issues: [{ path: 'name', message: 'must be short' }],
	})
})

test('a code that nobody knows does not compile, neither where it is given nor where it is compared', () => {
	expectTypeOf(refused('key.damged')).not.toExtend<Opened>()
	expectTypeOf(refused('key.damaged')).toExtend<Opened>()
	expectTypeOf<Opened>().not.toExtend<Result<string>>()
	// @ts-expect-error a misspelt code is never equal
	expect(((opened: Opened) => !opened.ok && opened.code === 'key.damged')(refused('key.wrong'))).toBe(false)
})
