import type { attach as words } from './ar.ts'

/** Voice notes and screenshots. */
export const attach: Readonly<Record<keyof typeof words, string>> = {
	'attach.no-script': 'Recording your voice needs JavaScript. Your written words are enough.',
	'attach.voice': 'Or tell it with your voice',
	'attach.voice.text':
		'Five minutes at most. The recording stays in your phone until the last button, then leaves closed. Whoever listens in the team hears your voice as it is.',
	'attach.voice.record': 'Start recording',
	'attach.voice.stop': 'Stop recording',
	'attach.voice.listen': 'Listen to your recording',
	'attach.voice.again': 'Record again',
	'attach.voice.delete': 'Delete the recording',
	'attach.voice.no-microphone': 'The microphone does not work here. Your written words are enough.',
	'attach.shots': 'Screenshots of the conversation',
	'attach.shots.text':
		'Only what this person wrote to you: five pictures at most. Never send a picture of a body without clothes, yours or anyone else’s.',
	'attach.shots.choose': 'Choose screenshots',
	'attach.shots.one': 'Picture {n}, in kilobytes:',
	'attach.shots.delete': 'Delete the picture',
	'attach.shots.wrong': 'One of them is not a screenshot, or is too big. The others are here.',
	'attach.shots.most': 'Five pictures are enough. We did not take the rest.',
	'attach.leaves': 'The recording and the pictures, closed with the same key, in kilobytes:',
	'attach.leaves.text': 'The size of a recording tells roughly how long it is, never what is in it.',
	'attach.working': 'Sending the recording and the pictures: {detail} per cent',
	'attach.failed.line':
		'Not all of the recording or the pictures arrived. Everything is still here: try again, or send your words alone.',
	'attach.failed.full':
		'There is no room for the recording and the pictures now. Everything is still here: send your words alone, or come back later.',
	'attach.failed.long':
		'The recording and the pictures together are too big. Delete some, or send your words alone.',
	'attach.plain': 'This way only your words leave, without the recording and the pictures.',
	'attach.without': 'Send my words alone',
	'case.attach.voice': 'Voice recording',
	'case.attach.shot': 'Screenshot',
	'case.attach.size': 'in kilobytes, sealed:',
	'case.attach.hear': 'Open the recording and listen',
	'case.attach.see': 'Open the picture, grey and blurred',
	'case.attach.clearer': 'One step clearer',
	'case.attach.darker': 'Blur again',
	'case.attach.level': 'Clearness {n} of {of}',
	'case.attach.noted': 'Each opening and each step is written into the record and counted on your meter.',
	'case.attach.missing': 'This file is not here, or no more.',
	'case.attach.damaged':
		'This file does not open, or is not the one that the report names. Nothing of it is shown.',
	'case.step.attached': 'A file was opened',
	'case.step.uncovered': 'A picture was seen more clearly',
}
