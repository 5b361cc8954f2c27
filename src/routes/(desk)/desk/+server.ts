import { redirect } from '@sveltejs/kit'
import { requireStaff } from '#server/desk/session'
import { getFirstRoom } from '#server/desk/rooms'
import type { RequestHandler } from './$types'

/** Whoever comes to the desk finds the work that is theirs. */
export const GET: RequestHandler = (event) => redirect(303, getFirstRoom(requireStaff(event)))
