import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { describeStandard } from '../../../../../tests/support/standards.ts'
import { toMarkingId, writeMarking } from './marking.ts'
import { readObject } from './read-object.ts'
import type { StixObject } from './stix-object.ts'
import {
	pdqExtension,
	writeBundle,
	writeFile,
	writeGrouping,
	writeIdentity,
	writeIndicator,
	writeNote,
	writePdqExtension,
	writeRelationship,
	writeSighting,
	writeValue,
} from './write-object.ts'

const uuid = (last: number): string => `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`
const at = new Date('2026-11-29T10:00:00.000Z')
const by = `identity--${uuid(1)}` as const
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const pdq = 'f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22'

const base = {
	...({ created: at, modified: at, by, tlp: 'amber', pap: 'green' } as const),
	validFrom: at,
	validUntil: new Date('2027-02-27T10:00:00.000Z'),
	isRevoked: false,
} as const
const indicators = (
	[
		['domain', 'blocked.example'],
		['url', "https://blocked.example/it's"],
		['sha256', sha256],
		['md5', 'd41d8cd98f00b204e9800998ecf8427e'],
		['pdq', pdq],
	] as const
).map(([kind, value], place) => writeIndicator({ ...base, uuid: uuid(10 + place), kind, value }))
const ids = indicators.map(({ id }) => id)
const common = { uuid: uuid(20), at, by }

const all: StixObject[] = [
	writeIdentity({ uuid: uuid(1), name: 'Desk', at }),
	...indicators,
	writeIndicator({ ...base, uuid: uuid(15), kind: 'domain', value: 'gone.example', isRevoked: true }),
	...(['clear', 'green', 'amber', 'amber+strict', 'red'] as const).map((tlp) => writeMarking(tlp)),
	writePdqExtension(by),
	writeFile({ uuid: uuid(16), hashes: { 'SHA-256': sha256 }, pdq: { digest: pdq, quality: 100 } }),
	writeFile({ uuid: uuid(17), pdq: { digest: pdq, quality: 50 } }),
	writeValue({ uuid: uuid(18), type: 'url', value: 'https://blocked.example/x' }),
	writeValue({ uuid: uuid(19), type: 'domain-name', value: 'blocked.example' }),
	writeSighting({ ...common, of: ids[0] ?? by, count: 3 }),
	writeRelationship({ ...common, kind: 'related-to', from: ids[0] ?? by, to: ids[1] ?? by }),
	writeNote({ ...common, content: 'Seen again.', about: ids }),
	writeGrouping({ ...common, context: 'suspicious-activity', about: ids }),
]

describeStandard('stix21', (folder) => {
	const ajv = new Ajv2020({ strict: false, unicodeRegExp: false, validateFormats: false })
	const files = globSync('schemas/**/*.json', { cwd: folder })
	for (const file of files) ajv.addSchema(JSON.parse(readFileSync(join(folder, file), 'utf8')) as object)
	const root = 'http://raw.githubusercontent.com/oasis-open/cti-stix2-json-schemas/stix2.1/schemas'

	test('all schemas of OASIS are here', () => {
		expect(files).toHaveLength(57)
	})

	test.each(all.map((object) => [object.type, object] as const))(
		'a %s is what its schema says',
		(type, object) => {
			const file = files.find((name) => name.endsWith(`/${type}.json`))
			const check = ajv.getSchema(`${root}/${file?.replace(/^schemas\//u, '') ?? ''}`)
			expect(check?.(object), JSON.stringify(check?.errors)).toBe(true)
		},
	)

	test('a bundle of them is one, and an object with a fault is found', () => {
		const check = ajv.getSchema(`${root}/common/bundle.json`)
		// The schema of a bundle lists no grouping, note or extension-definition.
		const unlisted = ['grouping', 'note', 'extension-definition']
		const listed = all.filter(({ type }) => !unlisted.includes(type))
		expect(check?.(writeBundle(uuid(99), listed))).toBe(true)
		const indicator = ajv.getSchema(`${root}/sdos/indicator.json`)
		expect(indicator?.({ ...indicators[0], pattern: 1 })).toBe(false)
	})

	test('the five markings are those of OASIS, to the letter', () => {
		const text = readFileSync(join(folder, 'tlp2-marking-definitions.json'), 'utf8')
		expect((['clear', 'green', 'amber', 'amber+strict', 'red'] as const).map(writeMarking)).toEqual(
			JSON.parse(text),
		)
	})

	test('the sample of another writer is read, and its PDQ among the hashes is no file of ours', () => {
		const { objects } = JSON.parse(readFileSync(join(folder, 'own-sample-bundle.json'), 'utf8')) as {
			objects: unknown[]
		}
		const read = objects.map((object) => {
			const result = readObject(object)
			return result.ok ? result.value.what : result.code
		})
		expect(read.filter((what) => what === 'indicator')).toHaveLength(4)
		expect(read.filter((what) => what === 'sighting')).toHaveLength(1)
		expect(read.filter((what) => what === 'stix.type')).toHaveLength(3)
	})
})

/** Names that a strict reader knows among the hashes of a file (STIX 2.1, 10.6). The schema of OASIS lets others pass. */
const known = ['MD5', 'SHA-1', 'SHA-256', 'SHA-512', 'SHA3-256', 'SHA3-512', 'SSDEEP', 'TLSH']

test('PDQ never stands among the hashes of a file, and always in its extension', () => {
	const files = all.filter((object) => object.type === 'file')
	expect(files).toHaveLength(2)
	for (const file of files) {
		expect(Object.keys(file.hashes ?? {}).filter((name) => !known.includes(name))).toEqual([])
		expect(file.extensions?.[pdqExtension]?.['pdq']).toBe(pdq)
	}
	const definition = writePdqExtension(by)
	expect(definition.id).toBe(pdqExtension)
	expect((JSON.parse(definition.schema) as { required: string[] }).required).toContain('pdq')
})

test('what we write we read, with its marking and whether it is withdrawn', () => {
	const read = [...indicators, all.find((object) => 'revoked' in object)].map((object) => readObject(object))
	expect(read.every(({ ok }) => ok)).toBe(true)
	expect(read.at(1)).toMatchObject({
		value: { kind: 'url', value: "https://blocked.example/it's", tlp: 'amber', isRevoked: false },
	})
	expect(read.at(-1)).toMatchObject({ value: { value: 'gone.example', isRevoked: true } })
})

const good = indicators[0] ?? {}
test.each<[string, unknown, string]>([
	['nothing', undefined, 'stix.form'],
	['a list', [], 'stix.form'],
	['an id of another type', { ...good, id: `malware--${uuid(1)}` }, 'stix.form'],
	['an id with a line break', { ...good, id: `indicator--${uuid(1)}\n` }, 'stix.form'],
	['no time', { ...good, modified: undefined }, 'stix.form'],
	['a time in another zone', { ...good, modified: '2026-11-29T10:00:00+01:00' }, 'stix.form'],
	['a version of the standard that we do not read', { ...good, spec_version: '2.0' }, 'stix.form'],
	['a pattern of two', { ...good, pattern: "[url:value = 'a'] OR [url:value = 'b']" }, 'stix.pattern'],
	['a pattern in another language', { ...good, pattern_type: 'snort' }, 'stix.pattern'],
	['a type that we do nothing with', { ...good, type: 'malware', id: `malware--${uuid(1)}` }, 'stix.type'],
	['a count that is none', { ...all.find(({ type }) => type === 'sighting'), count: -1 }, 'stix.form'],
])('readObject() refuses %s', (_, object, code) => {
	expect(readObject(object)).toEqual({ ok: false, code })
})

test('of several markings the strictest counts', () => {
	const marked = { ...good, object_marking_refs: [toMarkingId('red'), toMarkingId('clear')] }
	expect(readObject(marked)).toMatchObject({ value: { tlp: 'red' } })
	expect(readObject({ ...good, object_marking_refs: [] })).toMatchObject({ value: { tlp: undefined } })
})
