/**
 * Who may fetch a zone, as two servers read it: keys (TSIG, RFC 8945) and for each zone a list of those that open it. A list without a key lets
 * nobody in. BIND: https://bind9.readthedocs.io/en/stable/reference.html#acl-block-grammar, Knot: https://www.knot-dns.cz/docs/latest/html/reference.html#acl-section
 */

/** A key as both ends write it down. `secret`: base64. */
type TransferKey = { name: string; algorithm: string; secret: string }

/** Keys that open a zone; `list` is the name by which its configuration speaks of them. */
export type TransferList = { list: string; keys: readonly TransferKey[] }

const head = 'Written from the directory of partners, again and again: a change made here is lost.'

/** Characters that need no quotation in either file. */
const require = (text: string, shape: RegExp): string => {
	if (!shape.test(text)) throw new Error('writing keys for transfers: one of them is of another form')
	return text
}
const toName = (name: string): string => require(name, /^[a-z0-9][a-z0-9.-]{0,253}$/u)
const toSecret = (secret: string): string => require(secret, /^[A-Za-z0-9+/]{16,128}={0,2}$/u)

/** Every key once, by its name. */
const listKeys = (lists: readonly TransferList[]): TransferKey[] =>
	[...new Map(lists.flatMap(({ keys }) => keys).map((key) => [key.name, key])).values()].sort((a, b) =>
		a.name < b.name ? -1 : 1,
	)

/** A file that `named.conf` includes: `allow-transfer { <list>; };` opens a zone. */
export const toBindKeys = (lists: readonly TransferList[]): string =>
	[
		`// ${head}`,
		...listKeys(lists).map(
			({ name, algorithm, secret }) =>
				`key "${toName(name)}" { algorithm ${toName(algorithm)}; secret "${toSecret(secret)}"; };`,
		),
		...lists.map(({ list, keys }) => {
			const names = keys.map(({ name }) => `key "${toName(name)}";`)
			return `acl "${toName(list)}" { ${names.length > 0 ? names.join(' ') : 'none;'} };`
		}),
		'',
	].join('\n')

/** A file that `knot.conf` includes: `acl: [<list>]` opens a zone. An entry without a key would let everybody in, so an empty one says no. */
export const toKnotKeys = (lists: readonly TransferList[]): string => {
	const keys = listKeys(lists)
	return [
		`# ${head}`,
		...(keys.length > 0 ? ['key:'] : []),
		...keys.flatMap(({ name, algorithm, secret }) => [
			`  - id: ${toName(name)}`,
			`    algorithm: ${toName(algorithm)}`,
			`    secret: ${toSecret(secret)}`,
		]),
		'acl:',
		...lists.flatMap(({ list, keys: own }) => [
			`  - id: ${toName(list)}`,
			'    action: [transfer]',
			own.length > 0 ? `    key: [${own.map(({ name }) => toName(name)).join(', ')}]` : '    deny: on',
		]),
		'',
	].join('\n')
}
