import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
	asSecond,
	destroy,
	get,
	keyOfficer,
	later,
	makeAnalyst,
	makeFolder,
	monthAfter,
	now,
	readReport,
	startKeys,
	supervisor,
} from '../../../../../../tests/support/key-world.ts'
import { openText } from '#tools/seal/sealed'
import {
	makeRoot,
	openEpoch,
	parseErasure,
	readSecret,
	restoreEscrow,
	signWithRoot,
	toEscrowText,
	wrapSecret,
} from '../../keys/index.ts'
import { addAct } from './acts.ts'
import {
	agreeTo,
	askFor,
	backUpKeys,
	endGroupKey,
	findCeremony,
	findErasure,
	findUnopenable,
	findWrap,
	finishErasures,
	getGroupKey,
	installCeremony,
	listRequests,
	recordActs,
	removeWraps,
	restoreKeys,
	type RecordedAct,
} from './index.ts'

describe('what is lost, and what is not', () => {
	test('one analyst: the others open, and someone new opens after two persons agreed', async () => {
		const world = await startKeys()
		const { dataDir, one, other, key, id } = world
		await removeWraps(dataDir, [one.id])
		expect(await readReport(dataDir, world, one)).toBeUndefined()
		expect(await readReport(dataDir, world, other)).toBe('a made-up report')
		const newcomer = await makeAnalyst()
		const own = await findWrap(dataDir, id, other.id)
		const secret = get(await readSecret(own ?? new Uint8Array(), other.identity, key))
		const wrap = get(await wrapSecret(secret, newcomer.recipient))
		const asked = {
			act: 'hand-over',
			subject: id,
			askedBy: supervisor.id,
			receiver: newcomer.id,
			wrap,
		} as const
		const { id: request } = await askFor(dataDir, asked, now)
		expect(await readReport(dataDir, world, newcomer)).toBeUndefined()
		await expect(agreeTo(dataDir, request, asSecond(supervisor), now)).rejects.toMatchObject({
			code: 'keys.second-person',
		})
		const analyst = { id: other.id, roles: ['analyst'] as const }
		await expect(agreeTo(dataDir, request, asSecond(analyst), now)).rejects.toMatchObject({
			code: 'keys.second-person',
		})
		await agreeTo(dataDir, request, asSecond(keyOfficer), now)
		expect(await readReport(dataDir, world, newcomer)).toBe('a made-up report')
		expect(await listRequests(dataDir)).toEqual([])
	})
	test('all analysts: three sheets of the escrow bring everything back, two do not', async () => {
		const world = await startKeys()
		const { dataDir, one, other, escrow, escrowWrap, key, report, id } = world
		await removeWraps(dataDir, [one.id, other.id])
		expect((await getGroupKey(dataDir, id)).holders).toEqual([])
		expect(await findUnopenable(dataDir, [id])).toEqual([id])
		expect((await restoreEscrow([escrow.shares[0] ?? '', escrow.shares[3] ?? ''])).ok).toBe(false)
		const identity = get(await restoreEscrow(escrow.shares.slice(2)))
		const epoch = get(await openEpoch(escrowWrap, identity, key))
		expect(get(await openText(report, epoch.identity))).toBe('a made-up report')
	})
	test('the server: a database without its keys is no restore; the backup of the keys is', async () => {
		const world = await startKeys()
		const into = join(makeFolder(), 'backups')
		const { folder } = await backUpKeys({ dataDir: world.dataDir, into }, now)
		rmSync(world.dataDir, { recursive: true })
		expect(await findUnopenable(world.dataDir, [world.id])).toEqual([world.id])
		await expect(
			restoreKeys({ dataDir: world.dataDir, from: makeFolder(), erased: [] }),
		).rejects.toMatchObject({
			code: 'keys.no-backup',
		})
		expect((await restoreKeys({ dataDir: world.dataDir, from: into, erased: [] })).folder).toBe(folder)
		expect(await readReport(world.dataDir, world, world.one)).toBe('a made-up report')
		expect(await findUnopenable(world.dataDir, [world.id])).toEqual([])
		expect((await getGroupKey(world.dataDir, world.id)).note).toBe(world.note)
		await expect(restoreKeys({ dataDir: world.dataDir, from: into, erased: [] })).rejects.toMatchObject({
			code: 'keys.not-empty',
		})
	})
	test('the server in the hands of someone else: nothing in its folders opens a report', async () => {
		const world = await startKeys()
		const everything = readdirSync(world.dataDir, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
			.join('')
		expect(everything).not.toMatch(/AGE-SECRET-KEY|answerSeed|made-up/u)
	})
	test('the root: what was published stays, and a new root is refused until the operator removes the old one', async () => {
		const world = await startKeys()
		const note = get(await signWithRoot(toEscrowText(world.escrow.recipient), world.root.shares.slice(1, 4)))
		await installCeremony(world.dataDir, { rootKey: world.root.verifierKey, note })
		expect(await findCeremony(world.dataDir)).toEqual({
			rootKey: world.root.verifierKey,
			escrow: world.escrow.recipient,
		})
		const other = await makeRoot()
		const foreign = get(await signWithRoot(toEscrowText(world.escrow.recipient), other.shares.slice(0, 3)))
		await expect(
			installCeremony(world.dataDir, { rootKey: other.verifierKey, note: foreign }),
		).rejects.toMatchObject({
			code: 'keys.root',
		})
		await expect(
			installCeremony(world.dataDir, { rootKey: world.root.verifierKey, note: foreign }),
		).rejects.toMatchObject({
			code: 'keys.note',
		})
		writeFileSync(join(world.dataDir, 'keys', 'escrow.note'), foreign)
		await expect(findCeremony(world.dataDir)).rejects.toMatchObject({ code: 'keys.note' })
	})
})

describe('destruction', () => {
	test('by two persons only, of a key that is over; the certificate says what was destroyed', async () => {
		const world = await startKeys()
		const { dataDir, id, one } = world
		const asked = { act: 'destroy', subject: id, askedBy: supervisor.id } as const
		await expect(askFor(dataDir, asked, now)).rejects.toMatchObject({ code: 'keys.state' })
		await expect(endGroupKey(dataDir, id, now), 'reports still come in').rejects.toMatchObject({
			code: 'keys.state',
		})
		await endGroupKey(dataDir, id, monthAfter)
		const request = await askFor(dataDir, asked, now)
		await expect(askFor(dataDir, asked, now)).rejects.toMatchObject({ code: 'keys.asked' })
		await expect(agreeTo(dataDir, request.id, asSecond(supervisor), now)).rejects.toMatchObject({
			code: 'keys.second-person',
		})
		expect(await readReport(dataDir, world, one)).toBe('a made-up report')
		const both = await Promise.allSettled([
			agreeTo(dataDir, request.id, asSecond(keyOfficer), now),
			agreeTo(dataDir, request.id, asSecond(keyOfficer), now),
		])
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		const certificate = (await findErasure(dataDir, id)) ?? ''
		expect(get(parseErasure(certificate))).toMatchObject({
			subject: id,
			recipient: world.key.recipient,
			wraps: 2,
			hour: '2026-11-26T10:00:00.000Z',
			askedBy: supervisor.id,
			agreedBy: keyOfficer.id,
			backupsOver: '2026-12-04',
		})
		expect(await readReport(dataDir, world, one)).toBeUndefined()
		expect(await findUnopenable(dataDir, [id])).toEqual([])
	})
	test('a copy of the database of 60 days ago is unreadable after it', async () => {
		const world = await startKeys()
		const into = join(makeFolder(), 'backups')
		const copyOfDatabase = Uint8Array.from(world.report)
		for (const day of [0, 3, 52, 59]) await backUpKeys({ dataDir: world.dataDir, into }, later(day))
		await destroy(world.dataDir, world.id, later(60))
		await backUpKeys({ dataDir: world.dataDir, into }, later(60))
		const left = readdirSync(into, { recursive: true }).filter((name) => String(name).endsWith('.age'))
		expect(left).toEqual([])
		rmSync(world.dataDir, { recursive: true })
		await restoreKeys({ dataDir: world.dataDir, from: into, erased: [] })
		for (const analyst of [world.one, world.other])
			expect(
				await readReport(world.dataDir, { key: world.key, report: copyOfDatabase }, analyst),
			).toBeUndefined()
		expect((await getGroupKey(world.dataDir, world.id)).state).toBe('destroyed')
	})
	test('stays when the newest backup is older than it, if the public record is asked', async () => {
		const world = await startKeys()
		const into = join(makeFolder(), 'backups')
		await backUpKeys({ dataDir: world.dataDir, into }, now)
		await destroy(world.dataDir, world.id, later(1))
		rmSync(world.dataDir, { recursive: true })
		await restoreKeys({ dataDir: world.dataDir, from: into, erased: [world.id] })
		expect(await readReport(world.dataDir, world, world.one)).toBeUndefined()
	})
	test('that was interrupted after its certificate is completed at the next start', async () => {
		const world = await startKeys()
		const folder = join(world.dataDir, 'keys', 'epochs', world.id)
		const copy = join(makeFolder(), 'copy')
		cpSync(folder, copy, { recursive: true })
		const certificate = await destroy(world.dataDir, world.id, now)
		for (const name of readdirSync(copy))
			if (name.endsWith('.age')) cpSync(join(copy, name), join(folder, name))
		expect(await readReport(world.dataDir, world, world.one)).toBe('a made-up report')
		await finishErasures(world.dataDir)
		expect(await readReport(world.dataDir, world, world.one)).toBeUndefined()
		expect(await findErasure(world.dataDir, world.id)).toBe(certificate)
	})
	test('goes into the record once, also when the record failed at first', async () => {
		const world = await startKeys()
		const certificate = await destroy(world.dataDir, world.id, now)
		const seen: RecordedAct[] = []
		await expect(recordActs(world.dataDir, () => Promise.reject(new Error('no database')))).rejects.toThrow(
			'no database',
		)
		const record = async (act: RecordedAct): Promise<void> => void seen.push(act)
		await recordActs(world.dataDir, record)
		await recordActs(world.dataDir, record)
		expect(seen).toMatchObject([{ subject: world.id, content: certificate, isErasure: true }])
	})
	test('a hand-over comes each time under one entry: its text stands behind it, also in a database from before', async () => {
		const { dataDir, id } = await startKeys()
		await addAct(dataDir, id, 'thiqa hand-over v1\nmade up\n')
		const seen: RecordedAct[] = []
		for (let start = 0; start < 2; start++)
			await recordActs(dataDir, async (act: RecordedAct) => void seen.push(act))
		const [first, again] = seen
		expect(first).toMatchObject({ subject: id, isErasure: false })
		expect(again).toEqual(first)
	})
})
