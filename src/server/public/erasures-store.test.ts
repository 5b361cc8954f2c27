import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeEntry } from '#platform'
import { setDatabase } from '#server/process/database'
import { database } from '../../../tests/support/database.ts'
import { listErasures } from './erasures.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

test('what anyone may know of destroyed keys: the newest first, each with its signatures and what opens their leaves', async () => {
	const opened = await database('pglite')
	const { kysely } = opened
	setDatabase(opened)
	const keep = async (epoch: string, at: Date) => {
		const { id: entry, salt } = makeEntry(encode(epoch))
		const bytes = Buffer.from(salt)
		await kysely
			.insertInto('erasure')
			.values({ epoch, certificate: `end of ${epoch}`, entry, salt: bytes, at })
			.execute()
		return { epoch, certificate: `end of ${epoch}`, entry, salt: bytes.toString('base64') }
	}
	const first = await keep('2026-08', new Date('2026-11-26T09:00:00Z'))
	const second = await keep('2026-09', new Date('2026-11-27T09:00:00Z'))
	const { id: entry, salt } = makeEntry(encode('signed'))
	const signature = { epoch: '2026-08', person: randomUUID(), content: 'signed', entry }
	await kysely
		.insertInto('erasure_signature')
		.values({ ...signature, salt: Buffer.from(salt) })
		.execute()
	const signed = { content: 'signed', entry, salt: Buffer.from(salt).toString('base64') }
	expect(await listErasures()).toEqual([
		{ ...second, signatures: [] },
		{ ...first, signatures: [signed] },
	])
})
