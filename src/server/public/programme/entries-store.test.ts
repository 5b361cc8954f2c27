import { expect, test } from 'vitest'
import { longestEntry, toEntryText } from '#domains/programme/sessions'
import { inviteTrainer } from '#domains/programme/sessions/invitations/server'
import { setDatabase } from '#server/process/database'
import { database } from '../../../../tests/support/database.ts'
import { makeChain, makeValues } from '../../../../tests/support/sessions.ts'
import { getSessionDesk } from '../../process/programme/session-desk.ts'
import { takePut } from './entries.ts'

const lead = { id: crypto.randomUUID(), roles: ['programme-lead'] } as const
const heldOn = new Date().toISOString().slice(0, 10)

const open = async () => {
	setDatabase(await database())
	const token = await inviteTrainer(getSessionDesk(), { region: 'MA-09', days: 30, uses: 5 }, lead)
	const put = async (body: string, address: { id: string; revision: string }, sent = token) => {
		const headers = { authorization: `Bearer ${sent}`, cookie: 'thiqa=made-up' }
		const request = new Request('http://localhost/programme/entries', { method: 'PUT', headers, body })
		const answer = await takePut(request, address)
		return [answer.status, ((await answer.json()) as { code?: string; verdict?: string }).code ?? 'ok']
	}
	return { put, token }
}

const make = (more: Parameters<typeof makeValues>[0] = {}) => {
	const chain = makeChain([makeValues({ held_on: heldOn, ...more }), null])
	return chain.map(({ entry, text }) => ({
		text,
		entry,
		address: { id: entry.instance_id, revision: String(entry.revision) },
	}))
}

test('an entry is answered by what became of it, and a wrong one before it is read', async () => {
	const { put, token } = await open()
	const [first, second] = make()
	if (!first || !second) throw new Error('two revisions')
	expect(await put(second.text, second.address)).toEqual([409, 'entry.gap'])
	expect(await put(first.text, first.address)).toEqual([200, 'ok'])
	expect(await put(first.text, first.address)).toEqual([200, 'ok'])
	const other = toEntryText({ ...first.entry, values: makeValues({ held_on: heldOn, minutes: 7 }) })
	expect(await put(other, first.address)).toEqual([409, 'entry.conflict'])
	expect(await put(second.text, second.address)).toEqual([200, 'ok'])

	expect(await put(first.text, second.address)).toEqual([400, 'entry.form'])
	expect(await put('{}', first.address)).toEqual([400, 'entry.form'])
	expect(await put(' '.repeat(longestEntry + 1), first.address)).toEqual([413, 'entry.long'])
	const [away] = make({ province: 'MA-CAS' })
	expect(away && (await put(away.text, away.address))).toEqual([422, 'entry.place'])
	for (const wrong of ['', 'A'.repeat(22), `${token}x`, 'short'])
		expect(await put(first.text, first.address, wrong)).toEqual([401, 'entry.link'])
})

test('a body that does not say its length is read no further than an entry can be long', async () => {
	const { token } = await open()
	let pulled = 0
	const body = new ReadableStream({
		pull: (controller) => {
			pulled++
			controller.enqueue(new Uint8Array(1024))
		},
	})
	const headers = { authorization: `Bearer ${token}` }
	const request = new Request('http://localhost/', {
		method: 'PUT',
		headers,
		body,
		duplex: 'half',
	} as RequestInit)
	expect((await takePut(request, { id: 'x', revision: '1' })).status).toBe(413)
	expect(pulled).toBeLessThan(6)
})

test('who tries links that are none is slowed, and takes nothing from who has one', async () => {
	const { put } = await open()
	const [first] = make()
	if (!first) throw new Error('a revision')
	const tries = await Promise.all(
		Array.from({ length: 200 }, () => put(first.text, first.address, 'B'.repeat(22))),
	)
	expect(tries.some(([status, code]) => status === 429 && code === 'entry.busy')).toBe(true)
	expect(await put(first.text, first.address)).toEqual([200, 'ok'])
})
