import {
	checkDnsFilter,
	toPlainLine,
	type ConfigFile,
	type DnsFilter,
	type DnsResolver,
} from '#tools/dns-filter'
import { toContentUuid } from './content-uuid.ts'
import { toPlist, type PlistValue } from './plist.ts'

type Payload = {
	/** Reverse domain name. The same one again replaces the profile that is installed. */
	identifier: string
	/** Title that a person sees in the settings. */
	title: string
	/** Target of the payload: an Apple type, or the preference domain of a program. */
	type: string
	values: Readonly<Record<string, PlistValue>>
}

/** A configuration profile with one payload, not signed, that its owner can remove. */
export const toProfile = ({ identifier, title, type, values }: Payload): string => {
	const uuid = toContentUuid(JSON.stringify([identifier, title, type, values]))
	return toPlist({
		PayloadContent: [
			{
				...values,
				PayloadDisplayName: title,
				PayloadIdentifier: `${identifier}.settings`,
				PayloadType: type,
				PayloadUUID: toContentUuid(`${uuid} settings`),
				PayloadVersion: 1,
			},
		],
		PayloadDisplayName: title,
		PayloadIdentifier: identifier,
		PayloadRemovalDisallowed: false,
		PayloadScope: 'System',
		PayloadType: 'Configuration',
		PayloadUUID: uuid,
		PayloadVersion: 1,
	})
}

/** A profile as a file. */
export const toProfileFile = (name: string, payload: Payload): ConfigFile => ({
	name,
	type: 'application/x-apple-aspen-config',
	text: toProfile(payload),
	purpose: 'use',
})

const toDnsProfile = (
	file: string,
	{ name, ipv4, ipv6 }: DnsResolver,
	way: Record<string, PlistValue>,
): ConfigFile => {
	const addresses = [...ipv4, ...ipv6]
	return toProfileFile(file, {
		identifier: 'local.thiqa.dns',
		title: toPlainLine(name),
		type: 'com.apple.dnsSettings.managed',
		values: { DNSSettings: { ...way, ...(addresses.length > 0 && { ServerAddresses: addresses }) } },
	})
}

/** Profile that asks the resolver over HTTPS; none if it has no such address. Removing the profile is the undo. */
export const toDohProfileFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	return resolver.doh
		? [toDnsProfile('thiqa-doh.mobileconfig', resolver, { DNSProtocol: 'HTTPS', ServerURL: resolver.doh })]
		: []
}

/** Profile that asks the resolver over TLS; none if it has no such name. Removing the profile is the undo. */
export const toDotProfileFiles = (filter: DnsFilter): ConfigFile[] => {
	const { resolver } = checkDnsFilter(filter)
	return resolver.dot
		? [toDnsProfile('thiqa-dot.mobileconfig', resolver, { DNSProtocol: 'TLS', ServerName: resolver.dot })]
		: []
}
