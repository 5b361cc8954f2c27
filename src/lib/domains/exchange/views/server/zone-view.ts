/** The zone that resolvers block by, one for each marking: whole, and as what changed since a serial. */
import { mayShare, type Tlp } from '#domains/exchange/partners'
import type { Indicator } from '#domains/exchange/indicators'
import {
	toSerial,
	toUpdateText,
	toZoneRules,
	toZoneText,
	type ZoneFrame,
	type ZoneRules,
} from '#tools/indicators/rpz-zone'
import { createMemo, holdView, type ViewQueries } from './held-view.ts'

/** Names of a zone: all stand below the host name of the site. */
type ZonePlace = { frame: ZoneFrame; stopPage: string; exceptions: readonly string[] }

/** Place of the zone of a marking: `amber.rpz.thiqa.example`, its stop page at `stop.thiqa.example`. */
export const toZonePlace = (host: string, tlp: Tlp): ZonePlace => ({
	frame: {
		origin: `${tlp.replace('+', '-')}.rpz.${host}`,
		nameServer: `ns.${host}`,
		mailbox: `hostmaster.${host}`,
	},
	stopPage: `stop.${host}`,
	// Whoever is stopped must reach the page that explains, and the help on the site.
	exceptions: [host, `stop.${host}`],
})

export type ZoneView = {
	getZone: (tlp: Tlp) => Promise<{ serial: number; text: string }>
	/** Text that `nsupdate` sends to a primary that stands at a serial, empty when there is nothing to do; `undefined`: it loads the whole zone. */
	findUpdate: (tlp: Tlp, since: number) => Promise<string | undefined>
}

/** @param host - host name of the site, without a dot at the end */
export const createZoneView = (db: ViewQueries, host: string): ZoneView => {
	const view = holdView(db, 'rpz')
	const placeOf = (tlp: Tlp) => toZonePlace(host, tlp)
	const toRules = (indicators: ReadonlyMap<string, Indicator>, tlp: Tlp): ZoneRules => {
		const { frame, stopPage, exceptions } = placeOf(tlp)
		const shared = [...indicators.values()].filter((one) => mayShare({ tlpMost: tlp }, one.tlp))
		const blocked = shared.map(({ value }) => value)
		return toZoneRules({ blocked, exceptions }, { origin: frame.origin, stopPage })
	}
	const memo = createMemo((indicators, tlp) => toRules(indicators, tlp as Tlp))
	return {
		getZone: async (tlp) => {
			const { serial, indicators } = await view.get()
			return {
				serial: toSerial(serial),
				text: toZoneText(placeOf(tlp).frame, toSerial(serial), memo(indicators, tlp)),
			}
		},
		findUpdate: async (tlp, since) => {
			const { held, before } = await view.getSince(since)
			if (!before) return undefined
			if (since === held.serial) return ''
			return toUpdateText(
				placeOf(tlp).frame,
				{ ...memo(before, tlp), serial: toSerial(since) },
				{ ...memo(held.indicators, tlp), serial: toSerial(held.serial) },
			)
		},
	}
}
