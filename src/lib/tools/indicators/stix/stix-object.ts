/**
 * Objects of STIX 2.1 that we write (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html). Names are the standard's. Times
 * are RFC 3339 in UTC with milliseconds, as `Date.toISOString()` gives them.
 */

export type StixId<Type extends string = string> = `${Type}--${string}`

/** Parts that an extension adds to an object, by the id of its definition (7.3). */
export type Extensions = Readonly<
	Record<
		StixId<'extension-definition'>,
		Readonly<{ extension_type: 'property-extension' } & Record<string, string | number>>
	>
>

/** Properties that every domain object and relationship has (3.2). */
type Common<Type extends string> = {
	type: Type
	spec_version: '2.1'
	id: StixId<Type>
	created: string
	modified: string
	created_by_ref?: StixId<'identity'>
	/** Permanent: of an object that was revoked there is no later version. */
	revoked?: true
	labels?: readonly string[]
	object_marking_refs?: readonly StixId<'marking-definition'>[]
}

export type StixIdentity = Common<'identity'> & { name: string; identity_class: 'organization' }

export type StixIndicator = Common<'indicator'> & {
	name: string
	indicator_types: readonly string[]
	pattern: string
	pattern_type: 'stix'
	valid_from: string
	valid_until?: string
}

export type Sighting = Common<'sighting'> & { sighting_of_ref: StixId; count?: number }

export type Relationship = Common<'relationship'> & {
	relationship_type: string
	source_ref: StixId
	target_ref: StixId
}

export type StixNote = Common<'note'> & { content: string; object_refs: readonly StixId[] }

export type Grouping = Common<'grouping'> & { context: string; object_refs: readonly StixId[] }

export type ExtensionDefinition = Common<'extension-definition'> & {
	created_by_ref: StixId<'identity'>
	name: string
	/** An address or the schema itself. */
	schema: string
	version: string
	extension_types: readonly ['property-extension']
}

/** The five markings of TLP 2.0 have no `modified` and are the same everywhere. */
export type MarkingDefinition = {
	type: 'marking-definition'
	spec_version: '2.1'
	id: StixId<'marking-definition'>
	created: string
	name: string
	extensions: Extensions
}

/** Digests of a file by the names of the standard (10.6). PDQ is none of them: it stands in an extension. */
export type Hashes = Readonly<Partial<Record<'MD5' | 'SHA-1' | 'SHA-256' | 'SHA-512' | 'SHA3-256', string>>>

export type StixFile = {
	type: 'file'
	spec_version: '2.1'
	id: StixId<'file'>
	hashes?: Hashes
	name?: string
	extensions?: Extensions
}

export type StixValue = {
	type: 'url' | 'domain-name'
	spec_version: '2.1'
	id: StixId
	value: string
}

export type StixObject =
	| StixIdentity
	| StixIndicator
	| Sighting
	| Relationship
	| StixNote
	| Grouping
	| ExtensionDefinition
	| MarkingDefinition
	| StixFile
	| StixValue

export type Bundle = { type: 'bundle'; id: StixId<'bundle'>; objects: readonly StixObject[] }
