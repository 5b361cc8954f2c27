import { showPart } from '#ui/gallery'
import RoomList from './RoomList.svelte'

const work = [
	{ href: '/desk/queue', label: 'case.queue', group: 'work' },
	{ href: '/desk/dossiers', label: 'desk.left', group: 'work' },
] as const
const own = [{ href: '/desk/account', label: 'desk.account', group: 'own' }] as const

export const parts = [
	showPart(RoomList)([
		{
			name: 'two groups',
			locale: 'fr',
			props: (words) => ({ words, rooms: [...work, ...own], path: '/desk/queue' }),
		},
		{
			name: 'two groups',
			locale: 'ar',
			props: (words) => ({ words, rooms: [...work, ...own], path: '/desk/account' }),
		},
		{
			name: 'a page of no room',
			locale: 'zgh',
			props: (words) => ({ words, rooms: own, path: '/desk/sign-in' }),
		},
	]),
]
