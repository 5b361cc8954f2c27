/** Words of the widget and of copies of the site, in English. */
export const widget = {
	'widget.frame': 'Help for children and young people',
	'widget.lead': 'Something wrong online? Help, without giving a name.',
	'widget.title': 'The door to help on your site',
	'widget.intro':
		'A school, an operator, a club: put the help button and the numbers on your page. No cookie, no counter, nothing to install.',
	'widget.preview': 'What your visitors will see',
	'widget.preview-alone': 'Open the door by itself',
	'widget.copy': 'To copy into your page',
	'widget.link': 'A plain link',
	'widget.link-for': 'Anywhere, even in an e-mail. The safest for years to come.',
	'widget.iframe': 'A frame, without script',
	'widget.iframe-for': 'For most sites: button, numbers and hours.',
	'widget.script': 'A script of less than 3 KB',
	'widget.script-for': 'Adds “open now”. It reads nothing of your page and sends nothing.',
	'widget.csp': 'If your site has a content policy (CSP)',
	'widget.csp-for': 'Add to your header the first line for the frame, the second for the script.',
	'widget.promise': 'What we promise',
	'widget.promise-years': 'This address answers at least until {day}.',
	'widget.promise-next':
		'A new version gets an address of its own: nothing changes on your page without you.',
	'widget.promise-numbers': 'A suspended number leaves your page, and corrected hours are corrected there.',
	'widget.promise-nothing':
		'Nobody is counted or followed. The link does not pass on your address, and the frame reads nothing of your page.',
	'widget.promise-sees':
		'What remains: to show the frame or the script, your visitors’ browser asks our server for a file, and the server sees the address of the connection while it answers. The plain link asks for nothing before it is pressed.',
	'widget.card': 'The card to print',
	'widget.card-for':
		'For the reception, the counter, the changing room. Printing this page prints the card only.',
	'widget.card-scan': 'Point the camera at the square, or type the address',
	'widget.mirrors': 'Host a copy of the site',
	'mirror.title': 'Copies of the site',
	'mirror.intro':
		'A town hall or a school can host a copy of the site. It is signed: anyone can check that no word in it was changed.',
	'mirror.known': 'Known copies',
	'mirror.none': 'No copy is known yet.',
	'mirror.by': 'Hosted by',
	'mirror.since': 'Since',
	'mirror.make': 'Make a copy',
	'mirror.make-for':
		'On the machine on which the site was built. The folder goes to the root of a host name.',
	'mirror.verify': 'Check a copy',
	'mirror.verify-for':
		'Take the key from here, never from the copy: who changes the copy can change the key that lies in it.',
	'mirror.key': 'Key of the copies',
	'mirror.no-key': 'No copy has been made here yet: there is no key.',
	'mirror.holds': 'What a copy holds, and what it does not',
	'mirror.holds-pages': 'The pages as they were on the day of the copy, without script.',
	'mirror.holds-home':
		'Reporting, the mailbox of answers, search and all that is filled in lead back to the site it came from.',
	'mirror.holds-date':
		'Each page shows its day. After 30 days a warning joins it, where the browser allows scripts.',
	'mirror.holds-host': 'Who hosts a copy sees who reads it. We cannot change that.',
	'mirror.banner': 'Copy of {day}, hosted by others.',
	'mirror.banner-home': 'Go to the site it came from',
	'mirror.old': 'This copy is more than 30 days old: numbers may have changed.',
}
