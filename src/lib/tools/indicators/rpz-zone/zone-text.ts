import type { ZoneRules } from './zone-rules.ts'

/** Place of a zone. Names without a dot at the end. */
export type ZoneFrame = {
	/** Name of the zone: `rpz.thiqa.example`. */
	origin: string
	/** The primary that takes updates, for the SOA record. */
	nameServer: string
	/** Mailbox of who keeps it, as a name: `hostmaster.thiqa.example`. */
	mailbox: string
}

/** Seconds that an answer from the zone may be kept: a withdrawn name is open again after five minutes. */
export const ttl = 300

/** Seconds: asked every ten minutes, again after two; thrown away after seven days without the primary. */
const times = '600 120 604800 300'

/** Fields of the SOA record after its type. */
export const toSoa = ({ nameServer, mailbox }: ZoneFrame, serial: number): string =>
	`${nameServer}. ${mailbox}. ${serial} ${times}`

/** The whole zone as text of a zone file, for BIND, unbound, Knot and PowerDNS. */
export const toZoneText = (frame: ZoneFrame, serial: number, { rules }: Pick<ZoneRules, 'rules'>): string => {
	const lines = [
		'; Names that are blocked for the safety of children. Not to be shown to anyone: keep this file as you keep a key.',
		`$TTL ${ttl}`,
		`$ORIGIN ${frame.origin}.`,
		`@ IN SOA ${toSoa(frame, serial)}`,
		`@ IN NS ${frame.nameServer}.`,
	]
	for (const [owner, target] of rules)
		lines.push(`${owner} IN CNAME ${target}\n*.${owner} IN CNAME ${target}`)
	return `${lines.join('\n')}\n`
}
