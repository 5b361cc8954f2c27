/** The open data of the law as it was built: its words, its versions, its files. */
import { createHash } from 'node:crypto'
import { law } from '../../server/index.ts'
import { buildDataset, type LawDataset } from '../dataset.ts'
import { makeDataFolder, type SentFile } from '../open-data/folder.ts'

const texts = import.meta.glob<string>('/content/law/{dataset,changelog}.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * Words and versions of the open data of the law, read when the server is built.
 * @throws ContentError
 */
export const dataset: LawDataset = buildDataset(
	new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])),
)

/** Every file of the folder of the open data. */
export const dataFiles: readonly SentFile[] = makeDataFolder(law, dataset, (text) =>
	createHash('sha256').update(text).digest('hex'),
)
