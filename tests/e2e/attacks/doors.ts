/**
 * What each address that takes a POST expects: who may, on whose case, how lately signed in. Acts of the desk say so themselves, and a form
 * to try each with stands here: one that has none does not pass the check of types.
 */
import { may, roles, type StaffRole } from '#domains/people'
import { listDeskActs, type DeskAddress } from '#server/acts/addresses'
import { getAsks } from '#server/acts/desk-action'
import type { Seed } from '../../support/desk-seed.ts'
import { partnerForm, rfcKey, seededVersion } from '../../support/partners.ts'

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
	made: '2026-11-26T10:00:00.000Z',
	token: 'ABCD-EFGH-JKMN-PQRS',
	recipient: 'Un service inventé',
	category: 'other',
	status: 'received',
	isDanger: false,
	reporter: 'teen',
	summary: { ar: 'ملخص', fr: 'Résumé' },
	places: [],
	quotes: [],
	persons: [],
	law: [],
	steps: [],
	custody: 1,
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
	'/desk/queue?/askClose': {
		body: ({ id }) => ({ wave: id, reason: 'spam' }),
		rightly: ['supervisor', 'refused 409 case.changed'],
	},
	'/desk/queue?/close': {
		body: ({ id }) => ({ wave: id, reason: 'spam' }),
		rightly: ['supervisor', 'refused 409 case.changed'],
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

const indicators = {
	'/desk/indicators?/propose': {
		body: () => ({ list: 'blocked.example\nnothing at all', audience: 'isps', tlp: 'amber', pap: 'green' }),
		rightly: ['analyst', 'done'],
	},
	'/desk/indicators?/askAgain': {
		body: ({ id }) => ({ batch: id }),
		rightly: ['analyst', 'refused 409 indicator.gone'],
	},
	'/desk/indicators?/decide': {
		body: ({ id }) => ({ batch: id, grants: 'yes' }),
		rightly: ['supervisor', 'refused 409 approval.missing'],
	},
	'/desk/indicators?/publish': {
		body: ({ id }) => ({ batch: id }),
		rightly: ['analyst', 'refused 409 approval.missing'],
	},
	'/desk/indicators?/withdraw': {
		body: ({ id }) => ({ id, reason: 'mistaken' }),
		rightly: ['analyst', 'refused 409 indicator.gone'],
	},
	'/desk/indicators?/dismiss': {
		body: ({ id }) => ({ id }),
		rightly: ['analyst', 'refused 409 indicator.gone'],
	},
	'/desk/indicators?/find': { body: () => ({ value: 'blocked.example' }), rightly: ['liaison', 'done'] },
} satisfies Readonly<Record<string, Example>>

const noSession = 'refused 409 session.not-found'
const aSession = {
	held_on: '2026-11-20',
	province: 'MA-TAT',
	setting: 'college',
	audience: 'teens',
	language: 'ar',
	lesson: '',
	minutes: '45',
	band: '25-29',
	follows: '',
}
const sessions = {
	'/desk/sessions?/drop': { body: ({ id }) => ({ id }), rightly: ['programme-lead', noSession] },
	'/desk/sessions?/choose': {
		body: ({ id }) => ({ id, revision: '1', entry: '' }),
		rightly: ['programme-lead', noSession],
	},
	'/desk/sessions?/look': {
		body: ({ id }) => ({ id, outcome: 'seen', way: 'called' }),
		rightly: ['programme-lead', noSession],
	},
	'/desk/sessions/new?/record': {
		body: ({ id }) => ({ ...aSession, follows: id }),
		rightly: ['trainer', noSession],
	},
	'/desk/sessions/new?/plan': { body: () => aSession, rightly: ['trainer', 'moved'] },
	'/desk/sessions/[id]?/correct': {
		body: ({ id }) => ({ ...aSession, id, revision: '1' }),
		rightly: ['trainer', noSession],
	},
	'/desk/sessions/[id]?/takeBack': {
		body: ({ id }) => ({ id, revision: '1' }),
		rightly: ['trainer', noSession],
	},
	'/desk/sessions/[id]?/tally': {
		body: ({ id }) => ({
			id,
			moment: 'after',
			tallies: JSON.stringify([
				{
					topic: 'bullying',
					form: 'a',
					sheets: 1,
					items: Array.from({ length: 5 }, () => ({ a: 1, b: 0, c: 0 })),
					sure: Array.from({ length: 3 }, () => ({ no: 0, some: 0, yes: 1 })),
				},
			]),
		}),
		rightly: ['trainer', noSession],
	},
	'/desk/sessions/links?/invite': {
		body: () => ({ region: 'MA-09', days: '30', uses: '5' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/sessions/links?/revoke': { body: ({ id }) => ({ id }), rightly: ['programme-lead', noSession] },
	'/desk/sessions/bring?/carried': {
		body: () => ({ carried: 'THIQA:AAAA' }),
		rightly: ['programme-lead', 'refused 409 entry.sealed'],
	},
	'/desk/sessions/bring?/odk': {
		body: () => ({ table: 'no file' }),
		rightly: ['programme-lead', 'refused 400'],
	},
} satisfies Readonly<Record<string, Example>>

const noRequest = 'refused 409 preservation.not-found'
const preservation = {
	'/desk/preservation/drafts': {
		body: ({ id, people }) => ({
			json: {
				partner: id,
				provider: 'Example Corp',
				country: 'FR',
				instrument: 'budapest-29',
				urgency: 'normal',
				digest: 'ab'.repeat(32),
				copies: [{ person: people.analyst.id, sealed: age }],
			},
		}),
		rightly: ['analyst', 'refused 409 preservation.authority'],
	},
	'/desk/preservation/[id]?/move': {
		body: ({ id }) => ({ id, version: '1', event: 'ask-review' }),
		rightly: ['liaison', noRequest],
	},
	'/desk/preservation/[id]?/transmit': {
		body: ({ id }) => ({ id, version: '1' }),
		rightly: ['authority', noRequest],
	},
	'/desk/preservation/[id]/copies': {
		body: ({ people }) => ({ json: { copies: [{ person: people.analyst.id, sealed: age }] } }),
		rightly: ['supervisor', noRequest],
	},
	'/desk/preservation/authorities?/link': {
		body: ({ id, people }) => ({ person: people.authority.id, partner: id, capacity: 'art35' }),
		rightly: ['supervisor', 'refused 409 preservation.authority'],
	},
	'/desk/preservation/authorities?/unlink': {
		body: ({ people }) => ({ person: people.authority.id }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/preservation/calendar?/make': { body: () => ({}), rightly: ['authority', 'done'] },
	'/desk/preservation/calendar?/revoke': { body: () => ({}), rightly: ['authority', 'done'] },
} satisfies Readonly<Record<string, Example>>

const noTrial = 'refused 409 trial.gone'
const aTrial = { id: 't999' }
const trials = {
	'/desk/trials/new': {
		body: () => ({
			topic: 'bullying',
			audience: 'teens',
			question: 'Une question',
			questionLanguage: 'fr',
			primary: 'knowledge',
			primaryAt: 'w8',
			classesAnArm: '14',
			pupils: '30',
			icc: '0,063',
			sizeVariation: '0.3',
			effect: '0.3',
			valueSource: 'drand 1',
			drawOn: '2026-12-01',
			publishOn: '2027-06-01',
			ethics: '',
		}),
		rightly: ['evaluator', 'moved'],
	},
	'/desk/trials/[id]?/approve': { body: () => aTrial, rightly: ['programme-lead', noTrial] },
	'/desk/trials/[id]?/list': {
		body: () => ({ ...aTrial, list: 'MA-08 college' }),
		rightly: ['evaluator', noTrial],
	},
	'/desk/trials/[id]?/draw': {
		body: () => ({ ...aTrial, value: 'round 1' }),
		rightly: ['evaluator', noTrial],
	},
	'/desk/trials/[id]?/measure': {
		body: () => ({ ...aTrial, sheet: 'class,moment,outcome,0' }),
		rightly: ['evaluator', noTrial],
	},
	'/desk/trials/[id]?/report': { body: () => aTrial, rightly: ['evaluator', noTrial] },
	'/desk/trials/[id]?/publish': { body: () => aTrial, rightly: ['programme-lead', noTrial] },
	'/desk/trials/[id]?/end': { body: () => aTrial, rightly: ['programme-lead', noTrial] },
	'/desk/trials/[id]?/resume': { body: () => aTrial, rightly: ['evaluator', noTrial] },
	'/desk/trials/[id]?/stop': {
		body: () => ({ ...aTrial, reason: 'Plus de classes' }),
		rightly: ['evaluator', noTrial],
	},
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
	'/desk/people?/decide': {
		body: ({ people: { newcomer } }) => ({ ask: newcomer.id, grants: 'yes' }),
		rightly: ['key-officer', 'done'],
	},
} satisfies Readonly<Record<string, Example>>

/** Within the agreement of a seeded partner: a change of one that is active gives it no more. */
const toDayFromNow = (days: number): string =>
	new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const partnerAct = (body: Door['body'], ends = 'done'): Example => ({ body, rightly: ['liaison', ends] })

const partners = {
	'/desk/partners/new': partnerAct(() => partnerForm, 'moved'),
	'/desk/partners/keys?/next': partnerAct(() => ({ use: 'sign' })),
	'/desk/partners/[id]?/change': partnerAct(() => ({
		...partnerForm,
		version: seededVersion,
		'flow-referral-in': '',
		agreedFrom: toDayFromNow(-10),
		agreedTo: toDayFromNow(10),
	})),
	'/desk/partners/[id]?/channels': partnerAct(() => ({
		kind1: 'paper',
		address1: 'Bureau 13',
		version: seededVersion,
	})),
	'/desk/partners/[id]?/move': partnerAct(() => ({ to: 'suspended' })),
	'/desk/partners/[id]?/bring': partnerAct(() => ({
		use: 'sign',
		text: JSON.stringify(rfcKey),
		days: '365',
	})),
	'/desk/partners/[id]?/token': partnerAct(() => ({ days: '365' })),
	'/desk/partners/[id]?/verify': {
		body: ({ id }) => ({ key: id, typed: id }),
		rightly: ['supervisor', 'done'],
	},
	'/desk/partners/[id]?/revoke': partnerAct(({ id }) => ({ key: id, why: 'lost' })),
} satisfies Readonly<Record<string, Example>>

const public_: Readonly<Record<string, Door>> = {
	'/coop/answer/[token]': {
		who: 'anyone',
		path: `/coop/answer/${'A'.repeat(43)}`,
		body: () => ({ code: 'actioned', note: '' }),
	},
	'/[lang=lang]/programme/helped': {
		who: 'anyone',
		path: '/fr/programme/helped',
		body: () => ({ page: 'parents/scams', answer: 'perhaps' }),
	},
	'/[lang=lang]/programme/protected': {
		who: 'anyone',
		path: '/fr/programme/protected',
		body: () => ({ json: {} }),
	},
	'/[lang=lang]/report': { who: 'anyone', path: '/fr/report', body: () => ({ token: 'A'.repeat(52) }) },
	'/[lang=lang]/report/by-hand': {
		who: 'anyone',
		path: '/fr/report/by-hand',
		body: () => ({ token: 'A'.repeat(52), text: 'Salam' }),
	},
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
	'/coop/v1/inbox': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/attachments': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/lift': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/mailbox': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/intake/reports': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/hashes/v1/SubmitFeedback': { who: 'anyone', fromMachines: true, body: () => ({ json: {} }) },
	'/v4/fullHashes[x+3a]find': {
		who: 'anyone',
		fromMachines: true,
		path: '/v4/fullHashes:find',
		body: () => ({ json: {} }),
	},
	'/v4/threatListUpdates[x+3a]fetch': {
		who: 'anyone',
		fromMachines: true,
		path: '/v4/threatListUpdates:fetch',
		body: () => ({ json: {} }),
	},
}

const anyId = '00000000-0000-4000-8000-000000000000'
const unknown = 'refused 409 referral.not-found'
const unknownMessage = 'refused 409 message.unknown'

const referrals = {
	'/desk/cases/[id]/refer': {
		onOthers: supervisors,
		body: () => ({
			json: { to: 'draft', partner: anyId, isPersonal: false, urgency: 'normal', tlp: 'amber' },
		}),
		rightly: ['owner', 'refused 409 referral.not-active'],
	},
	'/desk/cases/[id]/host': {
		onOthers: supervisors,
		body: () => ({ json: { host: 'files.example' } }),
		rightly: ['owner', 'refused 409 referral.lookup-off'],
	},
	'/desk/referrals/[id]?/answer': { body: () => ({ code: 'actioned' }), rightly: ['liaison', unknown] },
	'/desk/referrals/[id]?/move': { body: () => ({ to: 'closed' }), rightly: ['liaison', unknown] },
	'/desk/referrals/[id]?/link': { body: () => ({}), rightly: ['liaison', unknown] },
	'/desk/referrals/[id]?/makeCase': {
		body: () => ({ epoch: 'demo-2026-11', sealed: age }),
		rightly: ['owner', unknown],
	},
	'/desk/referrals/[id]?/reply': {
		body: () => ({ code: 'actioned', note: '' }),
		rightly: ['owner', unknown],
	},
	'/desk/referrals/[id]?/drop': {
		body: () => ({ case: anyId }),
		rightly: ['owner', 'refused 409 case.not-found'],
	},
	'/desk/referrals/[id]?/note': { body: () => ({ text: 'A note.' }), rightly: ['owner', unknown] },
	'/desk/referrals/[id]?/takeUp': { body: () => ({}), rightly: ['liaison', unknown] },
	'/desk/referrals/inbox?/take': { body: ({ id }) => ({ message: id }), rightly: ['owner', unknownMessage] },
	'/desk/referrals/inbox?/drop': {
		body: ({ id }) => ({ message: id, why: 'nothing-to-do' }),
		rightly: ['owner', unknownMessage],
	},
	'/desk/referrals/inbox/words': {
		body: ({ id }) => ({ json: { message: id } }),
		rightly: ['owner', unknownMessage],
	},
	'/desk/referrals/[id]/words': { body: ({ id }) => ({ json: { step: id } }), rightly: ['owner', unknown] },
} satisfies Readonly<Record<string, Example>>

const noCampaign = 'refused 409 campaign.unknown'
const campaignForm = {
	title: 'Exemple',
	event: '',
	from: '2027-02-01',
	until: '2027-02-14',
	audience: 'teens',
	language: 'fr',
	channel: 'sms',
}
const campaigns = {
	'/desk/campaigns?/make': { body: () => campaignForm, rightly: ['campaigner', 'moved'] },
	'/desk/campaigns/[id]?/change': {
		body: () => ({ ...campaignForm, version: '1' }),
		rightly: ['campaigner', noCampaign],
	},
	'/desk/campaigns/[id]?/codes': {
		body: () => ({ channel: 'sms', extent: 'country', run: '50' }),
		rightly: ['campaigner', noCampaign],
	},
	'/desk/campaigns/[id]?/retire': { body: () => ({ code: 'K7MX2Q' }), rightly: ['campaigner', noCampaign] },
	'/desk/campaigns/[id]?/materials': {
		body: () => ({ source: 'topic/bullying/teens' }),
		rightly: ['campaigner', noCampaign],
	},
	'/desk/campaigns/[id]?/write': {
		body: ({ id }) => ({ material: id, version: '1', text: 'Salam' }),
		rightly: ['campaigner', noCampaign],
	},
	'/desk/campaigns/[id]?/approve': {
		body: ({ id }) => ({ read: `${id}:${'ab'.repeat(32)}` }),
		rightly: ['programme-lead', noCampaign],
	},
	'/desk/campaigns/[id]?/use': {
		body: ({ id }) => ({ material: id, place: 'MA-TAT', day: '2026-11-01', copies: '50' }),
		rightly: ['campaigner', noCampaign],
	},
} satisfies Readonly<Record<string, Example>>
const aFigure = { indicator: 'sessions-held', place: 'MA-TAT', period: '2026-Q4' }
const reasons = { reasonAr: 'سبب مثال', reasonFr: 'Raison exemple' }
const programmeFigures = {
	'/desk/programme/figures?/propose': {
		body: () => ({
			list: 'indicator,place,period,value,low,high,status,method\nknowledge-gained,MA,2025-Q4,0.2,0.1,0.3,shown,trial/1',
		}),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme/figures?/correct': {
		body: () => ({ ...aFigure, ...reasons, value: '11', low: '', high: '' }),
		rightly: ['evaluator', 'refused 409 figure.gone'],
	},
	'/desk/programme/figures?/decide': {
		body: ({ id }) => ({ id, grants: 'yes' }),
		rightly: ['evaluator', 'refused 409 figure.waiting'],
	},
	'/desk/programme/figures?/askAgain': {
		body: ({ id }) => ({ id }),
		rightly: ['programme-lead', 'refused 409 figure.waiting'],
	},
	'/desk/programme/figures?/report': {
		body: () => ({ quarter: '2025-Q1' }),
		rightly: ['evaluator', 'refused 409 figure.nothing'],
	},
	'/desk/programme/figures?/target': {
		body: () => ({ ...aFigure, target: '20' }),
		rightly: ['programme-lead', 'done'],
	},
} satisfies Readonly<Record<string, Example>>
/** The plan of the founding document stands in every database from the first start on. */
const programme = {
	'/desk/programme?/make': {
		body: () => ({ initiative: 'i2', title_fr: 'Un atelier', state: 'promised' }),
		rightly: ['programme-lead', 'moved'],
	},
	'/desk/programme?/party': {
		body: () => ({ party: 'example', name_ar: 'مثال', name_fr: 'Exemple', kind: 'ngo', region: '' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme?/ask': {
		body: () => ({ action: 'i3-a1' }),
		rightly: ['programme-lead', 'refused 409 programme.nothing'],
	},
	'/desk/programme?/decide': {
		body: ({ id }) => ({ publication: id, grants: 'yes' }),
		rightly: ['programme-lead', 'refused 409 approval.missing'],
	},
	'/desk/programme/actions/[id]?/write': {
		body: () => ({ id: 'i2-a1', version: '1', title_fr: 'Un autre titre' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme/actions/[id]?/realise': {
		body: () => ({ action: 'i2-a1', title_fr: 'Un atelier tenu', state: 'done' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme/actions/[id]?/note': {
		body: () => ({ kind: 'decision', action: 'i2-a1', decision: 'Oui', decidedOn: '2026-11-29' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme/actions/[id]?/remove': {
		body: ({ id }) => ({ action: 'i2-a1', id }),
		rightly: ['programme-lead', 'refused 409 programme.not-found'],
	},
	'/desk/programme/import?/look': {
		body: () => ({ pasted: 'id,title_fr\ni1-a9,Un titre' }),
		rightly: ['programme-lead', 'done'],
	},
	'/desk/programme/import?/write': {
		body: ({ id }) => ({ file: id }),
		rightly: ['programme-lead', 'refused 409 programme.no-file'],
	},
} satisfies Readonly<Record<string, Example>>
/** Accounts last, because sessions end there. */
const examples: Readonly<Record<DeskAddress, Example>> = {
	...cases,
	...referrals,
	...rooms,
	...preservation,
	...trials,
	...sessions,
	...keys,
	...indicators,
	...partners,
	...campaigns,
	...programmeFigures,
	...programme,
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
