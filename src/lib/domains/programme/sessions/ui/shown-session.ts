import type { SessionValues } from '../session.ts'

/** A session as a line says it; one that is planned has no band yet. */
export type ShownSession = Pick<SessionValues, 'province' | 'setting' | 'audience'> & { band?: string }
