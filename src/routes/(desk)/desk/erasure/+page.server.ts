import { fail } from '@sveltejs/kit'
import { AppError } from '#base'
import { planEpochEnd } from '#domains/retention'
import { askApproval, listApprovals } from '#domains/approvals/server'
import {
	endEpoch,
	findCertificate,
	hasUnfiled,
	listCertificates,
	listEpochCases,
	toErasureDigest,
} from '#domains/retention/server'
import { may } from '#domains/people'
import { isQuiet, parseErasure } from '#domains/people/keys'
import {
	destroyGroupKey,
	findOwnKey,
	getGroupKey,
	keepErasureSignature,
	listErasureSignatures,
	listGroupKeys,
	type StoredKey,
} from '#domains/people/server/keys'
import { getTrustedTime, readConfig } from '#platform'
import { getClock } from '#server/process/clock'
import { getCaseDatabase, getDesk, readText, tell } from '#server/desk/case-desk'
import { getPeople, requireFresh, requireMay } from '#server/desk/session'
import { ingestReports } from '#server/upkeep/arrivals'
import { whenIngested } from '#server/process/arrival'
import { recordKeyActs } from '#server/desk/key-acts'
import { getDeskRules } from '#server/process/desk-rules'
import type { Actions, PageServerLoad } from './$types'

/** Whether an epoch is over, and nothing sealed to it can be on its way. One that was never published has no such way. */
const isOver = ({ key, span, state, note }: StoredKey): boolean =>
	key.kind === 'epoch' && state === 'past' && (note === undefined || isQuiet(span, new Date()))

/** An epoch that is over, as its end names it. @throws AppError `epoch.needed` for any other key */
const getEnded = async (id: string) => {
	const stored = await getGroupKey(readConfig().dataDir, id)
	const { key, span } = stored
	if (key.kind !== 'epoch' || !isOver(stored))
		throw new AppError('epoch.needed', 409, 'ending an epoch: it is none, or not over')
	return { epoch: id, recipient: key.recipient, begins: span.begins, ends: span.ends }
}

/** `unfiled`: reports or letters of it are still on their way to a case. */
const getPlan = async (id: string) => {
	const desk = getDesk()
	const plan = planEpochEnd(await listEpochCases(desk.db, id, getDeskRules().schedule), desk.now())
	const isUnfiled = plan.state === 'ready' && (await hasUnfiled(desk, id))
	return isUnfiled ? ({ state: 'unfiled' } as const) : plan
}

/** Certificates with who has signed them, and whether the person who looks still may. */
const listSigned = async (personId: string) => {
	const db = getCaseDatabase()
	const signatures = await listErasureSignatures(db)
	return (await listCertificates(db)).map(({ epoch, at, certificate }) => {
		const parsed = parseErasure(certificate)
		const named = parsed.ok ? [parsed.value.askedBy, parsed.value.agreedBy] : []
		const signed = signatures.filter((signature) => signature.epoch === epoch)
		const isOpen = named.includes(personId) && !signed.some(({ person }) => person === personId)
		return { epoch, at, signatures: signed.length, toSign: isOpen ? certificate : undefined }
	})
}

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'destroy', 'epoch', 'all')
	await whenIngested()
	const db = getCaseDatabase()
	const approvals = (await listApprovals(db, new Date())).filter(({ act }) => act === 'destroy-epoch')
	const over = (await listGroupKeys(readConfig().dataDir)).filter(isOver)
	const epochs = over.map(async ({ span }) => {
		const plan = await getPlan(span.id)
		const asked = approvals.find(({ subject }) => subject === span.id)
		return {
			...span,
			plan:
				plan.state !== 'needed'
					? { state: plan.state }
					: {
							state: plan.state,
							open: plan.open.length,
							held: plan.held.length,
							waiting: plan.waiting.length,
							last: plan.last,
						},
			asked: asked && { state: asked.state, isMine: asked.askedBy === staff.id },
		}
	})
	return {
		epochs: await Promise.all(epochs),
		certificates: await listSigned(staff.id),
		key: await findOwnKey((await getPeople(event.url)).db, staff.id),
		seesCases: may(staff, 'list', 'case'),
	}
}

export const actions: Actions = {
	ask: async (event) => {
		const staff = requireMay(event, 'destroy', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		return tell(async () => {
			const ended = await getEnded(readText(form, 'epoch'))
			await ingestReports()
			if ((await getPlan(ended.epoch)).state !== 'ready')
				throw new AppError('epoch.needed', 409, 'asking for the end of an epoch: cases need its key')
			const asked = { act: 'destroy-epoch', subject: ended.epoch, digest: toErasureDigest(ended) } as const
			await askApproval(getCaseDatabase(), asked, staff, new Date())
			return { asked: true as const }
		})
	},
	end: async (event) => {
		const staff = requireMay(event, 'destroy', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		return tell(async () => {
			await getTrustedTime(getClock())
			const ended = await getEnded(readText(form, 'epoch'))
			await ingestReports()
			const approval = (await listApprovals(getCaseDatabase(), new Date())).find(
				({ act, subject, askedBy, state }) =>
					act === 'destroy-epoch' && subject === ended.epoch && askedBy === staff.id && state === 'granted',
			)
			const asked = { ended, approval: approval?.id ?? '', schedule: getDeskRules().schedule }
			const { dataDir } = readConfig()
			await endEpoch(getDesk(), asked, staff, (people) =>
				destroyGroupKey(dataDir, ended.epoch, people, new Date()),
			)
			await recordKeyActs()
			return { ended: ended.epoch }
		})
	},
	sign: async (event) => {
		const staff = requireMay(event, 'destroy', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		const [epoch, content] = [form.get('epoch'), form.get('content')]
		const db = getCaseDatabase()
		const found = typeof epoch === 'string' ? await findCertificate(db, epoch) : undefined
		if (!found || typeof content !== 'string') return fail(400, { isUnsigned: true as const })
		try {
			await keepErasureSignature(db, { certificate: found.certificate, person: staff.id, content })
			return { signed: true as const }
		} catch (error) {
			const isRule = error instanceof AppError && error.code.startsWith('erasure.')
			if (isRule) return fail(409, { isUnsigned: true as const })
			throw error
		}
	},
}
