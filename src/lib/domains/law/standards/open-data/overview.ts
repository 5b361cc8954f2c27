import type { Instrument } from '../../corpus/instrument.ts'
import type { Law } from '../../corpus/law.ts'
import { findEliLack, findEliPath, type EliLack } from '../eli/eli.ts'
import { toAkomaNtosoPath, toJsonLdPath } from '../iri.ts'
import { dataFolder, dataKinds } from './files.ts'
import type { DataKindName } from './kinds/kind.ts'

/** A file and the name that people know its form by. */
export type NamedFile = { title: string; href: string }

/** A kind of record as a page lists it: how many there are, and where their files stand. */
export type DataRow = { kind: DataKindName; records: number; files: readonly NamedFile[]; schema: string }

export const getDataRows = (law: Law): DataRow[] =>
	dataKinds.map(({ name, getRecords }) => ({
		kind: name,
		records: getRecords(law).length,
		files: [
			{ title: 'CSV', href: `${dataFolder}/${name}.csv` },
			{ title: 'JSON', href: `${dataFolder}/${name}.json` },
		],
		schema: `${dataFolder}/${name}.schema.json`,
	}))

/** Citation of the data, for programs. */
export const citationFiles: readonly NamedFile[] = [
	{ title: 'CITATION.cff', href: `${dataFolder}/CITATION.cff` },
	{ title: 'DataCite', href: `${dataFolder}/datacite.json` },
]

/** An instrument with its permanent address, or why it has none, and its files for machines. */
export type TextFiles = {
	instrument: Instrument
	eli: string | undefined
	eliLack: EliLack | undefined
	files: readonly NamedFile[]
}

/** Every legal text: an announcement is none. */
export const getTextFiles = (law: Law): TextFiles[] =>
	law.instruments
		.filter(({ kind }) => kind !== 'announcement')
		.map((instrument) => ({
			instrument,
			eli: findEliPath(instrument),
			eliLack: findEliLack(instrument),
			files: [
				{ title: 'JSON-LD', href: toJsonLdPath(instrument.id) },
				{ title: 'Akoma Ntoso', href: toAkomaNtosoPath(instrument.id) },
			],
		}))
