import { expect, test } from 'vitest'
import { custody, custodyDossier as dossier, makeStep } from '../../../../tests/support/custody-steps.ts'
import { custodyKinds, toCustodyFile, type Custody } from './custody.ts'

const data = { name: 'dossier.json', bytes: new TextEncoder().encode('{}') }
const frame = { publisher: 'Desk of an example', files: [data] }

const write = (what: Custody = custody): string => {
	const made = toCustodyFile(dossier, what, frame)
	if (!made.ok) throw new Error(JSON.stringify(made.issues))
	expect(made.value.name).toBe('custody.jsonld')
	return new TextDecoder().decode(made.value.bytes)
}
type Node = { '@id': string; '@type': string } & Record<string, unknown>
const listNodes = (type: string, what?: Custody): Node[] =>
	(JSON.parse(write(what)) as { '@graph': Node[] })['@graph'].filter((node) => node['@type'].endsWith(type))

test('the same case and dossier give the same bytes', () => {
	expect(write()).toBe(write())
})

test('acts stand in their order, the last one being that the dossier was set', () => {
	const acts = listNodes('InvestigativeAction')
	expect(acts.map((act) => act['uco-core:name'])).toEqual([
		'A report came and became a case',
		'The case was given to a person',
		'What was reported was handed out, sealed, to a person',
		'A dossier left the desk',
		'This dossier was set',
	])
	expect(acts[3]).toMatchObject({ 'uco-core:description': `SHA-256 of what left: ${'c'.repeat(64)}.` })
	expect(acts[4]).toMatchObject({ 'uco-action:startTime': { '@value': '2026-11-26T12:05:07Z' } })
})

test('people are told apart and stand there by their roles, never by a name or an id', () => {
	expect(listNodes('Identity').map((node) => node['uco-core:name'])).toEqual([
		'Person 1 of the desk',
		'Person 2 of the desk',
	])
	expect(listNodes('Role').map((node) => node['uco-core:name'])).toEqual(['analyst', 'supervisor'])
	expect(write()).not.toMatch(/00000000-0000-4000/u)
})

test('holds no word of the reporter and nothing of the summary', () => {
	expect(write()).not.toMatch(/secret|second letter|teen|سري|A service of an example/u)
})

test('holds what the dossier holds as exhibits, with digests and entries of the public record', () => {
	expect(listNodes('ProvenanceRecord').map((node) => node['case-investigation:exhibitNumber'])).toEqual([
		'T-3F2504E0-1',
		'T-3F2504E0-2',
		'T-3F2504E0-3',
		'T-3F2504E0-4',
	])
	const text = write()
	for (const said of ['a'.repeat(64), 'b'.repeat(64), 'https://pictures.example/17', 'some.one.7'])
		expect(text).toContain(said)
	expect(text).toContain('Commitment of an entry of the public record of https://desk.example')
	expect(listNodes('ExternalReference')).toHaveLength(1)
})

test('a clock that was set back does not turn acts round, and what it said stands beside', () => {
	const steps = [makeStep('received', 30), makeStep('opened', 0), makeStep('seen', 45)]
	const acts = listNodes('InvestigativeAction', { steps, origin: undefined })
	expect(acts.map((act) => act['uco-action:startTime'])).toMatchObject(
		['2026-11-26T09:30:00Z', '2026-11-26T09:30:00Z', '2026-11-26T09:45:00Z', '2026-11-26T12:05:07Z'].map(
			(value) => ({ '@value': value }),
		),
	)
	expect(acts[1]).toMatchObject({ 'uco-core:description': 'The clock said 2026-11-26T09:00:00.000Z.' })
	const late = { steps: [makeStep('opened', 60 * 5)], origin: undefined }
	expect(listNodes('InvestigativeAction', late).at(-1)).toMatchObject({
		'uco-action:startTime': { '@value': '2026-11-26T14:00:00Z' },
	})
})

test('when a reporter wrote or was answered is not said', () => {
	for (const kind of ['reporter-wrote', 'answered', 'called', 'noted'])
		expect(custodyKinds).not.toContain(kind)
})
