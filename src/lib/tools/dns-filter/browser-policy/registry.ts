import { toPlainLine } from '#tools/dns-filter'
import type { Policy, PolicyValue } from './policy.ts'

/** Text of a value: what ends a string in a registry file is escaped, what ends a line is left out. */
const quote = (text: string): string => `"${text.replace(/[^\x20-\x7e]/g, '').replace(/["\\]/g, '\\$&')}"`

const toData = (value: boolean | number | string): string =>
	typeof value === 'string' ? quote(value) : `dword:${Number(value).toString(16).padStart(8, '0')}`

const isSimple = (value: PolicyValue): value is boolean | number | string => typeof value !== 'object'

/** A key with its own values, then the keys below it; lists are values named 1, 2, 3. */
const toKeys = (path: string, policy: Policy): string[] => {
	const entries = Object.entries(policy)
	const values = entries.flatMap(([name, value]) =>
		isSimple(value) ? [`${quote(name)}=${toData(value)}`] : [],
	)
	const below = entries.flatMap(([name, value]) => {
		if (isSimple(value)) return []
		const listed = Array.isArray(value)
			? Object.fromEntries(value.map((entry, at) => [String(at + 1), entry as PolicyValue]))
			: (value as Policy)
		// A key is emptied first: what an earlier file put there must not stay.
		return [`[-${path}\\${name}]`, '', ...toKeys(`${path}\\${name}`, listed)]
	})
	return [`[${path}]`, ...values, '', ...below]
}

const toText = (label: string, lines: readonly string[]): string =>
	[
		'Windows Registry Editor Version 5.00',
		'',
		`; ${toPlainLine(label).replace(/[^\x20-\x7e]/g, '?')}`,
		...lines,
	]
		.map((line) => `${line}\r\n`)
		.join('')

/** A file that writes policies below a key. */
export const toRegistryText = (path: string, policy: Policy, label: string): string =>
	toText(label, toKeys(path, policy))

/** A file that takes exactly these policies out again. */
export const toRegistryUndo = (path: string, policy: Policy, label: string): string => {
	const entries = Object.entries(policy)
	const values = entries.flatMap(([name, value]) => (isSimple(value) ? [`${quote(name)}=-`] : []))
	const keys = entries.flatMap(([name, value]) => (isSimple(value) ? [] : ['', `[-${path}\\${name}]`]))
	return toText(label, [`[${path}]`, ...values, ...keys])
}
