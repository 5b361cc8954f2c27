import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	addToSerial,
	isLaterSerial,
	toDnsmasqLines,
	toSerial,
	toUpdateText,
	toZoneRules,
	toZoneText,
	type ListedNames,
} from './index.ts'

const frame = {
	origin: 'rpz.thiqa.example',
	nameServer: 'ns.thiqa.example',
	mailbox: 'hostmaster.thiqa.example',
}
const place = { origin: frame.origin, stopPage: 'stop.thiqa.example' }
const make = (names: Partial<ListedNames>) => toZoneRules({ blocked: [], exceptions: [], ...names }, place)

describe('serials', () => {
	test.each([
		[1, 0],
		[44, 0],
		[100, 0],
		[100, 44],
		[200, 100],
		[255, 200],
		[0, 255],
		[100, 255],
		[0, 200],
		[44, 200],
	])('of 8 bits, %i comes after %i (RFC 1982, 5.2)', (later, earlier) => {
		expect(isLaterSerial(later, earlier, 8)).toBe(true)
		expect(isLaterSerial(earlier, later, 8)).toBe(false)
	})

	test('half a circle apart, neither comes after the other (RFC 1982, 3.2)', () => {
		expect([isLaterSerial(0, 128, 8), isLaterSerial(128, 0, 8)]).toEqual([false, false])
	})

	test('wrap around (RFC 1982, 5.1 and 5.2)', () => {
		expect(addToSerial(255, 1, 8)).toBe(0)
		expect(addToSerial(200, 100, 8)).toBe(44)
		expect(addToSerial(4_294_967_295, 1)).toBe(0)
		expect(toSerial(2 ** 32 + 7)).toBe(7)
		expect(() => addToSerial(1, 128, 8)).toThrow(/not defined/u)
	})

	test('after any allowed number of steps are later', () => {
		fc.assert(
			fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (serial, steps) => {
				const later = addToSerial(serial, steps)
				expect([isLaterSerial(later, serial), isLaterSerial(serial, later)]).toEqual([true, false])
			}),
		)
	})
})

describe('toZoneRules()', () => {
	test('drops what a rule above does already, and keeps an exception below a blocked name only', () => {
		const { rules } = make({
			blocked: ['one.example', 'www.one.example', 'two.example'],
			exceptions: ['ok.one.example', 'free.example'],
		})
		expect([...rules]).toEqual([
			['ok.one.example', 'rpz-passthru.'],
			['one.example', 'stop.thiqa.example.'],
			['two.example', 'stop.thiqa.example.'],
		])
	})

	test('closes the labels between an exception and the blocked name above it', () => {
		const { rules } = make({ blocked: ['one.example'], exceptions: ['a.b.one.example'] })
		expect(rules.get('b.one.example')).toBe('stop.thiqa.example.')
	})

	test('an exception wins over the same name', () => {
		expect(make({ blocked: ['one.example'], exceptions: ['one.example'] }).rules.size).toBe(0)
	})

	test.each([
		'a\nb IN A 192.0.2.1.example',
		'one.example.',
		'*.example',
		'A.example',
		'example',
		'a..example',
	])('leaves out %j, which is no host name in the letters of DNS', (name) => {
		expect(make({ blocked: [name] })).toEqual({ rules: new Map(), leftOut: [name] })
	})

	test('leaves out a name that does not fit with the name of the zone', () => {
		const label = 'a'.repeat(58)
		const long = `${label}.${label}.${label}.${label}.example`
		expect(make({ blocked: [long] }).leftOut).toEqual([long])
	})
})

describe('toZoneText()', () => {
	test('writes each name beside what is below it, and a zone that is thrown away after seven days', () => {
		const lines = toZoneText(frame, 7, make({ blocked: ['one.example'] })).split('\n')
		expect(lines).toContain('@ IN SOA ns.thiqa.example. hostmaster.thiqa.example. 7 600 120 604800 300')
		expect(lines.slice(-3)).toEqual([
			'one.example IN CNAME stop.thiqa.example.',
			'*.one.example IN CNAME stop.thiqa.example.',
			'',
		])
	})
})

describe('toUpdateText()', () => {
	const change = (before: readonly string[], after: readonly string[]) =>
		toUpdateText(
			frame,
			{ ...make({ blocked: before }), serial: 7 },
			{ ...make({ blocked: after }), serial: 8 },
		)

	test('changes exactly what differs, and only a zone that stands at the serial before', () => {
		expect(change(['gone.example', 'kept.example'], ['kept.example', 'new.example'])).toBe(
			[
				'zone rpz.thiqa.example.',
				'prereq yxrrset rpz.thiqa.example. SOA ns.thiqa.example. hostmaster.thiqa.example. 7 600 120 604800 300',
				'update delete gone.example.rpz.thiqa.example. CNAME',
				'update delete *.gone.example.rpz.thiqa.example. CNAME',
				'update add new.example.rpz.thiqa.example. 300 CNAME stop.thiqa.example.',
				'update add *.new.example.rpz.thiqa.example. 300 CNAME stop.thiqa.example.',
				'update add rpz.thiqa.example. 300 SOA ns.thiqa.example. hostmaster.thiqa.example. 8 600 120 604800 300',
				'send',
				'',
			].join('\n'),
		)
	})

	test('gives no update that does not fit into one message', () => {
		const many = Array.from({ length: 2000 }, (_, at) => `name-${at}.example`)
		expect(change([], many)).toBeUndefined()
	})

	test('brings the rules of any list to those of any other', () => {
		const names = fc.subarray(['a.example', 'b.example', 'c.a.example', 'd.c.a.example', 'e.example'])
		const listed = fc.record({ blocked: names, exceptions: names })
		fc.assert(
			fc.property(listed, listed, (one, other) => {
				const [before, after] = [make(one), make(other)]
				const zone = new Map(before.rules)
				const text = toUpdateText(frame, { ...before, serial: 1 }, { ...after, serial: 2 }) ?? ''
				for (const [, act, owner = '', target = ''] of text.matchAll(
					/^update (delete|add) ([^*\s]+)\.rpz\.thiqa\.example\. (?:300 )?CNAME ?(.*)$/gmu,
				))
					if (act === 'delete') zone.delete(owner)
					else zone.set(owner, target)
				expect(new Map([...zone].sort())).toEqual(new Map([...after.rules].sort()))
			}),
		)
	})
})

test('toDnsmasqLines() writes the same rules for dnsmasq', () => {
	const rules = make({ blocked: ['one.example'], exceptions: ['ok.one.example'] })
	expect(toDnsmasqLines(rules, ['192.0.2.200', '2001:db8::200'])).toBe(
		'server=/ok.one.example/#\naddress=/one.example/192.0.2.200\naddress=/one.example/2001:db8::200\n',
	)
})
