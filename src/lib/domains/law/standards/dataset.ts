import type { Result } from '#base'
import { ContentError } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import * as v from 'valibot'
import { day } from '../corpus/law-words.ts'

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'))
const inThree = v.strictObject({ ar: text, fr: text, en: text })

/** Schema of `content/law/dataset.yaml`. */
const datasetFile = v.strictObject({
	title: inThree,
	about: inThree,
	/** The mark before every summary that leaves this site. */
	ownWords: inThree,
	noText: inThree,
	creator: inThree,
	publisher: inThree,
	keywords: v.pipe(v.array(text), v.nonEmpty()),
	/** `null` until one is registered. */
	doi: v.nullable(
		v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/u, 'must be a DOI such as 10.1234/abc, or null')),
	),
})

const number = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/u, 'must be a version such as 1.0.0'))

/** Greater than zero when `one` is the newer. */
export const compareVersions = (one: string, other: string): number => {
	const [ones, others] = [one.split('.').map(Number), other.split('.').map(Number)]
	return ones.map((part, index) => part - (others[index] ?? 0)).find((difference) => difference !== 0) ?? 0
}

/** Schema of `content/law/changelog.yaml`. */
const changelogFile = v.pipe(
	v.array(v.strictObject({ version: number, day, says: inThree })),
	v.check(
		(all) =>
			all.every((entry, index) => {
				const older = all[index + 1]
				return !older || (compareVersions(entry.version, older.version) > 0 && entry.day >= older.day)
			}),
		'must be ordered, newest first, in version and day',
	),
	v.check((all) => all.length > 0, 'must name at least one version'),
)

type Entry = v.InferOutput<typeof changelogFile>[number]

/** The data set of the law as it is presented to those who take it away. */
export type LawDataset = v.InferOutput<typeof datasetFile> & {
	/** The newest version. */
	version: string
	day: string
	/** Newest first. */
	changelog: readonly [Entry, ...Entry[]]
}

/**
 * Reads `content/law/dataset.yaml` and `content/law/changelog.yaml`.
 *
 * @param files - path from the project's root to text
 * @throws ContentError that names every fault with file, line and reason
 */
export const buildDataset = (files: ReadonlyMap<string, string>): LawDataset => {
	const wrong: string[] = []
	const read = <Schema extends v.GenericSchema>(
		file: string,
		schema: Schema,
	): v.InferOutput<Schema> | undefined => {
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(files.get(file) ?? '', schema)
		if (parsed.ok) return parsed.value
		wrong.push(...parsed.issues.map(({ path, message }) => `${file}:${path}: ${message}`))
		return undefined
	}
	const about = read('content/law/dataset.yaml', datasetFile)
	const [newest, ...older] = read('content/law/changelog.yaml', changelogFile) ?? []
	if (!about || !newest) throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	return { ...about, version: newest.version, day: newest.day, changelog: [newest, ...older] }
}
