/** A command that opens an installation by its own way looks at no folder first: what root leaves there stops the next start. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import packageFile from '../../package.json' with { type: 'json' }
import { operatorCommands } from '../../scripts/operator-commands.ts'

const opening = 'scripts/installation.ts'

/** Ways to an installation beside the one opening, and the files that may name them: none of these writes into a folder of an operator. */
const otherWays: Readonly<Record<string, readonly string[]>> = {
	// The demonstrations make a folder of their own, and refuse to run beside an installation.
	openDatabase: ['scripts/demo-exchange/hotline.ts'],
	// The build reads the address of the site and the contact; the canary helper has a configuration of its own.
	readConfig: ['scripts/finish-build.ts', 'scripts/canary.ts'],
	setDatabase: [],
	// Looks at its folder itself, as each start does.
	startWebServer: ['scripts/classroom.ts'],
	openPglite: [],
	startPglite: [],
	checkDataFolder: [],
}

const withoutComments = (text: string): string => text.replaceAll(/\/\*.*?\*\/|^\s*\/\/.*$/gmsu, '')

/** The files below `scripts` that a script is made of. */
const listParts = (file: string, found = new Set<string>()): Set<string> => {
	if (found.has(file) || !existsSync(file)) return found
	found.add(file)
	for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/gu)) {
		const part = join(file, '..', path).replaceAll('\\', '/')
		if (part.startsWith('scripts/')) listParts(part, found)
	}
	return found
}

/** Each command of `package.json` that runs scripts: its name, and the parts of all of them. */
const commands = Object.entries(packageFile.scripts).map(([name, line]) => {
	const scripts = [...line.matchAll(/\bnode (scripts\/\S+\.ts)/gu)].map(([, file = '']) => file)
	return { name, scripts, parts: [...new Set(scripts.flatMap((file) => [...listParts(file)]))] }
})

const names = (file: string, word: string): boolean =>
	new RegExp(`(?<!const )\\b${word}\\b`, 'u').test(withoutComments(readFileSync(file, 'utf8')))

test('every command goes to an installation through the one opening', () => {
	const beside = commands.flatMap(({ name, parts }) =>
		parts
			.filter((file) => file !== opening)
			.flatMap((file) =>
				Object.entries(otherWays).flatMap(([way, may]) =>
					names(file, way) && !may.includes(file) ? [`${name}: ${way} in ${file}`] : [],
				),
			),
	)
	expect(beside).toEqual([])
})

test('as-service runs every command that opens an installation, and each opens it by its own name', () => {
	const opened = commands.flatMap(({ name, scripts: [script = ''] }) =>
		script !== '' && names(script, 'openInstallation') ? [[name, script.slice('scripts/'.length)]] : [],
	)
	expect(Object.fromEntries(opened)).toEqual(operatorCommands)
	for (const [name, script] of Object.entries(operatorCommands))
		expect(readFileSync(`scripts/${script}`, 'utf8')).toMatch(
			new RegExp(`openInstallation(?:<\\w+>)?\\('${name}'`, 'u'),
		)
})

test('docs/running.md names each of them where it says how they are typed', () => {
	const [, said = ''] =
		/\*\*Commands of the operator\*\* \((.*?)\)/su.exec(readFileSync('docs/running.md', 'utf8')) ?? []
	expect(Object.keys(operatorCommands).filter((name) => !said.includes(`\`${name}`))).toEqual([])
})
