import type { Translated } from '../counted.ts'
import type { counting as keys } from './ar.ts'

/** Words about counting without watching, in English. */
export const counting: Translated<typeof keys, 'en'> = {
	'counting.title': 'What do we count here?',
	'counting.intro':
		'We count how often the door opens, never who opens it. No name, no cookie, no address of your phone.',
	'counting.plain': 'In short',
	'counting.plain-1': 'Coming to the site from outside adds one to a number. That is all.',
	'counting.plain-2':
		'Before we begin, each number gets a bit of chance, more or less, and nobody knows how much. So nobody, not even we, can tell whether one family or one class came.',
	'counting.plain-3':
		'Numbers appear once, a month after their time is over, on this page or on that of the programme. A small number does not appear.',
	'counting.plain-4':
		'We never count: answers of the help finder, searches, reports, the mailbox, or going from one page of the site to another.',
	'counting.yours': 'What opening this page added',
	'counting.yours.one':
		'One to the number of pages about the programme, one to the number of this language. Nothing else.',
	'counting.yours.none':
		'Nothing: you came from another page of this site, or your browser does not say where a step comes from.',
	'counting.yours.live':
		'There is no live number here: looking at it twice would be enough to see that somebody came.',
	'counting.what': 'What is counted, exactly',
	'counting.head.what': 'Number',
	'counting.head.each': 'Each',
	'counting.head.noise': 'Noise (t)',
	'counting.head.epsilon': 'Epsilon',
	'counting.family.page': 'Arrivals by kind of page: front page, topics, learning, tools, law, programme',
	'counting.family.language': 'Arrivals by language',
	'counting.family.place': 'Arrivals by the code of a poster, by the province of the poster',
	'counting.family.campaign': 'Arrivals by a code, by campaign and channel',
	'counting.family.helped': 'Answers to “Did this page help?”',
	'counting.family.protected': 'Protections that were checked, after a throw of dice on the phone',
	'counting.family.pressed': 'Presses of the week on the button for protections, to see cheating',
	'counting.each.month': 'month',
	'counting.each.quarter': 'quarter',
	'counting.sum':
		'One arrival by a code spends an epsilon of {one} in all numbers together; five from one household in a quarter {five} at most; ten, {ten}.',
	'counting.exact': 'For those who want it exactly',
	'counting.exact-arrival':
		'An arrival is a GET request with Sec-Fetch-Mode=navigate, Sec-Fetch-Dest=document, Sec-Fetch-Site=none or cross-site, without prefetch, which is answered with 200. No network address, no Referer and no kind of browser is read. A browser that does not send these fields is not counted.',
	'counting.exact-noise':
		'Each cell is born with whole noise of the discrete Laplace distribution, drawn in whole numbers from the system’s generator (Canonne, Kamath, Steinke, 2020). From then on it only goes up by one. The number that is published is the number that was kept: nothing is drawn twice. On disk it is a sealed block whose key is neither in the database nor in any backup.',
	'counting.exact-limit':
		'Arrivals by code have a limit: five for a province, then one every 120 seconds. The rest goes to the cell “over the limit”. Forty pupils in ten minutes weigh nine.',
	'counting.exact-shown':
		'Each number has its 95 % interval: ± 60 for a province, ± 300 elsewhere. Nothing appears below 120 or 600. The sum of the provinces and the total of the country have different noise: they need not agree.',
	'counting.exact-device':
		'For protections, the phone picks one of three and tells the truth three times in four, the contrary once (epsilon 1.10). The number means “of those who pressed”, never “of families”.',
	'counting.exact-not':
		'What this does not protect: between two savings (4 to 8 hours) what was added lies in the memory of the server. Whoever runs the server with bad intent can write down addresses or serve another program. Whoever comes very often is protected less.',
	'counting.ledger': 'The ledger',
	'counting.ledger.text':
		'Each number, the day it was born, the day it was published, and what is spent. Each line also enters the public record.',
	'counting.ledger.none': 'Counting has not begun yet.',
	'counting.head.period': 'Period',
	'counting.head.born': 'Born',
	'counting.head.state': 'State',
	'counting.outcome.counting': 'counting',
	'counting.outcome.released': 'published',
	'counting.outcome.key-lost': 'not counted: key lost',
	'counting.days': 'Days counted: {n} of {of}',
	'counting.act.born': 'Counting of a period begun',
	'counting.act.released': 'Numbers of a period published',
	'counting.helped': 'Did this page help?',
	'counting.helped.yes': 'Yes',
	'counting.helped.some': 'A little',
	'counting.helped.no': 'No',
	'counting.helped.how': 'Only the answer is counted, without knowing whose it is.',
	'counting.helped.thanks': 'Thank you. The answer was added to the number.',
	'counting.protected': 'One more in the number?',
	'counting.protected.text':
		'If you like: the phone throws dice and sends one answer, true or turned round. Nobody knows which; from many answers we learn how many homes are protected.',
	'counting.protected.no-script': 'This needs JavaScript: the dice are thrown on the phone, not with us.',
	'counting.protected.region': 'Region (if you like)',
	'counting.protected.nowhere': 'No region',
	'counting.protected.send': 'Add an answer',
	'counting.protected.sending': 'The phone works for a moment…',
	'counting.protected.sent': 'Added. Nothing was kept on this phone.',
	'counting.protected.failed': 'It did not arrive. You can leave it at that, no harm done.',
	'counting.numbers': 'What the counting gave',
	'counting.numbers.text':
		'Each number as it was released, with its interval. Of what is too small only the number of lines is told, even for zero. Earlier periods: by the ledger below.',
	'counting.numbers.none':
		'No period has been released yet. The first number appears a month after the end of its period.',
	'counting.few': 'Numbers that are too small to appear: {n}',
	'counting.slot': 'Code of a campaign, place {n}',
	'counting.helped.of': 'said yes',
	'counting.page.front': 'Front page',
	'counting.page.topics': 'Topics',
	'counting.page.skills': 'Learning',
	'counting.page.tools': 'Tools',
	'counting.page.law': 'Law',
	'counting.page.programme': 'Programme',
	'counting.code.no-place': 'Code without a province',
	'counting.code.over-limit': 'Over the limit',
	'counting.protection.search': 'Safe search',
	'counting.protection.bypass': 'Ways around closed',
}
