import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { papLevels, tlpLevels } from '#domains/exchange/partners'
import {
	indicatorAudiences,
	indicatorKinds,
	withdrawReasons,
	type Indicator,
	type IndicatorKind,
} from '../indicator.ts'
import type { IndicatorTables } from './indicator-tables.ts'

/** UUID version 5 (RFC 9562) of a text in a namespace. */
export const toUuid5 = (namespace: string, text: string): string => {
	const bytes = createHash('sha1')
		.update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
		.update(text)
		.digest()
	bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
	bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
	return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
}

/** UUID version 5 of `urn:thiqa:indicator` in the namespace of addresses. */
const indicatorSpace = '154845e3-0b52-5f3a-bdcc-b2cec153c5c2'

/** The id of an indicator. `life`: how often it began, as what was withdrawn never comes back under its id. */
export const toIndicatorId = (given: {
	kind: IndicatorKind
	value: string
	owner: string
	life: number
}): string => toUuid5(indicatorSpace, [given.kind, given.owner, given.life, given.value].join('\n'))

/** A word of a list of ours; what the database holds and the code does not know is a fault. */
const oneOf = <Word extends string>(words: readonly Word[], given: string): Word => {
	const found = words.find((word) => word === given)
	if (found === undefined) throw new Error(`reading an indicator: ${given} is no known word`)
	return found
}

/** A row as the rules know it. */
export const toIndicator = (row: Selectable<IndicatorTables['indicator']>): Indicator => ({
	id: row.id,
	kind: oneOf(indicatorKinds, row.kind),
	value: row.value,
	owner: row.owner,
	audiences: row.audiences
		.split(',')
		.filter((word) => word !== '')
		.map((word) => oneOf(indicatorAudiences, word)),
	tlp: oneOf(tlpLevels, row.tlp),
	pap: oneOf(papLevels, row.pap),
	validFrom: row.valid_from,
	validUntil: row.valid_until,
	version: row.version,
	state: row.state,
	reason: row.reason === null ? undefined : oneOf(withdrawReasons, row.reason),
	batch: row.batch ?? undefined,
	proposedBy: row.proposed_by ?? undefined,
	approvedBy: row.approved_by ?? undefined,
	created: row.created,
	modified: row.modified,
	added: row.added ?? 0,
})
