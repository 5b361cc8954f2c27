import { deskActs } from '#server/acts/desk-acts'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => void requireMay(event, 'write', 'partner', 'all')

export const actions = deskActs['/desk/partners/new']
