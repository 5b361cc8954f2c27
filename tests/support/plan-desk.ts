/** A desk of the programme for tests: the seed planted, three leads who count as second persons at once. */
import type { Person } from '../../src/lib/domains/people/index.ts'
import { addPerson } from '../../src/lib/domains/people/server/index.ts'
import { plantPlan } from '../../src/lib/domains/programme/plan/server/index.ts'
import { database, type EngineName } from './database.ts'

export const regions = ['MA-08', 'MA-09']
export const planNow = (): Date => new Date('2026-11-29T10:00:00Z')

export const openPlan = async (engine: EngineName = 'pglite') => {
	const { kysely: db } = await database(engine)
	const desk = { db, now: planNow }
	await plantPlan(desk)
	const seat = async (name: string, region?: string): Promise<Person> => {
		const person = { name, roles: ['programme-lead'], language: 'fr', region } as const
		const id = await addPerson(db, person, planNow())
		return { ...person, id }
	}
	return {
		db,
		desk,
		lead: await seat('Salma'),
		second: await seat('Karim'),
		regional: await seat('Nadia', 'MA-08'),
	}
}

/** A text in all languages. */
export const inAll = (name: string, text: string): Record<string, string> =>
	Object.fromEntries(
		['ar', 'fr', 'zgh', 'en'].map((language) => [`${name}_${language}`, `${text} ${language}`]),
	)
