/** The messages that travel, by the numbers of their fields (google/safebrowsing, `safebrowsing.proto`). */
import type { EnumNames, WireFields } from './protobuf.ts'

const threatTypes: EnumNames = [
	'THREAT_TYPE_UNSPECIFIED',
	'MALWARE',
	'SOCIAL_ENGINEERING',
	'UNWANTED_SOFTWARE',
	'POTENTIALLY_HARMFUL_APPLICATION',
]
const platformTypes: EnumNames = [
	'PLATFORM_TYPE_UNSPECIFIED',
	'WINDOWS',
	'LINUX',
	'ANDROID',
	'OSX',
	'IOS',
	'ANY_PLATFORM',
	'ALL_PLATFORMS',
	'CHROME',
]
const entryTypes: EnumNames = ['THREAT_ENTRY_TYPE_UNSPECIFIED', 'URL', 'EXECUTABLE', 'IP_RANGE']
const compressions: EnumNames = ['COMPRESSION_TYPE_UNSPECIFIED', 'RAW', 'RICE']

const rice: WireFields = {
	firstValue: { no: 1, kind: 'decimal' },
	riceParameter: { no: 2, kind: 'int' },
	numEntries: { no: 3, kind: 'int' },
	encodedData: { no: 4, kind: 'bytes' },
}
const entrySet: WireFields = {
	compressionType: { no: 1, kind: 'enum', names: compressions },
	rawHashes: {
		no: 2,
		kind: 'message',
		fields: { prefixSize: { no: 1, kind: 'int' }, rawHashes: { no: 2, kind: 'bytes' } },
	},
	rawIndices: { no: 3, kind: 'message', fields: { indices: { no: 1, kind: 'int', isMany: true } } },
	riceHashes: { no: 4, kind: 'message', fields: rice },
	riceIndices: { no: 5, kind: 'message', fields: rice },
}

/** `FetchThreatListUpdatesRequest`, without who the client is. */
export const updateRequestFields: WireFields = {
	listUpdateRequests: {
		no: 3,
		kind: 'message',
		isMany: true,
		fields: {
			threatType: { no: 1, kind: 'enum', names: threatTypes },
			platformType: { no: 2, kind: 'enum', names: platformTypes },
			threatEntryType: { no: 5, kind: 'enum', names: entryTypes },
			state: { no: 3, kind: 'bytes' },
			constraints: {
				no: 4,
				kind: 'message',
				fields: { supportedCompressions: { no: 4, kind: 'enum', names: compressions, isMany: true } },
			},
		},
	},
}

/** `FetchThreatListUpdatesResponse`. */
export const updateResponseFields: WireFields = {
	listUpdateResponses: {
		no: 1,
		kind: 'message',
		isMany: true,
		fields: {
			threatType: { no: 1, kind: 'enum', names: threatTypes },
			threatEntryType: { no: 2, kind: 'enum', names: entryTypes },
			platformType: { no: 3, kind: 'enum', names: platformTypes },
			responseType: {
				no: 4,
				kind: 'enum',
				names: ['RESPONSE_TYPE_UNSPECIFIED', 'PARTIAL_UPDATE', 'FULL_UPDATE'],
			},
			additions: { no: 5, kind: 'message', isMany: true, fields: entrySet },
			removals: { no: 6, kind: 'message', isMany: true, fields: entrySet },
			newClientState: { no: 7, kind: 'bytes' },
			checksum: { no: 8, kind: 'message', fields: { sha256: { no: 1, kind: 'bytes' } } },
		},
	},
	minimumWaitDuration: { no: 2, kind: 'duration' },
}

/** `FindFullHashesRequest`, without what the client holds. */
export const findRequestFields: WireFields = {
	threatInfo: {
		no: 3,
		kind: 'message',
		fields: {
			threatTypes: { no: 1, kind: 'enum', names: threatTypes, isMany: true },
			platformTypes: { no: 2, kind: 'enum', names: platformTypes, isMany: true },
			threatEntryTypes: { no: 4, kind: 'enum', names: entryTypes, isMany: true },
			threatEntries: { no: 3, kind: 'message', isMany: true, fields: { hash: { no: 1, kind: 'bytes' } } },
		},
	},
}

/** `FindFullHashesResponse`. */
export const findResponseFields: WireFields = {
	matches: {
		no: 1,
		kind: 'message',
		isMany: true,
		fields: {
			threatType: { no: 1, kind: 'enum', names: threatTypes },
			platformType: { no: 2, kind: 'enum', names: platformTypes },
			threatEntryType: { no: 6, kind: 'enum', names: entryTypes },
			threat: { no: 3, kind: 'message', fields: { hash: { no: 1, kind: 'bytes' } } },
			cacheDuration: { no: 5, kind: 'duration' },
		},
	},
	negativeCacheDuration: { no: 3, kind: 'duration' },
}
