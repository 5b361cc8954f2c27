/** Runs a task in a process that is killed after one of its statements, at each of them or at some. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { openDatabase } from '#platform'
import type { Tables } from '../../src/server/process/database.ts'
import { makeFolder, shortLived } from './child.ts'

type Opened = Awaited<ReturnType<typeof openDatabase<Tables>>>

/** What `statement-child.ts` can do. */
export type Task = 'sequence' | 'erase' | 'export'

/** From one kill to the next: at every statement when `THIQA_KILLS` is set, else at a few. */
const step = process.env['THIQA_KILLS'] === undefined ? 11 : 1

/** Opens the database of a folder for `work`. */
export const withDatabase = async <Answer>(
	dataDir: string,
	work: (database: Opened) => Promise<Answer>,
): Promise<Answer> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		return await work(database)
	} finally {
		await database.close()
	}
}

/**
 * Kills the task on copies of a folder, after its first statement and after later ones, until it comes to its end; hands each folder
 * to `look`, the whole one last.
 *
 * @returns how often it was killed
 */
export const killAtStatements = async (
	ready: string,
	{ task, given = {} }: { task: Task; given?: object },
	look: (database: Opened, dataDir: string) => Promise<void>,
): Promise<number> => {
	for (let number = 1, kills = 0; ; number += step, kills++) {
		const dataDir = makeFolder()
		cpSync(ready, dataDir, { recursive: true })
		const child = spawn(process.execPath, [
			...shortLived,
			'tests/support/statement-child.ts',
			dataDir,
			task,
			String(number),
			JSON.stringify(given),
		])
		let said = ''
		child.stderr.on('data', (text: Buffer) => (said += text.toString()))
		const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
		if (signal !== 'SIGKILL' && code !== 0) throw new Error(`${task} in a process of its own: ${said}`)
		await withDatabase(dataDir, (database) => look(database, dataDir))
		if (signal !== 'SIGKILL') return kills
	}
}
