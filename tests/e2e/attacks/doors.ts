/**
 * What each address that takes a POST expects: who may, on whose case, how lately signed in. Acts of the desk say so themselves, and a form
 * to try each with stands here: one that has none does not pass the check of types.
 */
import { may, roles, type StaffRole } from '#domains/people'
import { listDeskActs, type DeskAddress } from '#server/acts/addresses'
import { getAsks } from '#server/acts/desk-action'
import type { Seed } from '../../support/desk-seed.ts'

/** Who sends the request. */
export type Requester = StaffRole | 'owner' | 'spare'

export type Given = { id: string; other: string; people: Seed['people'] }

export type Door = {
	/** Roles that may come in at all; `staff`: everyone who is signed in; `anyone`: nobody needs a session. */
	who: readonly StaffRole[] | 'staff' | 'anyone'
	/** Roles that may do it to a case of somebody else; left out where it is about no case. */
	onOthers?: readonly StaffRole[]
	/** What somebody hears who signed in an hour ago. */
	whenStale?: 'again' | '403'
	body: (given: Given) => Record<string, string> | { json: unknown }
	/** Who does it rightly at the end, and how that ends: what was refused before is refused for no other reason. */
	rightly?: readonly [Requester, string]
	/** For an address with parts to fill in. */
	path?: string
	/** Machines come here, from no page. */
	fromMachines?: true
	/** What it writes down about whoever tries in vain. */
	notes?: readonly string[]
	/** Kinds of acts that it may leave in the public record. */
	writes?: readonly string[]
}

/** The part of a door that an act of the desk does not say itself. */
type Example = Omit<Door, 'who' | 'writes'>

const workers = ['analyst', 'supervisor'] as const
const supervisors = ['supervisor'] as const
const age = Buffer.from('age-encryption.org/v1\n').toString('base64')

/** A dossier as its form sends it. */
export const draft = {
	...{ made: '2026-11-26T10:00:00.000Z', token: 'ABCD-EFGH-JKMN-PQRS', recipient: 'Un service inventé' },
	...{ category: 'other', status: 'received', isDanger: false, reporter: 'teen' },
	...{ summary: { ar: 'ملخص', fr: 'Résumé' }, places: [], quotes: [], persons: [], law: [], steps: [] },
}

const account = {
	'/desk/account?/language': { body: () => ({ language: 'ar' }), rightly: ['spare', 'moved'] },
	'/desk/account?/passphrase': {
		body: () => ({ passphrase: 'quatre mots sans rapport', again: '', sealed: '', code: '' }),
		rightly: ['spare', 'refused 400'],
	},
	'/desk/account?/removePassphrase': { body: () => ({}) },
	'/desk/account?/removePasskey': {
		body: ({ id }) => ({ id }),
	},
	'/desk/account?/signOutEverywhere': { body: () => ({}), rightly: ['spare', 'moved'] },
	'/desk/auth/[...path]': {
		path: '/desk/auth/passkey/verify-registration',
		whenStale: '403',
		body: () => ({ json: { response: {} } }),
	},
	'/desk/enrol/[token]': {
		path: `/desk/enrol/${'A'.repeat(43)}`,
		body: () => ({ passphrase: 'quatre mots sans rapport', again: '', sealed: '', code: '' }),
	},
	'/desk/sign-in': {
		body: () => ({ name: 'Personne owner', passphrase: 'quatre mots sans rapport', code: '123456' }),
		notes: ['staff_attempt'],
	},
	'/desk/sign-out': { body: () => ({ token: 'made-up' }), rightly: ['owner', '403'] },
	'/desk/wellness/minute': { body: () => ({ json: {} }), rightly: ['owner', '200'] },
	'/desk/wellness/pause': {
		body: () => ({ json: { isPausing: true } }),
		rightly: ['owner', '200'],
	},
	'/desk/keys?/addWay': {
		body: () => ({ kind: 'made-up', passkey: '', sealed: '' }),
		rightly: ['owner', 'refused 409 keys.form'],
	},
	'/desk/keys?/removeWay': {
		body: ({ id }) => ({ id }),
	},
	'/desk/keys?/keep': {
		body: () => ({ recipient: '', signingKey: '', wrapped: '' }),
		rightly: ['owner', 'refused 409 keys.form'],
	},
} satisfies Readonly<Record<string, Example>>

const cases = {
	'/desk/cases/[id]?/assign': {
		onOthers: supervisors,
		body: ({ people }) => ({ version: '1', to: people.analyst.id }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]?/category': {
		onOthers: ['triager', 'supervisor'],
		body: () => ({ version: '1', category: 'other' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/move': {
		onOthers: ['triager', 'supervisor'],
		body: () => ({ version: '1', to: 'triaged' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]?/recheck': {
		onOthers: supervisors,
		body: () => ({ version: '1' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/check': {
		onOthers: supervisors,
		body: () => ({ item: 'made-up', isDone: 'yes' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/note': {
		onOthers: supervisors,
		body: () => ({ epoch: 'demo-2026-11', sealed: age }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/called': {
		onOthers: supervisors,
		body: () => ({ epoch: 'demo-2026-11', sealed: age }),
		rightly: ['owner', 'refused 409 case.no-move'],
	},
	'/desk/cases/[id]?/answer': {
		onOthers: supervisors,
		body: () => ({ reach: 'case', template: '', answers: '[]' }),
		rightly: ['owner', 'refused 409 case.answers-wrong'],
	},
	'/desk/cases/[id]?/askFinding': {
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/askHold': {
		onOthers: supervisors,
		body: ({ id }) => ({ note: id }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/hold': {
		onOthers: supervisors,
		body: ({ id }) => ({ note: id }),
		rightly: ['owner', 'refused 409 approval.missing'],
	},
	'/desk/cases/[id]?/release': {
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/merge': {
		onOthers: supervisors,
		body: ({ other }) => ({ other }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/askMerge': {
		onOthers: supervisors,
		body: ({ other }) => ({ other }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/leave': {
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/decide': {
		onOthers: supervisors,
		body: ({ id }) => ({ approval: id, grants: 'yes' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]/dossier': {
		onOthers: supervisors,
		body: () => ({ json: { to: 'ask', draft } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/notice': {
		onOthers: supervisors,
		body: () => ({ json: { to: 'ask', form: 'scart-file', digest: 'ab'.repeat(32) } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/seen': {
		onOthers: supervisors,
		body: () => ({ json: {} }),
		rightly: ['owner', 'refused 409 case.not-opened'],
	},
	'/desk/cases/sealed': {
		onOthers: supervisors,
		body: ({ id }) => ({ json: { ids: [id] } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/tokens': {
		onOthers: supervisors,
		body: ({ id }) => ({
			json: { index: 'demo-index', cases: [{ id, tokens: [{ kind: 'words', token: 'ab'.repeat(16) }] }] },
		}),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/attachments/[attachment]': {
		onOthers: supervisors,
		body: () => ({ json: {} }),
		rightly: ['owner', '404'],
	},
	'/desk/cases/[id]/attachments/[attachment]/uncover': {
		onOthers: supervisors,
		body: () => ({ json: { level: 1 } }),
		rightly: ['owner', '404'],
	},
	'/desk/rota?/set': {
		body: ({ people }) => ({ id: people.owner.id, when: 'never' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/queue?/askMany': { body: ({ id }) => ({ ids: id }), rightly: ['analyst', 'done'] },
	'/desk/approvals?/decide': {
		onOthers: workers,
		body: ({ id }) => ({ id, grants: 'yes' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/dossiers?/hand': {
		body: ({ id }) => ({ id }),
		rightly: ['liaison', 'done'],
	},
	'/desk/dossiers?/acknowledge': {
		onOthers: ['supervisor', 'liaison'],
		body: ({ id }) => ({ token: id }),
		rightly: ['owner', 'done'],
	},
} satisfies Readonly<Record<string, Example>>

/** An act on keys by the wrong person ends at the door; by the right one, at what the key store says to a made-up id. */
const keyAct = (body: Record<string, string>, ends: string): Example => ({
	body: () => body,
	rightly: ['key-officer', ends],
})

const keys = {
	'/desk/erasure?/ask': keyAct({ epoch: 'E2001-01' }, '404'),
	'/desk/erasure?/end': keyAct({ epoch: 'E2001-01' }, '404'),
	'/desk/erasure?/sign': keyAct({ epoch: 'E2001-01', content: '' }, 'refused 409 erasure.refused'),
	'/desk/keys/epochs?/bring': keyAct({ id: 'E2001-01', receiver: '' }, 'refused 400'),
	'/desk/keys/epochs?/make': keyAct({ key: '{}', wraps: '{}' }, 'refused 400'),
	'/desk/keys/epochs?/publish': keyAct({ id: 'E2001-01', note: '' }, 'refused 409 keys.demonstration'),
	'/desk/keys/epochs?/end': keyAct({ id: 'E2001-01' }, 'refused 409 keys.unknown'),
	'/desk/keys/epochs?/handOver': keyAct({ id: 'E2001-01', wrap: '', receiver: '' }, 'refused 400'),
	'/desk/keys/epochs?/destroy': keyAct({ id: 'I2001-01' }, 'refused 409 keys.unknown'),
	'/desk/keys/epochs?/agree': keyAct({ request: 'none' }, 'refused 409 keys.unknown'),
	'/desk/keys/epochs?/drop': keyAct({ request: 'none' }, 'refused 409 keys.unknown'),
} satisfies Readonly<Record<string, Example>>

const personAct = (body: Door['body']): Example => ({
	body,
	rightly: ['supervisor', 'done'],
})

const rooms = {
	'/desk/record?/verify': { body: () => ({}), rightly: ['auditor', 'done'] },
} satisfies Readonly<Record<string, Example>>

const people = {
	'/desk/people?/invite': personAct(() => ({ name: 'Personne nouvelle', language: 'fr', role: 'auditor' })),
	'/desk/people?/inviteAgain': personAct(({ people: { spare } }) => ({ id: spare.id })),
	'/desk/people?/roles': personAct(({ people: { spare } }) => ({ id: spare.id, role: 'auditor' })),
	'/desk/people?/disable': personAct(({ people: { spare } }) => ({ id: spare.id, disabled: 'yes' })),
} satisfies Readonly<Record<string, Example>>

const public_: Readonly<Record<string, Door>> = {
	'/[lang=lang]/report': { who: 'anyone', path: '/fr/report', body: () => ({ token: 'A'.repeat(52) }) },
	'/[lang=lang]/mailbox?/open': { who: 'anyone', path: '/fr/mailbox?/open', body: () => ({ code: '12' }) },
	'/[lang=lang]/mailbox?/older': {
		who: 'anyone',
		path: '/fr/mailbox?/older',
		body: () => ({ code: '12', pages: '2' }),
	},
	'/[lang=lang]/mailbox?/write': {
		who: 'anyone',
		path: '/fr/mailbox?/write',
		body: () => ({ code: '12', text: 'Salam' }),
	},
	'/[lang=lang]/mailbox?/proof': {
		who: 'anyone',
		path: '/fr/mailbox?/proof',
		body: () => ({ code: '12' }),
	},
	'/intake/attachments': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/mailbox': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/reports': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/record/cosignature': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
}

/** Accounts last, because sessions end there. */
const examples: Readonly<Record<DeskAddress, Example>> = {
	...cases,
	...rooms,
	...keys,
	...account,
	...people,
}

/** Everybody whom the table of permissions lets do what an act asks for. */
const findWho = (asked: ReturnType<typeof getAsks>['may']): Door['who'] => {
	if (asked === 'anyone') return 'anyone'
	const [verb, resource, relation] = asked
	const who = roles.filter((role) => may({ roles: [role] }, verb, resource, relation))
	return who.length === roles.length ? 'staff' : who
}

const acts = listDeskActs()
const toDoor = ([address, example]: [string, Example]): [string, Door] => {
	const { may: asked, isFresh, writes } = getAsks(acts[address as DeskAddress])
	return [
		address,
		{ who: findWho(asked), writes, ...(isFresh === true && { whenStale: 'again' as const }), ...example },
	]
}

export const doors: Readonly<Record<string, Door>> = {
	...public_,
	...Object.fromEntries(Object.entries(examples).map(toDoor)),
}
