/** Answers of registries, invented. */

/** A jCard with one address of mail. */
export const card = (email: string, name = 'Abuse desk') => [
	'vcard',
	[
		['version', {}, 'text', '4.0'],
		['fn', {}, 'text', name],
		['email', {}, 'text', email],
	],
]
/** A contact with roles, an address if there is one, and contacts of its own. */
export const entity = (roles: string[], email?: string, entities: unknown[] = []) => ({
	objectClassName: 'entity',
	roles,
	entities,
	...(email === undefined ? {} : { vcardArray: card(email) }),
})
/** A network with its contacts. */
export const network = (...entities: unknown[]) => ({
	objectClassName: 'ip network',
	country: 'FR',
	entities,
})

/** Registries at home, in the form of IANA. */
export const registryFiles = {
	dns: {
		version: '1.0',
		services: [
			[['example'], ['http://rdap.names.test', 'https://rdap.names.test/']],
			[['co.example'], ['https://rdap.co.test/v1']],
		],
	},
	ipv4: {
		version: '1.0',
		services: [
			[['192.0.2.0/24'], ['https://rdap.addresses.test/']],
			[['192.0.0.0/16'], ['https://rdap.wide.test/']],
			[['198.51.100.0/24'], ['https://rdap.afrinic.net/rdap/']],
		],
	},
	ipv6: { version: '1.0', services: [[['2001:db8::/32'], ['https://rdap.six.test/']]] },
}
