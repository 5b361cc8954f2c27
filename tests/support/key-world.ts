/** An installation with keys, two analysts and one made-up report, as the tests of the key store know it. */
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Person } from '#domains/people'
import {
	makeEpoch,
	makeEscrow,
	makeRoot,
	openEpoch,
	planEpoch,
	signWithRoot,
	toEpochText,
	wrapSecret,
	type EpochKey,
} from '#domains/people/keys'
import {
	addGroupKey,
	agreeTo,
	askFor,
	endGroupKey,
	findWrap,
	publishEpoch,
} from '#domains/people/server/keys'
import { makeIdentity, openText, seal, toRecipient } from '#tools/seal/sealed'

export const now = new Date('2026-11-26T10:40:00Z')
/** The first day on which nothing is sealed to an epoch of this month any more. */
export const monthAfter = new Date('2026-12-15T00:00:00Z')
export const later = (days: number): Date => new Date(now.getTime() + days * 86_400_000)
export const get = <Value>(result: { ok: true; value: Value } | { ok: false }): Value => {
	if (!result.ok) throw new Error(JSON.stringify(result))
	return result.value
}
export const makeFolder = (): string => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-keys-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** Someone with a key, without the two seconds that a passphrase costs. */
export type Analyst = { id: string; identity: string; recipient: string }
export const makeAnalyst = async (): Promise<Analyst> => {
	const identity = await makeIdentity()
	return { id: randomUUID(), identity, recipient: get(await toRecipient(identity)) }
}
export const supervisor = { id: randomUUID(), roles: ['supervisor'] as const }
export const keyOfficer = { id: randomUUID(), roles: ['key-officer'] as const }

/** A second person where everybody may receive a key. */
export const asSecond = (person: Person) => ({ person, mayReceive: () => Promise.resolve(true) })

/** An installation with an epoch in use that two analysts hold, and a report sealed to it, as the database keeps it. */
export const startKeys = async (at: Date = now) => {
	const dataDir = join(makeFolder(), 'data')
	const [root, escrow, one, other] = [
		await makeRoot(),
		await makeEscrow(),
		await makeAnalyst(),
		await makeAnalyst(),
	]
	const span = planEpoch([], at)
	const { key, text } = await makeEpoch(span.id)
	const wrapFor = async (recipient: string) => get(await wrapSecret(text, recipient))
	const wraps = new Map<string, Uint8Array>()
	for (const { id, recipient } of [one, other]) wraps.set(id, await wrapFor(recipient))
	await addGroupKey(dataDir, { key, span, wraps }, at)
	const note = get(await signWithRoot(toEpochText(key, span), root.shares.slice(0, 3)))
	await publishEpoch(dataDir, span.id, {
		note,
		rootKey: root.verifierKey,
		now: at,
		start: () => Promise.resolve(),
	})
	const report = get(await seal('a made-up report', key.recipient))
	return {
		dataDir,
		root,
		escrow,
		one,
		other,
		key,
		id: span.id,
		report,
		note,
		escrowWrap: await wrapFor(escrow.recipient),
	}
}

export const readReport = async (
	dataDir: string,
	{ key, report }: { key: EpochKey; report: Uint8Array },
	{ id, identity }: Analyst,
): Promise<string | undefined> => {
	const wrap = existsSync(dataDir) ? await findWrap(dataDir, key.id, id) : undefined
	const epoch = wrap && (await openEpoch(wrap, identity, key))
	return epoch?.ok ? get(await openText(report, epoch.value.identity)) : undefined
}

export const destroy = async (dataDir: string, id: string, at: Date): Promise<string | undefined> => {
	await endGroupKey(dataDir, id, monthAfter)
	const request = await askFor(dataDir, { act: 'destroy', subject: id, askedBy: supervisor.id }, at)
	return (await agreeTo(dataDir, request.id, asSecond(keyOfficer), at)).certificate
}
