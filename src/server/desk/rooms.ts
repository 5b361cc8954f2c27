/** The rooms of the desk: which page is open to whom. The navigation and the first page after signing in come out of this one list. */
import type { MessageKey } from '#messages'
import { may, type Person } from '#domains/people'

type Room = { href: string; label: MessageKey; isOpen: (person: Person) => boolean }

const hasOwnKey = (person: Person): boolean =>
	may(person, 'open', 'report') || may(person, 'destroy', 'epoch')

/** In the order of the navigation. What each asks is what its page asks. */
const rooms: readonly Room[] = [
	{ href: '/desk/queue', label: 'case.queue', isOpen: (person) => may(person, 'list', 'case') },
	{ href: '/desk/dossiers', label: 'desk.left', isOpen: (person) => may(person, 'read', 'dossier') },
	{ href: '/desk/rota', label: 'case.rota', isOpen: (person) => may(person, 'assign', 'case', 'unit') },
	{ href: '/desk/approvals', label: 'case.seconds', isOpen: (person) => may(person, 'list', 'approval') },
	{ href: '/desk/figures', label: 'case.figures', isOpen: (person) => may(person, 'read', 'figures', 'all') },
	{ href: '/desk/record', label: 'record.title', isOpen: (person) => may(person, 'read', 'record', 'all') },
	{
		href: '/desk/platform',
		label: 'desk.platform',
		isOpen: (person) => may(person, 'read', 'setting', 'all'),
	},
	{
		href: '/desk/erasure',
		label: 'case.erasure',
		isOpen: (person) => may(person, 'destroy', 'epoch', 'all'),
	},
	{ href: '/desk/wellness', label: 'case.wellness', isOpen: () => true },
	// Everybody may make a key of their own; it is of use to who reads reports or signs that a key was destroyed.
	{ href: '/desk/keys', label: 'keys.title', isOpen: hasOwnKey },
	{ href: '/desk/account', label: 'desk.account', isOpen: () => true },
	{ href: '/desk/people', label: 'desk.people', isOpen: (person) => may(person, 'list', 'person') },
]

/** Rooms that a person can open. */
export const listRooms = (person: Person): { href: string; label: MessageKey }[] =>
	rooms.filter(({ isOpen }) => isOpen(person)).map(({ href, label }) => ({ href, label }))

/** Pages at which the work of a person may begin; the first that is theirs counts. */
const beginnings: readonly (readonly [href: string, isTheirs: (person: Person) => boolean])[] = [
	['/desk/queue', (person) => may(person, 'list', 'case')],
	['/desk/keys/epochs', (person) => may(person, 'make', 'epoch', 'all')],
	['/desk/dossiers', (person) => may(person, 'send', 'dossier')],
	['/desk/record', (person) => may(person, 'trace', 'record', 'all')],
	['/desk/platform', (person) => may(person, 'read', 'setting', 'all')],
	['/desk/figures', (person) => may(person, 'read', 'figures', 'all')],
	['/desk/wellness', (person) => may(person, 'read', 'exposure', 'all')],
]

/** The page that somebody sees first after signing in: where their work is, or their account while they have none. */
export const getFirstRoom = (person: Person): string =>
	beginnings.find(([, isTheirs]) => isTheirs(person))?.[0] ?? '/desk/account'
