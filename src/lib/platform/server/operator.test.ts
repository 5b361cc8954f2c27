import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { stringify } from 'yaml'
import { makeNoteKey, toVerifierKey } from '#tools/seal/signed-note'
import { parseOperator, readOperator } from './operator.ts'

const root = makeNoteKey('desk.example/root', 'ed25519', new Uint8Array(32).fill(1))
const seer = makeNoteKey('witness.example/w1', 'cosignature', new Uint8Array(32).fill(2))
const both = (fr: string) => ({ ar: `${fr} (ar)`, fr })

const complete = {
	name: both('Bureau d’essai'),
	legalBasis: both('Texte d’essai'),
	contact: { email: 'desk@desk.example' },
	hours: both('Tous les jours'),
	rootKey: toVerifierKey(root),
	escrowHolders: ['A', 'B', 'C', 'D', 'E'],
	goLive: { approvedBy: 'F', on: '2026-11-24' },
}
const witness = { name: both('Témoin d’essai'), key: toVerifierKey(seer), url: 'https://witness.example' }
const other = {
	...witness,
	key: toVerifierKey(makeNoteKey('other.example/w2', 'cosignature', new Uint8Array(32).fill(3))),
}
const mail = {
	host: 'mail.desk.example',
	port: 465,
	secure: true,
	from: 'notices@desk.example',
	dkim: { domain: 'desk.example', selector: 's1' },
}
const hoursOf = (usual: Record<string, string>) => ({ desk: { hours: { usual } } })
const read = (value: unknown) => parseOperator(stringify(value))
const names = Object.keys(complete)

test('a complete file makes the installation a real one', () => {
	expect(read({ ...complete, witnesses: [witness] })).toEqual({
		ok: true,
		value: {
			state: 'live',
			record: { ...complete, rootKey: root },
			witnesses: [{ ...witness, key: seer }],
			quorum: 1,
			desk: {},
		},
	})
})

test('more than half of the witnesses must sign, unless the operator says how many; none in a demonstration', () => {
	const third = {
		...witness,
		key: toVerifierKey(makeNoteKey('w.example/3', 'cosignature', new Uint8Array(32).fill(4))),
	}
	const quorumOf = (value: Record<string, unknown>) => {
		const parsed = read(value)
		return parsed.ok ? parsed.value.quorum : parsed.issues[0]?.path
	}
	expect(quorumOf({ ...complete, witnesses: [witness] })).toBe(1)
	expect(quorumOf({ ...complete, witnesses: [witness, other] })).toBe(2)
	expect(quorumOf({ ...complete, witnesses: [witness, other, third] })).toBe(2)
	expect(quorumOf({ ...complete, witnesses: [witness, other, third], quorum: 3 })).toBe(3)
	expect(quorumOf({ witnesses: [witness], quorum: 1 })).toBe(0)
})

test('without a word it is a demonstration in which everything is missing', () => {
	expect(parseOperator('# nothing yet\n')).toEqual({
		ok: true,
		value: { state: 'demonstration', missing: names, witnesses: [], quorum: 0, desk: {} },
	})
})

test('whatever is left out or empty is named, and nothing but all of it makes it real', () => {
	fc.assert(
		fc.property(fc.subarray(names, { maxLength: names.length - 1 }), fc.boolean(), (kept, empty) => {
			const rest = Object.fromEntries(
				names.filter((name) => !kept.includes(name)).map((name) => [name, null]),
			)
			const given = Object.fromEntries(Object.entries(complete).filter(([name]) => kept.includes(name)))
			const parsed = read(empty ? { ...given, ...rest } : given)
			expect(parsed.ok && parsed.value).toEqual({
				state: 'demonstration',
				missing: names.filter((name) => !kept.includes(name)),
				witnesses: [],
				quorum: 0,
				desk: {},
			})
		}),
	)
})

test.each([
	['a field that is not known', { ...complete, phone: '5' }, 'phone'],
	['a name in one language', { ...complete, name: { fr: 'x' } }, 'name.ar'],
	[
		'a root key with a letter changed',
		{ ...complete, rootKey: toVerifierKey(root).replace('desk', 'desc') },
		'rootKey',
	],
	['the key of a witness as root key', { ...complete, rootKey: toVerifierKey(seer) }, 'rootKey'],
	['four holders', { ...complete, escrowHolders: ['A', 'B', 'C', 'D'] }, 'escrowHolders'],
	[
		'one person who holds two shares',
		{ ...complete, escrowHolders: ['A', 'B', 'C', 'D', 'A'] },
		'escrowHolders',
	],
	['a day that is none', { ...complete, goLive: { approvedBy: 'F', on: 'soon' } }, 'goLive.on'],
	[
		'a witness with the key of a record',
		{ witnesses: [{ ...witness, key: toVerifierKey(root) }] },
		'witnesses.0.key',
	],
	['a real desk without a witness', complete, 'witnesses'],
	['more witnesses wanted than there are', { ...complete, witnesses: [witness], quorum: 2 }, 'quorum'],
	['no witness wanted', { ...complete, witnesses: [witness], quorum: 0 }, 'quorum'],
	[
		'a witness over the open network',
		{ witnesses: [{ ...witness, url: 'http://witness.example' }] },
		'witnesses.0.url',
	],
	[
		'a witness with an account',
		{ witnesses: [{ ...witness, url: 'https://a:b@witness.example' }] },
		'witnesses.0.url',
	],
	[
		'a witness without an address',
		{ witnesses: [{ name: witness.name, key: witness.key }] },
		'witnesses.0.url',
	],
	['a witness named twice', { witnesses: [witness, witness] }, 'witnesses'],
	['a text', 'Bureau', ''],
	['hours that end before they begin', hoursOf({ mon: '16:30-08:30' }), 'desk.hours'],
	['hours at the same time', hoursOf({ mon: '08:30-12:00, 11:00-16:00' }), 'desk.hours'],
	['a day of 25 hours', hoursOf({ mon: '08:30-24:01' }), 'desk.hours'],
	['a week without a day', hoursOf({}), 'desk.hours'],
	['a day that no week has', hoursOf({ lundi: '08:30-16:30' }), 'desk.hours'],
	['a schedule of half days', { desk: { retention: { closed: 0.5 } } }, 'desk.retention.closed'],
	['no day at all', { desk: { retention: { closed: 0 } } }, 'desk.retention.closed'],
	['a limit that is not known', { desk: { exposure: { hoursADay: 4 } } }, 'desk.exposure.hoursADay'],
	['a setting that is not known', { desk: { nights: true } }, 'desk.nights'],
	['mail to a host that is none', { mail: { ...mail, host: 'mail your.name' } }, 'mail.host'],
	['mail to a port that no machine has', { mail: { ...mail, port: 70_000 } }, 'mail.port'],
	['mail with a password in the file', { mail: { ...mail, password: 'x' } }, 'mail.password'],
	['mail without a signature', { mail: { ...mail, dkim: undefined } }, 'mail.dkim'],
	['mail signed for somebody else', { mail: { ...mail, from: 'desk@other.example' } }, 'mail'],
	['registries asked by the word of a person', { exchange: { lookups: 'yes' } }, 'exchange.lookups'],
	['mail by the word of a person', { mail: { ...mail, secure: 'yes' } }, 'mail.secure'],
])('refuses %s and says where', (_, value, path) => {
	const parsed = read(value)
	expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([path])
})

test('a desk has its hours by the day, with the pause of Friday, those of Ramadan, and its own limits', () => {
	const day = '08:30-16:30'
	const usual = { mon: day, tue: day, wed: day, thu: day, fri: '08:30-12:00, 14:30-17:30' }
	const ramadan = { mon: '09:00-15:00', sun: '20:00-24:00' }
	const limits = {
		retention: { closed: 365, closedByCategory: { 'abuse-material': 400 } },
		exposure: { minutesADay: 120, pause: 20 },
	}
	const parsed = read({ desk: { hours: { usual, ramadan }, ...limits } })
	const office = [[510, 990]]
	const friday = [[510, 720], [870, 1050]] // prettier-ignore
	expect(parsed.ok && parsed.value.desk).toEqual({
		hours: {
			usual: [office, office, office, office, friday, [], []],
			ramadan: [[[540, 900]], [], [], [], [], [], [[1200, 1440]]],
		},
		...limits,
	})
	const same = read({ desk: { hours: { usual: { sat: day } } } })
	const week = [[], [], [], [], [], office, []]
	expect(same.ok && same.value.desk.hours).toEqual({ usual: week, ramadan: week })
	expect(read({ desk: { hours: 'always' } })).toMatchObject({
		ok: true,
		value: { desk: { hours: 'always' } },
	})
})

test('registries may be asked where the operator says so, and else nothing is said', () => {
	expect(parseOperator('exchange: { lookups: true }')).toMatchObject({
		value: { exchange: { lookups: true } },
	})
	expect(parseOperator('desk: {}')).not.toHaveProperty('value.exchange')
})

test('mail has a server, an address and a signature, and is left out where there is none', () => {
	expect(read({ mail: { ...mail, user: 'desk' } })).toMatchObject({
		value: { mail: { ...mail, user: 'desk' } },
	})
	const sub = { ...mail, from: 'desk@notices.desk.example' }
	expect(read({ mail: sub })).toMatchObject({ value: { mail: sub } })
	const none = read({ mail: null })
	expect(none.ok && none.value).not.toHaveProperty('mail')
})

test('a broken file stops the start, and none at all does not', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-operator-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	expect((await readOperator(folder)).state).toBe('demonstration')
	writeFileSync(join(folder, 'operator.yaml'), 'name: [')
	await expect(readOperator(folder)).rejects.toMatchObject({ code: 'operator.wrong' })
	writeFileSync(join(folder, 'operator.yaml'), stringify({ ...complete, witnesses: [witness] }))
	expect((await readOperator(folder)).state).toBe('live')
})
