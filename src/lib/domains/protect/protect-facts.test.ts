import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readProtectFacts } from '../../../../tests/support/filters.ts'
import { factFiles, parseProtectFacts } from './protect-facts.ts'
import { isOffered, toDnsResolver } from './resolver.ts'

const root = new URL('../../../../', import.meta.url)
const readAll = (changes: Readonly<Record<string, (text: string) => string>> = {}) =>
	new Map(
		Object.values(factFiles).map((path) => {
			const text = readFileSync(new URL(path, root), 'utf8')
			return [path, changes[path]?.(text) ?? text]
		}),
	)

describe('content/protect', () => {
	const facts = readProtectFacts()

	test('holds the 194 names under which Google searches, with Morocco among them', () => {
		const google = facts.safeSearch.find(({ engine }) => engine === 'google')
		expect(google?.names).toHaveLength(194)
		expect(google?.names).toContain('www.google.co.ma')
	})

	test('proposes one resolver, and offers none that is gone or not recommended', () => {
		expect(facts.resolvers.filter(({ offer }) => offer === 'first').map(({ id }) => id)).toEqual([
			'cloudflare-family',
		])
		expect(facts.resolvers.filter((resolver) => !isOffered(resolver)).map(({ id }) => id)).toEqual([
			'dns0',
			'yandex-family',
		])
	})

	test('leaves addresses that are not sure out of a configuration', () => {
		const shield = facts.resolvers.find(({ id }) => id === 'opendns-familyshield')
		expect(shield?.ipv6).toHaveLength(2)
		expect(shield && toDnsResolver(shield).ipv6).toEqual([])
	})

	test('names a licence and no content of the lists of others', () => {
		for (const list of facts.lists) expect(list.licence).not.toBe('')
	})
})

describe('parseProtectFacts()', () => {
	test('names file and line of what is wrong', () => {
		const changed = readAll({ [factFiles.resolvers]: (text) => text.replace("'1.1.1.3'", "'1.1.1.333'") })
		const parsed = parseProtectFacts(changed)
		expect(parsed).toMatchObject({
			ok: false,
			issues: [{ message: expect.stringContaining('IP address') as string }],
		})
		expect(!parsed.ok && parsed.issues[0]?.path).toMatch(/^content\/protect\/resolvers\.yaml:\d+$/u)
	})

	test('refuses an engine that is sent to a name nobody has confirmed', () => {
		const changed = readAll({
			[factFiles.safeSearch]: (text) => text.replace('\n  close: true', '\n  close: false'),
		})
		expect(parseProtectFacts(changed)).toMatchObject({ ok: false })
	})

	test('refuses a file that is missing', () => {
		const files = readAll()
		files.delete(factFiles.bypass)
		expect(parseProtectFacts(files)).toMatchObject({ ok: false })
	})
})
