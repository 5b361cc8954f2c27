/** Counts in the syntax tree what breaks those rules on structure that no linter knows (`.oxlintrc.json` has the others): for `npm run house` and for its test. */
import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import ts from 'typescript'

/** A rule of the house, how much breaks it and where. */
export type Measure = { rule: string; places: string[] }

const mostFilesInRoom = 15
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
