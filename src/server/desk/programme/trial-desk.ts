/** Shared by pages and acts of studies: the desk as their store wants it, whoever acts, regions that somebody may name. */
import { library } from '#domains/guide/server'
import { getInstrument } from '#domains/programme/trials/instrument/server'
import type { TrialActor, TrialDesk } from '#domains/programme/trials/server'
import type { SignedIn } from '#domains/people/server'
import { getDatabase } from '#server/process/database'
import { findSecondFrom } from '../second.ts'

export const getTrialDesk = (): TrialDesk => ({
	db: getDatabase().kysely,
	now: () => new Date(),
	forms: getInstrument,
})

/** Somebody signed in, and whether they count as a second person by now. */
export const toActor = async (url: URL, staff: SignedIn): Promise<TrialActor> => ({
	id: staff.id,
	roles: staff.roles,
	region: staff.region,
	isSecond: (await findSecondFrom(url, staff.id)) === undefined,
})

/** Codes of the regions that somebody may name: their own, or every one. */
export const listOwnRegions = ({ region }: Pick<SignedIn, 'region'>): readonly string[] =>
	library.regions.map(({ code }) => code).filter((code) => region === undefined || code === region)
