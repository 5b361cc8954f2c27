import { createHash } from 'node:crypto'
import { parse } from 'yaml'
import { languages, type Language } from '../src/lib/base/index.ts'
import type { Wording } from '../src/lib/domains/guide/index.ts'

/** Wordings that are kept: `npm run content -- --sign` writes it, nobody else does. */
export const approvedFile = 'content/approved.yaml'

/** Columns of what waits. */
const columns: readonly Language[] = ['ar', 'fr', 'en', 'zgh']

/** The name under sentences that no person has approved. */
const nobody = 'none'

/** A message in a language: its signer, and a hash of the sentences of each answer. */
type Kept = Record<string, string>
type Approved = Record<string, Partial<Record<Language, Kept>>>

const head = `# Sentences with which answers say what a row of content/safety asks for: a hash each, and who approved them (by: none says that no
# person has). Made by: npm run content -- --sign <row>|all [--by "name, profession"]. What waits: npm run content -- --to-sign. docs/writing.md
`

const toHash = ({ sentences }: Wording): string =>
	createHash('sha256').update(sentences.toLowerCase()).digest('hex').slice(0, 8)

const readApproved = (text: string | undefined): Approved => (parse(text ?? '') ?? {}) as Approved

const groupBy = <Item>(items: readonly Item[], toKey: (item: Item) => string): Map<string, Item[]> => {
	const groups = new Map<string, Item[]>()
	for (const item of items) groups.set(toKey(item), [...(groups.get(toKey(item)) ?? []), item])
	return groups
}

const howToSign = (row: string): string =>
	`read it against the message, then: npm run content -- --sign ${row} --by "name, profession"`

/** Finds sentences that are not the ones that are kept, a line each: `file:line: reason`. */
export const findUnsigned = (text: string | undefined, wordings: readonly Wording[]): string[] => {
	const approved = readApproved(text)
	const changed = wordings.flatMap((one) => {
		const kept = approved[one.row]?.[one.language]?.[one.text]
		return kept === toHash(one)
			? []
			: [
					`${one.file}:1: ${kept ? 'says otherwise' : 'says for the first time'}, in ${one.language}, "${one.row}" ("${one.sentences}"): ${howToSign(one.row)}`,
				]
	})
	const said = new Set(wordings.map(({ row, language, text: name }) => `${row} ${language} ${name}`))
	const gone = Object.entries(approved).flatMap(([row, inLanguages]) =>
		languages.flatMap((language) =>
			Object.keys(inLanguages[language] ?? {})
				.filter((name) => name !== 'by' && !said.has(`${row} ${language} ${name}`))
				.map(
					(name) =>
						`content/answers/${name}/${language}.md:1: says "${row}" no more, in ${language}: ${howToSign(row)}`,
				),
		),
	)
	return [...changed, ...gone]
}

/** The file after a person signed rows: all that wait for nobody else stay as they are. */
export const sign = (
	text: string | undefined,
	wordings: readonly Wording[],
	{ row, by = nobody }: { row: string; by?: string | undefined },
): string => {
	const approved = readApproved(text)
	const lines = [...groupBy(wordings, (one) => one.row)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([id, ofRow]) => [
			`${id}:`,
			...languages.flatMap((language) => {
				const before = approved[id]?.[language]
				const now = ofRow
					.filter((one) => one.language === language)
					.map((one): [string, string] => [one.text, toHash(one)])
					.sort(([a], [b]) => (a < b ? -1 : 1))
				const isSigned = row === id || row === 'all'
				const isSame =
					now.length + 1 === Object.keys(before ?? {}).length &&
					now.every(([name, hash]) => before?.[name] === hash)
				const kept = isSigned ? now : Object.entries(before ?? {}).filter(([name]) => name !== 'by')
				// a name stays under the sentences that it approved and under no others
				const signer = isSigned
					? by === nobody && isSame
						? (before?.by ?? nobody)
						: by
					: (before?.by ?? nobody)
				if (kept.length === 0) return []
				return [
					`  ${language}: { by: ${JSON.stringify(signer)}, ${kept.map(([name, hash]) => `${name}: '${hash}'`).join(', ')} }`,
				]
			}),
		])
	return `${head}${lines.join('\n')}\n`
}

/** Sentences that wait for a person, message by message: the answers down, the languages across, with a tab between. */
export const listToSign = (
	text: string | undefined,
	wordings: readonly Wording[],
	says: ReadonlyMap<string, string>,
): string => {
	const approved = readApproved(text)
	const waiting = wordings.filter((one) => {
		const kept = approved[one.row]?.[one.language]
		return (kept?.by ?? nobody) === nobody || kept?.[one.text] !== toHash(one)
	})
	return [...groupBy(waiting, ({ row }) => row)]
		.flatMap(([row, ofRow]) => [
			`# ${row}: ${says.get(row) ?? ''}`,
			['answer', ...columns].join('\t'),
			...[...groupBy(ofRow, (one) => one.text)].map(([name, same]) =>
				[
					name,
					...columns.map((language) => same.find((one) => one.language === language)?.sentences ?? ''),
				].join('\t'),
			),
			'',
		])
		.join('\n')
}
