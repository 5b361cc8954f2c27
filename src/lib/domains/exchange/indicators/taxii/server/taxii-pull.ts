/** Pulls collections of partners. Whatever comes is an offer or feedback, as if it had been sent: nothing is published by itself. */
import { AppError, toLocalDay } from '#base'
import { mayFlow, type Channel, type Partner } from '#domains/exchange/partners'
import { listPartners } from '#domains/exchange/partners/server'
import { pullCollection, type Ask, type Pulled } from '#tools/channels/taxii/client'
import type { IndicatorDatabase } from '../../server/indicator-tables.ts'
import { takeObjects } from './inbox-store.ts'

type Given = {
	db: IndicatorDatabase
	/** Asks other machines; whoever gives it has to guard it. */
	ask: Ask
	/** Header by which a channel knows us. */
	findAuthorization: (channel: Channel) => string | undefined
	zone: string
	now: () => Date
}

/** Fault `full`: of what it offers too much waits for the desk already. The next walk begins where this one did. */
type Walked = Omit<Pulled, 'fault'> & { fault: Pulled['fault'] | 'full' }

const pullChannel = async (given: Given, partner: Partner, channel: Channel): Promise<Walked> => {
	const { db, ask, findAuthorization, now } = given
	const known = await db
		.selectFrom('taxii_checkpoint')
		.select('added_after')
		.where('channel', '=', channel.id)
		.executeTakeFirst()
	const checkpoint = known?.added_after ?? undefined
	const pulled = await pullCollection({
		ask,
		collection: channel.address.endsWith('/') ? channel.address : `${channel.address}/`,
		checkpoint,
		authorization: findAuthorization(channel),
		take: async (objects) => void (await takeObjects(db, { partner, objects, now: now() })),
	}).catch((problem: unknown): Walked => {
		if (problem instanceof AppError && problem.code === 'indicator.too-many-wait')
			return { checkpoint, objects: 0, fault: 'full' }
		throw problem
	})
	const row = { added_after: pulled.checkpoint ?? null, fault: pulled.fault ?? null, pulled_at: now() }
	await db
		.insertInto('taxii_checkpoint')
		.values({ channel: channel.id, ...row })
		.onConflict((conflict) => conflict.column('channel').doUpdateSet(row))
		.execute()
	return pulled
}

/** Pulls from every partner that we may pull from, one after the other; what is wrong with one is no matter to the next. Answer: how many objects came. */
export const pullPartners = async (given: Given): Promise<number> => {
	const today = toLocalDay(given.now(), given.zone)
	let count = 0
	for (const partner of await listPartners(given.db)) {
		if (!mayFlow(partner, 'indicators', today)) continue
		for (const channel of partner.channels)
			if (channel.kind === 'taxii') count += (await pullChannel(given, partner, channel)).objects
	}
	return count
}
