/** The chain of custody that goes along with a dossier: what was done with the case until it was set, by whom, and where that is written down. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { ok, type Result } from '#base'
import type { StepKind } from '#domains/acts'
import { toReference, type Status } from '#domains/cases'
import type { StaffRole } from '#domains/people'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { toCaseGraph, type Chain, type CustodyAct, type Exhibit } from '#tools/notices/case-uco'
import { cleanText, nameAttachments, type Dossier, type DossierFile } from './dossier.ts'
import { isLink, type ChosenPlace } from './place.ts'

/**
 * Steps that say who had what was reported in hand, and what left. The others are between the desk and the reporter, or of the desk alone: when a
 * reporter wrote and was answered could tell who they are.
 */
export const custodyKinds = [
	'received',
	'assigned',
	'opened',
	'seen',
	'attached',
	'uncovered',
	'moved',
	'held',
	'released',
	'noticed',
	'listed',
	'exported',
	'handed',
	'acknowledged',
] as const satisfies readonly StepKind[]

/** A step as its chain has it. `by`: whoever did it, told apart within the case only; missing for what nobody did. */
export type CustodyStep = {
	kind: (typeof custodyKinds)[number]
	at: Date
	by: { key: string; roles: readonly StaffRole[] } | undefined
	status: Status | undefined
	/** Its entry in the public record; `sha256`: the commitment, which is a leaf of the tree, in hex. */
	entry: { id: string; sha256: string } | undefined
	/** SHA-256 of what left by it, in hex. */
	digest: string | undefined
}

/** Facts that a chain is made from, besides the dossier. */
export type Custody = {
	steps: readonly CustodyStep[]
	/** Address of the public record; `undefined` while the installation has none. */
	origin: string | undefined
}

type Frame = { publisher: string; files: readonly DossierFile[] }

const told: Readonly<Record<CustodyStep['kind'], string>> = {
	received: 'A report came and became a case',
	assigned: 'The case was given to a person',
	opened: 'What was reported was handed out, sealed, to a person',
	seen: 'A person read what was reported',
	attached: 'A file of the report was handed out, sealed, to a person',
	uncovered: 'A file of the report was looked at',
	moved: 'The case was given a status',
	held: 'The case was put on hold: it is kept',
	released: 'The hold was lifted',
	noticed: 'A notice to a host left the desk',
	listed: 'A list for another hotline left the desk',
	exported: 'A dossier left the desk',
	handed: 'A dossier was handed over',
	acknowledged: 'Whoever received a dossier has said so',
}

const toThing = (place: ChosenPlace): Exhibit['thing'] =>
	isLink(place)
		? { kind: 'address', url: place.url }
		: { kind: 'account', service: cleanText(place.app), name: cleanText(place.nickname) }

const toExhibits = (dossier: Dossier, files: readonly DossierFile[]): Exhibit[] => {
	const attached = nameAttachments(dossier).map(({ name, bytes, sha256: digest }, n) => ({
		key: `attached-${n + 1}`,
		thing: { kind: 'file' as const, name, bytes, sha256: digest, isEncrypted: true },
		note: 'Came with a report, sealed. It stays at the desk.',
	}))
	const places = dossier.places.map((place, n) => ({ key: `place-${n + 1}`, thing: toThing(place) }))
	const own = files.map(({ name, bytes }) => ({
		key: `own-${name}`,
		thing: { kind: 'file' as const, name, bytes: bytes.length, sha256: bytesToHex(sha256(bytes)) },
		note: 'File of this dossier.',
	}))
	return [...attached, ...places, ...own].map((exhibit, n) => ({
		...exhibit,
		number: `${toReference(dossier.case)}-${n + 1}`,
	}))
}

/** Staff by the order in which they first did something: told apart, and not named. */
const toActors = (steps: readonly CustodyStep[]): (Chain['actors'][number] & { of: string })[] => {
	const people = new Map(steps.flatMap(({ by }) => (by ? [[by.key, by.roles] as const] : [])))
	return Array.from(people, ([of, roles], n) => ({
		of,
		key: `person-${n + 1}`,
		kind: 'person' as const,
		name: `Person ${n + 1} of the desk`,
		roles,
	}))
}

/** Times that never go back, as acts of a chain do not: where a clock was set back, the time before it, and what the clock said. */
const toForwardTimes = (steps: readonly CustodyStep[]): { at: Date; said: Date | undefined }[] => {
	let last = new Date(0)
	return steps.map(({ at }) => {
		const said = at < last ? at : undefined
		last = said ? last : at
		return { at: last, said }
	})
}

const toNote = ({ status, digest }: CustodyStep, said: Date | undefined): string =>
	[
		status && `Status: ${status}.`,
		digest && `SHA-256 of what left: ${digest}.`,
		said && `The clock said ${said.toISOString()}.`,
	]
		.filter((one) => one !== undefined && one !== '')
		.join(' ')

const toSteps = (
	{ steps, origin }: Custody,
	toActor: (by: CustodyStep['by']) => string,
	reported: readonly string[],
): CustodyAct[] => {
	const times = toForwardTimes(steps)
	const context = `Commitment of an entry of the public record${origin === undefined ? '' : ` of ${origin}`}`
	return steps.map((step, n) => {
		const { at, said } = times[n] ?? { at: step.at, said: undefined }
		const note = toNote(step, said)
		return {
			key: `step-${n + 1}`,
			name: told[step.kind],
			at,
			by: toActor(step.by),
			with: ['software'],
			...(step.kind === 'received' ? { gives: reported } : {}),
			...(note === '' ? {} : { note }),
			...(step.entry && { record: { ...step.entry, context } }),
		}
	})
}

/** UUID that all ids of a chain are made from: another dossier of the same case has others. */
const toSeed = (files: readonly DossierFile[]): string =>
	bytesToHex(sha256(files[0]?.bytes ?? new Uint8Array()))
		.slice(0, 32)
		.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')

/**
 * `custody.jsonld`: the steps of a case as CASE 1.4.0, the last act being that this dossier was set. Times to the quarter of an hour, people
 * by number and role, entries of the public record by id and commitment. Holds nothing of a reporter that the dossier does not.
 *
 * @param frame - `files`: those that the dossier has so far, its data first
 */
export const toCustodyFile = (
	dossier: Dossier,
	custody: Custody,
	{ publisher, files }: Frame,
): Result<DossierFile> => {
	const actors = toActors(custody.steps)
	const exhibits = toExhibits(dossier, files)
	const [reported, own] = [false, true].map((isOwn) =>
		exhibits.map(({ key }) => key).filter((key) => key.startsWith('own-') === isOwn),
	)
	const toActor = (by: CustodyStep['by']) => actors.find(({ of }) => of === by?.key)?.key ?? 'desk'
	const acts = toSteps(custody, toActor, reported ?? [])
	const last = acts.at(-1)?.at ?? dossier.made
	const written = toCaseGraph({
		seed: toSeed(files),
		name: toReference(dossier.case),
		focus: dossier.category,
		status: dossier.status,
		made: dossier.made,
		actors: [
			{ key: 'desk', kind: 'organization', name: publisher, roles: [] },
			...actors.map(({ key, kind, name, roles }) => ({ key, kind, name, roles })),
		],
		tools: [{ key: 'software', name: 'Thiqa', kind: 'Desk of a hotline' }],
		locations: [],
		exhibits,
		acts: [
			...acts,
			{
				key: 'set',
				name: 'This dossier was set',
				at: last > dossier.made ? last : dossier.made,
				by: 'desk',
				with: ['software'],
				on: reported ?? [],
				gives: own ?? [],
			},
		],
	})
	if (!written.ok) return written
	return ok({ name: 'custody.jsonld', bytes: new TextEncoder().encode(toCanonicalJson(written.value)) })
}
