/** The little that tests use of packages without types. */
declare module 'n3' {
	import type SHACLValidator from 'rdf-validate-shacl'

	type DatasetCore = ConstructorParameters<typeof SHACLValidator>[0]
	type Quad = Parameters<DatasetCore['add']>[0]
	type Term = Quad['object']

	export class Parser {
		constructor(options?: { format?: string; baseIRI?: string })
		parse(text: string): Quad[]
	}
	export class Store implements DatasetCore {
		constructor(quads?: readonly Quad[])
		readonly size: number
		add(quad: Quad): this
		addAll(quads: readonly Quad[]): this
		delete(quad: Quad): this
		has(quad: Quad): boolean
		match(
			subject?: Term | null,
			predicate?: Term | null,
			object?: Term | null,
			graph?: Term | null,
		): DatasetCore
		[Symbol.iterator](): Iterator<Quad>
	}
}

declare module 'jsonld' {
	const jsonld: {
		toRDF(
			document: object,
			options: {
				format: 'application/n-quads'
				safe?: boolean
				documentLoader: (url: string) => Promise<never>
			},
		): Promise<string>
	}
	export default jsonld
}
