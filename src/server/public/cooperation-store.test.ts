import { expect, test } from 'vitest'
import { listPartners } from '#domains/exchange/partners/server'
import { makePartner } from '../../../tests/support/partners.ts'
import { database } from '../../../tests/support/database.ts'
import { seedPartners } from '../../../tests/support/desk-seed.ts'
import { findBudapestDay, findPublicPartners, pickPublic } from './cooperation.ts'

const today = '2026-11-29'

test('the page names a partner that is active, whose agreement holds today and says so, and no other', () => {
	const open = { isPublic: true, state: 'active' } as const
	const partners = [
		makePartner({ ...open, id: 'named' }),
		makePartner({ ...open, id: 'not-named', isPublic: false }),
		makePartner({ ...open, id: 'draft', state: 'draft' }),
		makePartner({ ...open, id: 'suspended', state: 'suspended' }),
		makePartner({ ...open, id: 'over', agreedTo: '2026-11-28' }),
		makePartner({ ...open, id: 'no-agreement', agreement: '' }),
	]
	expect(pickPublic(partners, 'ar', today)).toEqual([
		{
			id: 'named',
			kind: 'hotline',
			agreement: 'Convention 1',
			since: '2026-01-01',
			country: 'فرنسا',
			name: { language: 'ar', words: 'خط مثال' },
		},
	])
	expect(pickPublic(partners, 'zgh', today).map(({ name }) => name.language)).toEqual(['ar'])
})

test('nothing of hours, channels, limits or notes reaches the page', () => {
	const partner = makePartner({ isPublic: true, note: 'canary note', hours: 'always' })
	const text = JSON.stringify(pickPublic([partner], 'fr', today))
	for (const kept of ['canary note', 'always', 'amber', 'referral']) expect(text).not.toContain(kept)
})

test('a process that neither takes reports nor works on them knows no list, and asks no database', async () => {
	expect(await findPublicPartners('fr')).toBeUndefined()
})

test('partners come from the database in the order of their French names', async () => {
	const { kysely } = await database('pglite')
	const ids = ['0a000000-0000-4000-8000-000000000002', '0a000000-0000-4000-8000-000000000001']
	await seedPartners(kysely, ids, ids[0] ?? '')
	expect((await listPartners(kysely)).map(({ id }) => id)).toEqual(ids.toSorted())
})

test('the day of the Budapest Convention is the one that the records of the law give', () => {
	expect(findBudapestDay()).toBe('2018-10-01')
})
