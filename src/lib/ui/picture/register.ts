/**
 * The meaning of each picture: one picture, one meaning, wherever it stands, because a child who does not read learns it by its use.
 * `stands` names the content that it may stand for; a thing of the page itself is shown by the picture of its name. A picture keeps
 * its colour on every page. Tests hold content, code and drawings against this list.
 */
type Meaning = {
	means: string
	/** Kind of picture: what befell somebody is shown with people, and only where it is told; what one does and uses, with things. */
	kind: 'happened' | 'thing' | 'people'
	colour: 'terracotta' | 'majorelle' | 'plum' | 'mint' | 'gold' | 'saffron'
	stands?: readonly string[]
}

const happened = {
	threat: {
		means: 'someone threatens with pictures',
		colour: 'terracotta',
		stands: ['situation:threatened', 'topic:sexual-extortion'],
	},
	mocked: {
		means: 'others mock someone',
		colour: 'majorelle',
		stands: ['situation:mocked', 'topic:bullying'],
	},
	stranger: {
		means: 'somebody comes close who is not what they say',
		colour: 'plum',
		stands: ['situation:stranger', 'topic:grooming'],
	},
	picture: {
		means: 'pictures of someone are passed on',
		colour: 'mint',
		stands: ['situation:images-shared', 'topic:intimate-images'],
	},
	portrait: {
		means: 'pictures of a grown person are used against them',
		colour: 'terracotta',
		stands: ['topic:adult-victims-images'],
	},
	cloud: {
		means: 'dark thoughts',
		colour: 'majorelle',
		stands: ['situation:dark-thoughts', 'topic:self-harm'],
	},
	key: {
		means: 'an account was taken',
		colour: 'gold',
		stands: ['situation:account', 'topic:hacked-account'],
	},
	hook: { means: 'a trap for money', colour: 'terracotta', stands: ['situation:scammed', 'topic:scams'] },
	eye: {
		means: 'something seen that frightens',
		colour: 'plum',
		stands: ['situation:frightened', 'topic:frightening-content'],
	},
	home: {
		means: 'someone is hurt at home',
		colour: 'terracotta',
		stands: ['situation:hurt-at-home', 'topic:abuse-by-someone-close'],
	},
	'home-left': { means: 'somebody has left home', colour: 'majorelle', stands: ['situation:left-home'] },
	school: {
		means: 'someone is hurt at school or in a club',
		colour: 'plum',
		stands: ['situation:hurt-at-school'],
	},
	regret: { means: 'something done that one wants undone', colour: 'mint', stands: ['situation:regret'] },
	'picture-back': {
		means: 'a picture of oneself that one wants back',
		colour: 'majorelle',
		stands: ['situation:own-picture'],
	},
	curtain: {
		means: 'pictures that are made for adults',
		colour: 'gold',
		stands: ['situation:pornography', 'topic:pornography'],
	},
	twins: {
		means: 'a false account bears the name of someone',
		colour: 'majorelle',
		stands: ['situation:fake-account'],
	},
	flag: {
		means: 'pictures of abuse, and how they are reported',
		colour: 'terracotta',
		stands: ['situation:abuse-seen'],
	},
	bag: { means: 'someone is used for money', colour: 'gold', stands: ['situation:exploited'] },
	missing: { means: 'a child is missing', colour: 'majorelle', stands: ['situation:child-missing'] },
	question: { means: 'something else happened', colour: 'gold', stands: ['situation:other'] },
} as const

/** Pictures of what one does and uses; those without `stands` are things of the page, shown by their name. */
const things = {
	mask: { means: 'what stays one’s own', colour: 'mint', stands: ['topic:privacy'] },
	stars: { means: 'a password', colour: 'gold', stands: ['topic:passwords'] },
	game: { means: 'games', colour: 'mint', stands: ['situation:game-trouble', 'topic:games'] },
	moon: { means: 'the phone at night', colour: 'plum', stands: ['topic:screen-time'] },
	dials: { means: 'settings that adults make', colour: 'mint', stands: ['topic:parental-controls'] },
	seal: { means: 'the law and what one has a right to', colour: 'gold', stands: ['topic:law-and-reporting'] },
	heard: { means: 'what was told is written down', colour: 'gold' },
	decision: { means: 'a case goes one way or another', colour: 'gold' },
	court: { means: 'a court', colour: 'gold' },
	judgment: { means: 'a judgment', colour: 'gold' },
	location: { means: 'where someone is', colour: 'saffron', stands: ['story:shared-location'] },
	understand: { means: 'what it is', colour: 'saffron' },
	do: { means: 'what to do, step by step', colour: 'saffron' },
	say: { means: 'what to say', colour: 'saffron' },
	avoid: { means: 'what does not help', colour: 'saffron' },
	practice: { means: 'try it out in a story', colour: 'saffron' },
	protection: { means: 'protect oneself and others', colour: 'saffron' },
	plan: { means: 'the plan of a family', colour: 'saffron' },
	check: { means: 'see whether it works', colour: 'saffron' },
	phone: { means: 'a device', colour: 'saffron' },
	app: { means: 'an app', colour: 'saffron' },
	link: { means: 'a link', colour: 'saffron' },
	router: { means: 'where the internet comes from', colour: 'saffron' },
	mailbox: { means: 'the box where an answer waits', colour: 'saffron' },
	write: { means: 'write to the team', colour: 'saffron' },
	receipt: { means: 'the secret number', colour: 'saffron' },
	sealed: { means: 'a closed message', colour: 'saffron' },
	send: { means: 'what is sent, and when', colour: 'saffron' },
	unnamed: { means: 'no name is asked', colour: 'saffron' },
	reader: { means: 'who reads it', colour: 'saffron' },
	watched: { means: 'others can read along here', colour: 'saffron' },
	danger: { means: 'danger now', colour: 'terracotta', stands: ['urgency:now', 'danger:now'] },
	today: { means: 'today', colour: 'saffron', stands: ['urgency:today'] },
	calm: { means: 'nothing presses', colour: 'mint', stands: ['urgency:calm', 'danger:no'] },
	unsure: { means: 'not sure', colour: 'saffron', stands: ['danger:maybe'] },
	next: { means: 'what comes next', colour: 'saffron' },
	fault: { means: 'whose fault it is', colour: 'saffron' },
} as const

/** Pictures of what a card of an answer says to do, or not to do. */
const cards = {
	tell: { means: 'somebody is told', colour: 'majorelle', stands: ['card:tell'] },
	call: { means: 'call', colour: 'majorelle', stands: ['card:call'] },
	breathe: { means: 'breathe slowly', colour: 'mint', stands: ['card:breathe'] },
	hospital: { means: 'go to a hospital', colour: 'majorelle', stands: ['card:hospital'] },
	'leave-place': { means: 'leave the place', colour: 'mint', stands: ['card:leave-place'] },
	'stay-close': { means: 'stay close to somebody', colour: 'majorelle', stands: ['card:stay-close'] },
	listen: { means: 'listen to somebody', colour: 'majorelle', stands: ['card:listen'] },
	'ask-plainly': { means: 'ask a plain question', colour: 'majorelle', stands: ['card:ask-plainly'] },
	'lock-away': { means: 'lock things away', colour: 'mint', stands: ['card:lock-away'] },
	'no-pay': { means: 'pay nothing', colour: 'terracotta', stands: ['card:no-pay'] },
	'no-send': { means: 'send no picture', colour: 'terracotta', stands: ['card:no-send'] },
	'no-answer': { means: 'answer nothing', colour: 'terracotta', stands: ['card:no-answer'] },
	'no-forward': { means: 'pass nothing on', colour: 'terracotta', stands: ['card:no-forward'] },
	'no-meeting': { means: 'do not go to meet them', colour: 'terracotta', stands: ['card:no-meeting'] },
	'close-page': { means: 'close the page', colour: 'mint', stands: ['card:close-page'] },
	'keep-proof': { means: 'keep a picture of the screen', colour: 'mint', stands: ['card:keep-proof'] },
	'note-down': { means: 'write down what happened', colour: 'majorelle', stands: ['card:note-down'] },
	block: { means: 'block somebody', colour: 'terracotta', stands: ['card:block'] },
	'take-down': { means: 'have it removed', colour: 'mint', stands: ['card:take-down'] },
	'new-password': { means: 'change a password', colour: 'mint', stands: ['card:new-password'] },
	'log-out': { means: 'end all sessions', colour: 'mint', stands: ['card:log-out'] },
	bank: { means: 'speak to the bank', colour: 'mint', stands: ['card:bank'] },
	pause: { means: 'stop for a moment', colour: 'mint', stands: ['card:pause'] },
	repair: { means: 'make good', colour: 'mint', stands: ['card:repair'] },
	together: { means: 'do it together', colour: 'majorelle', stands: ['card:together'] },
	'no-fault': { means: 'it is not their fault', colour: 'mint', stands: ['card:no-fault'] },
	'keep-papers': { means: 'keep identity papers', colour: 'mint', stands: ['card:keep-papers'] },
	limits: { means: 'agree on limits', colour: 'mint', stands: ['card:limits'] },
	describe: { means: 'say what, where and when', colour: 'majorelle', stands: ['card:describe'] },
	'warn-others': { means: 'warn others', colour: 'mint', stands: ['card:warn-others'] },
} as const

const people = {
	children: { means: 'children', colour: 'majorelle' },
	teens: { means: 'young people', colour: 'plum' },
	adults: { means: 'somebody of age, for themselves', colour: 'plum' },
	parents: { means: 'mothers, fathers, the grown-ups at home', colour: 'mint' },
	teachers: { means: 'teachers', colour: 'terracotta' },
	citizens: { means: 'anyone who saw something', colour: 'gold' },
} as const

const ofKind = <Name extends string>(
	kind: Meaning['kind'],
	list: Readonly<Record<Name, Omit<Meaning, 'kind'>>>,
): Record<Name, Meaning> =>
	Object.fromEntries(
		Object.entries<Omit<Meaning, 'kind'>>(list).map(([name, meaning]) => [name, { ...meaning, kind }]),
	) as Record<Name, Meaning>

/** Every picture by its name, with its one meaning. */
export const register = {
	...ofKind('happened', happened),
	...ofKind('thing', things),
	...ofKind('thing', cards),
	...ofKind('people', people),
}

/** The name of a picture that is drawn. */
export type PictureName = keyof typeof register

/** All names, as content may use them. */
export const pictureNames = Object.keys(register) as [PictureName, ...PictureName[]]
