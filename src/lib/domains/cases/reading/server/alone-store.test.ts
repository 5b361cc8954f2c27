import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import type { Person } from '../../../people/index.ts'
import { askApproval, decideApproval } from '../../../approvals/server/approval-store.ts'
import { assignCase, moveCase, setCategory, toFindingDigest } from '../../work/server/case-store.ts'
import { findCase } from '../../work/server/case-view.ts'
import { openForReading, toOpenDigest } from './open-store.ts'

const anyone = () => Promise.resolve(true)

const begin = async (engine: Parameters<typeof openDesk>[0]) => {
	const desk = await openDesk(engine)
	const salma = await desk.hire('Salma', 'supervisor')
	const hind = await desk.hire('Hind', 'supervisor')
	return { desk, salma, hind }
}

const agree = async (
	desk: TestDesk,
	asked: Parameters<typeof askApproval>[1],
	asker: Person,
	second: Person,
): Promise<string> => {
	const id = await askApproval(desk.db, asked, asker, desk.now())
	await decideApproval(desk.db, { id, grants: true, wait: 0 }, second, desk.now())
	return id
}

describe.each(engines)('what one person cannot do alone on %s', (engine) => {
	test('a finding of two persons is not turned into another one by one', async () => {
		const { desk, salma, hind } = await begin(engine)
		const youssef = await desk.hire('Youssef', 'analyst')
		const [id = ''] = await desk.receive(1)
		await assignCase(desk, { id, version: 1, to: youssef.id }, salma, anyone)
		await moveCase(desk, { id, version: 2, to: 'triaged' }, salma)
		await setCategory(desk, { id, version: 3, category: 'grooming' }, youssef)
		const digest = toFindingDigest({ id, category: 'grooming' })
		const approval = await agree(desk, { act: 'classify-illegal', subject: id, digest }, youssef, hind)
		await setCategory(desk, { id, version: 4, category: 'scam' }, youssef)
		const other = moveCase(desk, { id, version: 5, to: 'assessed', approval }, youssef)
		await expect(other, 'agreed to as another one').rejects.toMatchObject({ code: 'approval.missing' })
		await setCategory(desk, { id, version: 5, category: 'grooming' }, youssef)
		await moveCase(desk, { id, version: 6, to: 'assessed', approval }, youssef)
		const turned = setCategory(desk, { id, version: 7, category: 'scam' }, youssef)
		await expect(turned).rejects.toMatchObject({ code: 'case.no-move' })
		const spoken = { id, version: 7, category: 'grooming', language: 'ar' } as const
		expect(await setCategory(desk, spoken, youssef), 'its language may').toMatchObject({ language: 'ar' })
		await moveCase(desk, { id, version: 8, to: 'triaged', reason: 'lawful' }, youssef)
		expect((await setCategory(desk, { id, version: 9, category: 'scam' }, youssef)).category).toBe('scam')
	})

	test('many opened a few at a time take a second person all the same; danger waits for nobody', async () => {
		const { desk, salma, hind } = await begin(engine)
		const ids = await desk.receive(61)
		const [urgent = ''] = await desk.receive(1, { lane: 'danger' })
		for (const at of [0, 20, 40]) await openForReading(desk, ids.slice(at, at + 20), salma)
		const last = ids.slice(60)
		const alone = openForReading(desk, last, salma)
		await expect(alone).rejects.toMatchObject({ code: 'case.many-lately' })
		const steps = async (id = '') => (await findCase(desk.db, id))?.steps.map(({ kind }) => kind)
		expect(await steps(last[0]), 'refused: nothing is written down').toEqual(['received'])
		expect((await openForReading(desk, ids.slice(0, 20), salma)).size, 'what was open already').toBe(20)
		expect((await openForReading(desk, [urgent], salma)).size).toBe(1)
		expect((await openForReading(desk, last, hind)).size, 'somebody else').toBe(1)
		const asked = { act: 'open-many', subject: 'cases', digest: toOpenDigest(last) } as const
		const approval = await agree(desk, asked, salma, hind)
		expect((await openForReading(desk, last, salma, approval)).size).toBe(1)
		const [next = ''] = await desk.receive(1)
		await expect(openForReading(desk, [next], salma)).rejects.toMatchObject({
			code: 'case.many-lately',
		})
		desk.pass(1.5)
		expect((await openForReading(desk, [next], salma)).size, 'an hour later').toBe(1)
	})

	test('two requests at once open no more than one after the other', async () => {
		const { desk, salma } = await begin(engine)
		const ids = await desk.receive(80)
		const parts = [0, 20, 40, 60].map((at) => openForReading(desk, ids.slice(at, at + 20), salma))
		const done = await Promise.allSettled(parts)
		expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
	})
})
