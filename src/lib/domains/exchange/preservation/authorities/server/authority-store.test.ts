import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../../tests/support/database.ts'
import { addPartner } from '../../../../../../../tests/support/preservation.ts'
import { listActs } from '../../../../../../../tests/support/state-digest.ts'
import type { PreservationDatabase } from '../../server/preservation-tables.ts'
import { findAuthorityOf, linkAuthority, listAuthorities, unlinkAuthority } from './authority-store.ts'

describe.each(engines)('who acts for an authority, on %s', (engine) => {
	test('is said by a supervisor of somebody else who has the role, for a partner that is an authority', async () => {
		const desk = await openDesk(engine)
		const [supervisor, analyst] = [await desk.hire('Hind', 'supervisor'), await desk.hire('Amal', 'analyst')]
		const nour = await desk.hire('Nour', 'authority')
		const db: PreservationDatabase = desk.db as never
		const at = { db, now: desk.now }
		const [police, central, hoster] = [
			await addPartner(db),
			await addPartner(db, 'central-authority'),
			await addPartner(db, 'hoster'),
		]
		const link = (
			person: string,
			partner: string,
			capacity: 'art35' | 'central-authority',
			by = supervisor,
		) => linkAuthority(at, { person, partner, capacity }, by)

		await expect(link(nour.id, police, 'art35', analyst)).rejects.toMatchObject({
			code: 'preservation.not-allowed',
		})
		await expect(link(analyst.id, police, 'art35')).rejects.toMatchObject({ code: 'preservation.person' })
		await expect(link(supervisor.id, police, 'art35')).rejects.toMatchObject({ code: 'preservation.person' })
		await expect(link(nour.id, hoster, 'art35')).rejects.toMatchObject({ code: 'preservation.authority' })
		await expect(link(nour.id, police, 'central-authority')).rejects.toMatchObject({
			code: 'preservation.authority',
		})
		expect(await listAuthorities(db)).toEqual([])

		await link(nour.id, police, 'art35')
		await link(nour.id, central, 'central-authority')
		expect(await listAuthorities(db)).toEqual([
			{ person: nour.id, partner: central, capacity: 'central-authority' },
		])
		await expect(unlinkAuthority(at, nour.id, analyst)).rejects.toMatchObject({
			code: 'preservation.not-allowed',
		})
		await unlinkAuthority(at, nour.id, supervisor)
		await unlinkAuthority(at, nour.id, supervisor)
		expect(await findAuthorityOf(db, nour.id)).toBeUndefined()
		expect((await listActs(db)).map(([, act]) => act).sort()).toEqual([
			'preservation/linked',
			'preservation/linked',
			'preservation/unlinked',
		])
	})
})
