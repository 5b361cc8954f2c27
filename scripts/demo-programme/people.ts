/** People of the demonstration of the programme: somebody for each of its roles, two who lead it, a trainer in each region. All are invented. */
import type { Kysely } from 'kysely'
import type { Person, StaffRole } from '../../src/lib/domains/people/index.ts'
import { addPerson, invite, openPeople } from '../../src/lib/domains/people/server/index.ts'
import type { Tables } from '../../src/server/process/database.ts'

/** `cookie`: of the session in which the demonstration acts for them; `link`: by it whoever tries it out becomes that person, once. */
export type Member = Person & { name: string; cookie: string; link: string }

export type Crew = Readonly<
	Record<'lead' | 'second' | 'campaigner' | 'evaluator' | 'viewer', Member> & {
		/** One a region, in the order of the regions. */
		trainers: readonly Member[]
	}
>

const trainerNames = [
	'Youssef',
	'Imane',
	'Rachid',
	'Latifa',
	'Omar',
	'Sanae',
	'Hicham',
	'Fatima',
	'Lahcen',
	'Aziza',
	'Brahim',
	'Mina',
]

type Place = { dataDir: string; origin: string }

/** Makes the people. @param regions - codes of the regions that have a trainer */
export const makeCrew = async (
	kysely: Kysely<Tables>,
	{ dataDir, origin }: Place,
	regions: readonly string[],
): Promise<Crew> => {
	const now = (): Date => new Date()
	const people = await openPeople({ kysely, dataDir, origin, now })
	const hire = async (name: string, role: StaffRole, region?: string): Promise<Member> => {
		const id = await addPerson(people.db, { name, roles: [role], language: 'fr', region }, now())
		const link = `${origin}/desk/enrol/${await invite(people.db, id, now())}`
		const { headers } = await people.auth.api.openSession({
			body: { personId: id },
			headers: new Headers(),
			returnHeaders: true,
		})
		const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
		return { id, name, roles: [role], region, cookie, link }
	}
	const crew = {
		lead: await hire('Salma', 'programme-lead'),
		second: await hire('Karim', 'programme-lead'),
		campaigner: await hire('Amina', 'campaigner'),
		evaluator: await hire('Hind', 'evaluator'),
		viewer: await hire('Anas', 'programme-viewer'),
	}
	const trainers: Member[] = []
	for (const [at, region] of regions.entries())
		trainers.push(await hire(trainerNames[at] ?? `Formateur ${at + 1}`, 'trainer', region))
	return { ...crew, trainers }
}
