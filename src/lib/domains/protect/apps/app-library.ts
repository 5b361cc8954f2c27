import { languages } from '#base'
import type { ProtectReader } from '../reading/protect-reader.ts'
import { findInvented } from '../screens/index.ts'
import { appFile, appWords, getStatements, type AppFile, type AppHowTo, type AppWords } from './app-file.ts'

const folder = 'content/protect/apps'

/** Statements and labels that do not rest on what is cited. */
const findUnfounded = (app: AppFile): string[] => {
	const said = getStatements(app)
	const used = new Set([...said.map(({ source }) => source), ...app.labels.map(({ source }) => source)])
	return [
		...said.flatMap(({ say, source, confidence }) => {
			if (source !== undefined && !Object.hasOwn(app.sources, source))
				return [`${say}: source ${source} is missing`]
			return source === undefined && confidence !== 'unverified'
				? [`${say}: is ${confidence} and names no source`]
				: []
		}),
		...app.labels
			.filter(
				({ source }) =>
					app.sources[source]?.from !== 'maker' && app.sources[source]?.publisher !== 'Cloudflare',
			)
			.map(({ text }) => `the label "${text}" is cited from a page that is not its maker's`),
		...Object.keys(app.sources)
			.filter((source) => !used.has(source))
			.map((source) => `source ${source} bears nothing`),
		...findInvented(
			said.flatMap(({ screen }) => screen ?? []),
			app.labels,
		),
	]
}

const findMissing = (app: AppFile, guides: readonly string[], topics: readonly string[]): string[] => [
	...app.topics.filter((topic) => !topics.includes(topic)).map((topic) => `there is no topic ${topic}`),
	...(app.guide === undefined || guides.includes(app.guide) ? [] : [`there is no guide ${app.guide}`]),
]

const readWords = (reader: ProtectReader, said: ReadonlySet<string>): AppHowTo['words'] | undefined => {
	const read = languages.flatMap((language): [string, AppWords][] => {
		const file = `${folder}/words/${language}.yaml`
		const words = reader.words(file, appWords, language)
		if (!words) return []
		const known = Object.keys(words.phrases)
		reader.refuse(file, [
			...[...said].filter((id) => !known.includes(id)).map((id) => `phrases.${id}: is missing`),
			...known.filter((id) => !said.has(id)).map((id) => `phrases.${id}: is said by no app`),
		])
		return [[language, words]]
	})
	return read.length === languages.length ? (Object.fromEntries(read) as AppHowTo['words']) : undefined
}

/** Reads what is said of apps and devices; what is wrong is noted in the reader. */
export const readApps = (
	reader: ProtectReader,
	guides: readonly string[],
	topics: readonly string[],
): AppHowTo[] => {
	const ids = reader.ids('apps').filter((id) => id !== 'words')
	const apps = ids.flatMap((id) => {
		const file = `${folder}/${id}.yaml`
		const app = reader.read(file, appFile)
		if (!app) return []
		reader.refuse(file, [...findUnfounded(app), ...findMissing(app, guides, topics)])
		return [{ ...app, id }]
	})
	const words = readWords(reader, new Set(apps.flatMap(getStatements).map(({ say }) => say)))
	return words ? apps.map((app) => ({ ...app, words })).sort((one, other) => one.order - other.order) : []
}
