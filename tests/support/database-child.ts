/**
 * A process for tests that kill one: `node tests/support/database-child.ts <task> <data folder>`. Says on
 * standard output how far it is, then goes on until killed.
 */
import { writeSync } from 'node:fs'
import type { Worker } from 'node:worker_threads'
import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import { migrations } from '#migrations'
import { migrate, openDatabase } from '#platform'

const [task, dataDir = ''] = process.argv.slice(2)
const say = (word: string | number) => writeSync(1, `${word}\n`)
const threads: Worker[] = []
process.on('worker', (thread: Worker) => threads.push(thread))
const forever = () => new Promise<never>(() => {})

const tasks: Record<string, (kysely: QueryExecutorProvider) => Promise<unknown>> = {
	async hold() {
		say('ready')
		await forever()
	},
	async commit(kysely) {
		await sql`create table if not exists acknowledged (number int8 primary key)`.execute(kysely)
		for (let number = 0; ; number++) {
			await sql`insert into acknowledged values (${number + Date.now() * 1000})`.execute(kysely)
			say('committed')
		}
	},
	async orphan(kysely) {
		await threads[0]?.terminate()
		say(
			await sql`select 1`.execute(kysely).then(
				() => 'answered',
				() => 'refused',
			),
		)
		await new Promise((resolve) => setTimeout(resolve, 200))
		say('goes on')
		await forever()
	},
	async migrate(kysely) {
		const stuck = {
			async up(db: Kysely<unknown>) {
				await sql`create table half_done (id int)`.execute(db)
				await sql`insert into setting values ('half-done', '1', now())`.execute(db)
				say('inside')
				await forever()
			},
		}
		await migrate({ kysely } as never, { ...migrations, '9999-stuck': stuck })
	},
}

// The test that started this process may be killed itself: its pipe then closes.
process.stdin.on('end', () => process.exit(1)).resume()

const database = await openDatabase({ dataDir, databaseUrl: undefined })
await tasks[task ?? '']?.(database.kysely)
