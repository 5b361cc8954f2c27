/** Everything the desk says in ready words, read and checked as the website's content is. */
import { languages, type Language } from '#base'
import { checkAddresses, checkSafety, checkTerms, ContentError, type Library } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'
import { paperFile, type PaperWords } from './paper-words.ts'
import { checklistFile, type ChecklistItem } from './checklist.ts'
import {
	findTemplateFaults,
	isWhole,
	templateFrame,
	templateWords,
	type Template,
	type TemplateWords,
} from './template.ts'
import { getSafetyTexts } from './template-safety.ts'

/** Templates, checklists and the words of what is printed. */
export type DeskContent = {
	templates: readonly Template[]
	checklists: readonly ChecklistItem[]
	paper: PaperWords
}

const folder = 'content/desk'

class DeskReader {
	readonly wrong: string[] = []
	readonly #files: ReadonlyMap<string, string>
	readonly #library: Library

	constructor(files: ReadonlyMap<string, string>, library: Library) {
		this.#files = files
		this.#library = library
	}

	refuse(file: string, faults: readonly string[]): void {
		for (const fault of faults) this.wrong.push(`${file}:1: ${fault}`)
	}

	read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined {
		const text = this.#files.get(file)
		if (text === undefined) {
			this.refuse(file, ['is missing'])
			return undefined
		}
		const parsed = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) this.wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}

	/** Words that a reporter reads follow the rules of what the website prints: no discouraged term, doors from the list only. */
	checkWords(file: string, text: string, language: Language): void {
		this.refuse(file, [...checkTerms(text, this.#library.terms[language] ?? []), ...checkAddresses(text)])
	}

	templates(): Template[] {
		const pattern = new RegExp(`^${folder}/templates/([^/]+)/`, 'u')
		const ids = new Set([...this.#files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []))
		return [...ids].sort().flatMap((id) => this.template(id) ?? [])
	}

	template(id: string): Template | undefined {
		const place = `${folder}/templates/${id}`
		const frame = this.read(`${place}/template.yaml`, templateFrame)
		if (!frame) return undefined
		const doors = new Set(this.#library.contacts.map((contact) => contact.id))
		this.refuse(
			`${place}/template.yaml`,
			frame.doors.filter((door) => !doors.has(door)).map((door) => `door ${door} is not in contacts.yaml`),
		)
		const words: Partial<Record<Language, TemplateWords>> = {}
		for (const language of languages) {
			const file = `${place}/${language}.yaml`
			const read = this.read(file, templateWords)
			if (!read) continue
			this.refuse(file, findTemplateFaults(frame, read))
			this.checkWords(file, read.text, language)
			words[language] = read
		}
		return isWhole(words) ? { ...frame, id, words } : undefined
	}
}

/**
 * Reads what the desk says.
 *
 * @param files - path from the project's root (`content/desk/…`) to text
 * @throws ContentError that names every wrong or missing file with line and reason
 */
export const buildDeskContent = (files: ReadonlyMap<string, string>, library: Library): DeskContent => {
	const reader = new DeskReader(files, library)
	const templates = reader.templates()
	reader.wrong.push(...checkSafety(library.safety, getSafetyTexts(templates), ['reply']))
	const checklists = reader.read(`${folder}/checklists.yaml`, checklistFile) ?? []
	const paper = reader.read(`${folder}/paper.yaml`, paperFile)
	if (reader.wrong.length > 0 || !paper)
		throw new ContentError(`content cannot be shown:\n${reader.wrong.join('\n')}`)
	return { templates, checklists, paper }
}
