import type { Language, Result } from '#base'
import { checkTerms, type Library } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'

/** Reads files of `content/protect` and gathers what is wrong with them, each as `file:line: reason`. */
export class ProtectReader {
	readonly wrong: string[] = []
	readonly #files: ReadonlyMap<string, string>
	readonly #library: Library

	constructor(files: ReadonlyMap<string, string>, library: Library) {
		this.#files = files
		this.#library = library
	}

	has(file: string): boolean {
		return this.#files.has(file)
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
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) this.wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}

	/** Words for people: as {@link read}, and none of them to avoid. */
	words<Schema extends v.GenericSchema>(
		file: string,
		schema: Schema,
		language: Language,
	): v.InferOutput<Schema> | undefined {
		this.refuse(file, checkTerms(this.#files.get(file) ?? '', this.#library.terms[language] ?? []))
		return this.read(file, schema)
	}

	/** Names of what stands in a folder of `content/protect`: its folders, and its files without their ending. */
	ids(folder: string): string[] {
		const place = `content/protect/${folder}/`
		const found = [...this.#files.keys()].flatMap((file) =>
			file.startsWith(place) ? (/^[^/.]+/u.exec(file.slice(place.length))?.[0] ?? []) : [],
		)
		return [...new Set(found)].sort()
	}

	text(file: string): string {
		return this.#files.get(file) ?? ''
	}
}
