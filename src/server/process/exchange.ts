/** The signed channel to partners, opened once a process over the database that the start opened. */
import { AppError } from '#base'
import { openOwnKeys, type OwnKeys } from '#domains/exchange/channel/keys/server'
import { createInbox, findSealedMessage, type Handlers, type Inbox } from '#domains/exchange/channel/server'
import { createReferralHandlers } from '#domains/exchange/referrals/signed/server'
import { library } from '#domains/guide/server'
import { readConfig, type Database } from '#platform'
import type { Transaction } from 'kysely'
import { getDatabase, type Tables } from './database.ts'
import { getDeskRules } from './desk-rules.ts'
import { getReports } from './reports.ts'
import { declareSlot } from './slot.ts'

export type PartnerChannel = {
	/** Our keys for partners. */
	keys: OwnKeys
	/** Answers a request at the inbox. */
	receive: Inbox
}

type Opened = { database: Database<Tables>; channel: PartnerChannel }
const slot = declareSlot<Opened>('partner-channel')

/** Work for each type of message; a type that has nothing here stays unread in the inbox. */
const handlers: Handlers<Transaction<Tables>> = createReferralHandlers(() => ({
	time: getDeskRules().time,
	now: () => new Date(),
}))

const open = ({ kysely }: Database<Tables>): PartnerChannel => {
	const now = (): Date => new Date()
	const keys = openOwnKeys(kysely, readConfig().dataDir, now)
	const receive = createInbox<Transaction<Tables>>({
		db: kysely,
		keys,
		handlers,
		now,
		zone: library.calendar.zone,
		transact: (work) => kysely.transaction().execute(work),
		getEpoch: async () => (await getReports()).getEpoch(),
	})
	return { keys, receive }
}

/** The channel of this process, opened at first use. */
export const getPartnerChannel = (): PartnerChannel => {
	const database = getDatabase()
	const opened = slot.find()
	if (opened?.database === database) return opened.channel
	return slot.put({ database, channel: open(database) }).channel
}

/** A message of a partner as it was sealed on arrival. @throws AppError `referral.not-found` */
export const findPartnerMessage = async (id: string): Promise<{ epoch: string; sealed: Uint8Array }> => {
	const found = await findSealedMessage(getDatabase().kysely, id)
	if (found) return found
	throw new AppError('referral.not-found', 404, 'opening a message of a partner: there is none of this id')
}
