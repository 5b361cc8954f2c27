import type { overview as keys } from './ar.ts'

/** Words of the programme in ten minutes, in English. */
export const overview: Readonly<Record<keyof typeof keys, string>> = {
	'overview.title': 'Thiqa in ten minutes',
	'overview.intro':
		'Open software with which a country protects its children online. What exists, how good it is, who has read it, what waits. Every number is counted from the content itself.',
	'overview.brochure': 'The brochure, two pages (PDF, in French)',
	'overview.exists': 'What exists',
	'overview.count.pages': 'Pages of advice, all languages',
	'overview.count.answers': 'Urgent answers, all languages',
	'overview.count.stories': 'Stories to practise with',
	'overview.count.quizzes': 'Short quizzes',
	'overview.count.lessons': 'Ready lessons',
	'overview.count.guides': 'Guides to devices and apps',
	'overview.count.targets': 'Protection files, by program',
	'overview.count.doors': 'Numbers and doors for help',
	'overview.count.texts': 'Laws and conventions',
	'overview.count.provisions': 'Articles explained',
	'overview.count.rows': 'Rows compared with conventions',
	'overview.count.gaps': 'Gaps named',
	'overview.matrix': 'Topics, readers, languages',
	'overview.matrix.text':
		'The number: in how many languages the page can be read (Arabic, French, Tamazight, English). A dash: this topic is not for this reader.',
	'overview.topic': 'Topic',
	'overview.quality': 'How good it is',
	'overview.quality.text':
		'Only what a test or a file holds. The command under each line repeats the measure.',
	'overview.quality.weight':
		'Weight of a page on first view: {help} KB at most for help, {other} KB for the rest.',
	'overview.quality.private': 'No cookie and no server of others on the pages that are weighed.',
	'overview.quality.axe': 'No violation of the rules of accessibility (axe) on the templates of pages.',
	'overview.quality.ran': 'Protection files that ran in the real program: {n} of {of}.',
	'overview.quality.speed': 'Speed and quality by Lighthouse: measured on request, no figure is kept here.',
	'overview.review': 'Who has read it',
	'overview.review.text':
		'Reviewers wanted: each text says that nobody has read it yet. The bar fills when somebody signs with a name.',
	'overview.review.native': 'Native speakers',
	'overview.review.specialist': 'Specialists in child protection',
	'overview.review.jurist': 'Jurists',
	'overview.review.done': '{done} of {of}',
	'overview.waits': 'What waits',
	'overview.waits.operator': 'An operator: without its record, reporting stays in demonstration mode.',
	'overview.waits.questions': 'Open questions that only a jurist can settle: {n}.',
	'overview.waits.native': 'Native readers, first of all for Tamazight and Darija.',
	'overview.waits.devices': 'Trying the guides on real phones in Morocco.',
	'overview.reached': 'What was reached',
	'overview.reached.none': 'No figure is published yet.',
	'overview.reached.paper':
		'Published figures change after this was printed. They stand on the site, on the page of the programme. Where there are none, it says so.',
	'overview.reached.see': 'The page of the programme',
}
