/** Sessions of the programme as their stores want them, on this process. */
import { randomInt } from 'node:crypto'
import { library } from '#domains/guide/server'
import { listPlaces, type ProgrammePlace } from '#domains/programme/places'
import type { SessionDesk } from '#domains/programme/sessions/server'
import { getDatabase } from '../database.ts'

/** One new session in so many is looked at by a second person. */
const oneIn = 50

export const programmePlaces: readonly ProgrammePlace[] = listPlaces(library.regions)

export const getSessionDesk = (): SessionDesk => ({
	db: getDatabase().kysely,
	now: () => new Date(),
	places: programmePlaces,
	isPicked: () => randomInt(oneIn) === 0,
})
