import type { Translated } from '../../counted.ts'
import type { cooperation as keys } from './ar.ts'

/** Words of the public page on work with other countries, in English. */
export const cooperation: Translated<typeof keys, 'en'> = {
	'cooperation.title': 'How we work with other countries',
	'cooperation.short': 'Working with other countries',
	'cooperation.intro':
		'A page that hurts a child may be kept in another country. This is how a referral reaches whoever can take it down.',
	'cooperation.steps': 'In four steps',
	'cooperation.step-1': 'A message reaches the hotline. One person who is charged with it reads it.',
	'cooperation.step-2':
		'That person finds out in which country the page is, and writes a short referral: the address, why it is forbidden, nothing more.',
	'cooperation.step-3': 'A second person reads exactly this text, and agrees or refuses.',
	'cooperation.step-4':
		'The referral leaves signed, to a partner bound by an agreement. Some send a receipt at once; then we wait for what came of it.',
	'cooperation.never': 'What never leaves',
	'cooperation.never-name': 'The name of who wrote to us, and how to reach them',
	'cooperation.never-words': 'Their words',
	'cooperation.never-files': 'A picture, a video or any other file',
	'cooperation.never.how':
		'The program takes no file. It stops a text that has six of their words in a row, or a number, an address or an account name that they left. A name or a translation only people see: for a referral a second person looks for it, for the rest whoever writes.',
	'cooperation.official': 'Official requests',
	'cooperation.official.text':
		'A hotline is not an authority. Only the authorities that were declared ask another country to keep data. The program prepares the request and follows its time limits.',
	'cooperation.official.budapest':
		'Morocco is bound by the Budapest Convention since {day}. It has declared two contact points for day and night (article 35), at the DGSN and at the Presidency of the Public Prosecution.',
	'cooperation.official.court':
		'Mutual legal assistance goes through the Ministry of Justice (articles 24 and 27).',
	'cooperation.official.source': 'The text of the Convention and its sources',
	'cooperation.official.not-reviewed': 'No jurist has read this page yet.',
	'cooperation.today': 'What is true today',
	'cooperation.today.demonstration':
		'This is a demonstration: nothing leaves from here for abroad, and no agreement exists.',
	'cooperation.today.invented': 'The names below are made up.',
	'cooperation.today.none':
		'No agreement exists yet, and the list is empty. One that is signed will stand here with its name and country.',
	'cooperation.today.elsewhere': 'This server shows pages only: it does not know the list.',
	'cooperation.partners': 'Our partners',
	'cooperation.record': 'Each sending and each change of a key is an entry of the public record.',
	'cooperation.help': 'If a child is in danger now, the doors close by are quicker.',
	'cooperation.figures': 'Work with other countries in figures',
	'cooperation.figures.out': 'Referrals to partners',
	'cooperation.figures.in': 'Referrals from partners',
	'cooperation.figures.preservation': 'Requests to keep data',
	'cooperation.figures.indicators': 'Addresses and digests to block',
	'cooperation.figures.country': 'Country',
	'cooperation.figures.number': 'Number',
	'cooperation.figures.result': 'What came of it',
	'cooperation.figures.others': 'Other countries',
	'cooperation.figures.answered': 'Half of the answers came within',
	'cooperation.figures.days': { by: 'n', one: '{n} day', other: '{n} days' },
	'cooperation.figures.few': 'Too few for a number to be shown.',
	'cooperation.figures.outcome.gone': 'Taken down',
	'cooperation.figures.outcome.declined': 'Refused, or left up',
	'cooperation.figures.outcome.silent': 'No answer in time',
	'cooperation.figures.outcome.open': 'Still open',
	'cooperation.figures.outcome.ended': 'Closed without an answer',
	'cooperation.figures.kept.kept': 'The data was kept',
	'cooperation.figures.kept.lapsed': 'The time ran out',
	'cooperation.figures.kept.refused': 'Refused',
	'cooperation.figures.kept.open': 'No answer yet',
	'cooperation.figures.kept.withdrawn': 'Taken back',
	'cooperation.figures.block.published': 'Still in force',
	'cooperation.figures.block.withdrawn': 'Withdrawn',
	'cooperation.figures.block.expired': 'Expired',
}
