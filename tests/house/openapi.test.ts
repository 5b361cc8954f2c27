/** The description of the partners' interface for machines names every address of the exchange, with its methods, and no other. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { answerTaxii } from '#tools/channels/taxii'
import { createMemoryPort, readWrite } from '../support/taxii-port.ts'

type Described = { paths: Record<string, Record<string, unknown>>; components: object }
const read = (): Described => parse(readFileSync('docs/exchange/openapi.yaml', 'utf8')) as Described
const methods = ['get', 'post', 'put', 'patch', 'delete']

/** Addresses as the description has them, `GET /coop/v1/keys`. */
const listDescribed = (isWanted: (path: string) => boolean): string[] =>
	Object.entries(read().paths)
		.filter(([path]) => isWanted(path))
		.flatMap(([path, item]) =>
			methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
		)
		.sort()

const group = 'src/routes/(exchange)'
const toPath = (file: string): string =>
	file
		.replaceAll('\\', '/')
		.slice(group.length)
		.replace(/\/\+(?:server|page\.server)\.ts$/u, '')
		.replaceAll('[x+3a]', ':')
		.replaceAll(/\[(\w+)\]/gu, '{$1}')

const listMethods = (file: string): string[] => {
	const text = readFileSync(file, 'utf8')
	if (file.endsWith('+page.server.ts')) return /export const actions/u.test(text) ? ['GET', 'POST'] : ['GET']
	return Array.from(
		text.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/gu),
		([, method = '']) => method,
	)
}

test('every route of the exchange is described, and every description is of a route', () => {
	const files = globSync(`${group}/**/+{server,page.server}.ts`).filter((file) => !file.includes('[...'))
	expect(files.length).toBeGreaterThan(10)
	const routes = files.flatMap((file) => listMethods(file).map((method) => `${method} ${toPath(file)}`))
	expect(listDescribed((path) => !path.startsWith('/taxii2/'))).toEqual(routes.sort())
})

test('the addresses of TAXII answer the methods that are described, and no others', async () => {
	const { port } = createMemoryPort()
	const root = new URL(port.root).pathname
	const described = Map.groupBy(
		listDescribed((path) => path.startsWith('/taxii2/')).map((line) => line.split(' ')),
		([, path = '']) => path,
	)
	expect(described.size).toBeGreaterThan(6)
	for (const [path, lines] of described) {
		const asked = path
			.replace('/taxii2/exchange/', root)
			.replace('{id}', readWrite)
			.replace('{object}', 'indicator--1')
		const { status, headers } = await answerTaxii(port, {
			method: 'PUT',
			path: asked,
			query: new URLSearchParams(),
			contentType: null,
			accept: 'application/taxii+json;version=2.1',
			readBody: () => Promise.resolve(''),
		})
		expect(status, path).toBe(405)
		expect(headers['allow']?.split(', ').sort(), path).toEqual(lines.map(([method]) => method).sort())
	}
})

test('every reference leads somewhere, and no two operations have one name', () => {
	const text = readFileSync('docs/exchange/openapi.yaml', 'utf8')
	const described = read()
	const find = (reference: string): unknown =>
		reference
			.split('/')
			.slice(1)
			.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], described)
	const references = Array.from(text.matchAll(/\$ref: '(#[^']+)'/gu), ([, reference = '']) => reference)
	expect(references.filter((reference) => find(reference) === undefined)).toEqual([])
	const names = Array.from(text.matchAll(/operationId: (\w+)/gu), ([, name]) => name)
	expect(new Set(names).size).toBe(names.length)
})
