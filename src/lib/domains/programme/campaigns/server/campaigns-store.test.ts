import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { languages } from '#base'
import { library } from '#domains/guide/server'
import type { Person, StaffRole } from '#domains/people'
import { addPerson } from '#domains/people/server'
import { listPlaces } from '#domains/programme/places'
import { skills } from '#domains/skills/server'
import { database, engines, type EngineName } from '../../../../../../tests/support/database.ts'
import { channels, campaignSlotCount } from '../campaign.ts'
import { toMaterialDigest, type Material } from '../material.ts'
import {
	approveMaterials,
	listMaterials,
	listUses,
	makeMaterials,
	noteUse,
	writeText,
} from '../materials/server/index.ts'
import {
	changeCampaign,
	countFreeSlots,
	findCampaign,
	findCampaignCode,
	listCampaigns,
	listCodes,
	listSlotHolders,
	makeCampaign,
	makeCodes,
	retireCode,
} from './index.ts'

const now = new Date('2026-11-29T10:20:00Z')
const shelf = { library, lessons: skills.lessons }
const places = listPlaces(library.regions)
const ground = { places, origin: 'https://thiqa.example' }
const link = 'https://thiqa.example/q/ABCDEF'
const draft = {
	title: 'Internet plus sûr 2027',
	event: 'sid',
	from: '2027-02-01',
	until: '2027-02-14',
	audiences: ['teens'],
	languages,
	channels,
	region: undefined,
} as const

const open = async (engine: EngineName) => {
	const db = (await database(engine)).kysely
	const hire = async (name: string, role: StaffRole, region?: string): Promise<Person> => {
		const id = await addPerson(db, { name, roles: [role], language: 'fr' }, now)
		await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
			values (gen_random_uuid(), ${id}, 'credential', ${id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(db)
		return { id, roles: [role], region }
	}
	const author = await hire('Amal', 'campaigner')
	const id = await makeCampaign(db, draft, { person: author, now })
	const read = async () => {
		const campaign = await findCampaign(db, id, author)
		return campaign ? listMaterials(db, campaign) : []
	}
	const approve = (person: Person, materials: readonly Material[]) =>
		approveMaterials(
			db,
			{ read: materials.map((one) => ({ id: one.id, digest: toMaterialDigest(one) })), shelf, link, wait: 0 },
			{ person, now },
		)
	return { db, hire, author, id, read, approve }
}

describe.each(engines)('campaigns on %s', (engine) => {
	test('a person of one region sees and makes what is of that region, and changes nothing of the country', async () => {
		const { db, hire, author, id } = await open(engine)
		const regional = await hire('Ali', 'campaigner', 'MA-08')
		expect(await listCampaigns(db, regional)).toEqual([])
		await expect(makeCampaign(db, draft, { person: regional, now })).rejects.toMatchObject({
			code: 'campaign.region',
		})
		const own = await makeCampaign(db, { ...draft, region: 'MA-08' }, { person: regional, now })
		expect((await listCampaigns(db, regional)).map((one) => one.id)).toEqual([own])
		expect((await listCampaigns(db, author)).length).toBe(2)
		const change = changeCampaign(db, { id, version: 1, draft }, { person: regional, now })
		await expect(change).rejects.toMatchObject({ code: 'campaign.unknown' })
		const colleague = await hire('Hind', 'campaigner')
		const others = changeCampaign(db, { id, version: 1, draft }, { person: colleague, now })
		await expect(others).rejects.toMatchObject({ code: 'campaign.unknown' })
	})

	test('two who change the same campaign lose nothing: the second is told', async () => {
		const { db, hire, author, id } = await open(engine)
		const lead = await hire('Salma', 'programme-lead')
		await changeCampaign(db, { id, version: 1, draft: { ...draft, title: 'Un' } }, { person: author, now })
		const late = changeCampaign(
			db,
			{ id, version: 1, draft: { ...draft, title: 'Deux' } },
			{ person: lead, now },
		)
		await expect(late).rejects.toMatchObject({ code: 'campaign.changed' })
		expect((await findCampaign(db, id, lead))?.title).toBe('Un')
	})

	test.each([
		[{ title: ' ' }, 'campaign.title'],
		[{ from: '2027-03-01' }, 'campaign.days'],
		[{ until: '2029-01-01' }, 'campaign.days'],
		[{ languages: [] }, 'campaign.empty'],
	])('a campaign with %j is refused as %s', async (change, code) => {
		const { db, author } = await open(engine)
		await expect(makeCampaign(db, { ...draft, ...change }, { person: author, now })).rejects.toMatchObject({
			code,
		})
	})

	test('64 slots are held by campaigns and channels, each once, until the last code of an ended campaign is retired', async () => {
		const { db, author } = await open(engine)
		for (let made = 1; made < campaignSlotCount / channels.length; made++)
			await makeCampaign(db, draft, { person: author, now })
		expect(await countFreeSlots(db)).toBe(0)
		await expect(makeCampaign(db, draft, { person: author, now })).rejects.toMatchObject({
			code: 'campaign.slots',
		})
		const [first] = await listCampaigns(db, author)
		const id = first?.id ?? ''
		const wish = {
			channel: 'sms',
			targets: [{ language: 'fr', target: '/fr/teens/bullying' }],
			places: [],
			printRun: 50,
		} as const
		await makeCodes(db, { id, wish, ground }, { person: author, now })
		const [code] = await listCodes(db, id)
		const later = new Date('2027-05-02T10:00:00Z')
		await retireCode(db, { id, code: code?.code ?? '' }, { person: author, now: later })
		expect(await countFreeSlots(db)).toBe(channels.length)
		// The quarter is not over: whoever comes by an old poster is still counted there.
		const same = { ...draft, from: '2027-05-10', until: '2027-05-20' }
		await expect(makeCampaign(db, same, { person: author, now: later })).rejects.toMatchObject({
			code: 'campaign.slots',
		})
		await makeCampaign(
			db,
			{ ...same, from: '2027-07-01', until: '2027-07-02' },
			{ person: author, now: later },
		)
	})

	test('codes stand for language and place, are made once, lead to a page and count in the slot of their channel', async () => {
		const { db, author, id } = await open(engine)
		const regions = places.filter(({ kind }) => kind === 'region').map(({ code }) => code)
		const targets = languages.map((language) => ({ language, target: `/${language}/teens/bullying` }))
		const wish = { channel: 'print', targets, places: [...regions, 'MA-TAT'], printRun: 500 } as const
		expect(await makeCodes(db, { id, wish, ground }, { person: author, now })).toBe(52)
		expect(await makeCodes(db, { id, wish, ground }, { person: author, now })).toBe(0)
		const codes = await listCodes(db, id)
		expect(new Set(codes.map(({ code }) => code)).size).toBe(52)
		const tata = codes.find(({ place, language }) => place === 'MA-TAT' && language === 'ar')
		const [souss] = codes.filter(({ place }) => place === 'MA-09')
		const slots = await db.selectFrom('campaign_slot').selectAll().where('campaign', '=', id).execute()
		const slot = slots.find(({ channel }) => channel === 'print')?.slot
		const found = await findCampaignCode(db, ` ${tata?.code.toLowerCase() ?? ''}`)
		expect(found).toEqual({ slot, language: 'ar', province: 'MA-TAT', target: '/ar/teens/bullying' })
		const first = slots[0]?.from_quarter ?? ''
		expect((await listSlotHolders(db, first)).find((one) => one.slot === slot)).toMatchObject({
			channel: 'print',
		})
		expect(await listSlotHolders(db, '2020-Q1'), 'before its first quarter').toEqual([])
		expect(await findCampaignCode(db, souss?.code ?? '')).toMatchObject({ slot, province: undefined })
		expect(await findCampaignCode(db, 'ZZZZZZ')).toBeUndefined()
		await retireCode(db, { id, code: tata?.code ?? '' }, { person: author, now })
		expect(await findCampaignCode(db, tata?.code ?? '')).toBeUndefined()
		await sql`insert into campaign_code select lpad(number::text, 6, '0'), ${id}, 'print', 'fr', 'X' || number, '/fr', 50, ${author.id}, now(), null
			from generate_series(1, 1450) as number`.execute(db)
		const more = makeCodes(db, { id, wish: { ...wish, channel: 'social' }, ground }, { person: author, now })
		await expect(more).rejects.toMatchObject({ code: 'campaign.codes' })
		const again = retireCode(db, { id, code: tata?.code ?? '' }, { person: author, now })
		await expect(again).rejects.toMatchObject({ code: 'campaign.code' })
	})

	test.each([
		['fewer than 50 copies', { printRun: 49 }, 'campaign.run'],
		[
			'a page that is none of ours',
			{ targets: [{ language: 'fr', target: '//evil.example' }] },
			'campaign.target',
		],
		['a place that is none', { places: ['MA-99'] }, 'campaign.target'],
	] as const)('no code for %s', async (_, change, code) => {
		const { db, author, id } = await open(engine)
		const targets = [{ language: 'fr', target: '/fr/teens/bullying' }] as const
		const wish = { channel: 'print', targets, places: [], printRun: 50, ...change } as const
		await expect(makeCodes(db, { id, wish, ground }, { person: author, now })).rejects.toMatchObject({ code })
		const forced = sql`insert into campaign_code values ('ABCDEF', ${id}, 'print', 'fr', null, '/fr', 49, ${id}, now(), null)`
		await expect(forced.execute(db)).rejects.toThrow('print_run')
	})

	test('materials come from the source, in each language that it has, and are made once', async () => {
		const { db, author, id, read } = await open(engine)
		const from = (source: string) => makeMaterials(db, { id, source, shelf }, { person: author, now })
		expect(await from('topic/bullying/teens')).toBe(48)
		expect(await from('topic/bullying/teens')).toBe(0)
		const made = await read()
		expect(
			made.find(({ kind, language }) => kind === 'poster-a4' && language === 'zgh')?.words.title,
		).toMatch(/\p{Script=Tifinagh}/u)
		expect(await from('lesson/true-or-trap')).toBe(36)
		await expect(from('topic/nothing/teens')).rejects.toMatchObject({ code: 'campaign.source' })
	})

	test('author, first and second are three persons; new words ask both again', async () => {
		const { db, hire, author, id, read, approve } = await open(engine)
		await makeMaterials(db, { id, source: 'topic/bullying/teens', shelf }, { person: author, now })
		const [first, second, viewer] = [
			await hire('Hind', 'campaigner'),
			await hire('Salma', 'programme-lead'),
			await hire('Omar', 'programme-viewer'),
		]
		await expect(approve(author, await read())).rejects.toMatchObject({ code: 'approval.same-person' })
		await expect(approve(viewer, await read())).rejects.toMatchObject({ code: 'campaign.unknown' })
		await approve(first, await read())
		await expect(approve(first, await read())).rejects.toMatchObject({ code: 'approval.same-person' })
		await approve(second, await read())
		expect((await read()).every(({ approvals }) => approvals.length === 2)).toBe(true)
		const sms = (await read()).find(({ kind, language }) => kind === 'sms' && language === 'fr')
		const write = { id: sms?.id ?? '', version: 1, text: 'Parle à un adulte. {link}' }
		await writeText(db, write, { person: author, now })
		await expect(writeText(db, write, { person: author, now })).rejects.toMatchObject({
			code: 'campaign.changed',
		})
		const after = (await read()).find(({ id: own }) => own === sms?.id)
		expect([after?.approvals, after?.words.text]).toEqual([[], 'Parle à un adulte. {link}'])
		const poster = (await read()).find(({ kind }) => kind === 'poster-a3')
		const drawn = writeText(db, { ...write, id: poster?.id ?? '' }, { person: author, now })
		await expect(drawn).rejects.toMatchObject({ code: 'campaign.drawn' })
		const old = approveMaterials(
			db,
			{ read: [{ id: write.id, digest: sms ? toMaterialDigest(sms) : '' }], shelf, link, wait: 0 },
			{ person: first, now },
		)
		await expect(old).rejects.toMatchObject({ code: 'campaign.changed' })
		const forced = sql`insert into material_approval values (${write.id}, 'x', 1, ${author.id}, ${author.id}, now())`
		await expect(forced.execute(db)).rejects.toThrow('material_approval_other')
	})

	test('nobody agrees to words that something stands against, nor to those of a source that has changed', async () => {
		const { db, hire, author, id, read, approve } = await open(engine)
		await makeMaterials(db, { id, source: 'topic/bullying/teens', shelf }, { person: author, now })
		const first = await hire('Hind', 'campaigner')
		const of = async (kind: string) =>
			(await read()).filter((one) => one.kind === kind && one.language === 'fr')
		const [sms] = await of('sms')
		await writeText(
			db,
			{ id: sms?.id ?? '', version: 1, text: 'Les prédateurs du net…' },
			{ person: author, now },
		)
		await expect(approve(first, await of('sms'))).rejects.toMatchObject({ code: 'campaign.findings' })
		await sql`update material set source_hash = 'older' where kind = 'card'`.execute(db)
		await expect(approve(first, await of('card'))).rejects.toMatchObject({ code: 'campaign.changed' })
		await sql`update material set digest = ${toMaterialDigest((await of('card'))[0] as Material)} where kind = 'card' and language = 'fr'`.execute(
			db,
		)
		await expect(approve(first, await of('card'))).rejects.toMatchObject({ code: 'campaign.stale' })
	})

	test('what was used where is a place, a day that was and a number', async () => {
		const { db, author, id, read } = await open(engine)
		await makeMaterials(db, { id, source: 'topic/bullying/teens', shelf }, { person: author, now })
		const [material] = await read()
		const use = { material: material?.id ?? '', place: 'MA-TAT', day: '2026-11-28', copies: 200 }
		await noteUse(db, { use, places }, { person: author, now })
		expect(await listUses(db, id)).toMatchObject([{ kind: 'poster-a3', place: 'MA-TAT', copies: 200 }])
		for (const wrong of [{ place: 'Tata' }, { day: '2027-01-01' }, { copies: 0 }])
			await expect(
				noteUse(db, { use: { ...use, ...wrong }, places }, { person: author, now }),
			).rejects.toMatchObject({
				code: 'campaign.use',
			})
	})
})
