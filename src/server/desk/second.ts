/** From when somebody who has just enrolled counts as a second person: acts of cases and of keys ask the same. */
import { getSecondFrom, secondAfter } from '#domains/people'
import { findPerson } from '#domains/people/server'
import { readConfig, readOperator } from '#platform'
import { getPeople } from './session.ts'

/** Time that they wait, in milliseconds. In a demonstration nothing is decided, and everybody is new: it can be tried at once. */
export const getSecondWait = async (): Promise<number> =>
	(await readOperator(readConfig().dataDir)).state === 'live' ? secondAfter : 0

/** From when a person counts; `undefined` when they do now. */
export const findSecondFrom = async (url: URL, personId: string): Promise<Date | undefined> => {
	const person = await findPerson((await getPeople(url)).db, personId)
	return getSecondFrom(person?.enrolledAt, await getSecondWait(), new Date())
}
