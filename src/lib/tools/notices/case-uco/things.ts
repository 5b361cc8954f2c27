import type { CustodyAct, Exhibit, ExhibitThing } from './chain.ts'
import { link, toHash, type Name, type Node } from './node.ts'

const toFile = (thing: Extract<ExhibitThing, { kind: 'file' }>, at: string, id: Name): Node[] => [
	{
		'@id': id(at),
		'@type': 'uco-observable:File',
		'uco-core:hasFacet': [link(id(`${at}/name`)), link(id(`${at}/content`))],
	},
	{
		'@id': id(`${at}/name`),
		'@type': 'uco-observable:FileFacet',
		'uco-observable:fileName': thing.name,
		'uco-observable:sizeInBytes': thing.bytes,
	},
	{
		'@id': id(`${at}/content`),
		'@type': 'uco-observable:ContentDataFacet',
		'uco-observable:sizeInBytes': thing.bytes,
		...(thing.isEncrypted !== undefined && { 'uco-observable:isEncrypted': thing.isEncrypted }),
		'uco-observable:hash': link(id(`${at}/hash`)),
	},
	toHash(thing.sha256, id(`${at}/hash`)),
]

const toThing = (thing: ExhibitThing, at: string, id: Name): Node[] => {
	if (thing.kind === 'file') return toFile(thing, at, id)
	const facet = link(id(`${at}/facet`))
	if (thing.kind === 'address')
		return [
			{ '@id': id(at), '@type': 'uco-observable:URL', 'uco-core:hasFacet': facet },
			{ ...facet, '@type': 'uco-observable:URLFacet', 'uco-observable:fullValue': thing.url },
		]
	const service = link(id(`${at}/service`))
	return [
		{ '@id': id(at), '@type': 'uco-observable:Account', 'uco-core:hasFacet': facet },
		{
			...facet,
			'@type': 'uco-observable:AccountFacet',
			'uco-observable:accountIdentifier': thing.name,
			'uco-observable:accountIssuer': service,
		},
		{ ...service, '@type': 'uco-identity:Organization', 'uco-core:name': thing.service },
	]
}

/** A provenance record, and the thing that it holds. */
export const toExhibitNodes = ({ key, number, thing, note }: Exhibit, id: Name): Node[] => [
	{
		'@id': id(key),
		'@type': 'case-investigation:ProvenanceRecord',
		...(note !== undefined && { 'uco-core:description': note }),
		'case-investigation:exhibitNumber': number,
		'uco-core:object': link(id(`${key}/thing`)),
	},
	...toThing(thing, `${key}/thing`, id),
]

/** An entry elsewhere that says that an act was done: its id there, and the digest that stands there. */
export const toRecordNodes = (
	{ id: entry, sha256, context }: NonNullable<CustodyAct['record']>,
	at: string,
	id: Name,
): Node[] => [
	{
		'@id': id(at),
		'@type': 'uco-observable:ContentData',
		'uco-core:externalReference': link(id(`${at}/reference`)),
		'uco-core:hasFacet': link(id(`${at}/content`)),
	},
	{
		'@id': id(`${at}/reference`),
		'@type': 'uco-core:ExternalReference',
		'uco-core:definingContext': context,
		'uco-core:externalIdentifier': entry,
	},
	{
		'@id': id(`${at}/content`),
		'@type': 'uco-observable:ContentDataFacet',
		'uco-observable:hash': link(id(`${at}/hash`)),
	},
	toHash(sha256, id(`${at}/hash`)),
]
