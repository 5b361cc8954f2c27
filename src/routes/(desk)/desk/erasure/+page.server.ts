import { AppError } from '#base'
import { defaultSchedule, planEpochEnd } from '#domains/cases'
import {
	askApproval,
	endEpoch,
	listApprovals,
	listCertificates,
	listEpochCases,
	toErasureDigest,
} from '#domains/cases/server'
import { may } from '#domains/people'
import { destroyGroupKey, getGroupKey, listGroupKeys } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import { getCaseDatabase, getDesk, readText, tell } from '../../../../desk/cases.ts'
import { requireFresh, requireMay } from '../../../../desk/desk.ts'
import { recordKeyActs } from '../../../../desk/key-acts.ts'
import type { Actions, PageServerLoad } from './$types'

/** An epoch that is over, as its end names it. @throws AppError `epoch.needed` for any other key */
const getEnded = async (id: string) => {
	const { key, span, state } = await getGroupKey(readConfig().dataDir, id)
	if (key.kind !== 'epoch' || state !== 'past')
		throw new AppError('epoch.needed', 409, 'ending an epoch: it is none, or not over')
	return { epoch: id, recipient: key.recipient, begins: span.begins, ends: span.ends }
}

const getPlan = async (id: string) =>
	planEpochEnd(await listEpochCases(getCaseDatabase(), id, defaultSchedule), new Date())

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'destroy', 'epoch', 'all')
	const db = getCaseDatabase()
	const approvals = (await listApprovals(db, new Date())).filter(({ act }) => act === 'destroy-epoch')
	const over = (await listGroupKeys(readConfig().dataDir)).filter(
		({ key, state }) => key.kind === 'epoch' && state === 'past',
	)
	const epochs = over.map(async ({ span }) => {
		const plan = await getPlan(span.id)
		const asked = approvals.find(({ subject }) => subject === span.id)
		return {
			...span,
			plan:
				plan.state === 'ready'
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
		certificates: (await listCertificates(db)).map(({ epoch, at }) => ({ epoch, at })),
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
			if ((await getPlan(ended.epoch)).state === 'needed')
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
			const ended = await getEnded(readText(form, 'epoch'))
			const approval = (await listApprovals(getCaseDatabase(), new Date())).find(
				({ act, subject, askedBy, state }) =>
					act === 'destroy-epoch' && subject === ended.epoch && askedBy === staff.id && state === 'granted',
			)
			const asked = { ended, approval: approval?.id ?? '', schedule: defaultSchedule }
			const { dataDir } = readConfig()
			await endEpoch(getDesk(), asked, staff, (people) =>
				destroyGroupKey(dataDir, ended.epoch, people, new Date()),
			)
			await recordKeyActs()
			return { ended: ended.epoch }
		})
	},
}
