import type { Law } from '../../corpus/law.ts'
import type { LawDataset } from '../dataset.ts'
import { makeCatalogue } from './catalogue.ts'
import { toCitationFile, toDataCite } from './citation.ts'
import { makeDataFiles } from './files.ts'

/** A file as it is sent: its name, its media type, its text. */
export type SentFile = { name: string; type: string; text: string }

const toJson = (value: unknown): string => `${JSON.stringify(value, undefined, '\t')}\n`

/**
 * Everything that stands in the folder of the open data: the files of each kind, the catalogue (`index.json`), what changed
 * (`changelog.json`), how to cite it (`CITATION.cff`, `datacite.json`).
 *
 * @param hash - SHA-256 of a text in UTF-8, in hexadecimal
 */
export const makeDataFolder = (
	law: Law,
	dataset: LawDataset,
	hash: (text: string) => string,
): readonly SentFile[] => {
	const files = makeDataFiles(law, dataset)
	const json = (name: string, value: unknown, type = 'application/json'): SentFile => ({
		name,
		type,
		text: toJson(value),
	})
	return [
		json('index.json', makeCatalogue(law, { dataset, files, hash }), 'application/ld+json'),
		json('changelog.json', { licence: 'CC-BY-4.0', versions: dataset.changelog }),
		json('datacite.json', toDataCite(dataset, files), 'application/vnd.datacite.datacite+json'),
		{ name: 'CITATION.cff', type: 'text/yaml', text: toCitationFile(dataset) },
		...files,
	]
}
