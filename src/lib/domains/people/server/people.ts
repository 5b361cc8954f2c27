import type { PeopleDatabase } from './people-tables.ts'
import { getStaffSecret } from './secret-file.ts'
import { createStaffAuth, type StaffAuth } from './sessions/staff-auth.ts'

/** Dependencies of every act on accounts and sessions. */
export type People = { db: PeopleDatabase; auth: StaffAuth; secret: string; origin: string }

/** Opens the accounts of this installation for the address under which the desk is seen. */
export const openPeople = async ({
	kysely: db,
	dataDir,
	origin,
	now,
}: {
	kysely: PeopleDatabase
	dataDir: string
	origin: string
	now: () => Date
}): Promise<People> => {
	const secret = await getStaffSecret(dataDir)
	return { db, secret, origin, auth: createStaffAuth({ db, origin, secret, now }) }
}
