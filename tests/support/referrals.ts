/** A desk with a partner abroad, a case and people, for tests of referrals: real tables, and ways out that end here. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { askApproval, decideApproval } from '../../src/lib/domains/approvals/server/index.ts'
import { assignCase } from '../../src/lib/domains/cases/work/server/case-store.ts'
import { toReferralPayload, toPayloadDigest } from '../../src/lib/domains/exchange/referrals/payload.ts'
import { isAccountAddress } from '../../src/lib/domains/exchange/referrals/personal.ts'
import type { ReferralParts } from '../../src/lib/domains/exchange/referrals/payload.ts'
import { type Ways } from '../../src/lib/domains/exchange/referrals/outbox/server/index.ts'
import {
	askReferral,
	draftReferral,
	sendReferral,
	type SendingDesk,
} from '../../src/lib/domains/exchange/referrals/server/index.ts'
import type { Person } from '../../src/lib/domains/people/index.ts'
import { openDeskOn, type TestDesk } from './cases.ts'
import { accepting } from './referral-way.ts'
import type { CaseDatabase } from '../../src/lib/domains/cases/server/case-tables.ts'
import type { ReferralDatabase } from '../../src/lib/domains/exchange/referrals/server/index.ts'

/** Writes a partner of another country with these channels, the first to be tried first. Answer: its id. */
export const addPartner = async (
	db: CaseDatabase,
	change: { flows?: string; tlp?: string; takesPersonal?: boolean; channels?: readonly string[] } = {},
): Promise<string> => {
	const { flows = 'referral-out,referral-in', tlp = 'amber', takesPersonal = false } = change
	const id = randomUUID()
	await sql`insert into partner (id, name_ar, name_fr, name_zgh, name_en, kind, country, zone, hours, languages, agreement,
			agreed_from, agreed_to, flows, tlp_most, takes_personal, is_public, state, note, made, changed)
		values (${id}, 'خط', 'Ligne étrangère', null, 'Foreign line', 'hotline', 'FR', 'Europe/Paris', '', 'fr,en', 'A-1',
			'2026-01-01', null, ${flows}, ${tlp}, ${takesPersonal}, true, 'active', '', now(), now())`.execute(db)
	for (const [at, kind] of (change.channels ?? ['http-sig', 'xarf-mail']).entries())
		await sql`insert into partner_channel (id, partner, kind, address, place)
			values (${randomUUID()}, ${id}, ${kind}, 'https://peer.example', ${at + 1})`.execute(db)
	return id
}

export const sender = { name: 'Hotline', email: 'desk@hotline.example', domain: 'hotline.example' }
export const secretAddress = 'https://files.example/very-secret-path'

export type ReferralWorld = {
	desk: TestDesk & SendingDesk & { db: ReferralDatabase }
	people: { analyst: Person; supervisor: Person; liaison: Person }
	partner: string
	case: string
	/** A draft with its payload, as a browser makes it. */
	draft: (
		change?: Partial<ReferralParts>,
	) => Promise<{ id: string; ref: string; pap: string; payload: string }>
	/** The same agreed to by a second person and in the outbox. Answer: id of the referral and of its message. */
	queue: (change?: Partial<ReferralParts>) => Promise<{ id: string; ref: string; message: string }>
	agree: (payload: string) => Promise<string>
}

export const openReferrals = async (
	db: ReferralDatabase,
	ways: Ways = { 'http-sig': accepting },
	change: Parameters<typeof addPartner>[1] = {},
): Promise<ReferralWorld> => {
	const desk = Object.assign(openDeskOn(db), { ways, today: '2026-11-26', db })
	const supervisor = await desk.hire('Salma', 'supervisor')
	const analyst = await desk.hire('Youssef', 'analyst')
	const liaison = await desk.hire('Nora', 'liaison')
	const [id = ''] = await desk.receive(1)
	await assignCase(desk, { id, version: 1, to: analyst.id }, supervisor, () => Promise.resolve(true))
	const partner = await addPartner(db, change)
	const agree = async (payload: string): Promise<string> => {
		const asked = { act: 'refer', subject: id, digest: toPayloadDigest(payload) } as const
		const approval = await askApproval(db, asked, analyst, desk.now())
		await decideApproval(db, { id: approval, grants: true, wait: 0 }, supervisor, desk.now())
		return approval
	}
	const draft: ReferralWorld['draft'] = async (parts = {}) => {
		const { urgency = 'normal', tlp = 'amber', accounts = [], urls = [secretAddress] } = parts
		const about = {
			case: id,
			partner,
			country: 'FR',
			urgency,
			tlp,
			isPersonal: accounts.length > 0 || urls.some(isAccountAddress),
		}
		const made = await draftReferral(desk, about, analyst)
		const payload = toReferralPayload({
			at: desk.now(),
			urgency,
			tlp,
			country: 'FR',
			category: 'abuse-material',
			accounts,
			pap: made.pap,
			urls,
			explanation: 'Illegal by article 503-2.',
			sender,
			reportId: '9b2f0b0e-2b0a-4c39-9a54-2d6a8f0f2a11',
			...parts,
			ref: made.ref,
		})
		if (!payload.ok) throw new Error(payload.code)
		return { ...made, payload: payload.value }
	}
	return {
		desk,
		partner,
		case: id,
		people: { analyst, supervisor, liaison },
		draft,
		agree,
		queue: async (parts) => {
			const { payload, ...made } = await draft(parts)
			const approval = await agree(payload)
			await askReferral(desk, { id: made.id, case: id, digest: toPayloadDigest(payload) }, analyst)
			const message = await sendReferral(desk, { id: made.id, case: id, payload, approval }, analyst)
			return { ...made, message }
		},
	}
}
