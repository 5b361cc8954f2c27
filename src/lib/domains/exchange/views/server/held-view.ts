import type { Indicator, View } from '#domains/exchange/indicators'
import { listChanges, type IndicatorTables } from '#domains/exchange/indicators/server'
import type { QueriesOf } from '#platform'

export type ViewQueries = QueriesOf<IndicatorTables>

/** Everything that a view publishes at a serial, by id. The map is another whenever something in it is. */
export type Held = { serial: number; indicators: ReadonlyMap<string, Indicator> }

export type HeldView = {
	/** Everything that is published now. */
	get: () => Promise<Held>
	/** The same beside what was published at an earlier serial; `before` is `undefined` for a serial that is still to come. */
	getSince: (serial: number) => Promise<{ held: Held; before: ReadonlyMap<string, Indicator> | undefined }>
}

/** Applies changes to what was published; the same map where there are none. */
const change = (
	indicators: ReadonlyMap<string, Indicator>,
	{ gone, come }: { gone: readonly Indicator[]; come: readonly Indicator[] },
): ReadonlyMap<string, Indicator> => {
	if (gone.length + come.length === 0) return indicators
	const next = new Map(indicators)
	for (const { id } of gone) next.delete(id)
	for (const one of come) next.set(one.id, one)
	return next
}

/** Keeps a view in memory: the first question reads all of it, every other the changes since the last. */
export const holdView = (db: ViewQueries, view: View): HeldView => {
	const empty: Held = { serial: 0, indicators: new Map() }
	let held = empty
	let looking: Promise<Held> | undefined
	const look = async (): Promise<Held> => {
		const { serial, added, removed } = await listChanges(db, { view, sinceSerial: held.serial })
		// A database that was brought back from a copy stands at an earlier serial.
		if (serial < held.serial) {
			held = empty
			return look()
		}
		const indicators = change(held.indicators, { gone: removed, come: added })
		held = { serial, indicators }
		return held
	}
	const get = async (): Promise<Held> => {
		looking ??= look().finally(() => (looking = undefined))
		return looking
	}
	const getSince: HeldView['getSince'] = async (since) => {
		for (;;) {
			const now = await get()
			if (since > now.serial || since < 0) return { held: now, before: undefined }
			const { serial, added, removed } = await listChanges(db, { view, sinceSerial: since })
			if (serial === now.serial)
				return { held: now, before: change(now.indicators, { gone: added, come: removed }) }
		}
	}
	return { get, getSince }
}

/** Keeps what was made of a map for as long as the map itself is kept, once for each marking. */
export const createMemo = <Made>(make: (indicators: ReadonlyMap<string, Indicator>, key: string) => Made) => {
	const made = new WeakMap<ReadonlyMap<string, Indicator>, Map<string, Made>>()
	return (indicators: ReadonlyMap<string, Indicator>, key: string): Made => {
		const known = made.get(indicators) ?? new Map<string, Made>()
		made.set(indicators, known)
		const found = known.get(key) ?? make(indicators, key)
		known.set(key, found)
		return found
	}
}
