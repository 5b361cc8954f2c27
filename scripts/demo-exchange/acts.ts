/** Acts of the demonstration, each as its person does it: forms and pages of the desk, nothing behind them. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { toPayloadDigest, toReferralPayload } from '../../src/lib/domains/exchange/referrals/payload.ts'
import { verifyReceipt } from '../../src/lib/tools/channels/http-signature/index.ts'
import { readPublicJwk } from '../../src/lib/tools/channels/sealed-payload/index.ts'
import { seal } from '../../src/lib/tools/seal/sealed/index.ts'
import { asBrowser, pick, sitAt } from './desk.ts'
import type { Place, Staff } from './hotline.ts'

export type Side = { place: Place; staff: Staff }

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** Asks again each half second until there is something: letters are taken in by themselves, and the outbox works every half minute. */
export const waitFor = async <Found>(
	find: () => Found | undefined | Promise<Found | undefined>,
): Promise<Found> => {
	for (;;) {
		const found = await find()
		if (found !== undefined) return found
		await wait(500)
	}
}

/** Reports as a browser without script does; a form that comes back at once is taken for no person, and is sent again. */
export const report = async ({ place: { origin } }: Side): Promise<void> => {
	const form = await (await fetch(`${origin}/fr/report`)).text()
	const token = pick(form, /name="token" value="([^"]+)"/u)
	await waitFor(async () => {
		await wait(1_500)
		const words = 'Ceci est un exemple : une adresse à regarder.'
		const body = new URLSearchParams({ token, danger: 'no', what: 'bullying', words })
		const answer = await fetch(`${origin}/fr/report`, {
			method: 'POST',
			headers: { ...asBrowser, origin },
			body,
		})
		return answer.status === 200 ? true : undefined
	})
}

/** The supervisor finds the case in the queue and gives it to the analyst. Answer: its id. */
export const giveCase = async ({ place: { origin }, staff }: Side): Promise<string> => {
	const supervisor = sitAt(origin, staff.supervisor)
	const id = await waitFor(
		async () => new RegExp(`/desk/cases/(${uuid})`, 'u').exec(await supervisor.read('/desk/queue'))?.[1],
	)
	const path = `/desk/cases/${id}`
	const version = pick(await supervisor.read(path), /name="version" value="(\d+)"/u)
	await supervisor.send(`${path}?/assign`, { version, to: staff.analyst.id })
	return id
}

type Made = { id: string; ref: string; pap: 'amber' | 'red' }
type Wanted = { partner: string; url: string }

/** Drafted by the analyst, agreed to by the supervisor, sent by the analyst. Answer: the referral. */
export const refer = async (
	{ place: { origin }, staff }: Side,
	id: string,
	{ partner, url }: Wanted,
): Promise<Made> => {
	const [analyst, supervisor] = [sitAt(origin, staff.analyst), sitAt(origin, staff.supervisor)]
	const path = `/desk/cases/${id}/refer`
	const choice = { country: 'FR', urgency: 'normal', tlp: 'amber' } as const
	const made = (await analyst.post(path, { to: 'draft', partner, isPersonal: false, ...choice })) as Made
	const payload = toReferralPayload({
		...choice,
		ref: made.ref,
		pap: made.pap,
		at: new Date(),
		category: 'abuse-material',
		urls: [url],
		accounts: [],
		explanation: 'Un exemple, fait par la démonstration.',
		reportId: randomUUID(),
		sender: { name: 'Ligne exemple', email: 'notices@line.example', domain: 'line.example' },
	})
	if (!payload.ok) throw new Error(`making the referral: ${payload.code}`)
	await analyst.post(path, { to: 'ask', referral: made.id, digest: toPayloadDigest(payload.value) })
	const asked = new RegExp(`name="id" value="(${uuid})"`, 'u')
	const approval = pick(await supervisor.read('/desk/approvals'), asked)
	await supervisor.send('/desk/approvals?/decide', { id: approval, grants: 'yes' })
	await analyst.post(path, { to: 'send', referral: made.id, payload: payload.value })
	return made
}

/** Waits for the receipt of a referral and hands it out as the desk does: the file that proves it. */
export const getReceipt = async ({ place: { origin }, staff }: Side, id: string): Promise<string> => {
	const liaison = sitAt(origin, staff.liaison)
	const file = await waitFor(
		async () =>
			/href="data:application\/json;base64,([^"]+)"/u.exec(await liaison.read(`/desk/referrals/${id}`))?.[1],
	)
	return Buffer.from(file, 'base64').toString()
}

type Receipt = {
	request: { method: 'POST'; url: string; headers: Record<string, string> }
	answer: { status: number; headers: Record<string, string>; body: string }
}
type PublishedKeys = { keys: readonly { kid: string }[] }

/**
 * Verifies a receipt as anybody can, with the public keys that the other side publishes. Answer: the number that the referral has there.
 * @throws Error when it proves nothing
 */
export const checkReceipt = async (file: string, origin: string): Promise<string> => {
	const { request, answer } = JSON.parse(file) as Receipt
	const { keys } = (await (await fetch(`${origin}/coop/v1/keys`)).json()) as PublishedKeys
	const body = Uint8Array.from(Buffer.from(answer.body, 'base64'))
	const verified = await verifyReceipt({ ...answer, body }, request, async (kid) =>
		readPublicJwk(JSON.stringify(keys.find((key) => key.kid === kid)), 'Ed25519'),
	)
	if (!verified.ok) throw new Error(`verifying the receipt: ${verified.code}`)
	return pick(Buffer.from(body).toString(), /"peer_ref":\s*"([^"]+)"/u)
}

/** The analyst finds the referral that came and makes a case of it, with a note that is sealed before it is sent. Answer: referral and case. */
export const fileReferral = async ({
	place: { origin },
	staff,
}: Side): Promise<{ id: string; caseId: string }> => {
	const analyst = sitAt(origin, staff.analyst)
	const inbox = await sitAt(origin, staff.liaison).read('/desk/referrals')
	const id = pick(inbox, new RegExp(`/desk/referrals/(${uuid})`, 'u'))
	const path = `/desk/referrals/${id}`
	const page = await analyst.read(path)
	const sealed = await seal('Ce qu’ils disent.', pick(page, /recipient:"(age1[^"]+)"/u))
	if (!sealed.ok) throw new Error(`sealing a note: ${sealed.code}`)
	const note = Buffer.from(sealed.value).toString('base64')
	const epoch = pick(page, /kind:"epoch",id:"([^"]+)"/u)
	const done = await analyst.send(`${path}?/makeCase`, { epoch, sealed: note })
	return { id, caseId: pick(done, new RegExp(`/desk/cases/(${uuid})`, 'u')) }
}

/** Answers the partner that its referral has led to something. */
export const replyActioned = async ({ place: { origin }, staff }: Side, id: string): Promise<void> => {
	const fields = { code: 'actioned', note: 'Retiré par l’hébergeur.' }
	await sitAt(origin, staff.analyst).send(`/desk/referrals/${id}?/reply`, fields)
}

/** Waits until the page of a referral says that somebody has acted: as its state, not as an answer to choose. */
export const waitForAction = async ({ place: { origin }, staff }: Side, id: string): Promise<void> => {
	const liaison = sitAt(origin, staff.liaison)
	await waitFor(async () =>
		(await liaison.read(`/desk/referrals/${id}`)).includes('>Ils ont agi<') ? true : undefined,
	)
}

/** Publishes a name with two persons; gives a way to withdraw it with one. */
export const publishName = async ({ place: { origin }, staff }: Side, name: string) => {
	const [analyst, supervisor] = [sitAt(origin, staff.analyst), sitAt(origin, staff.supervisor)]
	const path = '/desk/indicators'
	await analyst.send(`${path}?/propose`, { list: name, audience: 'isps', tlp: 'amber', pap: 'green' })
	const batch = pick(await supervisor.read(path), new RegExp(`name="batch" value="(${uuid})"`, 'u'))
	await supervisor.send(`${path}?/decide`, { batch, grants: 'yes' })
	return async (): Promise<void> => {
		const found = await analyst.send(`${path}?/find`, { value: name })
		const id = pick(found, new RegExp(`name="id" value="(${uuid})"`, 'u'))
		await analyst.send(`${path}?/withdraw`, { id, reason: 'removed' })
	}
}
