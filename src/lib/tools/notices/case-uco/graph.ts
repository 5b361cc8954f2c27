import { failed, ok, type Result } from '#base'
import { findChainIssues, type CustodyAct, type Actor, type Chain } from './chain.ts'
import { makeNamedId } from './ids.ts'
import { dateTime, link, type CaseGraph, type Name, type Node } from './node.ts'
import { toExhibitNodes, toRecordNodes } from './things.ts'

export type { CaseGraph } from './node.ts'

const uco = 'https://ontology.unifiedcyberontology.org/uco'

/** Prefixes, each as the ontology of version 1.4.0 has it. They stand in every file: a reader fetches nothing. */
const context = {
	'case-investigation': 'https://ontology.caseontology.org/case/investigation/',
	'uco-action': `${uco}/action/`,
	'uco-core': `${uco}/core/`,
	'uco-identity': `${uco}/identity/`,
	'uco-location': `${uco}/location/`,
	'uco-observable': `${uco}/observable/`,
	'uco-role': `${uco}/role/`,
	'uco-tool': `${uco}/tool/`,
	'uco-types': `${uco}/types/`,
	xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const toActorNodes = ({ key, kind, name, roles }: Actor, id: Name): Node[] => [
	{
		'@id': id(key),
		'@type': kind === 'person' ? 'uco-identity:Identity' : 'uco-identity:Organization',
		'uco-core:name': name,
	},
	...roles.map((role) => ({
		'@id': id(`${key}/has/${role}`),
		'@type': 'uco-core:Relationship',
		'uco-core:source': link(id(key)),
		'uco-core:target': link(id(`role/${role}`)),
		'uco-core:kindOfRelationship': 'Has_Role',
		'uco-core:isDirectional': true,
	})),
]

const toRoleNodes = ({ actors }: Chain, id: Name): Node[] =>
	[...new Set(actors.flatMap(({ roles }) => roles))]
		.sort()
		.map((role) => ({ '@id': id(`role/${role}`), '@type': 'uco-role:Role', 'uco-core:name': role }))

const toToolNodes = ({ tools }: Chain, id: Name): Node[] =>
	tools.map(({ key, name, version, kind }) => ({
		'@id': id(key),
		'@type': 'uco-tool:Tool',
		'uco-core:name': name,
		...(version !== undefined && { 'uco-tool:version': version }),
		...(kind !== undefined && { 'uco-tool:toolType': kind }),
	}))

const toLocationNodes = ({ locations }: Chain, id: Name): Node[] =>
	locations.flatMap(({ key, name, country }) => [
		{
			'@id': id(key),
			'@type': 'uco-location:Location',
			'uco-core:name': name,
			...(country !== undefined && { 'uco-core:hasFacet': link(id(`${key}/address`)) }),
		},
		...(country === undefined
			? []
			: [
					{
						'@id': id(`${key}/address`),
						'@type': 'uco-location:SimpleAddressFacet',
						'uco-location:country': country,
					},
				]),
	])

const toActNodes = (act: CustodyAct, before: CustodyAct | undefined, id: Name): Node[] => {
	const { key, name, at, until, by, to, where, on, gives, record, note } = act
	const links = (keys: readonly string[] | undefined) => keys?.map((one) => link(id(one))) ?? []
	const results = [...links(gives), ...(record ? [link(id(`${key}/record`))] : [])]
	return [
		{
			'@id': id(key),
			'@type': 'case-investigation:InvestigativeAction',
			'uco-core:name': name,
			...(note !== undefined && { 'uco-core:description': note }),
			'uco-action:startTime': dateTime(at),
			...(until && { 'uco-action:endTime': dateTime(until) }),
			'uco-action:performer': link(id(by)),
			...(to?.length && { 'uco-action:participant': links(to) }),
			...(act.with?.length && { 'uco-action:instrument': links(act.with) }),
			...(where !== undefined && { 'uco-action:location': link(id(where)) }),
			...(on?.length && { 'uco-action:object': links(on) }),
			...(results.length && { 'uco-action:result': results }),
			...(before && { 'case-investigation:wasInformedBy': link(id(before.key)) }),
		},
		...(record ? toRecordNodes(record, `${key}/record`, id) : []),
	]
}

/**
 * The chain as one JSON-LD document, in the order of its acts. Every node has an id (`urn:uuid:`), made from the seed. Refuses what
 * {@link findChainIssues} finds.
 */
export const toCaseGraph = (chain: Chain): Result<CaseGraph> => {
	const issues = findChainIssues(chain)
	if (issues.length > 0) return failed(...issues)
	const id: Name = (key) => `urn:uuid:${makeNamedId(chain.seed, key)}`
	const { actors, tools, locations, exhibits, acts } = chain
	const held = [actors, tools, locations, exhibits, acts].flat().map(({ key }) => link(id(key)))
	const investigation: Node = {
		'@id': id(''),
		'@type': 'case-investigation:Investigation',
		'uco-core:name': chain.name,
		'case-investigation:focus': chain.focus,
		'case-investigation:investigationForm': 'case',
		...(chain.status !== undefined && { 'case-investigation:investigationStatus': chain.status }),
		'uco-core:specVersion': '1.4.0',
		'uco-core:objectCreatedTime': dateTime(chain.made),
		'uco-core:object': held,
	}
	return ok({
		'@context': context,
		'@graph': [
			investigation,
			...toRoleNodes(chain, id),
			...actors.flatMap((actor) => toActorNodes(actor, id)),
			...toToolNodes(chain, id),
			...toLocationNodes(chain, id),
			...exhibits.flatMap((exhibit) => toExhibitNodes(exhibit, id)),
			...acts.flatMap((act, n) => toActNodes(act, acts[n - 1], id)),
		],
	})
}
