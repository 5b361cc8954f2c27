/**
 * Objects that a partner sends or we pull from it: what it saw of ours becomes feedback, what it would block is offered to the desk. Nothing is
 * published by itself. Of what cannot be read only the digest is kept, and why.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#base'
import type { Partner, Tlp } from '#domains/exchange/partners'
import { parseTaxiiTime, type ObjectOutcome } from '#tools/channels/taxii'
import { readObject } from '#tools/indicators/stix'
import { toCanonicalValue } from '../../canonical-value.ts'
import type { IndicatorDatabase, IndicatorTransaction } from '../../server/indicator-tables.ts'
import { offerIndicators, type Item } from '../../proposals/server/propose.ts'

/** An object as it was read. `code`: a kind of feedback, or why it was put aside. */
type Read = {
	id: string
	version: string
	code: string
	count: number
	digest: string
	/** Id of the indicator of ours that a sighting is about. */
	of: string | undefined
	offer: (Item & { tlp: Tlp }) | undefined
	/** The thing that is taken back. */
	revoked: Item | undefined
}

/** Why an object is put aside, in words for whoever programs the client. */
const reasons: Readonly<Record<string, string>> = {
	'stix.form': 'no object of STIX 2.1',
	'stix.type': 'a type that the desk does nothing with',
	'stix.pattern': 'a pattern that is not one comparison of a domain, an address or a digest',
	'stix.value': 'the value in the pattern is none of its kind',
}

/** An id as STIX forms it (2.9): whatever else somebody writes there is repeated and kept nowhere. */
const idShape = /^[a-z0-9-]{1,100}--[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** The id that an object names itself by, as far as it can be repeated. */
const toName = (given: unknown): { id: string; version: string } => {
	const { id, modified } = { ...(given as object) } as { id?: unknown; modified?: unknown }
	return {
		id: typeof id === 'string' && idShape.test(id) ? id : 'unknown',
		version: typeof modified === 'string' && parseTaxiiTime(modified) !== undefined ? modified : '',
	}
}

/** A marking that is missing is taken for `amber`: not for everybody. */
const unmarked = 'amber'

const read = (given: unknown): Read => {
	const digest = createHash('sha256').update(JSON.stringify(given)).digest('hex')
	const result = readObject(given)
	const nothing = { count: 1, digest, of: undefined, offer: undefined, revoked: undefined }
	if (!result.ok) return { ...toName(given), ...nothing, code: result.code }
	const object = result.value
	const head = { ...nothing, id: object.id, version: object.version }
	if (object.what === 'frame') return { ...head, code: 'frame' }
	if (object.what === 'sighting') {
		const of = object.of.startsWith('indicator--') ? object.of.slice('indicator--'.length) : undefined
		return { ...head, code: 'sighting', count: object.count, of }
	}
	const value = toCanonicalValue(object.kind, object.value)
	if (value === undefined) return { ...head, code: 'stix.value' }
	if (object.isRevoked) return { ...head, code: 'revoked', revoked: { kind: object.kind, value } }
	return { ...head, code: 'offered', offer: { kind: object.kind, value, tlp: object.tlp ?? unmarked } }
}

/** Writes down what is seen for the first time. Answer: `id version` of those. */
const note = async (
	trx: IndicatorTransaction,
	all: readonly Read[],
	{ partner, now }: { partner: string; now: Date },
): Promise<ReadonlySet<string>> => {
	const { rows } = await sql<{ object: string; version: string }>`
		insert into indicator_feedback (id, partner, indicator, object, version, code, count, digest, at)
		select gen_random_uuid(), ${partner}::uuid, indicator.id, object, given.version, code, count, digest, ${now}::timestamptz
		from unnest(${all.map(({ id }) => id)}::text[], ${all.map(({ version }) => version)}::text[],
			${all.map(({ code }) => code)}::text[], ${all.map(({ count }) => count)}::int[], ${all.map(({ digest }) => digest)}::text[],
			${all.map(({ of }) => of ?? null)}::uuid[]) as given (object, version, code, count, digest, of)
		left join indicator on indicator.id = given.of and indicator.version > 0
		on conflict (partner, object, version) do nothing returning object, version`.execute(trx)
	return new Set(rows.map(({ object, version }) => `${object} ${version}`))
}

const toOutcome = ({ id, version, code }: Read, isNew: boolean): ObjectOutcome => {
	const reason = reasons[code]
	if (reason !== undefined) return { id, version, taken: false, message: reason }
	return {
		id,
		version,
		taken: true,
		...(isNew || code === 'frame' ? {} : { message: 'Object already added' }),
	}
}

/**
 * Takes back what a partner has offered and does not stand by any more: nobody at the desk is asked about it. What is published of it by now stays
 * until a person here has looked, and is told with it.
 */
const takeBack = async (trx: IndicatorTransaction, all: readonly Read[], partner: string): Promise<void> => {
	const given = all.flatMap(({ id, version, revoked }) => (revoked ? [{ id, version, ...revoked }] : []))
	if (given.length === 0) return
	const [kinds, values] = [given.map(({ kind }) => kind), given.map(({ value }) => value)]
	await sql`delete from indicator using unnest(${kinds}::text[], ${values}::text[]) as back (kind, value)
		where indicator.kind = back.kind and indicator.value = back.value and owner = ${partner} and state = 'offered'`.execute(
		trx,
	)
	await sql`update indicator_feedback set indicator = published.id
		from unnest(${given.map(({ id }) => id)}::text[], ${given.map(({ version }) => version)}::text[], ${kinds}::text[],
			${values}::text[]) as back (object, version, kind, value)
		join indicator as published on published.kind = back.kind and published.value = back.value and published.state = 'published'
		join indicator as taken on taken.kind = back.kind and taken.value = back.value and taken.state = 'taken' and taken.owner = ${partner}
		where indicator_feedback.partner = ${partner}::uuid and indicator_feedback.object = back.object
			and indicator_feedback.version = back.version`.execute(trx)
}

/** Offers of one partner that may wait for a person of the desk at once. */
const mostWaiting = 5000

/** Holds up other requests of the same partner until this one is counted. @throws AppError `indicator.too-many-wait` */
const requireRoom = async (trx: IndicatorTransaction, partner: string, more: number): Promise<void> => {
	await trx.selectFrom('partner').select('id').where('id', '=', partner).forUpdate().execute()
	const { waiting } = await trx
		.selectFrom('indicator')
		.select(sql<number>`count(*)::int`.as('waiting'))
		.where('state', '=', 'offered')
		.where('owner', '=', partner)
		.executeTakeFirstOrThrow()
	if (waiting + more > mostWaiting)
		throw new AppError('indicator.too-many-wait', 429, 'taking offers: so many of this partner wait already')
}

/**
 * Takes objects of a partner, each for itself. The answer says of none whether it is about something that exists.
 *
 * @returns an outcome for each, in their order
 * @throws AppError `indicator.too-many-wait` (429) when offers of it wait for a person in such numbers that these would be too many; nothing is kept then
 */
export const takeObjects = (
	db: IndicatorDatabase,
	{ partner, objects, now }: { partner: Pick<Partner, 'id'>; objects: readonly unknown[]; now: Date },
): Promise<ObjectOutcome[]> =>
	db.transaction().execute(async (trx) => {
		const all = objects.map(read)
		const isNew = await note(
			trx,
			all.filter(({ code }) => code !== 'frame'),
			{ partner: partner.id, now },
		)
		const fresh = all.filter(({ id, version }) => isNew.has(`${id} ${version}`))
		const offers = fresh.flatMap(({ offer }) => (offer ? [offer] : []))
		if (offers.length > 0) await requireRoom(trx, partner.id, offers.length)
		for (const [tlp, items] of Map.groupBy(offers, (offer) => offer.tlp))
			await offerIndicators(trx, { owner: partner.id, items, tlp, now })
		await takeBack(trx, fresh, partner.id)
		return all.map((one) => toOutcome(one, isNew.has(`${one.id} ${one.version}`)))
	})
