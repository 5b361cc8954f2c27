import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
	appendLeaves,
	getRoot,
	hashLeaf,
	proveConsistency,
	proveInclusion,
	type Hash,
} from '#tools/seal/merkle-log'
import { findProgram } from '../../../../../tests/support/running.ts'
import {
	cosignCheckpoint,
	formatCheckpoint,
	formatNote,
	makeSigner,
	signNote,
	toVerifierKey,
} from './index.ts'
import { longTest } from '../../../../../tests/support/patience.ts'

const go = findProgram('go') ?? ''
const goPath = '/usr/share/gocode'
const missing = [
	...(go ? [] : ['golang-go']),
	...(existsSync(join(goPath, 'src/golang.org/x/mod/sumdb/note')) ? [] : ['golang-golang-x-mod-dev']),
]
const size = 77

const makeClaim = async () => {
	const toEntry = (at: number) => new TextEncoder().encode(`entry ${at}`)
	const leaves = Array.from({ length: size }, (_, at) => hashLeaf(toEntry(at)))
	const { hashes, root } = await appendLeaves(0, leaves, async () => [])
	const read = async (indexes: readonly number[]): Promise<Hash[]> =>
		indexes.flatMap((index) => hashes[index] ?? [])
	const log = await makeSigner('record.example/log', 'ed25519', new Uint8Array(32).fill(1))
	const witness = await makeSigner('witness.example/w1', 'cosignature', new Uint8Array(32).fill(2))
	const stranger = await makeSigner('stranger.example', 'ed25519', new Uint8Array(32).fill(3))
	const text = formatCheckpoint({ origin: log.key.name, size, root, extensions: [] })
	const signatures = [
		await signNote(text, log),
		await cosignCheckpoint(text, witness, 1_764_000_000),
		await signNote(text, stranger),
	]
	const toText = (list: readonly Uint8Array[]) => list.map((bytes) => Buffer.from(bytes).toString('base64'))
	return {
		checkpoint: formatNote({ text, signatures }),
		logKey: toVerifierKey(log.key),
		witnessKey: toVerifierKey(witness.key),
		index: 42,
		entry: Buffer.from(toEntry(42)).toString('base64'),
		inclusion: toText(await proveInclusion(42, size, read)),
		olderSize: 33,
		olderRoot: toText([await getRoot(33, read)])[0] ?? '',
		consistency: toText(await proveConsistency(33, size, read)),
		stored: toText(hashes),
	}
}

/** The same base64 with one bit of its `at`th byte changed. */
const flip = (text: string | undefined, at: number): string => {
	const bytes = Buffer.from(text ?? '', 'base64')
	bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ 1
	return bytes.toString('base64')
}

if (missing.length > 0) test.skip(`Go is not asked: apt install ${missing.join(' ')}`, () => undefined)
else
	describe("Go's golang.org/x/mod/sumdb", () => {
		const folder = mkdtempSync(join(tmpdir(), 'thiqa-go-'))
		const program = join(folder, 'go-note')
		let claim: Awaited<ReturnType<typeof makeClaim>>

		const ask = (input: unknown) => {
			const { status, stdout } = spawnSync(program, { input: JSON.stringify(input), encoding: 'utf8' })
			return { status, answer: stdout.trim() }
		}

		beforeAll(async () => {
			const { status, stderr } = spawnSync(go, ['build', '-o', program, 'main.go'], {
				cwd: new URL('../../../../../tests/support/go-note', import.meta.url).pathname,
				env: { ...process.env, GO111MODULE: 'off', GOFLAGS: '', GOPATH: goPath, GOTOOLCHAIN: 'local' },
				encoding: 'utf8',
			})
			if (status !== 0) throw new Error(`building the Go program: ${stderr}`)
			claim = await makeClaim()
		}, longTest)
		afterAll(() => rmSync(folder, { recursive: true, force: true }))

		test('accepts our checkpoint, cosignature, proofs and stored hashes', () => {
			expect(ask(claim)).toEqual({ status: 0, answer: 'accepted' })
		})

		test('refuses a checkpoint in which one letter of the text was changed', () => {
			const changed = claim.checkpoint.replace(`\n${size}\n`, `\n${size + 1}\n`)
			expect(ask({ ...claim, checkpoint: changed })).toEqual({
				status: 1,
				answer: expect.stringContaining('invalid signature for key record.example/log') as string,
			})
		})

		test('refuses a cosignature whose time was changed', () => {
			const lines = claim.checkpoint.split('\n')
			const at = lines.findIndex((line) => line.includes('witness.example'))
			const [dash, name, spelt] = (lines[at] ?? '').split(' ')
			lines[at] = [dash, name, flip(spelt, 11)].join(' ')
			expect(ask({ ...claim, checkpoint: lines.join('\n') }).answer).toContain(
				'invalid signature for key witness.example/w1',
			)
		})

		test.each(['inclusion', 'consistency'] as const)(
			'refuses a proof of %s after one bit of each hash',
			(field) => {
				for (const at of claim[field].keys()) {
					const changed = claim[field].map((hash, place) => (place === at ? flip(hash, 7 * at) : hash))
					expect(ask({ ...claim, [field]: changed })).toEqual({
						status: 1,
						answer: 'refused: invalid transparency proof',
					})
				}
			},
		)

		test.each([
			['another entry', { entry: Buffer.from('entry 43').toString('base64') }],
			['another place', { index: 43 }],
			['another older size', { olderSize: 34 }],
		])('refuses %s', (_, change) => {
			expect(ask({ ...claim, ...change }).answer).toContain('refused')
		})

		test('refuses a key that does not fit its id', () => {
			expect(ask({ ...claim, logKey: claim.logKey.replace('record', 'Record') }).answer).toContain('refused')
		})
	})
