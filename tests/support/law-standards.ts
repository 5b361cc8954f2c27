import { createHash } from 'node:crypto'
import { buildDataset, type LawDataset } from '../../src/lib/domains/law/standards/index.ts'
import { readContent } from './content.ts'

/** The words and versions of the open data as they stand in `content/law`. */
export const readDataset = (): LawDataset => buildDataset(readContent())

export const toSha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The parts of the smallest data set that `buildDataset()` takes. */
export const makeDatasetFiles = (changes: Readonly<Record<string, string>> = {}): Map<string, string> => {
	const inThree = (text: string): string => `{ ar: ${text} ar, fr: ${text} fr, en: ${text} en }`
	return new Map(
		Object.entries({
			'content/law/dataset.yaml': [
				...['title', 'about', 'ownWords', 'noText', 'creator', 'publisher'].map(
					(key) => `${key}: ${inThree(key)}`,
				),
				'keywords: [law]',
				'doi: null',
			].join('\n'),
			'content/law/changelog.yaml': `- { version: 1.1.0, day: 2026-12-01, says: ${inThree('second')} }\n- { version: 1.0.0, day: 2026-11-25, says: ${inThree('first')} }`,
			...changes,
		}),
	)
}
