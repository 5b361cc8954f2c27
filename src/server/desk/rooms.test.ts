import { expect, test } from 'vitest'
import { roles } from '#domains/people'
import { getFirstRoom, listRooms } from './rooms.ts'

const see = (role: (typeof roles)[number] | undefined) =>
	listRooms({ id: 'x', roles: role ? [role] : [] })
		.map(({ href }) => href.slice('/desk/'.length))
		.join(' ')

test('each role is shown the rooms that are its own', () => {
	expect(Object.fromEntries(roles.map((role) => [role, see(role)]))).toEqual({
		triager: 'queue wellness keys account',
		analyst: 'queue dossiers approvals wellness keys account',
		supervisor: 'queue dossiers rota approvals figures record erasure wellness keys account people',
		'wellness-officer': 'wellness account',
		liaison: 'dossiers wellness account',
		auditor: 'record wellness account',
		'key-officer': 'approvals record erasure wellness keys account people',
		statistician: 'figures wellness account',
		'platform-admin': 'platform wellness account',
	})
	expect(see(undefined)).toBe('wellness account')
})

test('everyone begins where their work is', () => {
	const first = roles.map((role) => [role, getFirstRoom({ id: 'x', roles: [role] })])
	expect(Object.fromEntries(first)).toEqual({
		triager: '/desk/queue',
		analyst: '/desk/queue',
		supervisor: '/desk/queue',
		'wellness-officer': '/desk/wellness',
		liaison: '/desk/dossiers',
		auditor: '/desk/record',
		'key-officer': '/desk/keys/epochs',
		statistician: '/desk/figures',
		'platform-admin': '/desk/platform',
	})
	expect(getFirstRoom({ id: 'x', roles: [] })).toBe('/desk/account')
})
