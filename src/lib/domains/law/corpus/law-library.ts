import { checkSafety, ContentError, type Library } from '#domains/guide'
import { instrument, type Instrument } from './instrument.ts'
import { findLawFaults } from './faults/law-faults.ts'
import { lawPathFrame, lawPathWords, type LawPath } from './law-path.ts'
import { LawReader, lawFolder } from './law-reader.ts'
import { lawSituationsFile, lawSituationWords, type LawSituation } from './law-situation.ts'
import { lawSourcesFile } from './law-source.ts'
import type { Law } from './law.ts'
import { mappingsFile, type Mapping } from './mapping.ts'
import { getSafetyTexts } from './law-safety.ts'
import { findPathFaults } from './faults/path-faults.ts'
import { findPageFaults } from './faults/penalty-faults.ts'
import { provisionsFile, type Provision } from './provision.ts'
import { questionsFile } from './question.ts'
import { sortChanges, versionsFile, type Version } from './version.ts'

const readInstruments = (reader: LawReader): Instrument[] =>
	reader.names('instruments').flatMap((name) => {
		const file = `${lawFolder}/instruments/${name}.yaml`
		const read = reader.read(file, instrument)
		if (!read) return []
		if (read.id !== name) reader.refuseFile(file, `id ${read.id} is not the name of its file`)
		return [read]
	})

const readProvisions = (
	reader: LawReader,
	instruments: readonly Instrument[],
	versions: readonly Version[],
): Provision[] => {
	const levels = new Map(instruments.map(({ id, level }) => [id, level]))
	const changes = new Map<string, Version[]>()
	for (const version of sortChanges(versions, instruments))
		for (const id of version.provisions) changes.set(id, [...(changes.get(id) ?? []), version])
	return reader.names('provisions').flatMap((name) =>
		(reader.read(`${lawFolder}/provisions/${name}.yaml`, provisionsFile) ?? []).map((read) => {
			const changed = changes.get(read.id) ?? []
			const last = changed.at(-1)
			return {
				...read,
				instrument: name,
				level: levels.get(name) ?? 'national',
				changedBy: [...new Set(changed.map(({ by }) => by))],
				since: last?.day ? { day: last.day, basis: last.basis } : undefined,
			}
		}),
	)
}

const readMappings = (reader: LawReader): Mapping[] =>
	reader.names('mappings').flatMap((convention) =>
		(reader.read(`${lawFolder}/mappings/${convention}.yaml`, mappingsFile) ?? []).map((read) => ({
			...read,
			convention,
		})),
	)

const readSituations = (reader: LawReader, library: Library): LawSituation[] => {
	const raising = new Set(library.topics.filter((topic) => topic.raisesHelpPanel).map(({ id }) => id))
	const read = reader.read(`${lawFolder}/situations.yaml`, lawSituationsFile) ?? []
	const known = new Set(read.map(({ id }) => id))
	for (const id of reader.folders('situations'))
		if (!known.has(id)) reader.refuseFile(`${lawFolder}/situations/${id}`, 'is not in situations.yaml')
	return read.map((situation) => ({
		...situation,
		words: reader.words(`${lawFolder}/situations/${situation.id}`, lawSituationWords),
		raisesHelpPanel: situation.topics.some((topic) => raising.has(topic)),
	}))
}

const pathFile = `${lawFolder}/path.yaml`

const readPath = (reader: LawReader): LawPath => ({
	...(reader.read(pathFile, lawPathFrame) ?? { texts: [], read: '', steps: [] }),
	words: {
		children: reader.words(`${lawFolder}/path/children`, lawPathWords),
		teens: reader.words(`${lawFolder}/path/teens`, lawPathWords),
		adults: reader.words(`${lawFolder}/path/adults`, lawPathWords),
	},
})

/**
 * Reads the corpus of the law.
 *
 * @param files - path from the project's root (`content/law/…`) to text
 * @throws ContentError that names every wrong record with file, line and reason
 */
export const buildLaw = (files: ReadonlyMap<string, string>, library: Library): Law => {
	const reader = new LawReader(files)
	const versions = reader.read(`${lawFolder}/versions.yaml`, versionsFile) ?? []
	const instruments = readInstruments(reader)
	const law: Law = {
		instruments,
		provisions: readProvisions(reader, instruments, versions),
		mappings: readMappings(reader),
		situations: readSituations(reader, library),
		path: readPath(reader),
		sources: reader.read(`${lawFolder}/sources.yaml`, lawSourcesFile) ?? [],
		questions: reader.read(`${lawFolder}/questions.yaml`, questionsFile) ?? [],
		versions,
		places: reader.places,
	}
	// references are judged only when every file could be read: one wrong record would make a hundred strangers
	if (reader.wrong.length === 0) {
		for (const { id, fault } of findLawFaults(law, library)) reader.refuse(id, fault)
		for (const { file, fault } of findPageFaults(law, library)) reader.refuseFile(file, fault)
		reader.wrong.push(...checkSafety(library.safety, getSafetyTexts(law), ['law']))
		for (const fault of findPathFaults(law, library)) reader.refuseFile(pathFile, fault)
	}
	if (reader.wrong.length > 0) throw new ContentError(`content cannot be shown:\n${reader.wrong.join('\n')}`)
	return law
}
