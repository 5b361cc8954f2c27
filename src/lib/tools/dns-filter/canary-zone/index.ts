/**
 * The zone of a canary domain: names that only exist so that a browser can tell what the network does with names. As a
 * zone file (RFC 1035, section 5) and as answers of an authoritative server (RFC 1034, 4.3.2; wildcards: RFC 4592).
 */
export {
	canaryLabels,
	makeCanaryZone,
	type CanaryAddress,
	type CanaryPlace,
	type CanaryZone,
	type ZoneRecord,
} from './canary-zone.ts'
export { findRecords } from './find-records.ts'
export { toZoneFile } from './zone-file.ts'
