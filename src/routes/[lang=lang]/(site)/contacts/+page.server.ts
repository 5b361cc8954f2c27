import { library } from '#domains/guide/server'
import type { PageServerLoad } from './$types'

export const prerender = true

const groups = {
	emergency: ['emergency', 'missing-child'],
	children: ['child-helpline', 'online-safety-helpline', 'take-down', 'women-girls-helpline'],
	report: ['police-online', 'abuse-link', 'prosecution', 'justice-in-person', 'hotline'],
	more: ['data-protection', 'association', 'consumer'],
} as const

export const load: PageServerLoad = () => ({
	groups: Object.entries(groups).map(([id, kinds]) => ({
		id: id as keyof typeof groups,
		contacts: library.contacts.filter(
			({ kind, status }) => status === 'active' && (kinds as readonly string[]).includes(kind),
		),
	})),
})
