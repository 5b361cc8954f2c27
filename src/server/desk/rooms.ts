/** The rooms of the desk: which page is open to whom. The navigation and the first page after signing in come out of this one list. */
import type { MessageKey } from '#messages'
import { may, type Person } from '#domains/people'

type RoomGroup = 'work' | 'partners' | 'programme' | 'oversight' | 'own'
type IsOpen = (person: Person) => boolean
type Room = { href: string; label: MessageKey; group: RoomGroup; isOpen: IsOpen }

const hasOwnKey = (person: Person): boolean =>
	may(person, 'open', 'report') || may(person, 'destroy', 'epoch') || may(person, 'read', 'preservation')

const inGroup = (
	group: RoomGroup,
	own: readonly (readonly [href: string, label: MessageKey, isOpen: IsOpen])[],
): Room[] => own.map(([href, label, isOpen]) => ({ href, label, group, isOpen }))

/** In the order of the navigation, group by group. What each asks is what its page asks. */
const rooms: readonly Room[] = [
	...inGroup('work', [
		['/desk/queue', 'case.queue', (person) => may(person, 'list', 'case')],
		['/desk/dossiers', 'desk.left', (person) => may(person, 'read', 'dossier')],
		['/desk/rota', 'case.rota', (person) => may(person, 'assign', 'case', 'unit')],
		['/desk/approvals', 'case.seconds', (person) => may(person, 'list', 'approval')],
	]),
	...inGroup('partners', [
		['/desk/referrals', 'refer.title', (person) => may(person, 'read', 'referral')],
		['/desk/partners', 'partner.title', (person) => may(person, 'read', 'partner', 'all')],
		['/desk/indicators', 'indicator.title', (person) => may(person, 'read', 'indicator')],
		['/desk/preservation', 'preservation.title', (person) => may(person, 'read', 'preservation')],
	]),
	...inGroup('programme', [
		['/desk/programme', 'programme.title', (person) => may(person, 'read', 'programme')],
		['/desk/campaigns', 'campaign.title', (person) => may(person, 'read', 'campaign')],
		['/desk/sessions', 'session.title', (person) => may(person, 'read', 'session')],
		['/desk/trials', 'trial.desk', (person) => may(person, 'read', 'trial')],
		['/desk/programme/figures', 'scoreboard.desk.title', (person) => may(person, 'read', 'figure')],
	]),
	...inGroup('oversight', [
		['/desk/figures', 'case.figures', (person) => may(person, 'read', 'figures', 'all')],
		['/desk/record', 'record.title', (person) => may(person, 'read', 'record', 'all')],
		['/desk/platform', 'desk.platform', (person) => may(person, 'read', 'setting', 'all')],
		['/desk/erasure', 'case.erasure', (person) => may(person, 'destroy', 'epoch', 'all')],
		['/desk/people', 'desk.people', (person) => may(person, 'list', 'person')],
	]),
	...inGroup('own', [
		['/desk/wellness', 'case.wellness', () => true],
		// Everybody may make a key of their own; it is of use to who reads reports or requests, or signs that a key was destroyed.
		['/desk/keys', 'keys.title', hasOwnKey],
		['/desk/account', 'desk.account', () => true],
	]),
]

/** Rooms that a person can open. */
export const listRooms = (person: Person): Omit<Room, 'isOpen'>[] =>
	rooms.filter(({ isOpen }) => isOpen(person)).map(({ href, label, group }) => ({ href, label, group }))

/** Pages at which the work of a person may begin; the first that is theirs counts. */
const beginnings: readonly (readonly [href: string, isTheirs: (person: Person) => boolean])[] = [
	['/desk/queue', (person) => may(person, 'list', 'case')],
	['/desk/keys/epochs', (person) => may(person, 'make', 'epoch', 'all')],
	['/desk/dossiers', (person) => may(person, 'send', 'dossier')],
	['/desk/preservation', (person) => may(person, 'transmit', 'preservation')],
	['/desk/record', (person) => may(person, 'trace', 'record', 'all')],
	['/desk/platform', (person) => may(person, 'read', 'setting', 'all')],
	['/desk/figures', (person) => may(person, 'read', 'figures', 'all')],
	['/desk/wellness', (person) => may(person, 'read', 'exposure', 'all')],
	['/desk/programme', (person) => may(person, 'write', 'programme')],
	['/desk/trials', (person) => may(person, 'register', 'trial')],
	['/desk/campaigns', (person) => may(person, 'write', 'campaign')],
	['/desk/sessions', (person) => may(person, 'write', 'session')],
	['/desk/programme', (person) => may(person, 'read', 'programme')],
]

/** The page that somebody sees first after signing in: where their work is, or their account while they have none. */
export const getFirstRoom = (person: Person): string =>
	beginnings.find(([, isTheirs]) => isTheirs(person))?.[0] ?? '/desk/account'
