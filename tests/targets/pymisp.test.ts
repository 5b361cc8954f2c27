/**
 * Our events, read by the library that people write to MISP with (https://github.com/MISP/PyMISP). No package of Debian or npm brings it: `PYTHONPATH` names a checkout with
 * its metadata beside it, and Python finds it there; else these tests are skipped, and its schema is what events are held to (`misp-feed.test.ts`).
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toMispEvent, type FeedIndicator } from '../../src/lib/tools/indicators/misp-feed/index.ts'
import { makeFolder } from '../support/child.ts'
import { run } from '../support/programs.ts'

const python = process.env['PYTHON'] ?? '/usr/bin/python3'
const isThere = run(python, ['-c', 'import pymisp']).status === 0

const script = `
import json, sys
from pymisp import MISPEvent
event = MISPEvent()
event.load_file(sys.argv[1])
again = MISPEvent()
again.from_json(event.to_json())
print(json.dumps({
    'uuid': again.uuid, 'info': again.info, 'date': str(again.date), 'org': again.Orgc.name, 'published': again.published,
    'tags': sorted(tag.name for tag in again.tags),
    'attributes': [[a.type, a.value, bool(getattr(a, 'deleted', False)), a.to_ids, sorted(t.name for t in a.tags)] for a in again.attributes],
}))
`

describe('PyMISP', () => {
	test.skipIf(!isThere)(
		'loads an event whole, writes it and loads it again (PYTHONPATH names its checkout)',
		() => {
			const at = new Date('2026-11-29T09:00:00.500Z')
			const indicator = (place: number, more: Partial<FeedIndicator> = {}): FeedIndicator => ({
				uuid: `6a1f7b0e-5a51-4c58-9d6e-00000000000${place}`,
				kind: 'domain',
				value: `blocked-${place}.example`,
				tlp: 'green',
				isWithdrawn: false,
				at,
				version: 1,
				...more,
			})
			const event = toMispEvent({
				uuid: '6a1f7b0e-5a51-4c58-9d6e-000000000099',
				day: '2026-11-29',
				info: 'Blocked resources',
				org: { name: 'Thiqa', uuid: '6a1f7b0e-5a51-4c58-9d6e-000000000088' },
				pap: 'amber',
				indicators: [
					indicator(1),
					indicator(2, { kind: 'url', value: 'https://blocked.example/x', tlp: 'amber' }),
					indicator(3, { kind: 'sha256', value: 'ab'.repeat(32) }),
					indicator(4, { kind: 'md5', value: 'ab'.repeat(16) }),
					indicator(6, { isWithdrawn: true, version: 2 }),
				],
			})
			const file = join(makeFolder(), 'event.json')
			writeFileSync(file, JSON.stringify(event))
			const { status, output } = run(python, ['-c', script, file])
			expect(status, output).toBe(0)
			const said = JSON.parse(output) as { attributes: [string, string, boolean, boolean, string[]][] }
			expect(said).toMatchObject({
				uuid: event.Event.uuid,
				info: 'Blocked resources',
				date: '2026-11-29',
				org: 'Thiqa',
				published: true,
				tags: expect.arrayContaining(['PAP:AMBER']) as string[],
			})
			expect(said.attributes.map(([type, value, deleted]) => [type, value, deleted])).toEqual([
				['domain', 'blocked-1.example', false],
				['url', 'https://blocked.example/x', false],
				['sha256', 'ab'.repeat(32), false],
				['md5', 'ab'.repeat(16), false],
				['domain', expect.stringContaining('withdrawn.invalid') as string, true],
			])
			expect(said.attributes.map(([, , , , tags]) => tags.filter((tag) => tag.startsWith('tlp:')))).toEqual([
				['tlp:green'],
				['tlp:amber'],
				['tlp:green'],
				['tlp:green'],
				['tlp:green'],
			])
		},
	)
})
