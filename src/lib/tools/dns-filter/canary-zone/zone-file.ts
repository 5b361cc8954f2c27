import type { CanaryZone, ZoneRecord } from './canary-zone.ts'

const toData = (record: ZoneRecord): string => {
	if (record.type === 'SOA') {
		const { mname, rname, serial, refresh, retry, expire, minimum } = record.data
		return `${mname}. ${rname}. ${serial} ${refresh} ${retry} ${expire} ${minimum}`
	}
	if (record.type === 'TXT') return `"${record.data}"`
	return record.type === 'NS' || record.type === 'CNAME' ? `${record.data}.` : record.data
}

/** The zone as a file that any name server reads. */
export const toZoneFile = ({ domain, records }: CanaryZone): string =>
	[
		`; Canary names of ${domain}: nothing harmful stands behind them.`,
		`$ORIGIN ${domain}.`,
		...records.map((record) => {
			const name = record.name === domain ? '@' : record.name.slice(0, -domain.length - 1)
			return `${name} ${record.ttl} IN ${record.type} ${toData(record)}`
		}),
		'',
	].join('\n')
