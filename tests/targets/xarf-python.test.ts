/**
 * Our reports, read by the library of who made the format (https://github.com/xarf/xarf-python). No package of Debian or npm brings it: `PYTHONPATH` names a checkout
 * (it needs python3-pydantic and python3-email-validator); else these tests are skipped, and the published schemas are what reports are held to.
 */
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { csamClassifications, csemExploitationTypes, toXarf } from '../../src/lib/tools/notices/xarf/index.ts'
import { makeFolder } from '../support/child.ts'
import { run } from '../support/programs.ts'

const python = process.env['PYTHON'] ?? '/usr/bin/python3'
const isThere = run(python, ['-c', 'import xarf']).status === 0

const script = `
import json, sys
from xarf import parse
def read(report):
    result = parse(report)
    return {'errors': [f'{e.field}: {e.message}' for e in result.errors], 'type': getattr(result.report, 'type', None),
        'url': getattr(result.report, 'url', None), 'class': type(result.report).__name__}
print(json.dumps([read(report) for report in json.load(open(sys.argv[1]))]))
`

type Finding = Parameters<typeof toXarf>[0]['finding']
const write = (finding: Finding): unknown => {
	const desk = { org: 'مكتب المثال', contact: 'notices@desk.example', domain: 'desk.example' }
	const report = toXarf({
		reportId: randomUUID(),
		seenAt: new Date('2026-11-29T10:00:00Z'),
		reporter: desk,
		hostCountry: 'FR',
		url: 'https://pictures.example/album/17',
		tlp: 'amber',
		finding,
		description: 'De bonne foi.',
		evidence: [{ text: 'الصورة الثالثة', description: 'Où' }],
	})
	if (!report.ok) throw new Error(JSON.stringify(report.issues))
	return report.value
}
const readAll = (reports: readonly unknown[]) => {
	const file = join(makeFolder(), 'reports.json')
	writeFileSync(file, JSON.stringify(reports))
	const { status, output } = run(python, ['-c', script, file])
	expect(status, output).toBe(0)
	return JSON.parse(output) as { errors: string[]; type: string | null; url: string | null; class: string }[]
}

describe('xarf-python', () => {
	test.skipIf(!isThere)(
		'reads every kind of report of children without an error (PYTHONPATH names its checkout)',
		() => {
			const findings: Finding[] = [
				...csamClassifications.map(
					(classification) => ({ type: 'csam', classification, detectionMethod: 'manual_review' }) as const,
				),
				...csemExploitationTypes.map(
					(exploitationType) => ({ type: 'csem', exploitationType, detectionMethod: 'user_report' }) as const,
				),
			]
			const said = readAll(findings.map(write))
			expect(said.map(({ errors, type, url, class: name }) => ({ errors, type, url, name }))).toEqual(
				findings.map(({ type }) => ({
					errors: [],
					type,
					url: 'https://pictures.example/album/17',
					name: type === 'csam' ? 'CsamReport' : 'CsemReport',
				})),
			)
		},
	)

	test.skipIf(!isThere)('says what is wrong with a broken one', () => {
		const good = write({ type: 'csam', classification: 'baseline', detectionMethod: 'manual_review' })
		const { classification: _, ...broken } = good as Record<string, unknown>
		const [said] = readAll([broken])
		expect(said?.errors).not.toEqual([])
	})
})
