/** Writers of the objects we publish. An id comes from whoever knows what is the same: the same thing has the same id in each version. */
import { toMarkingId, type TlpMarking } from './marking.ts'
import { writePattern, type PatternKind } from './pattern.ts'
import type {
	Bundle,
	ExtensionDefinition,
	Grouping,
	Hashes,
	StixIdentity,
	StixNote,
	Relationship,
	Sighting,
	StixFile,
	StixId,
	StixIndicator,
	StixObject,
	StixValue,
} from './stix-object.ts'

const names: Readonly<Record<PatternKind, string>> = {
	domain: 'Domain to be blocked',
	url: 'Address to be blocked',
	sha256: 'Digest of a file (SHA-256)',
	md5: 'Digest of a file (MD5)',
	pdq: 'Digest of a picture (PDQ)',
}

/** One thing to look for. `uuid` without the type; `isRevoked`: withdrawn, for good. */
export type IndicatorDraft = {
	uuid: string
	kind: PatternKind
	value: string
	created: Date
	modified: Date
	by: StixId<'identity'>
	tlp: TlpMarking
	/** Actions that whoever gets it may take (Permissible Actions Protocol), a tag as MISP writes it. */
	pap: string
	validFrom: Date
	validUntil: Date
	isRevoked: boolean
}

/** Writes an indicator with a pattern of one comparison. */
export const writeIndicator = (draft: IndicatorDraft): StixIndicator => ({
	type: 'indicator',
	spec_version: '2.1',
	id: `indicator--${draft.uuid}`,
	created_by_ref: draft.by,
	created: draft.created.toISOString(),
	modified: draft.modified.toISOString(),
	name: names[draft.kind],
	indicator_types: ['malicious-activity'],
	pattern: writePattern(draft.kind, draft.value),
	pattern_type: 'stix',
	valid_from: draft.validFrom.toISOString(),
	valid_until: draft.validUntil.toISOString(),
	labels: [`PAP:${draft.pap.toUpperCase()}`],
	object_marking_refs: [toMarkingId(draft.tlp)],
	...(draft.isRevoked ? { revoked: true } : {}),
})

/** Head of an object that says something about others. */
type Head = { uuid: string; at: Date; by: StixId<'identity'> }

const toHead = ({ at, by }: Head) =>
	({
		spec_version: '2.1',
		created_by_ref: by,
		created: at.toISOString(),
		modified: at.toISOString(),
	}) as const

/** Writes that something was seen, so many times. */
export const writeSighting = (given: Head & { of: StixId; count: number }): Sighting => ({
	type: 'sighting',
	id: `sighting--${given.uuid}`,
	...toHead(given),
	sighting_of_ref: given.of,
	count: given.count,
})

/** Writes what one object is to another. */
export const writeRelationship = (
	given: Head & { kind: string; from: StixId; to: StixId },
): Relationship => ({
	type: 'relationship',
	id: `relationship--${given.uuid}`,
	...toHead(given),
	relationship_type: given.kind,
	source_ref: given.from,
	target_ref: given.to,
})

/** Writes a remark about objects. */
export const writeNote = (given: Head & { content: string; about: readonly StixId[] }): StixNote => ({
	type: 'note',
	id: `note--${given.uuid}`,
	...toHead(given),
	content: given.content,
	object_refs: given.about,
})

/** Writes that objects belong together; `context` is a word of the standard (`grouping-context-ov`). */
export const writeGrouping = (given: Head & { context: string; about: readonly StixId[] }): Grouping => ({
	type: 'grouping',
	id: `grouping--${given.uuid}`,
	...toHead(given),
	context: given.context,
	object_refs: given.about,
})

/** Writes who we are. */
export const writeIdentity = (given: { uuid: string; name: string; at: Date }): StixIdentity => ({
	type: 'identity',
	spec_version: '2.1',
	id: `identity--${given.uuid}`,
	created: given.at.toISOString(),
	modified: given.at.toISOString(),
	name: given.name,
	identity_class: 'organization',
})

/** The extension by which a file carries a PDQ digest (https://github.com/facebook/ThreatExchange/tree/main/pdq): our definition, the same on every instance. */
export const pdqExtension = 'extension-definition--639d4a05-f702-50ee-a2c0-fbeb74c7c2c9'

const pdqSchema = JSON.stringify({
	$schema: 'https://json-schema.org/draft/2020-12/schema',
	type: 'object',
	required: ['extension_type', 'pdq'],
	properties: {
		extension_type: { const: 'property-extension' },
		pdq: { type: 'string', pattern: '^[0-9a-f]{64}$' },
		pdq_quality: { type: 'integer', minimum: 0, maximum: 100 },
	},
})

/** Writes the definition of {@link pdqExtension}, which stands on its own: the schema is in it. */
export const writePdqExtension = (by: StixId<'identity'>): ExtensionDefinition => ({
	type: 'extension-definition',
	spec_version: '2.1',
	id: pdqExtension,
	created_by_ref: by,
	created: '2026-11-29T00:00:00.000Z',
	modified: '2026-11-29T00:00:00.000Z',
	name: 'PDQ digest of a picture',
	schema: pdqSchema,
	version: '1.0.0',
	extension_types: ['property-extension'],
})

/** Writes a file by its digests. PDQ stands in its extension, never among `hashes`: strict readers refuse a name there that the standard does not know. */
export const writeFile = (given: {
	uuid: string
	hashes?: Hashes
	pdq?: { digest: string; quality: number }
}): StixFile => ({
	type: 'file',
	spec_version: '2.1',
	id: `file--${given.uuid}`,
	// A file has a name or a digest that the standard knows (6.7).
	...(given.hashes ? { hashes: given.hashes } : { name: 'unnamed' }),
	...(given.pdq && {
		extensions: {
			[pdqExtension]: {
				extension_type: 'property-extension',
				pdq: given.pdq.digest,
				pdq_quality: given.pdq.quality,
			},
		},
	}),
})

/** Writes an address or a domain as something seen. */
export const writeValue = (given: { uuid: string; type: StixValue['type']; value: string }): StixValue => ({
	type: given.type,
	spec_version: '2.1',
	id: `${given.type}--${given.uuid}`,
	value: given.value,
})

/** Puts objects into a bundle, for who takes files. */
export const writeBundle = (uuid: string, objects: readonly StixObject[]): Bundle => ({
	type: 'bundle',
	id: `bundle--${uuid}`,
	objects,
})
