/** What each address that takes a POST expects: who may, on whose case, how lately signed in. One entry each; none is left out. */
import type { StaffRole } from '#domains/people'
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
}

const readers = ['triager', 'analyst', 'supervisor'] as const
const workers = ['analyst', 'supervisor'] as const
const keyPeople = ['supervisor', 'key-officer'] as const
const supervisors = ['supervisor'] as const
const age = Buffer.from('age-encryption.org/v1\n').toString('base64')

/** A dossier as its form sends it. */
export const draft = {
	...{ made: '2026-11-26T10:00:00.000Z', token: 'ABCD-EFGH-JKMN-PQRS', recipient: 'Un service inventé' },
	...{ category: 'other', status: 'received', isDanger: false, reporter: 'teen' },
	...{ summary: { ar: 'ملخص', fr: 'Résumé' }, places: [], quotes: [], persons: [], law: [], steps: [] },
}

const account: Readonly<Record<string, Door>> = {
	'/desk/account?/language': { who: 'staff', body: () => ({ language: 'ar' }), rightly: ['spare', 'moved'] },
	'/desk/account?/passphrase': {
		who: 'staff',
		whenStale: 'again',
		body: () => ({ passphrase: 'quatre mots sans rapport', again: '', sealed: '', code: '' }),
		rightly: ['spare', 'refused 400'],
	},
	'/desk/account?/removePassphrase': { who: 'staff', whenStale: 'again', body: () => ({}) },
	'/desk/account?/removePasskey': {
		who: 'staff',
		whenStale: 'again',
		body: ({ id }) => ({ id }),
	},
	'/desk/account?/signOutEverywhere': { who: 'staff', body: () => ({}), rightly: ['spare', 'moved'] },
	'/desk/auth/[...path]': {
		who: 'anyone',
		path: '/desk/auth/passkey/verify-registration',
		whenStale: '403',
		body: () => ({ json: { response: {} } }),
	},
	'/desk/enrol/[token]': {
		who: 'anyone',
		path: `/desk/enrol/${'A'.repeat(43)}`,
		body: () => ({ passphrase: 'quatre mots sans rapport', again: '', sealed: '', code: '' }),
	},
	'/desk/sign-in': {
		who: 'anyone',
		body: () => ({ name: 'Personne owner', passphrase: 'quatre mots sans rapport', code: '123456' }),
		notes: ['staff_attempt'],
	},
	'/desk/sign-out': { who: 'staff', body: () => ({ token: 'made-up' }), rightly: ['owner', '403'] },
	'/desk/wellness/minute': { who: 'staff', body: () => ({ json: {} }), rightly: ['owner', '200'] },
	'/desk/wellness/pause': {
		who: 'staff',
		body: () => ({ json: { isPausing: true } }),
		rightly: ['owner', '200'],
	},
	'/desk/keys?/addWay': {
		who: 'staff',
		whenStale: 'again',
		body: () => ({ kind: 'made-up', passkey: '', sealed: '' }),
		rightly: ['owner', 'refused 400'],
	},
	'/desk/keys?/removeWay': {
		who: 'staff',
		whenStale: 'again',
		body: ({ id }) => ({ id }),
	},
	'/desk/keys?/keep': {
		who: 'staff',
		whenStale: 'again',
		body: () => ({ recipient: '', signingKey: '', wrapped: '' }),
		rightly: ['owner', 'refused 400'],
	},
}

const cases: Readonly<Record<string, Door>> = {
	'/desk/cases/[id]?/assign': {
		who: readers,
		onOthers: supervisors,
		body: ({ people }) => ({ version: '1', to: people.analyst.id }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]?/category': {
		who: readers,
		onOthers: ['triager', 'supervisor'],
		body: () => ({ version: '1', category: 'other' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/move': {
		who: readers,
		onOthers: ['triager', 'supervisor'],
		body: () => ({ version: '1', to: 'triaged' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]?/recheck': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ version: '1' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/check': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ item: 'made-up', isDone: 'yes' }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/note': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ epoch: 'demo-2026-11', sealed: age }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/called': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ epoch: 'demo-2026-11', sealed: age }),
		rightly: ['owner', 'refused 409 case.no-move'],
	},
	'/desk/cases/[id]?/answer': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ reach: 'case', template: '', answers: '[]' }),
		rightly: ['owner', 'refused 409 case.answers-wrong'],
	},
	'/desk/cases/[id]?/askFinding': {
		who: workers,
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/askHold': {
		who: workers,
		onOthers: supervisors,
		body: ({ id }) => ({ note: id }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/hold': {
		who: workers,
		onOthers: supervisors,
		body: ({ id }) => ({ note: id }),
		rightly: ['owner', 'refused 409 approval.missing'],
	},
	'/desk/cases/[id]?/release': {
		who: workers,
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/merge': {
		who: workers,
		onOthers: supervisors,
		body: ({ other }) => ({ other }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/askMerge': {
		who: workers,
		onOthers: supervisors,
		body: ({ other }) => ({ other }),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/leave': {
		who: workers,
		onOthers: supervisors,
		body: () => ({}),
		rightly: ['owner', 'done'],
	},
	'/desk/cases/[id]?/decide': {
		who: readers,
		onOthers: supervisors,
		whenStale: 'again',
		body: ({ id }) => ({ approval: id, grants: 'yes' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/cases/[id]/dossier': {
		who: ['analyst', 'supervisor', 'liaison'],
		onOthers: supervisors,
		body: () => ({ json: { to: 'ask', draft } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/notice': {
		who: workers,
		onOthers: supervisors,
		body: () => ({ json: { to: 'ask', form: 'scart-file', digest: 'ab'.repeat(32) } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/seen': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ json: {} }),
		rightly: ['owner', 'refused 409 case.not-opened'],
	},
	'/desk/cases/sealed': {
		who: readers,
		onOthers: supervisors,
		body: ({ id }) => ({ json: { ids: [id] } }),
		rightly: ['owner', '200'],
	},
	'/desk/cases/tokens': {
		who: readers,
		onOthers: supervisors,
		body: ({ id }) => ({
			json: { index: 'demo-index', cases: [{ id, tokens: [{ kind: 'words', token: 'ab'.repeat(16) }] }] },
		}),
		rightly: ['owner', '200'],
	},
	'/desk/cases/[id]/attachments/[attachment]': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ json: {} }),
		rightly: ['owner', '404'],
	},
	'/desk/cases/[id]/attachments/[attachment]/uncover': {
		who: readers,
		onOthers: supervisors,
		body: () => ({ json: { level: 1 } }),
		rightly: ['owner', '404'],
	},
	'/desk/rota?/set': {
		who: supervisors,
		body: ({ people }) => ({ id: people.owner.id, when: 'never' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/queue?/askMany': { who: readers, body: ({ id }) => ({ ids: id }), rightly: ['analyst', 'done'] },
	'/desk/approvals?/decide': {
		who: ['analyst', 'supervisor', 'key-officer'],
		onOthers: workers,
		whenStale: 'again',
		body: ({ id }) => ({ id, grants: 'yes' }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/dossiers?/hand': {
		who: ['liaison'],
		body: ({ id }) => ({ id }),
		rightly: ['liaison', 'done'],
	},
	'/desk/dossiers?/acknowledge': {
		who: ['analyst', 'supervisor', 'liaison'],
		onOthers: ['supervisor', 'liaison'],
		body: ({ id }) => ({ token: id }),
		rightly: ['owner', 'done'],
	},
}

/** An act on keys by the wrong person ends at the door; by the right one, at what the key store says to a made-up id. */
const keyAct = (body: Record<string, string>, ends: string): Door => ({
	who: keyPeople,
	whenStale: 'again',
	body: () => body,
	rightly: ['key-officer', ends],
})

const keys: Readonly<Record<string, Door>> = {
	'/desk/erasure?/ask': keyAct({ epoch: 'E2001-01' }, '404'),
	'/desk/erasure?/end': keyAct({ epoch: 'E2001-01' }, '404'),
	'/desk/erasure?/sign': keyAct({ epoch: 'E2001-01', content: '' }, 'refused 400'),
	'/desk/keys/epochs?/bring': keyAct({ id: 'E2001-01', receiver: '' }, 'refused 409 form'),
	'/desk/keys/epochs?/make': keyAct({ key: '{}', wraps: '{}' }, 'refused 409 form'),
	'/desk/keys/epochs?/publish': keyAct({ id: 'E2001-01', note: '' }, 'refused 409 demonstration'),
	'/desk/keys/epochs?/end': keyAct({ id: 'E2001-01' }, 'refused 409 unknown'),
	'/desk/keys/epochs?/handOver': keyAct({ id: 'E2001-01', wrap: '', receiver: '' }, 'refused 409 form'),
	'/desk/keys/epochs?/destroy': keyAct({ id: 'I2001-01' }, 'refused 409 unknown'),
	'/desk/keys/epochs?/agree': keyAct({ request: 'none' }, 'refused 409 unknown'),
	'/desk/keys/epochs?/drop': keyAct({ request: 'none' }, 'refused 409 unknown'),
}

const personAct = (body: Door['body']): Door => ({
	who: supervisors,
	whenStale: 'again',
	body,
	rightly: ['supervisor', 'done'],
})

const rooms: Readonly<Record<string, Door>> = {
	'/desk/record?/verify': { who: ['supervisor', 'auditor'], body: () => ({}), rightly: ['auditor', 'done'] },
}

const people: Readonly<Record<string, Door>> = {
	'/desk/people?/invite': personAct(() => ({ name: 'Personne nouvelle', language: 'fr', role: 'auditor' })),
	'/desk/people?/inviteAgain': personAct(({ people: { spare } }) => ({ id: spare.id })),
	'/desk/people?/roles': personAct(({ people: { spare } }) => ({ id: spare.id, role: 'auditor' })),
	'/desk/people?/disable': personAct(({ people: { spare } }) => ({ id: spare.id, disabled: 'yes' })),
}

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

/** Every door; accounts last, because sessions end there. */
export const doors: Readonly<Record<string, Door>> = {
	...public_,
	...cases,
	...rooms,
	...keys,
	...account,
	...people,
}
