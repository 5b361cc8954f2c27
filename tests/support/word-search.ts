/** Looks for words where an installation keeps anything: in all of its files, and in the rows of all of its tables. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql, type QueryExecutorProvider } from 'kysely'

/** Each form in which a word could stand in bytes: text, text of Windows, and the hexadecimal and base64 digits of its middle. */
const toForms = (word: string): Buffer[] => [
	Buffer.from(word),
	Buffer.from(word, 'utf16le'),
	Buffer.from(Buffer.from(word).toString('hex')),
	// Three bytes are four digits: whatever stands before it, one of three is in it.
	...[0, 1, 2].map((from) => {
		const whole = word.slice(from, from + Math.floor((word.length - from) / 3) * 3)
		return Buffer.from(Buffer.from(whole).toString('base64'))
	}),
]

/** Files of a folder and of all below that hold a word in any form, by name. */
export const findInFiles = (folder: string, words: readonly string[]): string[] => {
	const forms = words.flatMap(toForms)
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.filter((path) => {
			const bytes = readFileSync(path)
			return forms.some((form) => bytes.includes(form))
		})
}

/** Tables that hold a word, by name: a row that the database has packed says it here all the same. Bytes are looked at in hexadecimal digits. */
export const findInTables = async (
	db: QueryExecutorProvider,
	words: readonly string[],
): Promise<string[]> => {
	const forms = words.flatMap(toForms).map((form) => form.toString('latin1'))
	const { rows: tables } = await sql<{ name: string }>`
		select table_name as name from information_schema.tables
		where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`.execute(db)
	const found: string[] = []
	for (const { name } of tables) {
		const { rows } = await sql<{
			text: string
		}>`select row::text as text from ${sql.table(name)} as row`.execute(db)
		if (rows.some(({ text }) => forms.some((form) => text.includes(form)))) found.push(name)
	}
	return found
}
