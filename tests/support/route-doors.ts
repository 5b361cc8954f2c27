/**
 * Every address that takes a POST (`/desk/people?/invite`, `/desk/sign-out`), and every one under a folder that answers a GET, read from the
 * files of the routes; those of the desk, which take their acts from there, from the registry.
 */
import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { listDeskActs } from '#server/acts/addresses'

const folder = 'src/routes'

const toRoute = (file: string): string =>
	file
		.slice(folder.length)
		.replace(/\/\+[^/]+$/u, '')
		.replace(/\/\([^/]+\)/gu, '')

/** What a file exports under a name: its value as it is written. */
const findExported = (source: ts.SourceFile, name: string): ts.Node | undefined => {
	for (const statement of source.statements) {
		if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement
		if (!ts.isVariableStatement(statement)) continue
		if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue
		for (const { name: declared, initializer } of statement.declarationList.declarations)
			if (ts.isIdentifier(declared) && declared.text === name) return initializer
	}
	return undefined
}

const listActions = (file: string, source: ts.SourceFile): string[] => {
	const exported = findExported(source, 'actions')
	const actions = exported && ts.isSatisfiesExpression(exported) ? exported.expression : exported
	if (!actions) return []
	if (!ts.isObjectLiteralExpression(actions)) throw new Error(`${file}: actions must be written out`)
	return actions.properties.map((property) => {
		if (!property.name || !ts.isIdentifier(property.name))
			throw new Error(`${file}: each action must be written out under its name`)
		return property.name.text
	})
}

const parse = (file: string): ts.SourceFile =>
	ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)

const readFile = (file: string): string[] => {
	const source = parse(file)
	const route = toRoute(file)
	if (file.endsWith('+server.ts')) return findExported(source, 'POST') ? [route] : []
	return listActions(file, source).map((name) => (name === 'default' ? route : `${route}?/${name}`))
}

/** Endpoints that are answered before the application is asked stand in one table of their own. */
const readIntakeEndpoints = (): string[] => {
	const text = readFileSync('src/lib/domains/reports/server/http/answer-intake.ts', 'utf8')
	return [...text.matchAll(/'(\/intake\/[^']+)': \{\s*method: 'POST'/gu)].map((match) => match[1] ?? '')
}

export const listPostDoors = (): string[] => {
	const files = globSync(`${folder}/**/+{page.server,server}.ts`).filter((file) => !file.includes('(desk)'))
	return [...files.flatMap(readFile), ...readIntakeEndpoints(), ...Object.keys(listDeskActs())].sort()
}

/** Addresses that change something by another method: `PUT /programme/entries/[id]/[revision]`. */
export const listOtherDoors = (): string[] =>
	globSync(`${folder}/**/+server.ts`)
		.flatMap((file) => {
			const source = parse(file)
			const methods = ['PUT', 'PATCH', 'DELETE', 'fallback'].filter((name) => findExported(source, name))
			return methods.map((name) => `${name} ${toRoute(file)}`)
		})
		.sort()

/** Addresses below a group of routes that answer a GET; `isPage`: with a page, and with its data for a page that is open already. */
export const listGetDoors = (group: string): { route: string; isPage: boolean }[] => {
	const files = globSync(`${folder}/${group}/**/+{page.svelte,server.ts}`)
	const answering = files.filter((file) => file.endsWith('.svelte') || findExported(parse(file), 'GET'))
	return answering
		.map((file) => ({ route: toRoute(file), isPage: file.endsWith('.svelte') }))
		.sort((one, other) => (one.route < other.route ? -1 : 1))
}
