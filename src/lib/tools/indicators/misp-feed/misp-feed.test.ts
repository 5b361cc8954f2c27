import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type AnySchemaObject } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { toMispEvent, toMispManifest, type FeedEvent, type FeedIndicator } from './index.ts'

const day = '2026-11-29'
const at = new Date(`${day}T09:00:00.500Z`)
const indicator = (place: number, more: Partial<FeedIndicator> = {}): FeedIndicator => ({
	uuid: `6a1f7b0e-5a51-4c58-9d6e-0000000000${String(place).padStart(2, '0')}`,
	kind: 'domain',
	value: `blocked-${place}.example`,
	tlp: 'green',
	isWithdrawn: false,
	at,
	version: 1,
	...more,
})
const event = (...indicators: FeedIndicator[]): FeedEvent => ({
	uuid: '6a1f7b0e-5a51-4c58-9d6e-000000000099',
	day,
	info: `Blocked resources ${day}`,
	org: { name: 'Thiqa', uuid: '6a1f7b0e-5a51-4c58-9d6e-000000000001' },
	pap: 'amber',
	indicators,
})
const all = event(
	indicator(1),
	indicator(2, { kind: 'url', value: 'https://blocked.example/x', tlp: 'amber' }),
	indicator(3, { kind: 'sha256', value: 'ab'.repeat(32) }),
	indicator(4, { kind: 'md5', value: 'ab'.repeat(16) }),
	indicator(5, { kind: 'pdq', value: 'cd'.repeat(32) }),
	indicator(6, { isWithdrawn: true, version: 2 }),
)
const stampOf = (given: FeedEvent) => Number(toMispEvent(given).Event.timestamp)

describeStandard('misp', (folder) => {
	const readSchema = (name: string): AnySchemaObject => {
		const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as AnySchemaObject
		// Draft 4 names itself otherwise; one word stands at the wrong depth in both schemas.
		const { $schema: _draft, id: _id, ...rest } = schema
		const { sharing_group: group } = rest['defs'] as {
			sharing_group: { properties: Record<string, unknown> }
		}
		delete group.properties['required']
		return rest
	}
	test.each(['misp-core-format.schema.json', 'pymisp-event.schema.json'])('an event is one to %s', (name) => {
		const validate = new Ajv({ strict: false, allErrors: true }).compile(readSchema(name))
		expect(validate(toMispEvent(all)) || validate.errors).toBe(true)
		expect(validate({ Event: { ...toMispEvent(all).Event, timestamp: 7 } })).toBe(false)
	})

	test('has the fields of the sample that PyMISP has loaded', () => {
		const sample = JSON.parse(
			readFileSync(join(folder, 'own-sample-feed', '6a1f7b0e-5a51-4c58-9d6e-000000000010.json'), 'utf8'),
		) as { Event: object }
		expect(Object.keys(toMispEvent(all).Event).sort()).toEqual(Object.keys(sample.Event).sort())
		const manifest = JSON.parse(
			readFileSync(join(folder, 'own-sample-feed', 'manifest.json'), 'utf8'),
		) as object
		const [listed = {}] = Object.values(toMispManifest([{ event: all, digest: 'ab' }])) as object[]
		const [wanted = {}] = Object.values(manifest) as object[]
		expect(Object.keys(listed).sort()).toEqual(Object.keys(wanted).sort())
	})

	test('every tag stands in its taxonomy', () => {
		const known = ['tlp', 'PAP', 'rsit'].flatMap((name) => {
			const taxonomy = JSON.parse(readFileSync(join(folder, `taxonomy-${name}.json`), 'utf8')) as {
				predicates: { value: string }[]
				values?: { predicate: string; entry: { value: string }[] }[]
			}
			return [
				...taxonomy.predicates.map(({ value }) => `${name}:${value}`),
				...(taxonomy.values ?? []).flatMap(({ predicate, entry }) =>
					entry.map(({ value }) => `${name}:${predicate}="${value}"`),
				),
			]
		})
		for (const tlp of ['clear', 'green', 'amber', 'amber+strict'])
			for (const pap of ['clear', 'green', 'amber', 'red'])
				for (const { name } of toMispEvent({ ...event(indicator(1, { tlp })), pap }).Event.Tag)
					expect(known).toContain(name)
	})
})

describe('toMispEvent()', () => {
	test('marks the event by the strictest of what is in it, and each attribute by its own', () => {
		const { Tag, Attribute } = toMispEvent(all).Event
		expect(Tag.map(({ name }) => name)).toEqual(['tlp:amber', 'PAP:AMBER', 'rsit:abusive-content="violence"'])
		expect(Attribute.map((one) => one.Tag[0]?.name).slice(0, 2)).toEqual(['tlp:green', 'tlp:amber'])
	})

	test('says that something is withdrawn, and no longer what', () => {
		const withdrawn = toMispEvent(event(indicator(1, { isWithdrawn: true, version: 2 })))
		expect(JSON.stringify(withdrawn)).not.toContain('blocked-1')
		expect(withdrawn.Event.Attribute[0]).toMatchObject({ deleted: true, uuid: indicator(1).uuid })
	})

	test('of things withdrawn, no two values are alike', () => {
		const kinds = ['domain', 'url', 'sha256', 'md5', 'pdq'] as const
		const gone = kinds.flatMap((kind) => [1, 2].map((place) => indicator(place, { kind, isWithdrawn: true })))
		const values = toMispEvent(event(...gone)).Event.Attribute.map(({ type, value }) => `${type} ${value}`)
		expect(new Set(values).size).toBe(gone.length)
	})

	test('grows in time with every change, also within a second', () => {
		const change = fc.record({ place: fc.nat(4), milliseconds: fc.nat(1500) })
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
				const held = Array.from({ length: 5 }, (_, place) => indicator(place))
				let now = at.getTime()
				for (const { place, milliseconds } of changes) {
					const before = {
						event: stampOf(event(...held)),
						one: stampOf(event(...held.slice(place, place + 1))),
					}
					now += milliseconds
					const one = held[place] ?? indicator(place)
					held[place] = { ...one, version: one.version + 1, at: new Date(now) }
					expect(stampOf(event(...held))).toBeGreaterThan(before.event)
					expect(stampOf(event(held[place]))).toBeGreaterThan(before.one)
				}
			}),
		)
	})

	test('writes nothing that is for named persons only', () => {
		expect(() => toMispEvent(event(indicator(1, { tlp: 'red' })))).toThrow(/red/u)
	})
})
