import type { record as keys } from './ar.ts'

/** Words of the page of the public record, in English. */
export const record: Readonly<Record<keyof typeof keys, string>> = {
	'record.title': 'The public record',
	'record.intro':
		'Every message that arrives and every decision that is taken leaves one line here. Nobody can change or remove it unseen, not even us.',
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
	'record.no-witness.text':
		'No outside body has been named as a witness of this record yet. Without one, keep a signed state yourself to compare with.',
	'record.shows': 'What it proves',
	'record.shows-1': 'A line once written stays as it is, in its place.',
	'record.shows-2':
		'With a receipt a person gets a proof that a message came in a given hour and was not dropped. It shows neither what the message says nor who wrote it.',
	'record.shows-3':
		'If you are shown one record and somebody else another, the witnesses see the difference.',
	'record.shows-not': 'What it does not prove',
	'record.shows-not-1': 'It does not say whether what a message says is true.',
	'record.shows-not-2':
		'Who watches it every second learns that something was added, but not what, nor by whom.',
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
		'An authority or association that wants to witness checks that each new state continues the last, signs it with its key and sends it. The operator enters its public key first.',
	'record.erasures': 'Keys that were destroyed',
	'record.erasures.text':
		'Nobody opens the messages of these epochs any more. Each certificate has its line in the record.',
}
