/** The forms out of their files. */
import { languages, type Language, type Result } from '#base'
import { ContentError, type Library } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'
import {
	findFrameFaults,
	findInstrumentFaults,
	formReaders,
	instrumentFrame,
	instrumentWords,
	type FormReaders,
	type TrialForms,
	type InstrumentWords,
} from './instrument.ts'

const folder = 'content/programme/instrument'

/**
 * Reads the forms in all languages.
 *
 * @param files - path from the project's root to text
 * @param terms - words that content does not use
 * @throws ContentError that names every fault with its file and line
 */
export const buildInstrument = (
	files: ReadonlyMap<string, string>,
	{ terms }: Pick<Library, 'terms'>,
): TrialForms => {
	const wrong: string[] = []
	const read = <Schema extends v.GenericSchema>(name: string, schema: Schema) => {
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(files.get(`${folder}/${name}`) ?? '', schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) wrong.push(`${folder}/${name}:${path}: ${message}`)
		return undefined
	}
	const refuse = (name: string, faults: readonly string[]): void => {
		for (const fault of faults) wrong.push(`${folder}/${name}:1: ${fault}`)
	}
	const readWords = (readers: FormReaders): Partial<Record<Language, InstrumentWords>> => {
		const words: Partial<Record<Language, InstrumentWords>> = {}
		for (const language of languages) {
			const name = `${readers}/${language}.yaml`
			const own = read(name, instrumentWords)
			if (!own) continue
			refuse(name, findInstrumentFaults(own, { readers, language }, terms))
			words[language] = own
		}
		return words
	}
	const frame = read('instrument.yaml', instrumentFrame)
	if (frame) refuse('instrument.yaml', findFrameFaults(frame))
	const [children, teens] = formReaders.map(readWords)
	if (wrong.length > 0 || !frame || !children || !teens)
		throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	return { ...frame, words: { children, teens } }
}
