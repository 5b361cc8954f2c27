/** Partners as they are kept: who they are, their channels and their keys. */
export {
	findPartner,
	findPartnerKey,
	findVersion,
	listKeyNames,
	listPartnerKeys,
	listPartners,
} from './partner-store.ts'
export type { Directory, Revoking } from './directory.ts'
export type { PartnerQueries, PartnerTables } from './partner-tables.ts'
