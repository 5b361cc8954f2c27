import { fail } from '@sveltejs/kit'
import { AppError } from '#base'
import {
	findRotationReason,
	getServiceEnd,
	isEndable,
	isEpochId,
	mayHoldKeys,
	parseGroupKey,
	parseWrap,
	parseWrapFile,
	planEpoch,
	planIndex,
	planNextEpoch,
} from '#domains/people/keys'
import { listPeople } from '#domains/people/server'
import {
	addGroupKey,
	agreeTo,
	askFor,
	dropRequest,
	endGroupKey,
	findCeremony,
	findErasure,
	listGroupKeys,
	listRecipients,
	listRequests,
	removeWraps,
	type StoredKey,
} from '#domains/people/server/keys'
import { getTrustedTime, readConfig } from '#platform'
import { getClock } from '#server/process/clock'
import { getPeople, requireFresh, requireMay } from '#server/desk/session'
import { publish, recordKeyActs } from '#server/desk/key-acts'
import { findSecondFrom } from '#server/desk/second'
import type { Actions, PageServerLoad } from './$types'

/** Who may hold keys now; `recipient` is missing for those who have made no key of their own yet. */
const listEntitled = async (url: URL) => {
	const { db } = await getPeople(url)
	const [people, recipients] = [await listPeople(db), await listRecipients(db)]
	const entitled = people
		.filter((person) => !person.disabled && mayHoldKeys(person))
		.map(({ id, name }) => ({ id, name, recipient: recipients.get(id) }))
	const names = new Map(people.map(({ id, name }) => [id, name]))
	const holders = entitled.flatMap(({ id, name, recipient }) => (recipient ? [{ id, name, recipient }] : []))
	return { entitled, holders, nameOf: (id: string) => names.get(id) ?? '–' }
}

/** Why a new epoch is due, as the desk tells it everywhere, and besides whether somebody who holds one has left. */
const findDue = (stored: readonly StoredKey[], entitled: readonly string[], now: Date) => {
	const epochs = stored.filter(({ key }) => key.kind === 'epoch')
	const [current, next] = (['current', 'next'] as const).map((wanted) =>
		epochs.find(({ state }) => state === wanted),
	)
	const holders = [...(current?.holders ?? []), ...(next?.holders ?? [])]
	const reason = findRotationReason(current?.span, { hasNext: next !== undefined, holders, entitled, now })
	return reason && { reason, day: current && getServiceEnd(current.span, reason) }
}

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'wrap', 'epoch')
	const { dataDir } = readConfig()
	const { entitled, holders, nameOf } = await listEntitled(event.url)
	const now = new Date()
	const stored = await listGroupKeys(dataDir)
	const ids = stored.map(({ span }) => span.id)
	const keys = stored.map(async ({ key, span, state, holders: held }) => ({
		key,
		span,
		state,
		holders: held.map(nameOf),
		isMine: held.includes(staff.id),
		mayEnd: isEndable({ span, state }, now),
		receivers: holders.filter(({ id }) => !held.includes(id)),
		certificate: await findErasure(dataDir, span.id),
	}))
	const requests = (await listRequests(dataDir)).map((request) => ({
		...request,
		asker: nameOf(request.askedBy),
		receiverName: request.receiver === '' ? '' : nameOf(request.receiver),
	}))
	return {
		ceremony: await findCeremony(dataDir),
		keys: await Promise.all(keys),
		requests,
		holders,
		without: entitled.filter(({ recipient }) => !recipient).map(({ name }) => name),
		secondFrom: await findSecondFrom(event.url, staff.id),
		due: findDue(
			stored,
			entitled.map(({ id }) => id),
			now,
		),
		plans: { next: planNextEpoch(ids, now), today: planEpoch(ids, now), index: planIndex(ids, now) },
	}
}

const known = [
	'second-person',
	'asked',
	'state',
	'taken',
	'unknown',
	'note',
	'form',
	'no-holder',
	'demonstration',
	'clock',
] as const

/** A rule that says no becomes a word above the page; anything else is a fault. */
const tell = async (work: () => Promise<unknown>) => {
	try {
		await work()
		return { done: true as const }
	} catch (error) {
		const told = error instanceof AppError ? error.code.replace('clock.not-trusted', 'keys.clock') : undefined
		const code = known.find((one) => `keys.${one}` === told)
		if (!code) throw error
		return fail(409, { refused: code })
	}
}

const wrongForm = (): never => {
	throw new AppError('keys.form', 400, 'reading a form about keys: a part is missing or not of its form')
}

const read = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : wrongForm()
}

/** A wrap made elsewhere has some 750 bytes; nothing longer is read. */
const mostBytes = 4_000

const readWraps = (text: string, allowed: readonly string[]): Map<string, Uint8Array> => {
	if (text.length > 500_000) return wrongForm()
	let json: unknown
	try {
		json = JSON.parse(text)
	} catch {
		return wrongForm()
	}
	return new Map(
		Object.entries({ ...(json as object) }).map(([id, value]) => {
			const wrap = parseWrap(String(value))
			return wrap.ok && allowed.includes(id) ? [id, wrap.value] : wrongForm()
		}),
	)
}

export const actions: Actions = {
	make: async (event) => {
		requireMay(event, 'make', 'epoch', 'all')
		requireFresh(event)
		const { dataDir } = readConfig()
		const form = await event.request.formData()
		const { entitled, holders } = await listEntitled(event.url)
		return tell(async () => {
			const key = parseGroupKey(read(form, 'key'))
			const stored = await listGroupKeys(dataDir)
			const ids = stored.map(({ span }) => span.id)
			if (!key.ok) return wrongForm()
			const now = new Date()
			const plans =
				key.value.kind === 'epoch' ? [planEpoch(ids, now), planNextEpoch(ids, now)] : [planIndex(ids, now)]
			const span = plans.find((plan) => plan?.id === key.value.id)
			if (!span) throw new AppError('keys.taken', 409, 'making a key: another was made meanwhile')
			const wraps = readWraps(
				read(form, 'wraps'),
				holders.map(({ id }) => id),
			)
			await addGroupKey(dataDir, { key: key.value, span, wraps }, now)
			const left = stored
				.flatMap((one) => one.holders)
				.filter((id) => !entitled.some((person) => person.id === id))
			await removeWraps(dataDir, [...new Set(left)])
		})
	},
	publish: async (event) => {
		requireMay(event, 'make', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		return tell(async () => {
			const note = read(form, 'note').replaceAll('\r\n', '\n').trim()
			await publish(read(form, 'id'), `${note}\n`)
		})
	},
	end: async (event) => {
		requireMay(event, 'make', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		return tell(async () =>
			endGroupKey(readConfig().dataDir, read(form, 'id'), await getTrustedTime(getClock())),
		)
	},
	handOver: async (event) => {
		const staff = requireMay(event, 'wrap', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		const { holders } = await listEntitled(event.url)
		return tell(async () => {
			const wrap = parseWrap(read(form, 'wrap'))
			const receiver = holders.find(({ id }) => id === read(form, 'receiver'))
			if (!wrap.ok || !receiver) return wrongForm()
			const asked = { act: 'hand-over', subject: read(form, 'id'), askedBy: staff.id } as const
			await askFor(readConfig().dataDir, { ...asked, receiver: receiver.id, wrap: wrap.value }, new Date())
		})
	},
	bring: async (event) => {
		const staff = requireMay(event, 'wrap', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		const { holders } = await listEntitled(event.url)
		return tell(async () => {
			const file = form.get('file')
			if (!(file instanceof File) || file.size > mostBytes) return wrongForm()
			const wrap = parseWrapFile(new Uint8Array(await file.arrayBuffer()))
			const receiver = holders.find(({ id }) => id === read(form, 'receiver'))
			if (!wrap.ok || !receiver) return wrongForm()
			const asked = { act: 'hand-over', subject: read(form, 'id'), askedBy: staff.id } as const
			await askFor(readConfig().dataDir, { ...asked, receiver: receiver.id, wrap: wrap.value }, new Date())
		})
	},
	destroy: async (event) => {
		const staff = requireMay(event, 'destroy', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		const asked = { act: 'destroy', askedBy: staff.id } as const
		return tell(() => {
			const subject = read(form, 'id')
			// The key of an epoch opens cases: its end is asked for where it is seen which of them need it.
			if (isEpochId(subject)) return wrongForm()
			return askFor(readConfig().dataDir, { ...asked, subject }, new Date())
		})
	},
	agree: async (event) => {
		const staff = requireMay(event, 'approve', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		const mayReceive = async (personId: string) =>
			(await listEntitled(event.url)).holders.some(({ id }) => id === personId)
		return tell(async () => {
			if (await findSecondFrom(event.url, staff.id))
				throw new AppError('keys.second-person', 403, 'agreeing: this person has enrolled a moment ago')
			const second = { person: staff, mayReceive }
			await agreeTo(readConfig().dataDir, read(form, 'request'), second, await getTrustedTime(getClock()))
			await recordKeyActs()
		})
	},
	drop: async (event) => {
		requireMay(event, 'approve', 'epoch', 'all')
		requireFresh(event)
		const form = await event.request.formData()
		return tell(() => dropRequest(readConfig().dataDir, read(form, 'request')))
	},
}
