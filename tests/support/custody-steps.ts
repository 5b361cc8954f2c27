/** A dossier with places and files, and steps of its case, for tests of its chain of custody. */
import type { Custody, CustodyStep } from '../../src/lib/domains/leaving/custody.ts'
import type { Dossier } from '../../src/lib/domains/leaving/dossier.ts'

export const custodyDossier: Dossier = {
	case: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	made: new Date('2026-11-26T12:05:07Z'),
	recipient: 'A service of an example',
	category: 'sexual-extortion',
	status: 'assessed',
	isDanger: false,
	reporter: 'teen',
	summary: { ar: 'ملخص سري', fr: 'Résumé secret' },
	places: [
		{ url: 'https://pictures.example/17', inside: 'second letter' },
		{ app: 'A game', nickname: 'some.one.7' },
	],
	attachments: [{ kind: 'voice', bytes: 30, sha256: 'a'.repeat(64) }],
	quotes: ['secret words of a child'],
	persons: [],
	law: [],
	steps: [],
}

const analyst = { key: '00000000-0000-4000-8000-00000000000a', roles: ['analyst'] } as const
const supervisor = { key: '00000000-0000-4000-8000-00000000000b', roles: ['supervisor'] } as const

export const makeStep = (
	kind: CustodyStep['kind'],
	minute: number,
	more: Partial<CustodyStep> = {},
): CustodyStep => ({
	kind,
	at: new Date(Date.UTC(2026, 10, 26, 9, minute)),
	by: analyst,
	status: undefined,
	entry: undefined,
	digest: undefined,
	...more,
})

export const custody: Custody = {
	origin: 'https://desk.example',
	steps: [
		makeStep('received', 0, { by: undefined, status: 'received' }),
		makeStep('assigned', 15, { by: supervisor }),
		makeStep('opened', 30, { entry: { id: '6b0a7a34-3c0c-4b21-8f6a-5a8f3b0c9d11', sha256: 'b'.repeat(64) } }),
		makeStep('exported', 45, { digest: 'c'.repeat(64) }),
	],
}
