import type { inspect as keys } from './ar.ts'

/** Words of the password check and the link inspector, in English. */
export const inspect: Record<keyof typeof keys, string> = {
	'inspect.password.title': 'Does this password hold?',
	'inspect.password.intro':
		'Try it here before somebody else does. We say how long it holds, why, and what to do.',
	'inspect.password.private': 'It stays on this page. Nothing is sent, nothing is kept.',
	'inspect.password.label': 'Password',
	'inspect.password.hint': 'No need for the real one: try one made in the same way.',
	'inspect.password.weight':
		'At the first letter the page fetches its lists of words once: about half a megabyte.',
	'inspect.password.show': 'Show',
	'inspect.password.hide': 'Hide',
	'inspect.password.loading': 'Fetching the lists of words…',
	'inspect.password.failed':
		'The lists of words did not arrive. Judge by hand, as below, or try again when the internet is back.',
	'inspect.password.slow':
		'It took too long, so we stopped. A password like this one is judged by hand, as below.',
	'inspect.password.estimate':
		'This is an estimate, not a promise. We cannot know whether it was seen, stolen or used elsewhere.',
	'inspect.password.why': 'Why',
	'inspect.password.todo': 'What to do',
	'inspect.password.standing.at-once': 'It falls at once',
	'inspect.password.standing.soon': 'It falls soon',
	'inspect.password.standing.a-while': 'It holds a while',
	'inspect.password.standing.long': 'It holds long',
	'inspect.password.standing.very-long': 'It holds very long',
	'inspect.password.stands.at-once': 'Someone who tries would find it almost at the first go.',
	'inspect.password.stands.soon': 'It holds a few hours or days against a patient machine, no more.',
	'inspect.password.stands.a-while': 'It holds weeks or months, then gives way.',
	'inspect.password.stands.long': 'It holds for years, as far as we can judge.',
	'inspect.password.stands.very-long': 'We see no way to guess it in a lifetime.',
	'inspect.password.reason.common': 'It is one of those that everybody tries first.',
	'inspect.password.reason.name':
		'There is a name in it. Names are tried early, above all by people who know you.',
	'inspect.password.reason.place': 'A club, a player or a city: many have had the same idea.',
	'inspect.password.reason.word':
		'It leans on a known word. Darija and phone letters (3, 7, 9) are known too.',
	'inspect.password.reason.phone': 'There is a phone number in it. Whoever knows you knows it.',
	'inspect.password.reason.date': 'There is a date in it. Birthdays are no secret.',
	'inspect.password.reason.year': 'There is a year in it. Trying all of them takes no time.',
	'inspect.password.reason.keyboard': 'The fingers follow a row of the keyboard, like “azerty”.',
	'inspect.password.reason.repeat': 'The same thing comes again and again.',
	'inspect.password.reason.sequence': 'There is a known sequence in it, like 1234 or abcd.',
	'inspect.password.reason.swapped-letters':
		'A sign in place of a letter, like @ for a: those who guess know this trick.',
	'inspect.password.reason.backwards': 'A word backwards. A machine reads both ways.',
	'inspect.password.reason.only-digits': 'Digits only. Six are enough to lock a phone, not for an account.',
	'inspect.password.reason.short': 'It is short. Length helps most.',
	'inspect.password.step.four-words':
		'Four or five words that have nothing in common, that you can picture and nobody expects.',
	'inspect.password.step.not-about-you':
		'Leave out names, dates, club, number: people close to you think of them first.',
	'inspect.password.step.manager':
		'Let the phone’s password manager remember it, or a notebook that stays at home.',
	'inspect.password.step.two-step': 'Switch on two-step verification: it stops someone who has guessed.',
	'inspect.password.step.unique': 'One account for each password. E-mail has its own.',
	'inspect.password.step.tell-nobody': 'Nobody needs it: no friend, no sweetheart, no “support”.',
	'inspect.password.by-hand': 'How to judge by hand',
	'inspect.password.by-hand-1': 'Count. Fewer than 10 signs fall quickly; four words hold.',
	'inspect.password.by-hand-2':
		'Would someone who knows you think of it? Name, date, club, number: change it.',
	'inspect.password.by-hand-3':
		'Is it in a song, a proverb, a row of the keyboard? Others find it there too.',
	'inspect.password.by-hand-4': 'Is it used elsewhere? Then it falls with the weakest site.',
	'inspect.password.by-hand-5': 'Has somebody seen it or got it? Change it today; no one is to blame.',
	'inspect.password.more': 'All about passwords',
	'inspect.without-script':
		'The check inside the page needs JavaScript. Without it, this is how to do it by hand.',
	'inspect.link.title': 'Where does this link lead?',
	'inspect.link.intro':
		'Paste the link, or the whole message. We say whose it really is and what is strange, without opening it.',
	'inspect.link.private': 'It stays on this page. We do not open it, send it or keep it.',
	'inspect.link.label': 'Link or message',
	'inspect.link.clear': 'Clear',
	'inspect.link.picture': 'Or a picture with a QR code',
	'inspect.link.picture-hint':
		'PNG, JPEG, WebP or GIF, 10 MB at most. The picture is read here and goes nowhere.',
	'inspect.link.reading': 'Reading…',
	'inspect.link.failed':
		'The inspector did not arrive. Read the link by hand, as below, or try again when the internet is back.',
	'inspect.link.slow': 'It took too long, so we stopped.',
	'inspect.link.whose': 'Whose it is',
	'inspect.link.no-owner': 'opens no page',
	'inspect.link.network': 'As the network sees it',
	'inspect.link.whole': 'The whole link',
	'inspect.link.leads-to': 'From there it leads to',
	'inspect.link.seen': 'What we saw',
	'inspect.link.todo': 'What to do',
	'inspect.link.verdict.trick': 'There is a trick in it',
	'inspect.link.verdict.odd': 'Something unusual',
	'inspect.link.verdict.nothing-odd': 'Nothing odd seen',
	'inspect.link.says.trick': 'This link pretends to be what it is not. Better not to open it.',
	'inspect.link.says.odd': 'It may be innocent. Check before opening.',
	'inspect.link.says.nothing-odd':
		'That does not prove it safe: a stolen or brand-new site looks just the same.',
	'inspect.link.problem.empty': 'Paste a link to begin.',
	'inspect.link.problem.no-link': 'We see no link in this text.',
	'inspect.link.problem.too-long': 'The text is too long. Paste the link alone.',
	'inspect.link.picture-problem.too-heavy': 'The picture is heavier than 10 MB. Try a screenshot.',
	'inspect.link.picture-problem.too-large':
		'The picture is too large, so we did not open it. Try a screenshot.',
	'inspect.link.picture-problem.no-picture': 'This file is not a picture that we know. Try PNG or JPEG.',
	'inspect.link.picture-problem.no-code': 'No QR code found. Try a closer, sharper picture.',
	'inspect.link.finding.runs-code':
		'This is no address: it is a small program that would run in your browser.',
	'inspect.link.finding.dial-code':
		'This call can divert your calls to somebody else, and with them the codes that open your accounts.',
	'inspect.link.finding.links-device':
		'This opens your account on another screen. Only if you asked for it yourself, on your own computer.',
	'inspect.link.finding.user-info':
		'“{detail}” before the @ means nothing. The link goes to what comes after it.',
	'inspect.link.finding.domain-in-subdomain':
		'“{detail}” is put in front like a mask. The owner is the name at the end.',
	'inspect.link.finding.brand-in-domain':
		'The name borrows “{detail}”, and this is not an address of theirs that we know.',
	'inspect.link.finding.look-alike':
		'The eye reads “{detail}”, but these are other letters that look like it.',
	'inspect.link.finding.typo': 'One slip away from “{detail}”: a name made for hurried fingers.',
	'inspect.link.finding.mixed-letters':
		'In “{detail}”, letters or digits of two scripts stand side by side. Honest names seldom do that.',
	'inspect.link.finding.hidden-signs': 'Hidden signs make it look like something else.',
	'inspect.link.finding.disguised-signs':
		'A sign looks like a slash or a dot and is not one. What stands before it proves nothing.',
	'inspect.link.finding.ip-address': 'A number in place of a name ({detail}). Known services have a name.',
	'inspect.link.finding.ip-disguised': 'The name is a number in disguise: it really goes to {detail}.',
	'inspect.link.finding.padded-name': 'A row of dashes pushes the real name off the screen of a phone.',
	'inspect.link.finding.double-ending': 'The file calls itself a picture or a document, and is a program.',
	'inspect.link.finding.script-inside': 'It carries a piece of program inside the address.',
	'inspect.link.finding.not-encrypted':
		'http without s: others on the same network can read or change the page.',
	'inspect.link.finding.shortener': 'A short link from {detail}: it hides where it leads.',
	'inspect.link.finding.port': 'It goes in by an unusual door of the site ({detail}).',
	'inspect.link.finding.opens-app': 'It opens another app ({detail}), not a page.',
	'inspect.link.finding.program-file':
		'It brings a program ({detail}) that does not come from your device’s store.',
	'inspect.link.finding.redirect': 'It leads on to another site: {detail}. That is the one that counts.',
	'inspect.link.finding.brand-in-subdomain':
		'“{detail}” stands in front of a name that belongs to somebody else.',
	'inspect.link.finding.brand-other-ending':
		'The name “{detail}” with another ending. It may be theirs, or not.',
	'inspect.link.finding.brand-in-path':
		'“{detail}” is written after the name, where anyone writes what they like.',
	'inspect.link.finding.double-encoded':
		'Parts of it are wrapped twice: to get past a filter, or by carelessness.',
	'inspect.link.finding.long-name': 'The name is very long. A phone shows only its beginning.',
	'inspect.link.finding.very-long': 'The link is very long ({detail} signs). Much can hide in it.',
	'inspect.link.finding.invisible': 'There are invisible signs in it. They may come from copying.',
	'inspect.link.finding.disguised-letters': 'It is written in unusual letters; a browser reads {detail}.',
	'inspect.link.finding.arabic-look-alike': 'Some letters are Persian or Urdu ones that look Arabic (ک, ی).',
	'inspect.link.finding.lure-words': 'Bank, gift or account in the name (“{detail}”) do not say whose it is.',
	'inspect.link.finding.file-ending': 'It ends like a file, and is the name of a site.',
	'inspect.link.finding.odd-writing': 'It is written in a way that people and browsers may read differently.',
	'inspect.link.finding.local-file': 'It points to a file on the device, not to a page.',
	'inspect.link.finding.login-secret': 'It holds the secret key of two-step codes. Give it to nobody.',
	'inspect.link.finding.joins-wifi':
		'It joins your phone to the Wi-Fi “{detail}”. Whoever runs it sees the names of the sites you visit.',
	'inspect.link.finding.payment': 'It asks for a payment that does not come back.',
	'inspect.link.finding.other-letters':
		'The name is in letters other than a-z: {detail}. That alone is fine.',
	'inspect.link.finding.hosted-page':
		'Anyone can make a page there. Look at who made it, not at the big name at the end.',
	'inspect.link.finding.form-page': 'A form that anyone can make. Never a password or a code in it.',
	'inspect.link.finding.starts-call': 'It calls {detail}.',
	'inspect.link.finding.starts-message': 'It prepares a message. You decide whether to send it.',
	'inspect.link.finding.known-name':
		'The name {detail} is that of a known service. Its pages can carry the words of strangers.',
	'inspect.link.finding.local-address': 'An address inside the network of the house or school, like the box.',
	'inspect.link.finding.archive-file':
		'It brings a packed file ({detail}). Look before opening what is inside.',
	'inspect.link.finding.several-links':
		'There are {detail} links in this text. We looked at the first. Paste the others one by one.',
	'inspect.link.step.do-not-open': 'Leave it closed. Nothing is lost by waiting.',
	'inspect.link.step.do-not-call':
		'Do not call. If it has happened, ask your operator whether your calls are diverted.',
	'inspect.link.step.do-not-scan':
		'Did somebody send you this picture? Do not scan it: they would read your account.',
	'inspect.link.step.ask-another-way': 'Ask the person by voice. Their account may be in other hands.',
	'inspect.link.step.open-yourself': 'Need the site? Open the app, or type the address yourself.',
	'inspect.link.step.ask-long': 'Ask for the long address, or look for the page yourself.',
	'inspect.link.step.store-only': 'Apps only from the store of the device.',
	'inspect.link.step.ask-owner': 'Ask whoever put up the code. A sticker can be stuck over another.',
	'inspect.link.step.no-code': 'No password, no code, no card number on a page that came by link.',
	'inspect.link.step.if-typed':
		'Already typed something there? It happens to everyone. Change the password from the real app, and tell someone you trust.',
	'inspect.link.by-hand': 'How to read a link by hand',
	'inspect.link.by-hand-1':
		'Look for the first single slash after https://. The name is what stands just before it.',
	'inspect.link.by-hand-2':
		'Read the name from its end. bank.ma.evil.example belongs to evil.example, not to the bank.',
	'inspect.link.by-hand-3': 'An @ before the name? Everything before it means nothing.',
	'inspect.link.by-hand-4':
		'Digits for a name, a letter that is almost right, a row of dashes: these are tricks.',
	'inspect.link.by-hand-5': 'A short link hides its way. Ask for the long one.',
	'inspect.link.by-hand-6': 'On a phone, a long press on the link shows its address before it opens.',
	'inspect.link.more': 'All about scams and links',
}
