import type { record as keys } from './ar.ts'

/** Words of the page of the public record, in English. */
export const record: Readonly<Record<keyof typeof keys, string>> = {
	'record.title': 'The public record',
	'record.intro':
		'Every message that arrives and most decisions of the team leave one line here. Whoever kept an earlier signed state sees when a line was changed or removed.',
	'record.says-nothing':
		'A line is a long number that means nothing: no name, no word, no hour. Nobody can be known from it.',
	'record.demonstration': 'This is a demonstration: nobody reads messages that are sent here.',
	'record.doors': 'For real help now: the open doors',
	'record.now': 'The record now',
	'record.entries': 'Lines: {n}',
	'record.empty': 'The record opens in a few seconds. Load the page again.',
	'record.states': 'Latest signed states',
	'record.state': 'Lines',
	'record.hour': 'Since',
	'record.witnesses': 'Witnesses',
	'record.no-witness': 'no outside witness yet',
	'record.quorum': 'A state is shown here once {n} of {m} witnesses have signed it.',
	'record.no-witness.text':
		'No outside body has been named as a witness of this record yet. Without one, keep a signed state yourself to compare with.',
	'record.shows': 'What it proves',
	'record.shows-1':
		'That the lines continue a state that you, or a witness, kept earlier: each is still there, in its place.',
	'record.shows-2':
		'With a receipt a person gets a proof that a message came in a given hour and has its line here. It shows neither what the message says nor who wrote it.',
	'record.shows-3':
		'If you are shown one record and somebody else another, the witnesses see the difference.',
	'record.shows-not': 'What it does not prove',
	'record.shows-not-1': 'It does not say whether what a message says is true.',
	'record.shows-not-2':
		'A real record grows at every full hour, among its lines some that stand for nothing: so it tells neither when somebody wrote, nor whether. In a demonstration it grows at once.',
	'record.shows-not-3':
		'From outside it does not show whether what stood behind a line was erased after its time or taken away: only the check on our own server does. Nor does it show whose key a line about the team’s keys is: it stands for a digest.',
	'record.shows-not-4':
		'Without a witness and without a state kept elsewhere, whoever holds our server could write all of it anew.',
	'record.check': 'Check it yourself',
	'record.check.text':
		'A machine with this software is enough. It takes nobody’s word: it computes everything again.',
	'record.check.keep': 'Keep the state of today:',
	'record.check.all': 'Compute the whole record again. The answer names the first line that was changed:',
	'record.check.later': 'Later, compare with the state that you kept:',
	'record.check.proof': 'Check the proof of somebody who told, without asking anyone:',
	'record.key': 'The key of the record',
	'record.key.text': 'Keep it in another place too: whoever holds this server can change this page.',
	'record.join': 'Be a witness',
	'record.join.text':
		'An authority or association that wants to witness runs a small program on a machine of its own; it comes with this software. It signs each new state that continues the last. The operator enters its key and address first.',
	'record.erasures': 'Keys that were destroyed',
	'record.erasures.text':
		'Nobody opens the messages of these epochs any more. Each certificate has its line in the record.',
}
