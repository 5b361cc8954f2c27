/** The figures that were published, as page and open data show them; asked of the database, never computed for a visitor. */
import { listPublished } from '#domains/cases/figures/server'
import { getDatabase } from '#server/process/database'
import { findRecord } from '#server/process/record'

/** `undefined` in a process that neither takes reports nor works on them. */
export const findPublished = async () => {
	const open = findRecord()
	if (!open) return undefined
	const { state } = open.operator
	const db = getDatabase().kysely
	return { isDemonstration: state === 'demonstration', published: await listPublished(db, state) }
}

/** An hour: a quarter is published once and stays. */
export const figuresCache = 'public, max-age=3600'
