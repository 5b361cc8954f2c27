import type { check as keys } from './ar.ts'

/** Words of "Is it really on?", in English. */
export const check: Record<keyof typeof keys, string> = {
	'check.title': 'Is it really on?',
	'check.intro':
		'You have set up protection? Say which. What this page can see, it checks. For the rest it tells you how to look by hand.',
	'check.with': 'What have you put in place?',
	'check.with.choose': 'Choose…',
	'check.with.other': 'Something else, or I do not know',
	'check.with.go': 'Continue',
	'check.see': 'What shows that it is on, to look at yourself:',
	'check.to-files': 'The page of this setting',
	'check.blind-to.names':
		'With this setting the device asks a service that does not know our test names: this page can say neither yes nor no. Look by hand.',
	'check.blind-to.domain': 'This site has no test names: this page can say neither yes nor no. Look by hand.',
	'check.unseen': 'With this file our test names tell nothing about search. Look by hand, further down.',
	'check.elsewhere':
		'Our test name opened, but a filter from elsewhere does not know it: that says nothing about the filter. Check it by hand.',
	'check.start': 'Check now',
	'check.again': 'Check again',
	'check.working': 'Checking. This takes about ten seconds…',
	'check.failed': 'The check stopped before its end. Try again.',
	'check.asks':
		'When you press, your browser asks for a few test names of ours below {domain}. Nothing harmful stands behind them. The answer stays on your device, and we keep nothing.',
	'check.no-script':
		'The automatic check needs JavaScript. Without it you can check by hand: the steps are below.',
	'check.no-domain':
		'You have set up protection? Here is how to see by hand whether it works, in five minutes. This site has no automatic check.',
	'check.filter': 'Are closed sites refused?',
	'check.search': 'Is search safe?',
	'check.doh': 'Are the known ways around closed?',
	'check.on': 'Yes',
	'check.on-perhaps': 'Probably',
	'check.off': 'No',
	'check.off-perhaps': 'Not always',
	'check.unknown': 'We cannot tell',
	'check.filter.refused':
		'Our test name was refused twice, while other names answered. The filter works in this browser.',
	'check.filter.unclear':
		'Our test name did not open, but the answer was not clear. Check again in a minute.',
	'check.filter.sometimes':
		'Our test name was refused once and opened once. Perhaps there is a second DNS address without a filter: look at both.',
	'check.filter.reached':
		'Our test name opened: the file is not at work in this browser, or it was made before this check. Make it again, put it in place, check again.',
	'check.search.safe': 'Our test search was sent to its safe address, twice.',
	'check.search.unclear':
		'Our test search was sent to its safe address once, and the other answer was lost. Check again in a minute.',
	'check.search.sometimes':
		'Our test search was sent to its safe address once and to the ordinary one once. Perhaps there is a second DNS address without a filter.',
	'check.search.plain': 'Our test search was not sent to its safe address: results may come unsorted.',
	'check.search.unreachable':
		'Our test search did not open at all. If search engines do not open either, run the refresh file that came with the file.',
	'check.doh.refused':
		'A name that plays hidden DNS was refused. A VPN, or an app that knows an address by heart, still gets past.',
	'check.doh.unclear':
		'The name did not open, but we are not sure that your file is the reason. Check again in a minute.',
	'check.doh.sometimes':
		'The name was refused once and opened once. Perhaps there is a second DNS address without a filter.',
	'check.doh.reached':
		'A name that plays hidden DNS opened: a browser or an app can go around the filter. Close this way when you make the file.',
	'check.offline': 'There is no internet right now. Connect, then check again.',
	'check.canary':
		'Our test names do not answer from here. That says nothing about your filter: check by hand, or come back later.',
	'check.portal':
		'Another page answered in our place: perhaps the one where you sign in to the Wi-Fi. Sign in first, then check again.',
	'check.helper': 'The check of this site is not set up right. Do not rely on it: check by hand.',
	'check.changed':
		'Changed something just now? A browser remembers names for a while: close it, wait two minutes, check again.',
	'check.blind': 'What this page cannot see',
	'check.blind.apps': 'Inside apps: messages, videos and games do not come past here.',
	'check.blind.mobile': 'Mobile data: the filter at home ends at the door. Turn Wi-Fi off and check again.',
	'check.blind.devices': 'Other devices and other browsers: check on each one.',
	'check.blind.others': 'A filter from elsewhere: we know only the files made on this site.',
	'check.blind.later': 'Tomorrow: this answer is about now. Pick a day of the month to check again together.',
	'check.hand': 'Check by hand',
	'check.hand.intro':
		'On the child’s device, with the child: “Shall we see together if it works?” Five minutes.',
	'check.hand.search': 'Search engine',
	'check.hand.search.1': 'In its settings, look for “SafeSearch” or “safe search”. It must show as on.',
	'check.hand.search.2': 'Turn it off and load the page again: it must still be on.',
	'check.hand.youtube': 'YouTube',
	'check.hand.youtube.1': 'Open a well-known video: with Restricted Mode the comments below it are hidden.',
	'check.hand.youtube.2': 'In the YouTube settings, look for “Restricted Mode”: it must show as on.',
	'check.hand.android': 'Android phone',
	'check.hand.android.1': 'In Settings, search for “Private DNS”. The name that you typed must stand there.',
	'check.hand.android.2': 'Turn Wi-Fi off and open a page: this setting works away from home, too.',
	'check.hand.iphone': 'iPhone and iPad',
	'check.hand.iphone.1':
		'In Settings, look for “VPN”, then “DNS”: the profile that you installed must be the chosen one.',
	'check.hand.iphone.2': 'See whether Private Relay or a VPN is on: both go around the filter.',
	'check.hand.computer': 'Computer',
	'check.hand.computer.1': 'Open a terminal and type: nslookup www.google.com',
	'check.hand.computer.2':
		'If your network enforces safe search, the address is 216.239.38.120 (seen in September 2026).',
	'check.hand.own': 'A name of your choice',
	'check.hand.own.1': 'Add an ordinary site to the list of closed sites, and wait two minutes.',
	'check.hand.own.2': 'Open it on every device: it must not open. Then take it off the list.',
}
