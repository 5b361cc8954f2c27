import { describe, expect, test } from 'vitest'
import { addDays } from '#base'
import { engines } from '../../../../../../tests/support/database.ts'
import { openRequests } from '../../../../../../tests/support/preservation-desk.ts'
import type { Person } from '../../../people/index.ts'
import { findNearClock } from './request-store.ts'
import { listEnding, listUnacknowledged } from './watch-store.ts'

describe.each(engines)('who is told of deadlines of requests on %s', (engine) => {
	test('an authority may be asked urgently: somebody is called once the hour is over, and not all night', async () => {
		const { db, transmit, desk } = await openRequests(engine)
		const id = await transmit({ urgency: 'urgent' })
		expect(await listUnacknowledged(db, desk.now())).toEqual([])
		desk.pass(1)
		expect(await listUnacknowledged(db, desk.now())).toEqual([id])
		desk.pass(0.25)
		expect(await listUnacknowledged(db, desk.now())).toEqual([])
	})

	test('somebody is called on the mornings two days before data may be gone and on its last day, and for no other deadline', async () => {
		const { db, transmit, move, authority, see } = await openRequests(engine)
		const id = await transmit()
		await move(id, 'preserve', authority)
		const [draft, keeping] = (await see(id)).clocks.map(({ due }) => due)
		const callsOn = async (day: string, time: string) => listEnding(db, new Date(`${day}T${time}Z`))
		for (const left of [2, 0]) {
			const day = addDays(keeping ?? '', -left)
			expect(await callsOn(day, '09:00:00'), `${left} days left`).toEqual([id])
			expect(await callsOn(day, '09:09:59')).toEqual([id])
			for (const time of ['00:00:00', '08:59:59', '09:10:00'])
				expect(await callsOn(day, time), time).toEqual([])
			// A reminder of our own costs no data.
			expect(await callsOn(addDays(draft ?? '', -left), '09:00:00')).toEqual([])
		}
		for (const left of [14, 3, 1, -1])
			expect(await callsOn(addDays(keeping ?? '', -left), '09:00:00'), `${left} days left`).toEqual([])
		await move(id, 'extend', authority)
		expect(await callsOn(keeping ?? '', '09:00:00'), 'extended').toEqual([])
	})

	test('a near deadline is told to who drafted the request, to who works with partners and to its authority, and to nobody else', async () => {
		const { db, desk, draft, transmit, move, analyst, liaison, authority, other, see } =
			await openRequests(engine)
		const colleague = await desk.hire('Rim', 'analyst')
		const id = await transmit()
		await move(id, 'preserve', authority)
		const [, keeping] = (await see(id)).clocks.map(({ due }) => due)
		await move(id, 'file', authority)
		const later = await draft()
		expect(later).not.toBe(id)
		const near = (person: Person, left: number) => findNearClock(db, person, addDays(keeping ?? '', -left))
		// Assistance was asked for: what kept the data until then runs no more.
		expect(await near(liaison, 2)).toBeUndefined()

		const second = await transmit()
		await move(second, 'preserve', authority)
		for (const person of [analyst, liaison, authority]) {
			expect(await near(person, 2), person.roles.join()).toMatchObject({ request: second, hasMore: true })
			expect(await near(person, 60)).toBeUndefined()
		}
		for (const person of [colleague, other])
			expect(await near(person, 2), person.roles.join()).toBeUndefined()
		await move(second, 'extend', authority)
		expect(await near(liaison, 2)).toMatchObject({ mark: 'over', hasMore: false })
	})
})
