import { sheetColumns } from '#domains/programme/plan'
import { mostSheetLines } from '#domains/programme/plan/files'
import { deskActs } from '#server/acts/desk-acts'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
	requireMay(event, 'import', 'programme')
	return { columns: sheetColumns, mostSheetLines }
}

export const actions = deskActs['/desk/programme/import']
