/**
 * The product as an operator starts it, in a process that a test can ask about its inside: `node tests/support/product-child.ts`,
 * with a channel for messages. What is asked is one of the tasks below.
 */
import { seedDesk } from './desk-seed.ts'
import { addPartner } from './preservation.ts'
import { addSentReferral } from './referral-rows.ts'
import { digestAll, listActs } from './state-digest.ts'
import { getDatabase } from '../../src/server/process/database.ts'

const dataDir = process.env['DATA_DIR'] ?? ''
const tasks = {
	digest: async () => digestAll(getDatabase().kysely, dataDir),
	acts: async () => listActs(getDatabase().kysely),
	referral: async () => addSentReferral(getDatabase().kysely),
	authority: async () => addPartner(getDatabase().kysely),
	seed: async (origin: string) => seedDesk(getDatabase().kysely, { dataDir, origin }),
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
