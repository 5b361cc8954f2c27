import { expect, test } from 'vitest'
import { AppError } from '#base'
import type { Kept } from '#domains/reports/server'
import { answerAsked, askKept, type AskedKept, type ToldKept } from './line.ts'

/** Both ends, over what a channel does to a message. */
const connect = (functions: Partial<Record<keyof Kept, (...given: never[]) => Promise<unknown>>>) => {
	const faults: unknown[] = []
	const { kept, hear } = askKept((asked) => {
		void answerAsked(functions as unknown as Kept, structuredClone(asked), (error) =>
			faults.push(error),
		).then((told) => hear(structuredClone(told)))
	})
	return { kept, faults }
}

test('what is asked is answered by the other process, bytes and dates among it, each to its asker', async () => {
	const { kept } = connect({
		challenge: async (lookup: Uint8Array) => Buffer.from(lookup).toString('hex'),
		listEpochs: async () => ['2026-11'],
	})
	const answers = await Promise.all([
		kept.challenge(Uint8Array.of(1)),
		kept.listEpochs(),
		kept.challenge(Uint8Array.of(255)),
	])
	expect(answers).toEqual(['01', ['2026-11'], 'ff'])
})

test('a refusal by our rules arrives with its code; a fault stays where it is, without its words', async () => {
	const { kept, faults } = connect({
		getEpoch: async () => {
			throw new AppError('reports.no-epoch', 503, 'none')
		},
		listEpochs: async () => {
			throw new Error('a word of the database')
		},
	})
	await expect(kept.getEpoch()).rejects.toMatchObject({ code: 'reports.no-epoch', status: 503 })
	await expect(kept.listEpochs()).rejects.toThrow('it failed')
	expect(faults).toHaveLength(1)
})

test('nothing but what a browser could ask is answered', async () => {
	const faults: unknown[] = []
	const asked = { number: 1, name: 'close', given: [] } as unknown as AskedKept
	const kept = { close: async () => 'closed' } as unknown as Kept
	const told: ToldKept = await answerAsked(kept, asked, (error) => faults.push(error))
	expect(told).toEqual({ number: 1, isFault: true })
	expect(faults).toHaveLength(1)
})
