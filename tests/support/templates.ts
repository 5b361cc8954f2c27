import type { Locale } from '../../src/lib/base/index.ts'
import { inject } from 'vitest'

/** One address of every template of the website, without its language. */
export const templates = {
	'front door': '',
	'door for children': '/children',
	'door for teens': '/teens',
	'door for parents': '/parents',
	'topic for children': '/children/bullying',
	'topic for teens': '/teens/sexual-extortion',
	'topic for parents, borrowed in Tamazight': '/parents/games',
	'topic for teachers': '/teachers/passwords',
	'topic for citizens': '/citizens/scams',
	'page to print': '/parents/parental-controls/print',
	'first step of help': '/help',
	'second step of help': '/help/threatened',
	'third step of help': '/help/threatened/teen',
	'help in danger': '/help/threatened/teen/now',
	'help today': '/help/threatened/teen/today',
	'help without a name': '/help/threatened/teen/today/no-name',
	'search with results': '/search?q=wa7ed%20kayhddni%20b%20tsawri',
	'search without results': '/search?q=qqzzxx',
	'search, nothing typed': '/search',
	contacts: '/contacts',
	'how to leave': '/leave',
	privacy: '/privacy',
	accessibility: '/accessibility',
	'offline reading': '/offline',
	'gallery of parts': '/gallery',
	practice: '/skills',
	'story begins': '/skills/play/class-group',
	'step of a story for children': '/skills/play/gift-in-game/first',
	'step of a story for teens': '/skills/play/photo-against-money/captured',
	'step of a story for parents': '/skills/play/bank-mail/first',
	'end of a story': '/skills/play/photo-against-money/tired',
	'quiz for children': '/skills/quiz/passwords/a',
	'quiz that raises help': '/skills/quiz/bullying/b',
	'result of a quiz': '/skills/quiz/bullying/b/result?q1=a&q2=b&q3=c&q4=a&q5=b&s1=yes',
	lessons: '/skills/lessons',
	lesson: '/skills/lessons/class-group-without-harm',
	'a pupil told me': '/skills/told',
	'check a certificate': '/skills/certificate?code=T1.x',
	protection: '/tools',
	'guide to an app': '/tools/guides/whatsapp',
	'files for a phone': '/tools/files/android-private-dns',
	'files for a network': '/tools/files/dnsmasq',
	'files that were refused':
		'/tools/files/dnsmasq/made?level=strict&resolver=cloudflare-family&blocked=a%20b%3C',
	'family plan': '/tools/plan',
	'family plan that was made': '/tools/plan/made?9-11=1&15-17=1&android=2&network=box&service=youtube',
	'is it on': '/tools/is-it-on',
	'password check': '/tools/password',
	'link check': '/tools/link',
	'page that is not there': '/children/nothing-here',
} as const

export type Template = keyof typeof templates

/** Name and path of every template. */
export const templateList = Object.entries(templates) as readonly (readonly [Template, string])[]

/** Whole address of a template in a language of the running product. */
export const addressOf = (locale: Locale, template: Template): string =>
	`${inject('origin')}/${locale}${templates[template]}`
