/** Each act asks the table of permissions by the case's own row: a colleague who was not given the case does nothing to it. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines, type EngineName } from '../../../../../../tests/support/database.ts'
import type { Person } from '../../../people/index.ts'
import { defaultSchedule } from '../../../retention/keep.ts'
import { askApproval, decideApproval } from '../../../approvals/server/approval-store.ts'
import { acknowledgeDossier, exportDossier } from '../../../leaving/server/dossier-store.ts'
import { endEpoch } from '../../../retention/server/erasure-store.ts'
import { placeHold, releaseHold } from '../../../retention/server/hold-store.ts'
import { noteLeaving } from '../../../leaving/server/notice-store.ts'
import { answerAll } from '../../answers/server/answer-store.ts'
import { noteAttached } from '../../reading/server/attached-store.ts'
import { assignCase, moveCase, noteRecheck, setCategory } from './case-store.ts'
import { findCase } from './case-view.ts'
import { askMerge, leaveCluster, mergeCases } from '../../cluster/server/cluster-store.ts'
import { lockCases } from '../../server/desk-case.ts'
import { addNote, noteCall, setChecked } from '../../answers/server/note-store.ts'
import { openForReading } from '../../reading/server/open-store.ts'
import { noteSeen } from '../../reading/server/seen-store.ts'

const notAllowed = { code: 'case.not-allowed', status: 403 }
const sealed = new TextEncoder().encode('age-encryption.org/v1\n')
const note = { epoch: '2026-11', sealed }

const begin = async (engine: EngineName) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const [owner, other] = [await desk.hire('Youssef', 'analyst'), await desk.hire('Amal', 'analyst')]
	const ids = await desk.receive(2, { lane: 'danger' })
	const [id = '', second = ''] = ids
	for (const one of ids)
		await assignCase(desk, { id: one, version: 1, to: owner.id }, supervisor, () => Promise.resolve(true))
	return { desk, supervisor, owner, other, id, second }
}

type Given = { desk: TestDesk; id: string; second: string; supervisor: Person }
type Act = (given: Given, person: Person) => Promise<unknown>

const version = 2
const acts: Readonly<Record<string, Act>> = {
	'open it': ({ desk, id }, person) => openForReading(desk, [id], person),
	'say that it was seen': ({ desk, id }, person) => noteSeen(desk, id, person),
	'open a file of it': ({ desk, id }, person) =>
		noteAttached(desk, { id, report: randomUUID(), part: 1 }, person),
	'move it': ({ desk, id }, person) => moveCase(desk, { id, version, to: 'triaged' }, person),
	'say what it is about': ({ desk, id }, person) =>
		setCategory(desk, { id, version, category: 'scam' }, person),
	'look at its place again': ({ desk, id }, person) => noteRecheck(desk, { id, version }, person),
	'give it to somebody': ({ desk, id }, person) =>
		assignCase(desk, { id, version, to: person.id }, person, () => Promise.resolve(true)),
	'answer it': ({ desk, id }, person) => answerAll(desk, { id, reach: 'case', answers: [] }, person),
	'write a note': ({ desk, id }, person) => addNote(desk, { id, ...note }, person),
	'note a call to the police': ({ desk, id }, person) => noteCall(desk, { id, ...note }, person),
	'tick an item': ({ desk, id }, person) => setChecked(desk, { id, item: 'made-up', isDone: true }, person),
	'put it together with another': ({ desk, id, second }, person) =>
		mergeCases(desk, { ids: [id, second] }, person),
	'ask to put it together': ({ desk, id, second }, person) =>
		askMerge(desk, { subject: id, ids: [id, second] }, person),
	'take it out of its cluster': ({ desk, id }, person) => leaveCluster(desk, id, person),
	'hold it': ({ desk, id }, person) => placeHold(desk, { id, reasonSealed: sealed, approval: '' }, person),
	'let it go': ({ desk, id }, person) => releaseHold(desk, id, person),
	'export a dossier of it': ({ desk, id }, person) =>
		exportDossier(desk, { id, manifest: 'ab'.repeat(32), token: 'AB', approval: '' }, person),
	'let a notice leave': ({ desk, id }, person) =>
		noteLeaving(desk, { id, form: 'dsa', digest: 'ab'.repeat(32), approval: '' }, person),
}

describe.each(engines)('who was not given a case, on %s', (engine) => {
	test('does nothing to it, and nothing is written down', async () => {
		const { desk, supervisor, other, id, second } = await begin(engine)
		const before = await findCase(desk.db, id)
		for (const [name, act] of Object.entries(acts))
			await expect(act({ desk, supervisor, id, second }, other), name).rejects.toMatchObject(notAllowed)
		expect(await findCase(desk.db, id)).toEqual(before)
	})

	test('which is refused for no other reason: who was given it may do most of it', async () => {
		const { desk, supervisor, owner, id, second } = await begin(engine)
		const given = { desk, supervisor, id, second }
		const done = [
			'open it',
			'say that it was seen',
			'write a note',
			'note a call to the police',
			'tick an item',
		]
		const more = ['put it together with another', 'take it out of its cluster', 'let it go']
		for (const name of [...done, ...more]) await acts[name]?.(given, owner)
		expect((await findCase(desk.db, id))?.steps.length).toBeGreaterThan(6)
	})

	test('ends no epoch: only who keeps keys does', async () => {
		const { desk, owner } = await begin(engine)
		const ended = { epoch: '2026-11', recipient: 'age1example', begins: '2026-11-01', ends: '2026-11-30' }
		const ending = endEpoch(desk, { ended, approval: '', schedule: defaultSchedule }, owner, () =>
			Promise.reject(new Error('nothing is destroyed')),
		)
		await expect(ending).rejects.toMatchObject(notAllowed)
	})
})

describe.each(engines)('what is not there any more, on %s', (engine) => {
	test('of several cases one that was erased is not passed over', async () => {
		const { desk, id } = await begin(engine)
		const locking = desk.db.transaction().execute((trx) => lockCases(trx, [id, randomUUID()]))
		await expect(locking).rejects.toMatchObject({ code: 'case.not-found', status: 404 })
		const rows = await desk.db.transaction().execute((trx) => lockCases(trx, [id, id]))
		expect(rows).toHaveLength(1)
	})

	test('a question that was answered, or is a day old, is decided by nobody', async () => {
		const { desk, supervisor, id } = await begin(engine)
		const hind = await desk.hire('Hind', 'supervisor')
		const ask = () =>
			askApproval(desk.db, { act: 'export', subject: id, digest: randomUUID() }, supervisor, desk.now())
		const decide = (asked: string, grants = true) =>
			decideApproval(desk.db, { id: asked, grants, wait: 0 }, hind, desk.now())
		const missing = { code: 'approval.missing' }
		const refused = await ask()
		await decide(refused, false)
		await expect(decide(refused), 'a no stays a no').rejects.toMatchObject(missing)
		const old = await ask()
		desk.pass(25)
		await expect(decide(old)).rejects.toMatchObject(missing)
		await decide(await ask())
	})

	test('a dossier that nobody exported is acknowledged by nobody', async () => {
		const { desk, owner } = await begin(engine)
		expect(await acknowledgeDossier(desk, 'ABCD-EFGH-JKMN-PQRS', owner)).toBeUndefined()
	})
})
