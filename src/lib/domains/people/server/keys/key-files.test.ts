import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import {
	asSecond,
	get,
	keyOfficer,
	later,
	makeFolder,
	now,
	readReport,
	startKeys,
	supervisor,
} from '../../../../../../tests/support/key-world.ts'
import {
	makeEpoch,
	planEpoch,
	planNextEpoch,
	signWithRoot,
	toEpochText,
	wrapSecret,
	type EpochSpan,
} from '../../keys/index.ts'
import {
	addGroupKey,
	agreeTo,
	askFor,
	backUpKeys,
	dropRequest,
	findWrap,
	listGroupKeys,
	publishEpoch,
	removeWraps,
	restoreKeys,
	startNextEpoch,
} from './index.ts'

describe('the store', () => {
	test('leaves the key of counts out of its backups', async () => {
		const { dataDir } = await startKeys()
		writeFileSync(join(dataDir, 'keys', 'counting.key'), `${'0'.repeat(64)}\n`, { mode: 0o600 })
		const into = makeFolder()
		await backUpKeys({ dataDir, into }, now)
		const names = readdirSync(into, { recursive: true }).map(String)
		expect(names.some((name) => name.endsWith('manifest.txt'))).toBe(true)
		expect(names.filter((name) => name.includes('counting'))).toEqual([])
	})
	test('keeps files that only their owner reads, and no unfinished ones', async () => {
		const { dataDir } = await startKeys()
		const entries = readdirSync(join(dataDir, 'keys'), { recursive: true, withFileTypes: true })
		for (const entry of entries) {
			const { mode } = statSync(join(entry.parentPath, entry.name))
			expect(mode & 0o077, entry.name).toBe(0)
			expect(entry.name).not.toMatch(/^\./u)
		}
	})
	test('gives an id away once, and the epoch before ends when the next is published', async () => {
		const world = await startKeys()
		const { dataDir, one, root, id } = world
		const { key, text } = await makeEpoch(id)
		const wraps = new Map([[one.id, get(await wrapSecret(text, one.recipient))]])
		const span = planEpoch([], now)
		await expect(addGroupKey(dataDir, { key, span, wraps }, now)).rejects.toMatchObject({
			code: 'keys.taken',
		})
		expect(await readReport(dataDir, world, one)).toBe('a made-up report')
		const next = planEpoch([id], now)
		const made = await makeEpoch(next.id)
		const start = vi.fn(() => Promise.resolve())
		await addGroupKey(dataDir, { key: made.key, span: next, wraps }, now)
		const note = get(await signWithRoot(toEpochText(made.key, next), root.shares.slice(0, 3)))
		await expect(
			publishEpoch(dataDir, next.id, { note: world.note, rootKey: root.verifierKey, start, now }),
		).rejects.toMatchObject({
			code: 'keys.note',
		})
		expect(start, 'before the note was looked at').not.toHaveBeenCalled()
		start.mockRejectedValueOnce(new Error('the database is gone'))
		await expect(
			publishEpoch(dataDir, next.id, { note, rootKey: root.verifierKey, start, now }),
		).rejects.toThrow()
		await publishEpoch(dataDir, next.id, { note, rootKey: root.verifierKey, start, now })
		const states = (await listGroupKeys(dataDir)).map(({ span: { id: of }, state }) => [of, state])
		expect(states).toEqual([
			[next.id, 'current'],
			[id, 'past'],
		])
		await expect(addGroupKey(dataDir, { key, span, wraps: new Map() }, now)).rejects.toMatchObject({
			code: 'keys.no-holder',
		})
	})
	test('one that begins later waits for its day; the one in use goes on, and only one waits', async () => {
		const { dataDir, one, root, id } = await startKeys()
		const started: string[] = []
		const publication = {
			rootKey: root.verifierKey,
			start: async (note: string) => void started.push(note.split('\n')[1] ?? ''),
			now,
		}
		const publish = async (span: EpochSpan | undefined): Promise<void> => {
			if (!span) throw new Error('a plan was wanted')
			const { key, text } = await makeEpoch(span.id)
			const wraps = new Map([[one.id, get(await wrapSecret(text, one.recipient))]])
			await addGroupKey(dataDir, { key, span, wraps }, now)
			const note = get(await signWithRoot(toEpochText(key, span), root.shares.slice(0, 3)))
			await publishEpoch(dataDir, span.id, { ...publication, note })
		}
		const states = async () =>
			Object.fromEntries((await listGroupKeys(dataDir)).map(({ span, state }) => [span.id, state]))
		await publish(planNextEpoch([id], now))
		await publish(planNextEpoch([id, '2026-12'], now))
		expect(await states()).toEqual({ [id]: 'current', '2026-12': 'past', '2026-12-2': 'next' })
		expect(await startNextEpoch(dataDir, publication)).toBeUndefined()
		expect(started).toEqual([])
		const first = { ...publication, now: new Date('2026-12-01T00:00:00Z') }
		const broken = { ...first, start: () => Promise.reject(new Error('the database is gone')) }
		await expect(startNextEpoch(dataDir, broken)).rejects.toThrow('the database is gone')
		expect((await states())[id], 'it goes on').toBe('current')
		expect(await startNextEpoch(dataDir, first)).toBe('2026-12-2')
		expect(await states()).toEqual({ [id]: 'past', '2026-12': 'past', '2026-12-2': 'current' })
		expect(started).toEqual(['2026-12-2'])
	})
	test('one that begins today ends also the one that waits; none leads back, and none is published when its days are over', async () => {
		const { dataDir, one, root, id } = await startKeys()
		const publish = async (span: EpochSpan | undefined, at: Date): Promise<void> => {
			if (!span) throw new Error('a plan was wanted')
			const { key, text } = await makeEpoch(span.id)
			const wraps = new Map([[one.id, get(await wrapSecret(text, one.recipient))]])
			await addGroupKey(dataDir, { key, span, wraps }, at)
			const note = get(await signWithRoot(toEpochText(key, span), root.shares.slice(0, 3)))
			const start = () => Promise.resolve()
			await publishEpoch(dataDir, span.id, { note, rootKey: root.verifierKey, start, now: at })
		}
		await publish(planNextEpoch([id], now), now)
		await publish(planEpoch([id], now), now)
		const states = async () =>
			Object.fromEntries((await listGroupKeys(dataDir)).map(({ span, state }) => [span.id, state]))
		expect(await states()).toEqual({ [id]: 'past', '2026-11-2': 'current', '2026-12': 'past' })
		const third = new Date('2026-12-03T08:00:00Z')
		await publish(planEpoch(['2026-12'], third), third)
		await expect(publish(planEpoch([id, '2026-11-2'], now), third)).rejects.toMatchObject({
			code: 'keys.state',
		})
		const old = { ...planEpoch([], new Date('2026-12-05T00:00:00Z')), id: '2026-12-3', ends: '2026-12-04' }
		await expect(publish({ ...old, begins: '2026-12-04' }, later(30))).rejects.toMatchObject({
			code: 'keys.state',
		})
		expect((await states())['2026-12-2']).toBe('current')
	})
	test('never makes a path of an id that is none', async () => {
		const { dataDir, id } = await startKeys()
		for (const wrong of ['..', '../..', '2026-11/../2026-11', '', 'epoch.json', '__proto__']) {
			await expect(findWrap(dataDir, wrong, randomUUID())).rejects.toMatchObject({ code: 'keys.unknown' })
			await expect(findWrap(dataDir, id, wrong)).rejects.toMatchObject({ code: 'keys.unknown' })
			await expect(agreeTo(dataDir, wrong, asSecond(keyOfficer), now)).rejects.toMatchObject({
				code: 'keys.unknown',
			})
		}
	})
	test('forgets a request that was refused, with the wrap that waited in it', async () => {
		const { dataDir, id, one } = await startKeys()
		const wrap = get(await wrapSecret('x', one.recipient))
		const request = await askFor(
			dataDir,
			{ act: 'hand-over', subject: id, askedBy: supervisor.id, receiver: one.id, wrap },
			now,
		)
		await dropRequest(dataDir, request.id)
		await expect(agreeTo(dataDir, request.id, asSecond(keyOfficer), now)).rejects.toMatchObject({
			code: 'keys.unknown',
		})
		expect(readdirSync(join(dataDir, 'keys', 'requests'))).toEqual([])
	})
	test('hands no key to somebody who left after it was asked for', async () => {
		const { dataDir, id, one } = await startKeys()
		const wrap = get(await wrapSecret('x', one.recipient))
		const ask = async (receiver: string) => {
			const asked = { act: 'hand-over', subject: id, askedBy: supervisor.id, receiver, wrap } as const
			return (await askFor(dataDir, asked, now)).id
		}
		const [left, closed] = [randomUUID(), randomUUID()]
		const [gone, waits] = [await ask(left), await ask(closed)]
		await removeWraps(dataDir, [left])
		await expect(agreeTo(dataDir, gone, asSecond(keyOfficer), now)).rejects.toMatchObject({
			code: 'keys.unknown',
		})
		// The account is closed while the second person agrees: first all is well, then it is not.
		const mayReceive = vi.fn(() => Promise.resolve(false)).mockResolvedValueOnce(true)
		await expect(agreeTo(dataDir, waits, { person: keyOfficer, mayReceive }, now)).rejects.toMatchObject({
			code: 'keys.unknown',
		})
		expect(await findWrap(dataDir, id, left)).toBeUndefined()
		expect(await findWrap(dataDir, id, closed)).toBeUndefined()
	})
})

describe('backups', () => {
	test('are kept seven days, on another disk, and are what sha256sum says', async () => {
		const { dataDir } = await startKeys()
		const into = join(makeFolder(), 'backups')
		for (const day of [0, 1, 7, 8]) await backUpKeys({ dataDir, into }, later(day))
		expect(readdirSync(into)).toEqual([
			'keys-2026-11-27T104000Z',
			'keys-2026-12-03T104000Z',
			'keys-2026-12-04T104000Z',
		])
		const folder = join(into, 'keys-2026-12-04T104000Z')
		expect(spawnSync('sha256sum', ['-c', '--quiet', 'manifest.txt'], { cwd: folder }).status).toBe(0)
		for (const wrong of [dataDir, join(dataDir, 'keys'), join(dataDir, 'x', '..', 'backups')])
			await expect(backUpKeys({ dataDir, into: wrong }, now)).rejects.toMatchObject({ code: 'keys.place' })
		await expect(backUpKeys({ dataDir: makeFolder(), into }, now)).rejects.toMatchObject({
			code: 'keys.nothing',
		})
	})
	test('in which a byte differs, or a file is missing, are not restored', async () => {
		const world = await startKeys()
		const into = join(makeFolder(), 'backups')
		const { folder } = await backUpKeys({ dataDir: world.dataDir, into }, now)
		const wrap = join(folder, 'epochs', world.id, `${world.one.id}.age`)
		const bytes = readFileSync(wrap)
		bytes[300] = (bytes[300] ?? 0) ^ 1
		writeFileSync(wrap, bytes)
		const dataDir = join(makeFolder(), 'data')
		await expect(restoreKeys({ dataDir, from: into, erased: [] })).rejects.toMatchObject({
			code: 'keys.damaged',
		})
		rmSync(wrap)
		await expect(restoreKeys({ dataDir, from: into, erased: [] })).rejects.toMatchObject({
			code: 'keys.damaged',
		})
		expect(existsSync(join(dataDir, 'keys', 'epochs'))).toBe(false)
	})
})
