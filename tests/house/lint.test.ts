/** Modules are linted by oxlint with the rules that ESLint would take: none is lost when either of them is raised. */
import { globSync, readFileSync } from 'node:fs'
import js from '@eslint/js'
import { parseConfigFileTextToJson } from 'typescript'
import ts from 'typescript-eslint'
import { expect, test } from 'vitest'

const name = '.oxlintrc.json'
type Config = { rules: Record<string, unknown>; overrides: { files: string[] }[] }
const { rules, overrides } = parseConfigFileTextToJson(name, readFileSync(name, 'utf8')).config as Config

/** Rules that have no like in `.oxlintrc.json`, and why that is no loss. */
const without: Readonly<Record<string, string>> = {
	'no-octal': 'no module parses with one',
	'@typescript-eslint/no-unsafe-class-instance-assignment':
		'not in oxlint yet; `any` is refused where it is made',
	'@typescript-eslint/no-confusing-void-expression': 'off in this house',
	'@typescript-eslint/no-meaningless-void-operator': 'off in this house',
	'@typescript-eslint/require-await': 'off in this house',
}

const isOn = (level: unknown): boolean => !/^(?:off|0)\b/u.test([level].flat().join(' '))

test('every rule of the strict set of ESLint is one of oxlint, or stands in the list of those that are not', () => {
	const levels = new Map<string, unknown>()
	for (const config of [js.configs.recommended, ...ts.configs.strictTypeChecked])
		for (const [name, level] of Object.entries(config.rules ?? {})) levels.set(name, level)
	const wanted = [...levels].filter(([, level]) => isOn(level)).map(([name]) => name)
	expect(wanted.length).toBeGreaterThan(100)
	const isKnown = (name: string): boolean => {
		const own = name.replace('@typescript-eslint/', '')
		return [own, `typescript/${own}`].some((one) => one in rules && isOn(rules[one]))
	}
	expect(wanted.filter((name) => !isKnown(name)).sort()).toEqual(Object.keys(without).sort())
})

test('every exception names a file that is there: one that was mended or moved leaves none behind', () => {
	// Those with `**` speak of a whole tree, and looking for them goes through every package.
	const patterns = overrides.flatMap(({ files }) => files).filter((pattern) => !pattern.includes('**'))
	expect(patterns.length).toBeGreaterThan(50)
	expect(patterns.filter((pattern) => globSync(pattern).length === 0)).toEqual([])
})
