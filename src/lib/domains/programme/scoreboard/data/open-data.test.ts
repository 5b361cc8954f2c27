import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { describe, expect, test } from 'vitest'
import { toCalendarFile } from '#tools/files/icalendar'
import { parseCsv } from '#tools/open-data/csv'
import { toDataPackage } from '#tools/open-data/data-package'
import { toJsonLd, toTurtle } from '#tools/open-data/dcat'
import { dxf2Schema } from '#tools/open-data/dxf2'
import { sampleFrozen } from '../../../../../../tests/support/frozen.ts'
import { findProgram } from '../../../../../../tests/support/programs.ts'
import { describeStandard } from '../../../../../../tests/support/standards.ts'
import {
	dataTables,
	makeActivities,
	makeAdx,
	makeCalendarDays,
	makeDataCatalogue,
	makeDxf2,
	makeFeed,
	toTable,
} from './index.ts'

const made = new Date('2026-11-29T10:00:00Z')
const origin = 'https://thiqa.example'
const iati = makeActivities(sampleFrozen, made, origin)
const adx = makeAdx(sampleFrozen, made)
const words = {
	title: 'Errata',
	subtitle: 'Numbers',
	say: ({ value }: { value: number | undefined }) => String(value),
	sayNew: (name: string, places: number) => `${places} places.`,
}
const feed = makeFeed(sampleFrozen, { language: 'fr', words, origin, made })
const xmllint = findProgram('xmllint')

/** Judges a text by `xmllint`: what it says, nothing when all is well. */
const lint = (text: string, ...options: string[]): string => {
	const folder = mkdtempSync(join(tmpdir(), 'open-data-'))
	try {
		const path = join(folder, 'file.xml')
		writeFileSync(path, text)
		execFileSync(xmllint ?? '', ['--nonet', '--noout', ...options, path], { stdio: 'pipe' })
		return ''
	} catch (fault) {
		return String((fault as { stderr?: Buffer }).stderr)
	} finally {
		rmSync(folder, { recursive: true })
	}
}

describe('tables', () => {
	const read = (name: string) => {
		const table = dataTables.find((one) => one.name === name)
		return table ? parseCsv(toTable(table, sampleFrozen)) : []
	}

	test.each(dataTables.map(({ name, key, fields }) => [name, key, fields] as const))(
		'each line of %s has all columns, and its key is its own',
		(name, key, fields) => {
			const [heads = [], ...lines] = read(name)
			expect(heads).toEqual(fields.map((one) => one.name))
			expect(lines.length).toBeGreaterThan(0)
			const keys = lines.map((line) => key.map((column) => line[heads.indexOf(column)]).join(' '))
			expect(new Set(keys).size).toBe(lines.length)
			for (const line of lines) {
				expect(line).toHaveLength(heads.length)
				for (const [at, field] of fields.entries()) {
					if (field.isRequired === true) expect(line[at], `${name}.${field.name}`).not.toBe('')
					if (field.oneOf && line[at] !== '') expect(field.oneOf).toContain(line[at])
				}
			}
		},
	)

	test('words that a spreadsheet would run stand disarmed', () => {
		expect(read('actions').flat()).toContain('\'=Ministère "exemple"')
		expect(read('errata').flat()).toContain("'=Une séance <inscrite> deux fois.")
	})

	test('a number stands as it came out and as it is now, and a raw one is not cut off at zero', () => {
		const [heads = [], ...lines] = read('figures')
		const pick = (line: readonly string[], ...names: string[]) =>
			names.map((name) => line[heads.indexOf(name)])
		const found = lines.map((line) => pick(line, 'place', 'period', 'value', 'now_value', 'errata'))
		expect(found).toContainEqual(['MA-TAT', '2026-Q4', '12', '11', '1'])
		expect(found).toContainEqual(['MA', '2026-Q4', '-3.5', '-3.5', '0'])
		expect(found).toContainEqual(['MA-ZAG', '2026-Q4', '', '', '0'])
	})
})

describe('activities', () => {
	test('the late one keeps its first date, the silent one is under way, nobody is named where nobody is', () => {
		expect(iati).toContain('<activity-date type="3" iso-date="2026-06-30"/>')
		expect(iati).not.toContain('iso-date="2027-06-30"')
		expect(iati.match(/<activity-status code="[0-9]"/gu)).toEqual(
			['2', '2', '4', '2', '2', '1', '2', '4', '5'].map((code) => `<activity-status code="${code}"`),
		)
		expect(iati).toContain('Nobody is named')
		expect(iati).toContain('Not for the IATI Registry')
	})

	test('a number has its interval and its method; one that is too small has no number', () => {
		expect(iati).toContain('<actual value="1199"><location ref="MA-TAT"/><comment>')
		expect(iati).toContain('between 1139 and 1259; method arrivals/1')
		expect(iati).toContain('<actual value="11">')
		expect(iati).toContain('<target value="20">')
		expect(iati.match(/<actual /gu)).toHaveLength(6)
	})

	describeStandard('iati203', (folder) => {
		if (!xmllint) return test.skip('xmllint not installed: apt install libxml2-utils', () => undefined)
		const schema = join(folder, 'iati-activities-schema.xsd')
		test('the official schema takes it, and refuses it with a wrong attribute or order', () => {
			expect(lint(iati, '--schema', schema)).toMatch(/^$|validates/u)
			expect(lint(iati.replace('hierarchy="1"', 'hierarchie="1"'), '--schema', schema)).toContain(
				'hierarchie',
			)
			expect(
				lint(iati.replace(/<iati-identifier>.*?<\/iati-identifier>/u, ''), '--schema', schema),
			).toContain('iati-identifier')
		})
	})
})

describe('numbers for others', () => {
	test('a number with an interval is three, an exact one is one, one that is not shown is none', () => {
		expect(adx).toContain('<group orgUnit="MA-TAT" period="2026-10-01/P3M">')
		expect(adx).toContain('dataElement="THIQA_ARRIVALS_BY_CODE_LOW" value="1139"')
		expect(adx).toContain('dataElement="THIQA_SESSIONS_HELD" value="11"')
		expect(adx).not.toContain('THIQA_SESSIONS_HELD_LOW')
		const invented = { ...sampleFrozen, board: { ...sampleFrozen.board, isInvented: true } }
		for (const text of [makeAdx(invented, new Date(0)), makeDxf2(invented)]) {
			expect(text).toContain('DEMONSTRATION_SESSIONS_HELD')
			expect(text).not.toContain('THIQA_SESSIONS')
		}
		expect(adx).toContain('period="2026-09-01/P1Y"')
	})

	describeStandard('adx2015', (folder) => {
		if (!xmllint) return test.skip('xmllint not installed: apt install libxml2-utils', () => undefined)
		const schema = join(folder, 'adx_loose.xsd')
		test('the schema of IHE takes it, and refuses a number that is none', () => {
			expect(lint(adx, '--schema', schema)).toMatch(/^$|validates/u)
			expect(lint(adx.replace('value="11"', 'value="eleven"'), '--schema', schema)).toContain('eleven')
		})
	})

	test('DXF2 answers its schema, and a code that is none does not', () => {
		const file = JSON.parse(makeDxf2(sampleFrozen)) as { dataValues: { period: string; orgUnit: string }[] }
		const validate = new Ajv2020().compile(dxf2Schema)
		expect(validate(file), JSON.stringify(validate.errors)).toBe(true)
		expect(file.dataValues.map(({ period }) => period)).toContain('2026Q4')
		expect(file.dataValues.map(({ period }) => period)).toContain('2026Sep')
		expect(validate({ ...file, dataValues: [{ ...file.dataValues[0], orgUnit: 'Tata' }] })).toBe(false)
	})
})

describe('data package', () => {
	const text = toDataPackage({
		name: 'p',
		title: 't',
		description: 'd',
		version: '1',
		created: made,
		homepage: origin,
		licence: { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC' },
		tables: dataTables.map((table) => ({
			...table,
			path: `${table.name}.csv`,
			bytes: 1,
			sha256: 'a'.repeat(64),
		})),
	})
	describeStandard('datapackage2', (folder) => {
		const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
		const read = (file: string): object => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object
		const validate = ajv.compile(read('datapackage.json'))
		test('the published profiles take it, and refuse one without tables', () => {
			const made = JSON.parse(text) as { resources: { schema: object }[] }
			expect(validate(made), JSON.stringify(validate.errors)).toBe(true)
			expect(validate({ ...made, resources: [] })).toBe(false)
			const schema = ajv.compile(read('tableschema.json'))
			for (const one of made.resources) expect(schema(one.schema), JSON.stringify(schema.errors)).toBe(true)
			expect(schema({ fields: [] })).toBe(false)
		})
	})
})

describe('catalogue', () => {
	const catalogue = makeDataCatalogue(sampleFrozen, { origin, day: '2026-11-29', bytes: { figures: 12 } })
	const turtle = toTurtle(catalogue)

	test('Turtle and JSON-LD say the same', async () => {
		const fromJson = await jsonld.toRDF(JSON.parse(toJsonLd(catalogue)) as object, {
			format: 'application/n-quads',
			documentLoader: () => Promise.reject(new Error('nothing is fetched')),
		})
		const one = new Store(new Parser({ format: 'N-Quads' }).parse(fromJson))
		const other = new Store(new Parser().parse(turtle))
		expect(one.size).toBe(other.size)
		expect([...one].filter((quad) => !other.has(quad))).toEqual([])
	})

	describeStandard('dcat-ap3', (folder) => {
		const shapes = new Store(new Parser().parse(readFileSync(join(folder, 'dcat-ap-SHACL.ttl'), 'utf8')))
		const judge = async (text: string): Promise<string[]> => {
			const { results } = await new SHACLValidator(shapes).validate(new Store(new Parser().parse(text)))
			return results.map(
				({ path, focusNode, message }) =>
					`${Array.isArray(path) ? '' : (path?.value ?? '')} of ${focusNode?.value ?? ''}: ${message.map(({ value }) => value).join(' ')}`,
			)
		}
		test('the shapes of DCAT-AP 3.0.1 take it, and refuse one without a title', async () => {
			expect(await judge(turtle)).toEqual([])
			const untitled = turtle.replace(/<http:\/\/purl.org\/dc\/terms\/title> [^;]*;/u, '')
			expect((await judge(untitled)).join()).toContain('title')
		})
	})
})

describe('feed and calendar', () => {
	test('an erratum is an entry with both numbers, under a name that stays', () => {
		expect(feed).toContain('<id>urn:uuid:a0b5c0de-0000-4000-8000-000000000001</id>')
		expect(feed).toContain('12 → 11')
		expect(feed).toContain('&#60;inscrite&#62;')
		if (xmllint) expect(lint(feed)).toBe('')
	})

	test('lines of a budget that may be published stand in a table with their action', () => {
		const table = dataTables.find(({ name }) => name === 'budget')
		expect(table && parseCsv(toTable(table, sampleFrozen))).toEqual([
			['action', 'place', 'line', 'amount', 'currency', 'source'],
			['i2-a2', '1', 'Affiches', '125.5', 'MAD', ''],
		])
	})

	test('numbers that came out are entries too, one for each indicator and period of a day, under a name that stays', () => {
		expect(feed).toContain(
			'<id>https://thiqa.example/programme/figures/sessions-held/2026-Q4/2026-11-28</id>',
		)
		expect(feed).toContain('2 places. Séances tenues, Zagora, 2026-Q4: 4')
		expect(feed).toContain('<id>https://thiqa.example/programme/figures/dosage-kept/2026/27/2026-11-28</id>')
		expect(feed.indexOf('12 → 11'), 'the newest first').toBeLessThan(feed.indexOf('2 places.'))
		const none = { ...sampleFrozen, published: { figures: [], targets: [] } }
		expect(makeFeed(none, { language: 'fr', words, origin, made })).toContain('2026-11-29T10:00:00')
	})

	test('a table was issued on the day of its first line, and an empty one on the day of the file', () => {
		const around = { origin, day: '2027-03-01', bytes: {} }
		const read = (frozen: typeof sampleFrozen) =>
			Object.fromEntries(
				makeDataCatalogue(frozen, around).datasets.map(({ id, issued }) => [id.split('/').at(-1), issued]),
			)
		expect(read(sampleFrozen)).toMatchObject({
			figures: '2026-11-28',
			errata: '2026-11-29',
			targets: '2026-01-01',
			ledger: '2026-10-01',
			actions: '2026-01-01',
		})
		expect(read({ ...sampleFrozen, ledger: [] })).toMatchObject({ ledger: '2027-03-01' })
	})

	test('due dates that are open stand in the calendar, likely days say so, the moon has none', () => {
		const due = (title: string) => `Due: ${title}`
		const days = makeCalendarDays(sampleFrozen, {
			language: 'fr',
			words: { due, likely: 'probable', expected: 'attendu' },
			origin,
		})
		expect(days.map(({ day, summary }) => [day, summary])).toEqual([
			['2026-12-01', 'Journée'],
			['2027-01-01', 'Due: Action i2-a2'],
			['2027-02-09', 'Journée (probable)'],
			['2027-06-30', 'Due: Action i1-a2'],
		])
		const file = toCalendarFile(days, made)
		expect(file).toContain('DTEND;VALUE=DATE:20261211')
		expect(file).not.toContain('VALARM')
	})
})
