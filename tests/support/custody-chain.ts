/** A chain of custody with one of everything, for tests. */
import { toCaseGraph, type Chain, type CaseGraph } from '../../src/lib/tools/notices/case-uco/index.ts'

export const makeChain = (change: Partial<Chain> = {}): Chain => ({
	seed: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	name: 'T-3F2504E0',
	focus: 'Protection of children online',
	status: 'assessed',
	made: new Date('2026-11-26T12:00:00Z'),
	actors: [
		{ key: 'desk', kind: 'organization', name: 'Desk of an example', roles: [] },
		{ key: 'person-1', kind: 'person', name: 'Person 1 of the desk', roles: ['analyst', 'liaison'] },
		{ key: 'partner', kind: 'organization', name: 'Partner of an example', roles: [] },
	],
	tools: [{ key: 'tool', name: 'Thiqa', version: '0.1.0', kind: 'Case desk' }],
	locations: [{ key: 'place', name: 'Desk of an example', country: 'MA' }],
	exhibits: [
		{
			key: 'file',
			number: 'T-3F2504E0-1',
			note: 'Stays at the desk.',
			thing: { kind: 'file', name: 'attachment-1.age', bytes: 12, sha256: 'a'.repeat(64), isEncrypted: true },
		},
		{ key: 'url', number: 'T-3F2504E0-2', thing: { kind: 'address', url: 'https://pictures.example/17' } },
		{
			key: 'account',
			number: 'T-3F2504E0-3',
			thing: { kind: 'account', service: 'A game', name: 'some.one.7' },
		},
	],
	acts: [
		{ key: 'act-1', name: 'received', at: new Date('2026-11-26T09:00:00Z'), by: 'desk', gives: ['file'] },
		{
			key: 'act-2',
			name: 'opened',
			at: new Date('2026-11-26T09:15:00Z'),
			by: 'person-1',
			with: ['tool'],
			where: 'place',
			on: ['file'],
			gives: ['url', 'account'],
			record: {
				id: '6b0a7a34-3c0c-4b21-8f6a-5a8f3b0c9d11',
				sha256: 'b'.repeat(64),
				context: 'Entry of the public record of desk.example',
			},
		},
		{
			key: 'act-3',
			name: 'handed over',
			at: new Date('2026-11-26T11:00:00Z'),
			by: 'person-1',
			until: new Date('2026-11-26T11:00:02Z'),
			to: ['partner'],
			on: ['file', 'url'],
			note: 'By hand.',
		},
	],
	...change,
})

/** @throws Error with the issues of a chain that is refused */
export const writeChain = (chain: Chain): CaseGraph => {
	const written = toCaseGraph(chain)
	if (!written.ok) throw new Error(JSON.stringify(written.issues))
	return written.value
}
