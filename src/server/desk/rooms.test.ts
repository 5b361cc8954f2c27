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
		analyst: 'queue dossiers approvals referrals partners indicators preservation wellness keys account',
		supervisor:
			'queue dossiers rota approvals referrals partners indicators preservation figures record erasure people wellness keys account',
		'wellness-officer': 'wellness account',
		liaison: 'dossiers referrals partners indicators preservation wellness keys account',
		authority: 'partners preservation wellness keys account',
		auditor: 'record wellness account',
		'key-officer': 'approvals record erasure people wellness keys account',
		statistician: 'figures wellness account',
		'platform-admin': 'platform wellness account',
		'programme-lead': 'programme campaigns sessions trials programme/figures wellness account',
		campaigner: 'programme campaigns wellness account',
		trainer: 'programme sessions wellness account',
		evaluator: 'programme trials programme/figures wellness account',
		'programme-viewer': 'programme campaigns sessions trials programme/figures wellness account',
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
		authority: '/desk/preservation',
		auditor: '/desk/record',
		'key-officer': '/desk/keys/epochs',
		statistician: '/desk/figures',
		'platform-admin': '/desk/platform',
		'programme-lead': '/desk/programme',
		campaigner: '/desk/campaigns',
		trainer: '/desk/sessions',
		evaluator: '/desk/trials',
		'programme-viewer': '/desk/programme',
	})
	expect(getFirstRoom({ id: 'x', roles: [] })).toBe('/desk/account')
})
