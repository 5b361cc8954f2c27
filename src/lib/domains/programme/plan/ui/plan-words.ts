/** Words of the plan that are put together: names of columns, and a text in the language of the page or the next that there is. */
import type { MessageKey } from '#messages'
import { languages, type Language } from '#base'
import type { Words } from '#ui/words'
import type { ProgrammeWords } from '../plan.ts'
import { sheetColumns } from '../sheet/columns.ts'

const ofLanguage = /^(title|reason|note)_(ar|fr|zgh|en)$/u

/** The name of a column; what is none is said as it was written. */
export const sayColumn = ({ t }: Words, column: string): string => {
	const [, base, language] = ofLanguage.exec(column) ?? []
	if (base !== undefined)
		return `${t(`programme.column.${base}` as MessageKey)} ${t(`programme.in.${language}` as MessageKey)}`
	return sheetColumns.includes(column) ? t(`programme.column.${column}` as MessageKey) : column
}

/** A text in a language, or in the first that has it, with the language that it is written in. */
export const findText = (words: ProgrammeWords, language: Language): { text: string; language: Language } => {
	const found = [language, ...languages].find((one) => words[one] !== '') ?? language
	return { text: words[found], language: found }
}
