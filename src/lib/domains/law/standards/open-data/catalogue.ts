import type { Law } from '../../corpus/law.ts'
import type { LawDataset } from '../dataset.ts'
import { toAkomaNtosoPath, toInstrumentIri, toJsonLdPath } from '../iri.ts'
import { ccBy } from '../json-ld/json-ld.ts'
import { makeCitation } from './citation.ts'
import { dataFolder, dataKinds, type DataFile } from './files.ts'
import type { DataKind } from './kinds/kind.ts'
import { getTextFiles } from './overview.ts'

const languages = ['ar', 'fr', 'en'] as const

/** Terms of the catalogue. What has none here is for readers of JSON and is no statement of the graph. */
const context = {
	dcat: 'http://www.w3.org/ns/dcat#',
	dct: 'http://purl.org/dc/terms/',
	foaf: 'http://xmlns.com/foaf/0.1/',
	spdx: 'http://spdx.org/rdf/terms#',
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	title: { '@id': 'dct:title', '@container': '@language' },
	description: { '@id': 'dct:description', '@container': '@language' },
	about: { '@id': 'dct:description', '@language': 'en' },
	kind: 'dct:identifier',
	publisher: 'dct:publisher',
	name: 'foaf:name',
	licence: { '@id': 'dct:license', '@type': '@id' },
	version: 'dcat:version',
	issued: { '@id': 'dct:issued', '@type': 'xsd:date' },
	modified: { '@id': 'dct:modified', '@type': 'xsd:date' },
	language: { '@id': 'dct:language', '@type': '@id' },
	keywords: { '@id': 'dcat:keyword', '@language': 'en' },
	datasets: 'dcat:dataset',
	files: 'dcat:distribution',
	address: { '@id': 'dcat:downloadURL', '@type': '@id' },
	type: { '@id': 'dcat:mediaType', '@type': '@id' },
	bytes: { '@id': 'dcat:byteSize', '@type': 'xsd:nonNegativeInteger' },
	conformsTo: { '@id': 'dct:conformsTo', '@type': '@id' },
	checksum: 'spdx:checksum',
	algorithm: { '@id': 'spdx:algorithm', '@type': '@id' },
	value: { '@id': 'spdx:checksumValue', '@type': 'xsd:hexBinary' },
}

const toFile = (file: DataFile, hash: (text: string) => string) => ({
	'@type': 'dcat:Distribution',
	address: `${dataFolder}/${file.name}`,
	type: `https://www.iana.org/assignments/media-types/${file.type}`,
	bytes: new TextEncoder().encode(file.text).length,
	...(file.form === 'json' && { conformsTo: `${dataFolder}/${file.kind.name}.schema.json` }),
	checksum: {
		'@type': 'spdx:Checksum',
		algorithm: 'spdx:checksumAlgorithm_sha256',
		value: hash(file.text),
	},
})

const toDataset = (
	law: Law,
	{ kind, files, hash }: { kind: DataKind; files: readonly DataFile[]; hash: (text: string) => string },
) => ({
	'@type': 'dcat:Dataset',
	'@id': `${dataFolder}/index.json#${kind.name}`,
	kind: kind.name,
	about: kind.about,
	records: kind.getRecords(law).length,
	files: files
		.filter((file) => file.kind === kind && file.form !== 'schema')
		.map((file) => toFile(file, hash)),
})

/**
 * The catalogue of the open data, in the terms of DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/). Addresses are relative to the site, so
 * that every copy of a version is the same.
 *
 * @param hash - SHA-256 of a text in UTF-8, in hexadecimal
 */
export const makeCatalogue = (
	law: Law,
	{
		dataset,
		files,
		hash,
	}: { dataset: LawDataset; files: readonly DataFile[]; hash: (text: string) => string },
) => ({
	'@context': context,
	'@type': 'dcat:Catalog',
	'@id': `${dataFolder}/index.json`,
	title: dataset.title,
	description: dataset.about,
	note: dataset.noText,
	publisher: { '@type': 'foaf:Organization', name: dataset.publisher.en },
	licence: ccBy,
	version: dataset.version,
	issued: dataset.changelog.at(-1)?.day ?? dataset.day,
	modified: dataset.day,
	language: languages.map((language) => `http://id.loc.gov/vocabulary/iso639-1/${language}`),
	keywords: dataset.keywords,
	datasets: dataKinds.map((kind) => toDataset(law, { kind, files, hash })),
	tables:
		'CSV as RFC 4180: UTF-8 with a byte-order mark, a header, CRLF, texts quoted, a list in one cell joined by " | ", blank for null. An apostrophe stands before = + - @ where a cell could begin, so that no spreadsheet takes a text for a formula; the JSON files hold the texts without it.',
	instruments: getTextFiles(law).map(({ instrument, eliLack }) => ({
		id: instrument.id,
		iri: toInstrumentIri(instrument),
		...(eliLack && { eliLack }),
		jsonLd: toJsonLdPath(instrument.id),
		akomaNtoso: toAkomaNtosoPath(instrument.id),
	})),
	cite: makeCitation(dataset),
	changelog: dataset.changelog,
})
