import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { makeIdentity, seal, toRecipient } from '#tools/seal/sealed'
import type { Person } from '#domains/people'
import { letterSizes } from '#domains/reports'
import { toBlindIndex } from '../blind-index.ts'
import { answerAll, listAnswered } from '../../answers/server/answer-store.ts'
import { assignCase } from '../../work/server/case-store.ts'
import { decideApproval } from '../../../approvals/server/approval-store.ts'
import { askMerge, findAlike, leaveCluster, mergeCases } from './cluster-store.ts'
import { setTokens } from './token-store.ts'
import { addNote, setChecked } from '../../answers/server/note-store.ts'
import { findCase } from '../../work/server/case-view.ts'

const key = await crypto.subtle.importKey(
	'raw',
	new Uint8Array(32).fill(3),
	{ name: 'HMAC', hash: 'SHA-256' },
	false,
	['sign'],
)
const tokens = (words: string, ...links: string[]) => toBlindIndex({ words, links }, key)
const setIndexed = (desk: TestDesk, cases: Parameters<typeof setTokens>[1]['cases'], person: Person) =>
	setTokens(desk, { cases, index: 'index-2026' }, person, () => Promise.resolve('index-2026'))
const viral = 'شوفو هاد الحساب كيهدد بزاف ديال الناس وكيطلب منهم الفلوس باش ما ينشرش التصاور ديالهم'

const begin = async (engine: Parameters<typeof openDesk>[0], count: number) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	return { desk, supervisor, ids: await desk.receive(count) }
}

const sealAnswer = async (): Promise<Uint8Array> => {
	const box = await toRecipient(await makeIdentity())
	const sealed = await seal('Salam', box.ok ? box.value : '', letterSizes)
	if (!sealed.ok) throw new Error('sealing an answer for a test')
	return sealed.value
}
const sealed = await sealAnswer()

const answersFor = async (desk: TestDesk, id: string, reach: 'case' | 'cluster') =>
	(await listAnswered(desk.db, { id, reach })).map(({ report }) => ({ report, sealed }))
const countAnswers = async ({ db }: TestDesk) =>
	(await sql<{ count: number }>`select count(*) as count from mailbox_message`.execute(db)).rows[0]?.count

describe.each(engines)('clusters on %s', (engine) => {
	test('tokens of a case are made by who may open it, and by nobody else', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const [id = ''] = ids
		const [analyst, sorter] = [await desk.hire('Youssef', 'analyst'), await desk.hire('Amal', 'triager')]
		await setIndexed(desk, [{ id, tokens: await tokens(viral) }], sorter)
		await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
		const later = setIndexed(desk, [{ id, tokens: [] }], sorter)
		await expect(later).rejects.toMatchObject({ code: 'case.not-allowed' })
	})

	test('cases of one place or the same words are proposed, the same place first', async () => {
		const { desk, supervisor, ids } = await begin(engine, 4)
		const [a = '', b = '', c = '', d = ''] = ids
		await setIndexed(desk, [{ id: a, tokens: await tokens(viral, 'https://example.org/x') }], supervisor)
		await setIndexed(desk, [{ id: b, tokens: await tokens(`السلام ${viral}`) }], supervisor)
		await setIndexed(desk, [{ id: c, tokens: await tokens('', 'hxxps://EXAMPLE[.]org/x') }], supervisor)
		await setIndexed(
			desk,
			[{ id: d, tokens: await tokens('Je voudrais savoir comment protéger mon petit frère') }],
			supervisor,
		)
		expect((await findAlike(desk.db, a)).map(({ id }) => id)).toEqual([c, b])
		expect(await findAlike(desk.db, d)).toEqual([])
		await setIndexed(desk, [{ id: a, tokens: [] }], supervisor)
		expect(await findAlike(desk.db, a)).toEqual([])
	})

	test('one answer reaches every reporter of a cluster, once, and none outside of it', async () => {
		const { desk, supervisor, ids } = await begin(engine, 12)
		await mergeCases(desk, { ids: ids.slice(0, 10) }, supervisor)
		const id = ids[0] ?? ''
		const answers = await answersFor(desk, id, 'cluster')
		expect(answers).toHaveLength(10)
		const short = answerAll(desk, { id, reach: 'cluster', answers: answers.slice(1) }, supervisor)
		await expect(short).rejects.toMatchObject({ code: 'case.answers-wrong' })
		const stray = { report: randomUUID(), sealed }
		const wide = answerAll(desk, { id, reach: 'cluster', answers: [...answers, stray] }, supervisor)
		await expect(wide).rejects.toMatchObject({ code: 'case.answers-wrong' })
		expect(await countAnswers(desk), 'a refused answer reaches nobody').toBe(0)
		expect(await answerAll(desk, { id, reach: 'cluster', answers, template: 'received' }, supervisor)).toBe(
			10,
		)
		expect(await countAnswers(desk)).toBe(10)
		const view = await findCase(desk.db, ids[9] ?? '')
		expect(view?.clocks.map(({ clock }) => clock)).toEqual(['triage'])
	})

	test('an answer in clear or of another size is kept for nobody', async () => {
		const { desk, supervisor, ids } = await begin(engine, 2)
		await mergeCases(desk, { ids }, supervisor)
		const id = ids[0] ?? ''
		const [first, ...rest] = await answersFor(desk, id, 'cluster')
		for (const wrong of [Buffer.from('in clear'), Buffer.concat([sealed, sealed])]) {
			const answers = [...rest, { report: first?.report ?? '', sealed: wrong }]
			const sent = answerAll(desk, { id, reach: 'cluster', answers }, supervisor)
			await expect(sent).rejects.toMatchObject({ code: 'case.not-sealed' })
		}
		expect(await countAnswers(desk)).toBe(0)
	})

	test('two who answer one cluster from two of its cases do not wait for each other', async () => {
		const { desk, supervisor, ids } = await begin(engine, 40)
		await mergeCases(desk, { ids }, supervisor)
		const answers = await answersFor(desk, ids[0] ?? '', 'cluster')
		const [first = '', last = ''] = [ids.toSorted()[0], ids.toSorted().at(-1)]
		const sent = [last, first, last, first].map((id) =>
			answerAll(desk, { id, reach: 'cluster', answers }, supervisor),
		)
		expect(await Promise.all(sent)).toEqual([40, 40, 40, 40])
	})

	test('clusters that meet become one, and a case can leave', async () => {
		const { desk, supervisor, ids } = await begin(engine, 5)
		const [a = '', b = '', c = '', d = ''] = ids
		await mergeCases(desk, { ids: [a, b] }, supervisor)
		await mergeCases(desk, { ids: [c, d] }, supervisor)
		await mergeCases(desk, { ids: [b, c] }, supervisor)
		expect((await findCase(desk.db, a))?.cluster).toHaveLength(4)
		await leaveCluster(desk, a, supervisor)
		expect((await findCase(desk.db, b))?.cluster).toHaveLength(3)
		expect(await answersFor(desk, a, 'cluster')).toHaveLength(1)
	})

	test('clusters of two units meet by two persons, who agreed to exactly these cases', async () => {
		const { desk, supervisor: salma, ids } = await begin(engine, 3)
		const [a = '', b = '', c = ''] = ids
		const [amal, youssef] = [await desk.hire('Amal', 'supervisor'), await desk.hire('Youssef', 'analyst')]
		const anyone = () => Promise.resolve(true)
		await assignCase(desk, { id: a, version: 1, to: youssef.id }, salma, anyone)
		await assignCase(desk, { id: b, version: 1, to: youssef.id }, amal, anyone)
		const alone = mergeCases(desk, { ids: [a, b] }, youssef)
		await expect(alone).rejects.toMatchObject({ code: 'approval.missing' })
		const approval = await askMerge(desk, { subject: a, ids: [a, b] }, youssef)
		const own = decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, youssef, desk.now())
		await expect(own).rejects.toMatchObject({ code: 'approval.same-person' })
		await decideApproval(desk.db, { id: approval, grants: true, wait: 0 }, salma, desk.now())
		await mergeCases(desk, { ids: [b, c] }, salma)
		const grown = mergeCases(desk, { ids: [a, b], approval }, youssef)
		await expect(grown, 'the group has grown since').rejects.toMatchObject({ code: 'approval.missing' })
		await leaveCluster(desk, c, salma)
		await mergeCases(desk, { ids: [a, b], approval }, youssef)
		expect((await findCase(desk.db, a))?.cluster).toEqual([a, b].sort())
	})

	test('a note that is not sealed is refused, and ticks of two persons meet', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const id = ids[0] ?? ''
		const clear = addNote(desk, { id, epoch: '2026-11', sealed: Buffer.from('the child said') }, supervisor)
		await expect(clear).rejects.toMatchObject({ code: 'case.not-sealed' })
		const note = Buffer.from('age-encryption.org/v1\n-> X25519 …')
		await addNote(desk, { id, epoch: '2026-11', sealed: note }, supervisor)
		await Promise.all(
			[1, 2, 3].map(() => setChecked(desk, { id, item: 'text-only', isDone: true }, supervisor)),
		)
		const view = await findCase(desk.db, id)
		expect(view?.checked).toEqual(['text-only'])
		expect(view?.notes.map((kept) => Buffer.from(kept.sealed).equals(note))).toEqual([true])
	})

	test('tokens that are none are refused, and so is who may not open', async () => {
		const { desk, supervisor, ids } = await begin(engine, 1)
		const id = ids[0] ?? ''
		const wrong = setIndexed(
			desk,
			[{ id, tokens: [{ kind: 'words', token: 'https://example.org' }] }],
			supervisor,
		)
		await expect(wrong).rejects.toMatchObject({ code: 'case.tokens-wrong' })
		const outside = await desk.hire('Nora', 'auditor')
		await expect(setIndexed(desk, [{ id, tokens: [] }], outside)).rejects.toMatchObject({
			code: 'case.not-allowed',
		})
		const giving = assignCase(desk, { id, version: 1, to: outside.id }, supervisor, () =>
			Promise.resolve(true),
		)
		await expect(giving).rejects.toMatchObject({ code: 'case.no-reader' })
	})
})
