/** Markings of the Traffic Light Protocol 2.0 as OASIS and FIRST define them for STIX: an extension and five ids that are the same for all. */
import type { MarkingDefinition, StixId } from './stix-object.ts'

const extension = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d'

const ids = {
	clear: '94868c89-83c2-464b-929b-a1a8aa3c8487',
	green: 'bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
	amber: '55d920b0-5e8b-4f79-9ee9-91f868d9b421',
	'amber+strict': '939a9414-2ddd-4d32-a0cd-375ea402b003',
	red: 'e828b379-4e03-4974-9ac4-e53a884c97c1',
} as const
export type TlpMarking = keyof typeof ids

/** Id of a marking, for `object_marking_refs`. */
export const toMarkingId = (tlp: TlpMarking): StixId<'marking-definition'> =>
	`marking-definition--${ids[tlp]}`

/** The marking that an id stands for; `undefined` for any other marking. */
export const findMarking = (id: string): TlpMarking | undefined =>
	(Object.keys(ids) as TlpMarking[]).find((tlp) => toMarkingId(tlp) === id)

/** The definition that goes along with objects that are marked. */
export const writeMarking = (tlp: TlpMarking): MarkingDefinition => ({
	type: 'marking-definition',
	spec_version: '2.1',
	id: toMarkingId(tlp),
	created: '2022-10-01T00:00:00.000Z',
	name: `TLP:${tlp.toUpperCase()}`,
	extensions: { [extension]: { extension_type: 'property-extension', tlp_2_0: tlp } },
})
