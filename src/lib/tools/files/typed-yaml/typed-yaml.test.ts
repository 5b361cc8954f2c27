import * as v from 'valibot'
import { expect, test } from 'vitest'
import { parseTypedYaml } from './index.ts'

const schema = v.strictObject({ name: v.string(), items: v.array(v.strictObject({ id: v.string() })) })

test('parseTypedYaml() gives the value that the schema describes', () => {
	expect(parseTypedYaml('name: a\nitems:\n  - id: x\n', schema)).toEqual({
		ok: true,
		value: { name: 'a', items: [{ id: 'x' }] },
	})
})

test('parseTypedYaml() names the line of a wrong value deep in a list', () => {
	const parsed = parseTypedYaml('name: a\nitems:\n  - id: x\n  - id: 7\n', schema)
	expect(parsed).toMatchObject({ ok: false, issues: [{ path: '4', message: /^items\.1\.id: / }] })
})

test('parseTypedYaml() names the line of the parent when a value is missing', () => {
	const parsed = parseTypedYaml('name: a\nitems:\n  - id: x\n  - {}\n', schema)
	expect(parsed).toMatchObject({ ok: false, issues: [{ path: '4' }] })
})

test('parseTypedYaml() says where a text stops being YAML', () => {
	expect(parseTypedYaml('name: a\nitems: [\n', schema)).toMatchObject({
		ok: false,
		issues: [{ message: /^is not YAML/ }],
	})
})

test('parseTypedYaml() refuses a text whose aliases would grow without end', () => {
	const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
	for (let i = 0; i < 9; i++) {
		const [from, to] = ['abcdefghij'[i], 'abcdefghij'[i + 1]]
		bomb.push(
			`${to}: &${to} [*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from},*${from}]`,
		)
	}
	expect(parseTypedYaml(bomb.join('\n'), v.any())).toMatchObject({ ok: false })
})
