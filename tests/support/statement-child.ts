/**
 * A process for tests that kill one in the middle of its work: `node tests/support/statement-child.ts <data folder> <task> <number>`.
 * Does the task on the embedded database and ends itself without a word once so many statements were answered; ends as any other
 * process does when the task has fewer.
 */
import type { KyselyPlugin } from 'kysely'
import { openDatabase, openRecord } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'
import { exportDossier } from '../../src/lib/domains/leaving/server/dossier-store.ts'
import { eraseOverdue } from '../../src/lib/domains/retention/server/retention-store.ts'
import { openDeskOn, type TestDesk } from './cases.ts'
import type { Task } from './killed-task.ts'

const [dataDir = '', task = '', number = '', given = '{}'] = process.argv.slice(2)

let answered = 0
const killer: KyselyPlugin = {
	transformQuery: ({ node }) => node,
	transformResult: ({ result }) => {
		if (++answered === Number(number)) process.kill(process.pid, 'SIGKILL')
		return Promise.resolve(result)
	},
}

const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
const kysely = database.kysely.withPlugin(killer)

/** The desk two months later. */
const openLater = (): TestDesk => {
	const desk = openDeskOn(kysely)
	desk.pass(60 * 24)
	return desk
}

const tasks: Record<Task, () => Promise<unknown>> = {
	sequence: async () => {
		const record = await openRecord({ kysely, dataDir, origin: undefined, witnesses: [] })
		answered = 0
		await record.sequence(new Date())
	},
	erase: () => eraseOverdue(openLater()),
	export: () => {
		const { dossier, person } = JSON.parse(given) as {
			dossier: Parameters<typeof exportDossier>[1]
			person: Parameters<typeof exportDossier>[2]
		}
		return exportDossier(openDeskOn(kysely), dossier, person)
	},
}
await tasks[task as Task]()
await database.close()
