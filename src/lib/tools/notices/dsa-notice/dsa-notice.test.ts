import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeDsaNotice, type DsaNotice } from './index.ts'

const labels = {
	title: 'TITLE',
	locations: 'WHERE',
	whereInside: 'INSIDE',
	explanation: 'WHY',
	notifier: 'WHO',
	notifierWithheld: 'withheld',
	goodFaith: 'GOOD FAITH',
}
const notice: DsaNotice = {
	concerns: 'child-sexual-abuse',
	locations: ['https://host.example/a?b=c#d', 'http://host.example/e'],
	explanation: 'First reason.\nSecond reason.',
}
const notifier = { name: 'A desk', email: 'desk@desk.example' }

test('writeDsaNotice() writes the four parts of article 16(2), addresses as they are', () => {
	const given: DsaNotice = { ...notice, whereInside: 'third post', notifier }
	expect(writeDsaNotice(given, labels)).toEqual({
		ok: true,
		value:
			'TITLE\n\n' +
			'WHERE\n  https://host.example/a?b=c#d\n  http://host.example/e\n\n' +
			'INSIDE\n  third post\n\n' +
			'WHY\n  First reason.\n  Second reason.\n\n' +
			'WHO\n  A desk <desk@desk.example>\n\n' +
			'GOOD FAITH\n',
	})
})

test('an account says where it is, beside addresses or without any, on a line of its own', () => {
	const accounts = [{ service: 'Game', name: 'some\nWHO' }]
	expect(writeDsaNotice({ ...notice, accounts }, labels)).toMatchObject({
		value: expect.stringContaining('http://host.example/e\n  Game: some WHO\n\n') as string,
	})
	expect(writeDsaNotice({ ...notice, locations: [], accounts }, labels)).toMatchObject({
		value: expect.stringContaining('WHERE\n  Game: some WHO\n\n') as string,
	})
})

test('the name may be withheld, and the notice says so', () => {
	expect(writeDsaNotice(notice, labels)).toMatchObject({
		value: expect.stringContaining('WHO\n  withheld') as string,
	})
})

test.each<[string, Partial<DsaNotice>]>([
	['locations', { locations: [] }],
	['locations', { locations: ['https://a.example/', 'somewhere'] }],
	['locations', { locations: ['data:text/plain,x'] }],
	['locations', { locations: ['https://a.example/\nWHO'] }],
	['accounts', { accounts: [{ service: ' ', name: '\u202e' }] }],
	['explanation', { explanation: ' \n' }],
	['notifier.name', { notifier: { ...notifier, name: '\u202e' } }],
	['notifier.email', { notifier: { ...notifier, email: 'nobody' } }],
])('writeDsaNotice() names %s when it is missing or wrong', (path, change) => {
	const written = writeDsaNotice({ ...notice, ...change } as DsaNotice, labels)
	expect(written).toMatchObject({ ok: false, issues: [{ path }] })
})

test('no field can write a line that looks like another part, whatever it holds', () => {
	const hostile = fc.string({
		unit: fc.constantFrom('W', 'H', 'O', '\n', '\r', '\u2028', '\u0085', '\u202e', ' ', '\u0000'),
	})
	fc.assert(
		fc.property(hostile, hostile, hostile, (explanation, whereInside, name) => {
			const written = writeDsaNotice(
				{
					...notice,
					explanation: `x${explanation}`,
					whereInside,
					notifier: { ...notifier, name: `N${name}` },
				},
				labels,
			)
			if (!written.ok) throw new Error('all fields are there')
			const labelled = written.value.split(/[\n\r\u2028\u0085]/u).filter((line) => /^\S/u.test(line))
			expect(labelled.filter((line) => line !== 'INSIDE')).toEqual([
				'TITLE',
				'WHERE',
				'WHY',
				'WHO',
				'GOOD FAITH',
			])
			// eslint-disable-next-line no-control-regex
			expect(written.value).not.toMatch(/[\u202e\u0000]/u)
		}),
	)
})
