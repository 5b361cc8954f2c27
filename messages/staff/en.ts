import type { Translated } from '../counted.ts'
import type { staff as arabic } from './ar.ts'

/** Words of the staff room, in English. */
export const staff: Translated<typeof arabic, 'en'> = {
	'skills.readers.teachers': 'For school staff',
	'play.ask.staff': 'What do you do?',
	'staff.title': 'Room for teachers and listening cells',
	'staff.intro':
		'Short training for everyone who works at a school, papers ready for the school, and who protects children near every school.',
	'staff.door': 'Staff room: training, papers, contacts',
	'staff.told': 'A pupil told you something? The card first, now.',
	'staff.path': 'Short modules, twenty minutes each',
	'staff.path.text': 'In order or as you need them. No account, no name, nothing is recorded.',
	'staff.module': 'Module {n} of {of}',
	'staff.part.reading': 'To read (6 minutes)',
	'staff.part.story': 'A story to practise (6 minutes)',
	'staff.part.story.text': 'A situation from the staff’s side. Every choice can be mended.',
	'staff.part.check': 'Is it clear? (5 minutes)',
	'staff.part.check.text': 'The reason stands below each choice. Nothing is sent.',
	'staff.part.carry': 'Into your school (3 minutes)',
	'staff.law': 'The texts of the law',
	'staff.more': 'Pages for teachers on this subject',
	'staff.next': 'Next module',
	'staff.end': 'Last questions and certificate',
	'staff.end.text':
		'One question a module. Who answers nearly all of them well gets a certificate without a name, to be written by hand.',
	'staff.before': 'Questions before the training',
	'staff.kit': 'Papers for the school',
	'staff.kit.text': 'A policy to fill in, an evening with parents, the notice board, the plan of the year.',
	'staff.kit.policy': 'Policy of the school, to fill in',
	'staff.kit.evening': 'An evening with parents',
	'staff.kit.slide': 'Slide {n}',
	'staff.kit.talk': 'To say',
	'staff.kit.board': 'Notice board',
	'staff.kit.year': 'Plan of the year',
	'staff.kit.year.unknown':
		'We do not know the dates of this school year (its start and its breaks). Take them from the Ministry’s decree and write them here: …………',
	'staff.kit.year.last': 'Last year of which we know dates: {year}',
	'staff.kit.year.start': 'Start of school',
	'staff.kit.year.break': 'Break',
	'staff.kit.year.partly': 'Later breaks are not known to us.',
	'staff.kit.year.likely': 'likely, to be checked',
	'staff.kit.year.computed': 'date worked out by a rule, to be checked',
	'staff.kit.year.days': 'Days to use',
	'staff.kit.print': 'To print: the print command of the browser.',
	'staff.near': 'Child protection, by province',
	'staff.near.text':
		'Who protects children near the school, with the source. Where we do not know, we say so.',
	'staff.near.network':
		'In October 2024 the country was said to have 83 support centres for child protection and 81 provincial committees. We found no list of their addresses.',
	'staff.near.ask':
		'Ask for the address of the centre at the delegation of Entraide Nationale, or at the prefecture or province.',
	'staff.near.none': 'Address of the child protection centre: not known to us.',
	'staff.near.unit': 'Known unit',
	'staff.near.no-phone': 'No confirmed number.',
	'staff.near.seen': 'Seen: {when}',
	'staff.near.source': 'Source',
	'staff.near.everywhere': 'In every province',
}
