/**
 * The product as an operator starts it, in a process that a test can ask about its inside: `node tests/support/product-child.ts`,
 * with a channel for messages. What is asked is one of the tasks below.
 */
import { seedDesk } from './desk-seed.ts'
import { digestAll } from './state-digest.ts'
import type { Database } from '../../src/lib/platform/server/database/database.ts'

const shared = globalThis as { thiqaDatabase?: Promise<Database> }

const getDatabase = async (): Promise<Database> => {
	if (!shared.thiqaDatabase) throw new Error('asking the product: it has not opened its database yet')
	return shared.thiqaDatabase
}

const dataDir = process.env['DATA_DIR'] ?? ''
const tasks = {
	digest: async () => digestAll((await getDatabase()).kysely, dataDir),
	seed: async (origin: string) => seedDesk((await getDatabase()).kysely, { dataDir, origin }),
} as const
export type Task = keyof typeof tasks

type Asked = { number: number; task: Task; given: string }

process.on('message', ({ number, task, given }: Asked) => {
	tasks[task](given).then(
		(answer: unknown) => process.send?.({ number, answer }),
		(error: unknown) => process.send?.({ number, error: String(error) }),
	)
})
process.on('disconnect', () => process.exit(1))

await import('../../src/serve.ts')
