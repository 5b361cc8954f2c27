/** Counts in the syntax tree what breaks the rules on sizes and doors: for `npm run house` and for the test that lets no figure rise. */
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'

/** A rule of the house, how much breaks it and where. */
export type Measure = { rule: string; places: string[] }

const mostFilesInRoom = 15
const mostImports = 10
const mostParameters = 3
const mostLines = 50
const mostNamesOfDoor = 12

type Source = { file: string; tree: ts.SourceFile; text: string }

/** The script of a component; the text itself of anything else. */
const getScript = (file: string, text: string): string =>
	file.endsWith('.svelte')
		? Array.from(text.matchAll(/<script[^>]*>(.*?)<\/script>/gsu), ([, script = '']) => script).join('\n')
		: text

const readSources = (root: string): Source[] =>
	globSync('src/**/*.{ts,svelte}', { cwd: root })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => !/\.test\.ts$|\.expected\.ts$|\.d\.ts$/u.test(file))
		.sort()
		.map((file) => {
			const text = readFileSync(`${root}/${file}`, 'utf8')
			return {
				file,
				text,
				tree: ts.createSourceFile(file, getScript(file, text), ts.ScriptTarget.Latest, true),
			}
		})

const walk = (node: ts.Node, visit: (node: ts.Node) => void): void => {
	visit(node)
	ts.forEachChild(node, (child) => walk(child, visit))
}

const isOwn = (name: string): boolean => /^[.#]/u.test(name)

const countOwnImports = ({ tree }: Source): number =>
	tree.statements.filter(
		(one) =>
			ts.isImportDeclaration(one) &&
			ts.isStringLiteral(one.moduleSpecifier) &&
			isOwn(one.moduleSpecifier.text),
	).length

const getName = (node: ts.Node): string => {
	const { parent } = node
	if (ts.isFunctionDeclaration(node)) return node.name?.text ?? 'default'
	if (ts.isMethodDeclaration(node)) return node.name.getText()
	return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)
		? parent.name.getText()
		: 'unnamed'
}

type Shape = { name: string; parameters: number; lines: number }

const listFunctions = ({ tree }: Source): Shape[] => {
	const found: Shape[] = []
	walk(tree, (node) => {
		if (!ts.isArrowFunction(node) && !ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node)) return
		const line = (at: number): number => tree.getLineAndCharacterOfPosition(at).line
		found.push({
			name: getName(node),
			parameters: node.parameters.length,
			lines: line(node.getEnd()) - line(node.getStart()) + 1,
		})
	})
	return found
}

const isExported = (node: ts.Node): boolean =>
	ts.canHaveModifiers(node) &&
	ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true

/** Names that a file defines and exports. */
const listDefined = ({ tree }: Source): string[] =>
	tree.statements.flatMap((one) => {
		if (!isExported(one)) return []
		if (ts.isVariableStatement(one))
			return one.declarationList.declarations.flatMap(({ name }) =>
				ts.isIdentifier(name) ? [name.text] : [],
			)
		if (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) return one.name ? [one.name.text] : []
		return ts.isTypeAliasDeclaration(one) || ts.isInterfaceDeclaration(one) ? [one.name.text] : []
	})

/** Names that a door hands on. */
const countHandedOn = ({ tree }: Source): number =>
	tree.statements.flatMap((one) =>
		ts.isExportDeclaration(one) && one.exportClause && ts.isNamedExports(one.exportClause)
			? one.exportClause.elements
			: [],
	).length

/** Names that Kit asks of every page and endpoint, and components of every set of examples. */
const isAsked = (name: string): boolean =>
	/^(?:load|actions|entries|prerender|ssr|csr|trailingSlash|GET|POST|HEAD|match|examples)$/u.test(name)

const group = <Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> => {
	const groups = new Map<string, Item[]>()
	for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item])
	return groups
}

/** Every rule with what breaks it. */
export const measureHouse = (root = '.'): Measure[] => {
	const sources = readSources(root)
	const rooms = group(
		sources.filter(({ file }) => !file.startsWith('src/routes/')),
		({ file }) => dirname(file),
	)
	const functions = sources.flatMap((source) =>
		listFunctions(source).map((shape) => ({ ...shape, file: source.file })),
	)
	const names = group(
		sources
			.filter(({ file }) => !file.endsWith('/index.ts'))
			.flatMap((source) => listDefined(source).map((name) => ({ name, file: source.file })))
			.filter(({ name }) => !isAsked(name)),
		({ name }) => name,
	)
	const matching = (pattern: RegExp, isAllowed: (file: string) => boolean = () => false): string[] =>
		sources.filter(({ file, text }) => !isAllowed(file) && pattern.test(text)).map(({ file }) => file)
	return [
		{
			rule: `a room has at most ${mostFilesInRoom} files`,
			places: [...rooms]
				.filter(([, files]) => files.length > mostFilesInRoom)
				.map(([room, { length }]) => `${room}: ${length}`),
		},
		{
			rule: `a file has at most ${mostImports} imports of our own`,
			places: sources
				.filter((source) => countOwnImports(source) > mostImports)
				.map((source) => `${source.file}: ${countOwnImports(source)}`),
		},
		{
			rule: `a function has at most ${mostParameters} parameters`,
			places: functions
				.filter(({ parameters }) => parameters > mostParameters)
				.map(({ file, name, parameters }) => `${file} ${name}: ${parameters}`),
		},
		{
			rule: `a function has at most ${mostLines} lines`,
			places: functions
				.filter(({ lines }) => lines > mostLines)
				.map(({ file, name, lines }) => `${file} ${name}: ${lines}`),
		},
		{
			rule: `a door hands on at most ${mostNamesOfDoor} names`,
			places: sources
				.filter((source) => source.file.endsWith('/index.ts') && countHandedOn(source) > mostNamesOfDoor)
				.map((source) => `${source.file}: ${countHandedOn(source)}`),
		},
		{
			rule: 'an exported name is defined once',
			places: [...names]
				.filter(([, places]) => new Set(places.map(({ file }) => file)).size > 1)
				.map(([name, places]) => `${name}: ${places.map(({ file }) => file).join(', ')}`),
		},
		{ rule: 'no type is forced through unknown', places: matching(/as unknown as/u) },
		{
			rule: 'the environment is read in one file',
			places: matching(/process\.env\b/u, (file) => file === 'src/lib/platform/server/config.ts'),
		},
		{
			rule: 'SQL stands in the rooms and not above them',
			places: matching(
				/\bsql`|\bsql<|\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|import (?!type)[^;'"]*'kysely'/u,
				(file) => !/^src\/(?:server|routes|islands|[^/]+$)/u.test(file),
			),
		},
		{
			rule: 'an entry or what Kit asks for stands loose in src, nothing else',
			places: globSync('src/*.{ts,html}', { cwd: root }).filter((file) => !file.endsWith('.test.ts')),
		},
	]
}
