import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import type { AttachmentPlace } from './attachment.ts'
import {
	attachmentLimits,
	findFileType,
	openAttachment,
	sealAttachment,
	sendAttachment,
	toNextPiece,
	type Sending,
} from './index.ts'

const identity = await makeIdentity()
const known = await toRecipient(identity)
const recipient = known.ok ? known.value : ''
const place: AttachmentPlace = {
	epoch: 'demo-2026-03',
	nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
	kind: 'voice',
	part: 1,
	parts: 2,
}

/** Harmless bytes of a length that begin as a recording does. */
const makeVoice = (length: number): Uint8Array => {
	const bytes = new Uint8Array(length)
	for (let at = 0; at < length; at++) bytes[at] = (at * 31) % 251
	bytes.set([0x1a, 0x45, 0xdf, 0xa3].slice(0, length))
	return bytes
}

const close = async (content: Uint8Array, where = place) => {
	const sealed = await sealAttachment(where, content, recipient)
	if (!sealed.ok) throw new Error(sealed.code)
	return sealed.value
}
const toCode = (result: { ok: boolean; code?: string }): string => (result.ok ? 'ok' : (result.code ?? ''))

describe('an attachment', () => {
	const [chunk, piece] = [65_536, 1_048_576]
	test('of every length around the limits of chunks and pieces comes back as it was', async () => {
		const near = fc.constantFrom(5, chunk, chunk * 2, piece, piece * 2, piece * 3)
		await fc.assert(
			fc.asyncProperty(
				near,
				fc.integer({ min: -1, max: 1 }),
				fc.integer({ min: 0, max: 400 }),
				async (base, by, less) => {
					// The header and the length line stand before the content: `less` moves the seams over it.
					const content = makeVoice(Math.max(4, base + by - less))
					const { sealed, listed } = await close(content)
					expect(listed.bytes).toBe(sealed.length)
					const opened = await openAttachment(sealed, { place, listed }, identity)
					expect(opened.ok && Buffer.compare(opened.value.content, content)).toBe(0)
					expect(opened.ok && opened.value.type).toBe('audio/webm')
				},
			),
			{ numRuns: 12 },
		)
	})

	test('counts only in its place', async () => {
		const { sealed, listed } = await close(makeVoice(3000))
		for (const change of [
			{ epoch: 'demo-2026-04' },
			{ nonce: 'BAAAAAAAAAAAAAAAAAAAAA' },
			{ part: 2 },
			{ parts: 1 },
			{ kind: 'screenshot' as const },
		])
			expect(toCode(await openAttachment(sealed, { place: { ...place, ...change }, listed }, identity))).toBe(
				'attachment.elsewhere',
			)
	})

	test('swapped, cut, lengthened or changed, it is refused whole', async () => {
		const [one, other] = [await close(makeVoice(200_000)), await close(makeVoice(200_000))]
		const changed = one.sealed.slice()
		changed[150_000] = (changed[150_000] ?? 0) ^ 1
		for (const bytes of [
			other.sealed,
			one.sealed.slice(0, -1),
			Buffer.concat([one.sealed, changed]),
			changed,
		])
			expect(
				toCode(await openAttachment(Uint8Array.from(bytes), { place, listed: one.listed }, identity)),
			).toBe('attachment.damaged')
		const stranger = await openAttachment(one.sealed, { place, listed: one.listed }, await makeIdentity())
		expect(toCode(stranger)).toBe('sealed.key')
	})

	test('of forty lengths near one another there are few when sealed', async () => {
		const lengths = new Set<number>()
		for (let more = 0; more < 20_000; more += 500)
			lengths.add((await close(makeVoice(500_000 + more))).sealed.length)
		expect(lengths.size).toBeLessThan(5)
	})

	test('is sound or a picture drawn again, and not too long', async () => {
		const seal = async (kind: 'voice' | 'screenshot', content: Uint8Array) =>
			toCode(await sealAttachment({ ...place, kind }, content, recipient))
		const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0)
		expect(await seal('screenshot', jpeg)).toBe('ok')
		expect(await seal('voice', jpeg)).toBe('attachment.type')
		expect(await seal('screenshot', makeVoice(100))).toBe('attachment.type')
		for (const text of ['<svg onload="x">', 'MZ', '%PDF-1.7', 'GIF89a', 'RIFF....WAVE', '\x89PNG\r\n\x1a\n'])
			expect(await seal('screenshot', Buffer.from(text, 'latin1')), text).toBe('attachment.type')
		expect(await seal('voice', new Uint8Array())).toBe('attachment.too-long')
		expect(await seal('voice', makeVoice(attachmentLimits.voice.bytes + 1))).toBe('attachment.too-long')
		expect(findFileType(Buffer.from('RIFF....WEBPVP8 '))).toBe('image/webp')
	})
})

describe('sendAttachment()', () => {
	/** A server that keeps what comes and breaks off as it is told: 0 takes it, 1 loses the answer, 2 half of the piece, 3 all of it. */
	const createServer = (faults: number[]) => {
		let kept = new Uint8Array()
		const send = async (_: unknown, init?: RequestInit): Promise<Response> => {
			const [, , at] = ((init?.headers as Record<string, string> | undefined)?.['x-attachment'] ?? '')
				.split(' ')
				.map(Number)
			const body = init?.body as Uint8Array<ArrayBuffer>
			const fault = faults.shift() ?? 0
			if (at === undefined || at > kept.length)
				return Response.json({ code: 'attachment.offset', at: kept.length })
			if (fault === 3) kept = new Uint8Array() // a server that lost its disk
			if (fault >= 2) throw new TypeError('network')
			kept = Uint8Array.from([...kept.subarray(0, at), ...body])
			if (fault === 1) throw new TypeError('network')
			return Response.json({ at: kept.length })
		}
		return { send: send as typeof fetch, get: () => kept }
	}
	const toTools = (send: typeof fetch) => ({ fetch: send, wait: async () => undefined, now: () => 0 })

	test('any way in which the line breaks off, the same bytes arrive, or nobody is told so', async () => {
		const lengths = fc.oneof(
			fc.integer({ min: 1, max: 300_000 }),
			fc.constantFrom(65_535, 65_536, 65_537, 262_143, 262_145),
		)
		await fc.assert(
			fc.asyncProperty(lengths, fc.array(fc.nat({ max: 3 }), { maxLength: 12 }), async (length, faults) => {
				const sending: Sending = { part: 1, sealed: new Uint8Array(makeVoice(length)), sent: 0 }
				const server = createServer(faults)
				const problem = await sendAttachment(sending, 't', { tools: toTools(server.send) })
				if (problem === undefined) expect(Buffer.compare(server.get(), sending.sealed)).toBe(0)
				else expect(problem).toBe('network')
			}),
			{ numRuns: 40 },
		)
	})

	test('stops at once where waiting does not help, and says which', async () => {
		for (const [code, problem] of [
			['attachments.full', 'full'],
			['token.used', 'used'],
			['token.too-old', 'late'],
		] as const) {
			let asked = 0
			const send = (async () => {
				asked += 1
				return Response.json({ code }, { status: 503 })
			}) as typeof fetch
			const sending: Sending = { part: 1, sealed: new Uint8Array(10), sent: 0 }
			expect(await sendAttachment(sending, 't', { tools: toTools(send) })).toBe(problem)
			expect(asked).toBe(1)
		}
	})

	test('does the work once when it is asked for, sends it along from then on, and gives up without', async () => {
		const asked: string[] = []
		const send = (async (_, init) => {
			const [, , at, , solution] = new Headers(init?.headers).get('x-attachment')?.split(' ') ?? []
			asked.push(solution ?? 'none')
			return solution === undefined
				? Response.json({ code: 'attachments.work' }, { status: 503 })
				: Response.json({ at: Number(at) + (init?.body instanceof Uint8Array ? init.body.length : 0) })
		}) as typeof fetch
		const sending: Sending = { part: 1, sealed: new Uint8Array(400_000), sent: 0 }
		const work = async () => 'c29sdmVk'
		expect(await sendAttachment(sending, 't', { work, tools: toTools(send) })).toBeUndefined()
		expect(asked).toEqual(['none', 'c29sdmVk', 'c29sdmVk'])
		const without: Sending = { part: 1, sealed: new Uint8Array(10), sent: 0 }
		expect(await sendAttachment(without, 't', { tools: toTools(send) })).toBe('network')
	})

	test('pieces fit the line: small on a slow one, a mebibyte at most', () => {
		expect(toNextPiece(262_144, 100)).toBe(524_288)
		expect(toNextPiece(1_048_576, 10)).toBe(1_048_576)
		expect(toNextPiece(262_144, 26_000)).toBe(65_536)
		expect(toNextPiece(65_536, 2_000)).toBe(131_072)
	})
})

const hasAge = spawnSync('age', ['--version']).status === 0
test.skipIf(!hasAge)('the age program and three words of shell open an attachment', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'attachment-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	const content = makeVoice(1_048_577)
	const { sealed } = await close(content)
	writeFileSync(join(folder, 'key'), `${identity}\n`, { mode: 0o600 })
	writeFileSync(join(folder, 'file'), sealed)
	const command =
		'age -d -i key file | { read -r n; head -c "$((10#$n))"; } | { read -r context; echo "$context" >&2; cat; }'
	const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, maxBuffer: 1e8 })
	expect(Buffer.compare(stdout, content)).toBe(0)
	expect(JSON.parse(stderr.toString())).toMatchObject({ form: 'attachment', part: 1, bytes: content.length })
})
