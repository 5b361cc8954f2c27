type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json }

/** A node of the graph: an object of the ontology under its id. */
export type Node = { '@id': string; '@type': string } & { readonly [key: string]: Json }

/** A JSON-LD document with its context inside. */
export type CaseGraph = { '@context': Readonly<Record<string, string>>; '@graph': Node[] }

/** Gives the id of what stands under a key. */
export type Name = (key: string) => string

export const link = (id: string): { '@id': string } => ({ '@id': id })

/** A time as the ontology wants it: seconds in UTC. */
export const dateTime = (at: Date): { '@type': string; '@value': string } => ({
	'@type': 'xsd:dateTime',
	'@value': at.toISOString().replace(/\.\d{3}Z$/u, 'Z'),
})

/** A SHA-256 as nodes say it. */
export const toHash = (sha256: string, at: string): Node => ({
	'@id': at,
	'@type': 'uco-types:Hash',
	'uco-types:hashMethod': 'SHA256',
	'uco-types:hashValue': { '@type': 'xsd:hexBinary', '@value': sha256 },
})
