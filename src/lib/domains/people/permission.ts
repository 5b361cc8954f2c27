/**
 * Permissions: one table, verb x resource x how near the thing must be to the person. What does not stand in it is
 * refused. `platform-admin` keeps machines running and opens nothing that a reporter wrote; `auditor` sees the record
 * only; `wellness-officer` sees exposure and never content; `authority` sends what only an authority may and opens no case. Roles of the
 * programme open nothing of the hotline, and those of the hotline nothing of the programme. Every verb is asked for somewhere: a right that nothing uses would
 * be given away unseen with the first page that does.
 */
import type { Person } from './person.ts'
import type { StaffRole } from './role.ts'

/** Every resource of the desk with its verbs. */
export const acts = {
	account: ['manage'],
	report: ['open'],
	case: ['list', 'open', 'triage', 'assign', 'classify', 'confirm', 'merge', 'close'],
	note: ['read', 'write'],
	answer: ['write'],
	dossier: ['read', 'write', 'approve', 'send'],
	notice: ['write', 'send'],
	hold: ['place', 'approve'],
	/** `verify`: compare a key as the second person. */
	partner: ['read', 'write', 'verify'],
	/** Goes to a partner, or comes from one. */
	referral: ['read', 'write', 'approve', 'send'],
	/** Names, addresses and digests that partners block by. */
	indicator: ['read', 'write', 'approve'],
	/** `transmit`: an authority's act, never the hotline's. */
	preservation: ['read', 'write', 'transmit'],
	approval: ['list', 'grant'],
	epoch: ['make', 'wrap', 'approve', 'destroy'],
	exposure: ['read'],
	/** `trace`: who did how much, person by person. */
	record: ['read', 'trace', 'verify'],
	figures: ['read'],
	/** `agree`: as the second person, to roles that somebody else has given. */
	person: ['list', 'invite', 'change', 'disable', 'agree'],
	setting: ['read'],
	/** Plan of the awareness programme; `unit` is the region of whoever asks, see `region.ts`. */
	programme: ['read', 'write', 'publish', 'import', 'export'],
	campaign: ['read', 'write'],
	material: ['write', 'approve'],
	/** `invite`: make a link with which somebody without an account writes down what was held. */
	session: ['read', 'write', 'correct', 'invite'],
	trial: ['read', 'register', 'approve'],
	/** A published number, never a count that is not released: those are nobody's. */
	figure: ['read', 'publish'],
} as const
export type Resource = keyof typeof acts
export type Verb<Of extends Resource = Resource> = (typeof acts)[Of][number]

/** Relation of a thing to a person, nearest first: made by them, assigned to them, of their unit, of anyone. */
export const relations = ['own', 'assigned', 'unit', 'all'] as const
export type Relation = (typeof relations)[number]

type Grants = { readonly [Of in Resource]?: { readonly [Verb in (typeof acts)[Of][number]]?: Relation } }

const everyone: Grants = { account: { manage: 'own' }, exposure: { read: 'own' } }

const permissions: Readonly<Record<StaffRole, Grants>> = {
	triager: {
		report: { open: 'all' },
		case: { list: 'unit', open: 'assigned', triage: 'unit' },
		note: { read: 'assigned', write: 'assigned' },
		answer: { write: 'assigned' },
	},
	analyst: {
		report: { open: 'assigned' },
		case: {
			list: 'unit',
			open: 'assigned',
			classify: 'assigned',
			confirm: 'unit',
			merge: 'assigned',
			close: 'assigned',
		},
		note: { read: 'assigned', write: 'assigned' },
		answer: { write: 'assigned' },
		dossier: { read: 'assigned', write: 'assigned' },
		notice: { write: 'assigned', send: 'assigned' },
		hold: { place: 'assigned' },
		partner: { read: 'all' },
		referral: { read: 'assigned', write: 'assigned', approve: 'unit' },
		indicator: { read: 'all', write: 'all', approve: 'all' },
		preservation: { read: 'all', write: 'all' },
		approval: { list: 'own' },
	},
	supervisor: {
		report: { open: 'unit' },
		case: {
			list: 'all',
			open: 'unit',
			triage: 'unit',
			assign: 'unit',
			classify: 'unit',
			confirm: 'unit',
			merge: 'all',
			close: 'unit',
		},
		note: { read: 'unit', write: 'unit' },
		answer: { write: 'unit' },
		dossier: { read: 'unit', write: 'unit', approve: 'unit' },
		notice: { write: 'unit', send: 'unit' },
		hold: { place: 'unit', approve: 'unit' },
		partner: { read: 'all', verify: 'all' },
		referral: { read: 'all', write: 'unit', approve: 'unit' },
		indicator: { read: 'all', write: 'all', approve: 'all' },
		preservation: { read: 'all', write: 'all' },
		approval: { list: 'all', grant: 'all' },
		epoch: { make: 'all', wrap: 'all', approve: 'all', destroy: 'all' },
		record: { read: 'all', verify: 'all' },
		figures: { read: 'all' },
		person: { list: 'all', invite: 'all', change: 'all', disable: 'all', agree: 'all' },
	},
	'wellness-officer': { exposure: { read: 'all' } },
	liaison: {
		dossier: { read: 'unit', send: 'unit' },
		partner: { read: 'all', write: 'all', verify: 'all' },
		referral: { read: 'all', send: 'all' },
		indicator: { read: 'all' },
		preservation: { read: 'all', write: 'all' },
	},
	authority: { partner: { read: 'all' }, preservation: { read: 'all', transmit: 'all' } },
	auditor: { record: { read: 'all', trace: 'all', verify: 'all' } },
	'key-officer': {
		epoch: { make: 'all', wrap: 'all', approve: 'all', destroy: 'all' },
		approval: { list: 'own' },
		record: { read: 'all' },
		person: { list: 'all', agree: 'all' },
	},
	statistician: { figures: { read: 'all' } },
	'platform-admin': { setting: { read: 'all' } },
	'programme-lead': {
		programme: { read: 'unit', write: 'unit', publish: 'unit', import: 'unit', export: 'unit' },
		campaign: { read: 'unit', write: 'unit' },
		material: { write: 'unit', approve: 'unit' },
		session: { read: 'unit', write: 'unit', correct: 'unit', invite: 'unit' },
		trial: { read: 'unit', approve: 'unit' },
		figure: { read: 'unit', publish: 'unit' },
	},
	campaigner: {
		programme: { read: 'unit' },
		campaign: { read: 'unit', write: 'own' },
		material: { write: 'own', approve: 'unit' },
	},
	trainer: {
		programme: { read: 'unit' },
		session: { read: 'own', write: 'own', correct: 'own' },
	},
	evaluator: {
		programme: { read: 'unit', export: 'unit' },
		trial: { read: 'unit', register: 'own', approve: 'unit' },
		figure: { read: 'unit', publish: 'unit' },
	},
	'programme-viewer': {
		programme: { read: 'unit' },
		campaign: { read: 'unit' },
		session: { read: 'unit' },
		trial: { read: 'unit' },
		figure: { read: 'unit' },
	},
}

const isWithin = (relation: Relation, granted: Relation | undefined): boolean =>
	granted !== undefined && relations.indexOf(relation) <= relations.indexOf(granted)

const getGrant = <Of extends Resource>(grants: Grants, resource: Of, verb: Verb<Of>): Relation | undefined =>
	(grants[resource] as Readonly<Partial<Record<Verb, Relation>>> | undefined)?.[verb] // oxlint-disable-line typescript/no-unnecessary-type-assertion -- TypeScript 6 needs it, 7 does not

/**
 * True when a person may do `verb` to a `resource` that stands in `relation` to them: the nearest that is true, `all` when
 * none is. `relation` left out asks whether they may do it to any at all: for menus and for pages that then filter.
 */
export const may = <Of extends Resource>(
	person: Pick<Person, 'roles'>,
	verb: Verb<Of>,
	resource: Of,
	relation: Relation = 'own',
): boolean =>
	[everyone, ...person.roles.map((role) => permissions[role])].some((grants) =>
		isWithin(relation, getGrant(grants, resource, verb)),
	)
