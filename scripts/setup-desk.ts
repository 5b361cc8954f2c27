/**
 * Makes the first account of the desk, or a further one from the machine itself, and prints the address where its person
 * enrols: `npm run setup:desk -- Amal supervisor [language]`. The embedded database serves one program: stop the product first.
 */
import { languages } from '../src/lib/base/index.ts'
import { recordActs } from '../src/lib/domains/acts/server/index.ts'
import { isStaffRole } from '../src/lib/domains/people/index.ts'
import { addPerson, invite, openPeople } from '../src/lib/domains/people/server/index.ts'
import { openInstallation, runCommand, useDatabase } from './installation.ts'

const usage = 'npm run setup:desk -- <name> <supervisor|key-officer> [ar|fr|zgh|en]'

const setUp = async (name: string, role: string, asked: string): Promise<void> => {
	const language = languages.find((known) => known === asked)
	if (!isStaffRole(role) || !['supervisor', 'key-officer'].includes(role) || !language)
		throw new Error(`wanted: ${usage}. A supervisor invites all others at the desk.`)
	const config = openInstallation('setup:desk')
	const origin = config.origin ?? `http://localhost:${config.port}`
	await useDatabase(config, async (database) => {
		const now = () => new Date()
		const { db } = await openPeople({ kysely: database.kysely, dataDir: config.dataDir, origin, now })
		// Whoever has a shell makes no supervisor without an entry: the act names nobody, as nobody of the desk did it.
		const id = await database.kysely.transaction().execute(async (trx) => {
			const person = await addPerson(trx, { name, roles: [role], language }, now())
			const what = { person, roles: [role], from: 'machine' }
			await recordActs(trx, [{ act: 'people/invited', by: null, at: now(), what }])
			return person
		})
		console.log(`${origin}/desk/enrol/${await invite(db, id, now())}`)
		console.error('This address enrols the person once, within 72 hours. It is not shown again.')
	})
}

const [name, role, language = 'fr'] = process.argv.slice(2)
runCommand(setUp(name ?? '', role ?? '', language), 'Setting up the desk: ')
