import type { CanaryZone, ZoneRecord } from './canary-zone.ts'

/** Answer of an authoritative server: records, or the SOA beside an empty answer; outside the zone nothing. */
export type ZoneAnswer = {
	rcode: 'NOERROR' | 'NXDOMAIN' | 'REFUSED'
	answers: readonly ZoneRecord[]
	authorities: readonly ZoneRecord[]
}

const refused: ZoneAnswer = { rcode: 'REFUSED', answers: [], authorities: [] }

/** Questions for the whole zone or for everything of a name: small questions with large answers. */
const refusedTypes = ['ANY', 'AXFR', 'IXFR', 'MAILA', 'MAILB']

/** Records of the name, of the wildcard above it, or none. A name that only stands above others has none, and exists. */
const findOwner = ({ domain, records }: CanaryZone, name: string): readonly ZoneRecord[] | undefined => {
	const own = records.filter((record) => record.name === name)
	if (own.length > 0) return own
	if (records.some((record) => record.name.endsWith(`.${name}`))) return []
	if (!name.endsWith(`.r.${domain}`)) return undefined
	const isBelowOther = records.some(
		(record) => !record.name.startsWith('*') && record.name !== domain && name.endsWith(`.${record.name}`),
	)
	return isBelowOther ? undefined : records.filter((record) => record.name === `*.r.${domain}`)
}

/** Finds the answer of the zone to a question; the name in any case, without a dot at the end. */
export const findRecords = (zone: CanaryZone, name: string, type: string): ZoneAnswer => {
	const key = name.toLowerCase()
	const isInside = key === zone.domain || key.endsWith(`.${zone.domain}`)
	if (!isInside || refusedTypes.includes(type)) return refused
	const authorities = zone.records.filter((record) => record.type === 'SOA')
	const owner = findOwner(zone, key)
	if (!owner) return { rcode: 'NXDOMAIN', answers: [], authorities }
	const answers = owner
		.filter((record) => record.type === type || record.type === 'CNAME')
		.map((record) => ({ ...record, name: key }))
	return { rcode: 'NOERROR', answers, authorities: answers.length > 0 ? [] : authorities }
}
