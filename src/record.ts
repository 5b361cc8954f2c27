import {
	keepSequencing,
	onShutdown,
	openRecord,
	type Config,
	type Database,
	type Log,
	type Operator,
	type PublicRecord,
} from '#platform'

type Opened = { record: PublicRecord; operator: Operator }

/** `npm run dev` reads this file again after a change: the record that is open stays open. */
const kept = globalThis as { thiqaRecord?: Opened }

/** Opens the public record and keeps giving entries their place, in a process that takes reports or works on them. */
export const startRecord = async ({
	config,
	database,
	operator,
	log,
}: {
	config: Config
	database: Database
	operator: Operator
	log: Log
}): Promise<void> => {
	const isNeeded = config.roles.includes('intake') || config.roles.includes('desk')
	if (kept.thiqaRecord || !isNeeded) return
	const witnesses = operator.witnesses.map(({ key }) => key)
	const { dataDir, origin } = config
	const record = await openRecord({ kysely: database.kysely, dataDir, origin, witnesses })
	kept.thiqaRecord = { record, operator }
	onShutdown(keepSequencing(record, { log }))
}

/** The public record of this process and who answers for it; `undefined` in one that takes no reports. */
export const findRecord = (): Opened | undefined => kept.thiqaRecord
