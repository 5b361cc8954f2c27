/**
 * The official shapes of CASE 1.4.0 as a judge. What the engine cannot do is taken out of them first: `owl:imports` (everything stands in one
 * file) and `sh:sparql`. Subclasses are told to the data, as targets are classes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'

const imports = 'http://www.w3.org/2002/07/owl#imports'
const sparql = 'http://www.w3.org/ns/shacl#sparql'
const subClassOf = 'http://www.w3.org/2000/01/rdf-schema#subClassOf'
const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

const refuseToFetch = (url: string): Promise<never> =>
	Promise.reject(new Error(`reading JSON-LD: it asks for ${url}, and nothing is fetched`))

/** A thing that is wrong: how bad the shapes find it, the property, what they say. */
export type Violation = { severity: string; path: string; message: string }

const cut = (iri: string): string => iri.replace(/^.*[#/]/u, '')

/** The judge, from the folder that holds `case-1.4.0.ttl`. */
export const openShapes = (folder: string) => {
	const ontology = new Parser().parse(readFileSync(join(folder, 'case-1.4.0.ttl'), 'utf8'))
	const shapes = new Store(
		ontology.filter(({ predicate }) => predicate.value !== imports && predicate.value !== sparql),
	)
	const classes = ontology.filter(({ predicate }) => predicate.value === subClassOf)
	const known = new Set(ontology.map(({ subject }) => subject.value))
	const validator = new SHACLValidator(shapes)

	const toQuads = async (document: object) =>
		new Parser({ format: 'N-Quads' }).parse(
			await jsonld.toRDF(document, {
				format: 'application/n-quads',
				safe: true,
				documentLoader: refuseToFetch,
			}),
		)

	/** Everything that the shapes find, as they grade it. */
	const judge = async (document: object): Promise<Violation[]> => {
		const data = new Store([...(await toQuads(document)), ...classes])
		const { results } = await validator.validate(data)
		return results.map(({ severity, path, message }) => ({
			severity: cut(severity.value),
			path: Array.isArray(path) ? '' : cut(path.value),
			message: message.map(({ value }) => value).join(' '),
		}))
	}

	/** Classes and properties of a document that the ontology does not know: SHACL is silent about a name that is misspelt. */
	const findUnknownNames = async (document: object): Promise<string[]> => {
		const names = (await toQuads(document)).flatMap(({ predicate, object }) =>
			predicate.value === type ? [object.value] : [predicate.value],
		)
		return [...new Set(names)].filter((name) => !known.has(name))
	}

	/** Nodes that have no id: the shape that forbids them is one in SPARQL. */
	const countBlankNodes = async (document: object): Promise<number> =>
		(await toQuads(document)).filter(({ subject }) => subject.termType === 'BlankNode').length

	return { judge, findUnknownNames, countBlankNodes }
}
