/** Words of reports that somebody seals with the program age, in English. */
export const byHand = {
	'by-hand.title': 'Sealed by hand, with age',
	'by-hand.what':
		'For people who know the program age. Who seals like this trusts neither the code of our page nor our server: a closed file reaches us, and only the team opens it.',
	'by-hand.key': 'Key of the team',
	'by-hand.valid': 'In use',
	'by-hand.fingerprint': 'Its fingerprint',
	'by-hand.root': 'The key that signed it, the same for years',
	'by-hand.check': 'The record that was signed:',
	'by-hand.do': 'What to do',
	'by-hand.write': 'Write everything in a text file: what happened, the link or the app, who is in danger.',
	'by-hand.command': 'Seal it for this one key, on your own machine:',
	'by-hand.give':
		'Give the sealed file here, or paste its text. Then the page shows a receipt for the answer.',
	'by-hand.most': 'Up to {size} KB. Whoever watches the network sees how long the file is.',
	'by-hand.now': 'Use the key shown today. Of older ones, the last three are tried as well.',
	'by-hand.file': 'Sealed file',
	'by-hand.text': 'Or its text, from BEGIN to END',
	'by-hand.danger': 'Someone is in danger now',
	'by-hand.send': 'Send the sealed file',
	'by-hand.failed.form':
		'This is not a file that age has sealed for one key of this kind. Your file is still with you.',
	'by-hand.failed.too-long': 'The file is too long. Shorten the text, or send it in two parts.',
	'by-hand.failed.none': 'There is no file and no text yet.',
	'by-hand.door': 'Seal it yourself with the program age',
	'case.by-hand.opened': 'Sealed by hand with age',
	'case.by-hand.unopened': 'Sealed by hand with age; none of the open keys opens it, or it holds no text',
}
