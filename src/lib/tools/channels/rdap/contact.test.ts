import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card, entity, network } from '../../../../../tests/support/rdap-answers.ts'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { findContact, readCountry } from './contact.ts'
import { listHostingCandidates } from './index.ts'
import { listMails, parseJcard, readJcard } from './jcard.ts'

describe('findContact()', () => {
	test('takes the nearest contact for abuse, wherever it stands', () => {
		const deep = entity(['registrant'], 'holder@host.example', [
			entity(['technical'], 'noc@host.example', [entity(['abuse'], 'deep@host.example')]),
			entity(['abuse'], 'abuse@host.example'),
		])
		expect(findContact(network(deep))).toEqual({
			kind: 'abuse',
			contact: { email: 'abuse@host.example', name: 'Abuse desk', role: 'abuse', depth: 1 },
		})
		expect(findContact(network(deep, entity(['ABUSE'], 'near@host.example')))).toMatchObject({
			contact: { email: 'near@host.example', depth: 0 },
		})
		expect(findContact(network(deep, entity(['abuse'])))).toMatchObject({
			contact: { email: 'abuse@host.example' },
		})
	})

	test('falls back to the holder of a network and says why', () => {
		expect(
			findContact(
				network(entity(['administrative'], 'a@host.example'), entity(['registrant'], 'h@host.example')),
			),
		).toMatchObject({
			kind: 'registrant-fallback',
			why: 'no-abuse-contact',
			contact: { email: 'h@host.example', role: 'registrant' },
		})
		expect(
			findContact(network(entity(['abuse'], 'no address'), entity(['noc'], 'n@host.example'))),
		).toMatchObject({
			kind: 'registrant-fallback',
			why: 'abuse-without-mail',
			contact: { role: 'noc' },
		})
	})

	test('never tells the holder of a name, who may be the one', () => {
		const holder = entity(['registrant', 'administrative', 'technical'], 'holder@host.example')
		const domain = (...entities: unknown[]) => ({ objectClassName: 'domain', entities })
		expect(findContact(domain(holder))).toEqual({ kind: 'none', why: 'no-mail' })
		expect(findContact(domain(holder, entity(['registrar'], 'desk@registrar.example')))).toMatchObject({
			kind: 'registrant-fallback',
			contact: { email: 'desk@registrar.example', role: 'registrar' },
		})
	})

	test('says that there is nobody, or nobody with an address', () => {
		expect(findContact(network())).toEqual({ kind: 'none', why: 'no-contacts' })
		expect(findContact(network(entity(['abuse'])))).toEqual({ kind: 'none', why: 'no-mail' })
	})

	test('reads anything at all without a fault', () => {
		const key = fc.constantFrom('entities', 'roles', 'vcardArray', 'links', 'country', 'objectClassName', 'x')
		const { tree } = fc.letrec((tie) => ({
			tree: fc.oneof(
				{ depthSize: 'small' },
				fc.anything(),
				fc.array(tie('tree'), { maxLength: 4 }),
				fc.dictionary(key, tie('tree')),
				fc.constant(card('x@host.example')),
			),
		}))
		fc.assert(
			fc.property(tree, (answer) => {
				expect(['abuse', 'registrant-fallback', 'none']).toContain(findContact(answer).kind)
				readCountry(answer)
				parseJcard(answer)
			}),
		)
	})

	test('stops at six levels and five hundred contacts', () => {
		const chain = Array.from({ length: 50 }).reduce<unknown>(
			(inner) => entity(['noc'], undefined, [inner]),
			entity(['abuse'], 'deep@host.example'),
		)
		expect(findContact(network(chain))).toEqual({ kind: 'none', why: 'no-mail' })
		const many = Array.from({ length: 1_000 }, () => entity(['noc']))
		expect(findContact(network(...many, entity(['abuse'], 'late@host.example')))).toMatchObject({
			kind: 'none',
		})
	})
})

test('readCountry() takes countries, not regions or words', () => {
	expect(
		['fr', 'MA', 'EU', 'AP', 'ZZ', 'France', 5, null].map((country) => readCountry({ country })),
	).toEqual(['FR', 'MA', ...Array<undefined>(6).fill(undefined)])
})

test('listMails() takes exactly one address each, the preferred first', () => {
	const mails = [
		'a@b.example, c@d.example',
		'mailto:x@y.example',
		'<x@y.example>',
		'a b@c.example',
		'x@localhost',
		'x@y.example\r\nBcc: z@y.example',
	]
	const read = readJcard([
		'vcard',
		[
			...mails.map((value) => ['email', {}, 'text', value]),
			['email', { pref: '1' }, 'text', 'first@y.example'],
			'broken',
		],
	])
	expect(listMails(read)).toEqual(['first@y.example', 'x@y.example'])
})

test('listHostingCandidates() puts a person before registries, and each country once', () => {
	expect(listHostingCandidates(['FR', 'NL', undefined, 'NL', 'MA'], 'MA')).toEqual([
		{ country: 'MA', from: 'person' },
		{ country: 'NL', from: 'registry' },
		{ country: 'FR', from: 'registry' },
	])
	expect(listHostingCandidates([undefined])).toEqual([])
})

describeStandard('rdap', (folder) => {
	const read = (file: string): unknown => {
		try {
			return JSON.parse(readFileSync(join(folder, file), 'utf8'))
		} catch {
			return undefined
		}
	}
	test.each(globSync('jcard/*.json', { cwd: folder }).sort())('parseJcard() judges %s', (file) => {
		expect(parseJcard(read(file)).ok).toBe(!file.includes('error'))
	})

	test('of a card with one wrong property the others are read', () => {
		expect(readJcard(read('jcard/error_invalid_properties.json')).map(({ values }) => values[0])).toEqual([
			'fr',
			'pt',
			'de',
			'es',
		])
		expect(listMails(readJcard(read('jcard/example.json')))).toEqual(['simon.perreault@viagenie.ca'])
	})
})
