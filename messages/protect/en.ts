import type { Translated } from '../counted.ts'
import type { protect as keys } from './ar.ts'

/** Words of protection in English. */
export const protect: Translated<typeof keys, 'en'> = {
	'protect.title': 'Protect',
	'protect.intro':
		'Free settings and tools, one at a time, until you can see that they are on. First talk, then the rule, then the tool.',
	'protect.plan': 'The family plan',
	'protect.plan.text':
		'Five minutes: who is at home, which devices. You leave with a small plan that starts tonight.',
	'protect.is-it-on': 'Is it really on?',
	'protect.is-it-on.text': 'See, setting by setting, whether the protection works.',
	'protect.guides': 'Devices and apps',
	'protect.checks': 'Check for yourself',
	'protect.password': 'Is my password strong?',
	'protect.link': 'Where does this link go?',
	'protect.files.title': 'Ready files for devices and networks',
	'protect.files.intro':
		'Each file enforces safe search, closes the ways around and comes with what takes it off. “Tried” means: run in the real program.',
	'protect.tried': 'Tried',
	'protect.who.family': 'For the family',
	'protect.who.operator': 'For whoever runs a network',
	'protect.who.school': 'For the school',
	'protect.protects': 'What it protects from',
	'protect.cannot': 'What it cannot do',
	'protect.time': 'Time',
	'protect.minutes': {
		by: 'n',
		one: '{n} minute',
		other: '{n} minutes',
	},
	'protect.talk': 'Say this before you start',
	'protect.see': 'How you see that it is on',
	'protect.guide.search': 'Search the settings for',
	'protect.guide.stale': 'Nobody has checked this guide for 180 days. Menus may have changed.',
	'protect.guide.knowledge': 'Written from general knowledge, not yet tried on a device in Morocco.',
	'protect.guide.untried': 'Not yet tried on a device in Morocco.',
	'protect.guide.tried': 'Tried on a device: {who}, {day}.',
	'protect.guide.version': 'Written for: {version}',
	'protect.choose': 'Choose',
	'protect.level': 'For whom?',
	'protect.more-choices': 'Other choices',
	'protect.resolver': 'Who answers for the names of sites',
	'protect.resolver.unused':
		'These files do not change who answers for the names of sites: the DNS service of the device or network stays.',
	'protect.bypasses': 'Ways around that are closed',
	'protect.blocked': 'Sites to close as well',
	'protect.allowed': 'Sites to leave open',
	'protect.names.hint': 'One name a line, like game.example. They stay in the address, nothing is kept.',
	'protect.names.wrong':
		'One of these is not the name of a site. Write it like game.example, without https or /.',
	'protect.wrong': 'These choices give no file. Correct what is marked. The files below are the usual ones.',
	'protect.make': 'Make the files',
	'protect.files': 'The files',
	'protect.no-file': 'This program cannot ask this service. Choose another.',
	'protect.file.use': 'To put it on',
	'protect.file.refresh': 'To refresh',
	'protect.file.undo': 'To take it off',
	'protect.save': 'Save',
	'protect.show-text': 'See the text',
	'protect.put': 'Put it in place',
	'protect.undo': 'Take it off',
	'protect.private-dns':
		'Type this name into “Private DNS”, or scan the square with another phone and copy it.',
	'protect.proof.ran': 'Tried and working in',
	'protect.proof.grammar': 'Not run in the real program. Only its form was checked, on',
}
