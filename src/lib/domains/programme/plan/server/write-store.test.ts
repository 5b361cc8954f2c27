import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../../tests/support/database.ts'
import { inAll, openPlan, regions } from '../../../../../../tests/support/plan-desk.ts'
import { askPublication, decidePublication } from '../publishing/server/index.ts'
import { makeAction, makeParty, readPlan, removeEvidence, writePlanNote, writeThing } from './index.ts'
import { findForDesk, listForDesk } from '../viewing/server/index.ts'

type World = Awaited<ReturnType<typeof openPlan>>

const make = async (
	{ desk, lead }: World,
	fields: Readonly<Record<string, string>> = {},
): Promise<string> => {
	const made = await makeAction(
		desk,
		{ initiative: 'i2', fields: { ...inAll('title', 'Atelier'), ...fields } },
		{ regions, by: lead },
	)
	if ('faults' in made) throw new Error(JSON.stringify(made.faults))
	return made.id
}

const publish = async ({ desk, lead, second }: World, ids: readonly string[]): Promise<void> => {
	const id = await askPublication(desk, ids, lead)
	await decidePublication(desk, { id, grants: true, wait: 0 }, second)
}

const find = async ({ db, lead }: World, id: string) => {
	const found = await findForDesk(db, id, { person: lead, today: '2026-11-29' })
	if (!found) throw new Error(`${id} is not there`)
	return found
}

describe.each(engines)('writing the plan on %s', (engine) => {
	test('a draft is seen by nobody until two persons have published it', async () => {
		const world = await openPlan(engine)
		const id = await make(world, { due: '2027-03-31', needs: 'i2-a1' })
		expect(id).toBe('i2-a4')
		const isSeen = async () => (await readPlan(world.db)).initiatives[1]?.actions.some((one) => one.id === id)
		expect(await isSeen()).toBe(false)
		const asked = await askPublication(world.desk, [id], world.lead)
		const decide = (by: World['lead']) =>
			decidePublication(world.desk, { id: asked, grants: true, wait: 0 }, by)
		await expect(decide(world.lead)).rejects.toMatchObject({ code: 'approval.same-person' })
		await expect(decide(world.regional)).rejects.toMatchObject({ code: 'programme.not-allowed' })
		expect(await isSeen()).toBe(false)
		await decide(world.second)
		expect(await isSeen()).toBe(true)
		await expect(decide(world.second)).rejects.toMatchObject({ code: 'approval.missing' })
	})

	test('what was changed after it was asked for is not published under that agreement', async () => {
		const world = await openPlan(engine)
		const id = await make(world)
		const asked = await askPublication(world.desk, [id], world.lead)
		await writeThing(world.desk, { id, version: 1, fields: { source: 'later' } }, { regions, by: world.lead })
		const decided = decidePublication(world.desk, { id: asked, grants: true, wait: 0 }, world.second)
		await expect(decided).rejects.toMatchObject({ code: 'programme.changed' })
		await publish(world, [id])
		expect((await readPlan(world.db)).initiatives[1]?.actions.at(-1)).toMatchObject({
			id,
			source: 'later',
			version: 2,
		})
	})

	test('nothing is published that one language lacks, nor what has nothing new', async () => {
		const world = await openPlan(engine)
		const id = await make(world, { title_zgh: '' })
		await expect(publish(world, [id])).rejects.toMatchObject({ code: 'programme.words' })
		await expect(publish(world, ['i1-a1'])).rejects.toMatchObject({ code: 'programme.nothing' })
	})

	test('a published date moves with a reason, and the first one stays', async () => {
		const world = await openPlan(engine)
		const id = await make(world, { due: '2027-01-31' })
		const move = (fields: Readonly<Record<string, string>>, version = 2) =>
			writeThing(world.desk, { id, version, fields }, { regions, by: world.lead })
		await move({ due: '2027-02-28' }, 1)
		await publish(world, [id])
		expect(await move({ due: '2027-04-30' })).toEqual({ faults: [{ column: 'due', code: 'reason' }] })
		expect(await move({ due: '2027-04-30', ...inAll('reason', 'La salle') })).toMatchObject({ beside: [] })
		await publish(world, [id])
		const { action } = await find(world, id)
		expect(action).toMatchObject({
			dueFirst: '2027-02-28',
			dueNow: '2027-04-30',
			reason: { fr: 'La salle fr' },
		})
	})

	test('nobody of a region writes what is for the country or for another region, nor reads it', async () => {
		const world = await openPlan(engine)
		const id = await make(world, { region: 'MA-08' })
		const { desk, regional } = world
		const write = (of: string, fields: Readonly<Record<string, string>>) =>
			writeThing(desk, { id: of, version: 1, fields }, { regions, by: regional })
		await expect(write('i1-a1', { source: 'mine' })).rejects.toMatchObject({ code: 'programme.not-allowed' })
		await expect(write(id, { region: 'MA-09' })).rejects.toMatchObject({ code: 'programme.not-allowed' })
		expect(await write(id, { source: 'mine' })).toMatchObject({ version: 2 })
		const { initiatives } = await listForDesk(world.db, regional, '2026-11-29')
		expect(initiatives.flatMap(({ lines }) => lines.map(({ action }) => action.id))).toEqual([id])
		expect(await findForDesk(world.db, 'i1-a1', { person: regional, today: '2026-11-29' })).toBeUndefined()
	})

	test('what waits for itself is refused by the rule, and by the table', async () => {
		const world = await openPlan(engine)
		const first = await make(world)
		const then = await make(world, { needs: first })
		const circle = await writeThing(
			world.desk,
			{ id: first, version: 1, fields: { needs: then } },
			{ regions, by: world.lead },
		)
		expect(circle).toEqual({ faults: [{ column: 'needs', code: 'circle' }] })
		await expect(
			world.db.insertInto('plan_need').values({ action: first, needs: then }).execute(),
		).rejects.toThrow('cannot wait for itself')
	})

	test('words that two people wrote in one place are both there until one is chosen, and stay among the changes', async () => {
		const world = await openPlan(engine)
		const id = await make(world)
		const write = (fields: Readonly<Record<string, string>>, version: number, settles?: number) =>
			writeThing(world.desk, { id, version, fields, settles }, { regions, by: world.second })
		await write({ title_fr: 'Le titre de l’un', owner: '' }, 1)
		expect(await write({ title_fr: 'Le titre de l’autre', source: 'un document' }, 1)).toEqual({
			version: 3,
			beside: [{ field: 'title_fr', now: 'Le titre de l’un', other: 'Le titre de l’autre' }],
		})
		const { action, changes } = await find(world, id)
		expect(action).toMatchObject({ title: { fr: 'Le titre de l’un' }, source: 'un document' })
		const open = changes.find(({ isOpen }) => isOpen)
		expect(open?.patch).toEqual({ title_fr: ['Le titre de l’un', 'Le titre de l’autre'] })
		await write({ title_fr: 'Le titre de l’autre' }, 3, open?.id)
		await expect(write({ title_fr: 'Encore' }, 4, open?.id)).rejects.toMatchObject({
			code: 'programme.settled',
		})
		const after = await find(world, id)
		expect(after.action.title.fr).toBe('Le titre de l’autre')
		expect(after.changes.some(({ isOpen }) => isOpen)).toBe(false)
		expect(JSON.stringify(after.changes)).toContain('Le titre de l’un')
		await expect(world.db.deleteFrom('plan_change').execute()).rejects.toThrow('never changed')
	})

	test('evidence, risks, decisions and money hang on an action, each a version of it', async () => {
		const world = await openPlan(engine)
		const { desk, lead } = world
		const note = { ar: '', fr: 'Vu', zgh: '', en: '' }
		const evidence = {
			...({ kind: 'address' } as const),
			reference: 'https://example.test/',
			seenOn: '2026-11-28',
			confidence: 'likely' as const,
			isIndependent: true,
			note,
		}
		await writePlanNote(
			desk,
			{ action: 'i1-a1', note: { kind: 'evidence', realisation: 'i1-a1-r4', evidence } },
			lead,
		)
		await writePlanNote(
			desk,
			{ action: 'i1-a1', note: { kind: 'risk', risk: 'Retard', owner: undefined, due: undefined } },
			lead,
		)
		await writePlanNote(
			desk,
			{ action: 'i1-a1', note: { kind: 'decision', decision: 'Oui', decidedOn: '2026-11-29' } },
			lead,
		)
		const money = {
			line: 'Affiches',
			currency: 'MAD',
			minorUnits: 12_500,
			source: '',
			isPublic: false,
		} as const
		await writePlanNote(desk, { action: 'i1-a1', note: { kind: 'budget', ...money } }, lead)
		const found = await find(world, 'i1-a1')
		expect(found.action.version).toBe(5)
		expect(found).toMatchObject({
			risks: [{ risk: 'Retard' }],
			decisions: [{}],
			budget: [{ minor_units: 12_500 }],
		})
		const closing = {
			kind: 'closed-risk',
			id: found.risks[0]?.id ?? '',
			reason: 'Les affiches sont là',
		} as const
		await expect(writePlanNote(desk, { action: 'i1-a2', note: closing }, lead)).rejects.toMatchObject({
			code: 'programme.not-found',
		})
		await writePlanNote(desk, { action: 'i1-a1', note: closing }, lead)
		expect((await find(world, 'i1-a1')).risks).toMatchObject([
			{ risk: 'Retard', closed_on: '2026-11-29', closed_reason: 'Les affiches sont là' },
		])
		await expect(writePlanNote(desk, { action: 'i1-a1', note: closing }, lead), 'once').rejects.toMatchObject(
			{
				code: 'programme.not-found',
			},
		)
		expect((await find(world, 'i1-a1')).action, 'a line that is not to be published').not.toHaveProperty(
			'budget',
		)
		const open = { kind: 'budget', ...money, line: 'Salle', isPublic: true } as const
		await writePlanNote(desk, { action: 'i1-a1', note: open }, lead)
		const readPublic = async () =>
			(await readPlan(world.db)).initiatives[0]?.actions.find(({ id }) => id === 'i1-a1')?.budget
		expect(await readPublic(), 'nothing before two persons').toBeUndefined()
		await publish(world, ['i1-a1'])
		expect(await readPublic()).toEqual([{ line: 'Salle', currency: 'MAD', minorUnits: 12_500, source: '' }])
		const added = found.evidence.find(({ kind }) => kind === 'address')
		await removeEvidence(desk, { action: 'i1-a1', id: added?.id ?? '' }, lead)
		expect(JSON.stringify((await find(world, 'i1-a1')).changes)).toContain('https://example.test/')
	})
})

test('whatever two people write, in whatever order, no word of theirs is lost', async () => {
	const world = await openPlan()
	const step = fc.record({
		who: fc.constantFrom('lead', 'second'),
		reads: fc.boolean(),
		field: fc.constantFrom('title_fr', 'source', 'promise'),
	})
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
			const id = await make(world, { promise_language: 'fr', promise: 'rien' })
			const seen = { lead: 1, second: 1 }
			const wrote: string[] = []
			for (const [n, { who, reads, field }] of steps.entries()) {
				if (reads) seen[who as 'lead'] = (await find(world, id)).action.version
				const text = `mot ${n} de ${who}`
				const fields = { [field]: text }
				await writeThing(
					world.desk,
					{ id, version: seen[who as 'lead'], fields },
					{ regions, by: world[who as 'lead'] },
				)
				wrote.push(text)
			}
			const kept = JSON.stringify((await find(world, id)).changes)
			for (const text of wrote) expect(kept).toContain(text)
		}),
		{ numRuns: 15 },
	)
})

test('a party is named once, and a note refers to what is there', async () => {
	const { desk, lead } = await openPlan()
	const party = { id: 'example', kind: 'ngo', region: null, ...inAll('name', 'Exemple') } as const
	const named = () => makeParty(desk, { ...party } as Parameters<typeof makeParty>[1], lead)
	await named()
	await expect(named()).rejects.toMatchObject({ code: 'programme.party-known' })
	const note = { kind: 'risk', risk: 'Retard', owner: 'nobody', due: undefined } as const
	await expect(writePlanNote(desk, { action: 'i1-a1', note }, lead)).rejects.toMatchObject({
		code: 'programme.unknown',
	})
})
