import { languages, type Language, type Result } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'

/** The corpus of the law stands here. */
export const lawFolder = 'content/law'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** Reads files of the corpus one after the other, collects what is wrong, and remembers where each record stands. */
export class LawReader {
	readonly wrong: string[] = []
	/** `file:line` of every record by id. */
	readonly places = new Map<string, string>()
	readonly #files: ReadonlyMap<string, string>

	constructor(files: ReadonlyMap<string, string>) {
		this.#files = files
	}

	/** Says what is wrong with a record, at its place. */
	refuse(id: string, fault: string): void {
		this.wrong.push(`${this.places.get(id) ?? `${lawFolder}:1`}: ${id}: ${fault}`)
	}

	refuseFile(file: string, fault: string): void {
		this.wrong.push(`${file}:1: ${fault}`)
	}

	text(file: string): string | undefined {
		return this.#files.get(file)
	}

	/** Names, without ending, of the files of a folder of the corpus. */
	names(folder: string): string[] {
		const pattern = new RegExp(`^${escaped(`${lawFolder}/${folder}/`)}([^/]+)\\.yaml$`, 'u')
		return [...this.#files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []).sort()
	}

	/** Folders inside a folder of the corpus. */
	folders(folder: string): string[] {
		const pattern = new RegExp(`^${escaped(`${lawFolder}/${folder}/`)}([^/]+)/`, 'u')
		return [...new Set([...this.#files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort()
	}

	read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined {
		const text = this.#files.get(file)
		if (text === undefined) {
			this.refuseFile(file, 'is missing')
			return undefined
		}
		this.#remember(file, text)
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) this.wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}

	/** Words by language from `<place>/<language>.yaml`, in the languages that have them. */
	words<Schema extends v.GenericSchema>(
		place: string,
		schema: Schema,
	): Partial<Record<Language, v.InferOutput<Schema>>> {
		const found: Partial<Record<Language, v.InferOutput<Schema>>> = {}
		for (const language of languages) {
			const file = `${place}/${language}.yaml`
			const words = this.#files.has(file) ? this.read(file, schema) : undefined
			if (words !== undefined) found[language] = words
		}
		return found
	}

	#remember(file: string, text: string): void {
		let line = 0
		for (const row of text.split('\n')) {
			line += 1
			const id = /^(?:- )?id: '?([A-Za-z0-9-]+)'?\s*$/u.exec(row)?.[1]
			if (id === undefined) continue
			if (this.places.has(id)) this.wrong.push(`${file}:${line}: ${id} stands twice (${this.places.get(id)})`)
			else this.places.set(id, `${file}:${line}`)
		}
	}
}
