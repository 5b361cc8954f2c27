/** Links of the menu, in four groups: each pillar of the site is two presses away from every page. */
import type { MessageKey } from '#messages'

export type MenuGroup = {
	name: MessageKey
	/** Where the group's own name leads. */
	home: string
	/** Addresses without their language, each with its name. */
	links: readonly (readonly [path: string, name: MessageKey])[]
}

export const menu: readonly MenuGroup[] = [
	{
		name: 'menu.help',
		home: 'help',
		links: [
			['help', 'nav.help'],
			['contacts', 'nav.contacts'],
			['skills/told', 'told.title'],
		],
	},
	{
		name: 'menu.learn',
		home: 'skills',
		links: [
			['children', 'audience.children'],
			['teens', 'audience.teens'],
			['parents', 'audience.parents'],
			['teachers', 'audience.teachers'],
			['citizens', 'audience.citizens'],
			['skills', 'skills.title'],
			['search', 'nav.search'],
		],
	},
	{
		name: 'protect.title',
		home: 'tools',
		links: [
			['tools/plan', 'protect.plan'],
			['tools', 'protect.guides'],
			['tools/is-it-on', 'protect.is-it-on'],
		],
	},
	{
		name: 'menu.law',
		home: 'law',
		links: [
			['report', 'report.title'],
			['mailbox', 'mailbox.title'],
			['law', 'law.title'],
			['record', 'record.title'],
			['figures', 'figures.title'],
			['programme', 'scoreboard.short'],
			['cooperation', 'cooperation.short'],
		],
	},
]
