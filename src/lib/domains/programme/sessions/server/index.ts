/** Sessions as they are kept: entries that count once, however often and from wherever they are sent. */
export { bringIn, correctSession, recordSession } from './desk-store.ts'
export { findSession, toSent } from './entry-rows.ts'
export {
	listCountedProvinces,
	listHeldSessions,
	listSeries,
	listSeriesOf,
	listSessionCells,
	listSessionsOf,
	maySee,
} from './session-store.ts'
export type { SessionDesk, SessionTables } from './session-tables.ts'
