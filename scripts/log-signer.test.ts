/** The program `npm run log-signer`, run as its own process: what it signs, what it refuses, that its memory never goes back, and who can reach it. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { chmodSync, chownSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeNoteKey, openNote, parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../tests/support/child.ts'
import { startSigner, testOrigin, type RunningSigner } from '../tests/support/log-signers.ts'
import { canBeOthers, strangers, tryAs } from '../tests/support/other-user.ts'
import { grow, log, sign } from '../tests/support/signed-trees.ts'

const preload = './tests/support/stopped-write-child.ts'

/** True for a note that the key of this signer has signed, under the name of the record. */
const isSigned = async ({ verifierKey }: RunningSigner, note = ''): Promise<boolean> => {
	const key = parseVerifierKey(verifierKey)
	if (!key.ok) throw new Error('the signer has said no key')
	return (await openNote(note, [makeNoteKey(testOrigin, 'ed25519', key.value.publicKey)])).ok
}

test('it signs what has grown, and the same tree again', async () => {
	const signer = await startSigner(makeFolder())
	for (const [from, to] of [
		[0, 0],
		[0, 5],
		[5, 5],
		[5, 12],
	] as const) {
		const answer = await signer.ask(await grow(to), from)
		expect(answer?.status).toBe(200)
		expect(await isSigned(signer, answer?.text)).toBe(true)
	}
	expect(await signer.end('SIGTERM')).toBe(0)
})

test('it refuses another tree, a shorter one, one without proof, and what is no checkpoint', async () => {
	const signer = await startSigner(makeFolder())
	const [five, nine, fork] = [await grow(5), await grow(9), await grow(9, 'x')]
	await signer.ask(five, 0)
	expect(await signer.ask(nine, 0)).toEqual({ status: 409, text: '5\n' })
	expect((await signer.ask(five, 9))?.status).toBe(400)
	expect((await signer.ask(await grow(4), 4))?.status).toBe(409)
	expect((await signer.ask(fork, 5))?.status).toBe(422)
	expect((await signer.ask(await grow(5, 'x'), 5))?.status).toBe(422)
	expect((await signer.ask(nine, 5, 'other.example/record'))?.status).toBe(422)
	expect((await signer.post('old 5\n\nhello\n')).status).toBe(400)
	expect((await signer.post(`old 5\n${'x'.repeat(9000)}`)).status).toBe(413)
	expect((await signer.ask(nine, 5))?.status).toBe(200)
})

test('connections that say nothing do not keep it from signing', async () => {
	const signer = await startSigner(makeFolder())
	const idle = Array.from({ length: 16 }, () => connect(signer.socket).on('error', () => undefined))
	await Promise.all(idle.map((one) => once(one, 'connect')))
	await Promise.all(idle.map((one) => once(one, 'close')))
	expect((await signer.ask(await grow(5), 0))?.status).toBe(200)
})

test('of two growths that are asked for at once, from the same size, one is signed', async () => {
	const signer = await startSigner(makeFolder())
	const trees = await Promise.all([4, 5, 6].map((size) => grow(size)))
	const answers = await Promise.all(trees.map((tree) => signer.ask(tree, 0)))
	expect(answers.map((answer) => answer?.status).toSorted()).toEqual([200, 409, 409])
})

test.each(['before', 'half', 'written', 'renamed', 'synced'])(
	'killed at "%s" it has given nothing away, remembers one tree or the other, and never signs beside it',
	async (step) => {
		const folder = makeFolder()
		const socket = join(makeFolder(), 'sign.sock')
		const [five, nine, fork] = [await grow(5), await grow(9), await grow(9, 'x')]
		const first = await startSigner(folder, { socket })
		await first.ask(five, 0)
		await first.end('SIGTERM')
		const killed = await startSigner(folder, { socket, preload, env: { STOP_AT: step } })
		expect(await killed.ask(nine, 5), 'no answer').toBeUndefined()
		await killed.end()
		// The socket of the killed one is still there.
		const again = await startSigner(folder, { socket })
		const size = step === 'renamed' || step === 'synced' ? 9 : 5
		expect((await again.ask(fork, size))?.status).toBe(422)
		expect((await again.ask(nine, size))?.status).toBe(200)
	},
)

test('a signer that forgot, whose memory another key has signed, or that runs twice does not start', async () => {
	const folder = makeFolder()
	const signer = await startSigner(folder)
	const signed = await signer.ask(await grow(5), 0)
	await expect(startSigner(folder)).rejects.toThrow('log-signer.lock')
	await signer.end('SIGTERM')
	const note = join(folder, 'keys/record.note')
	writeFileSync(note, await sign(await grow(5), log))
	await expect(startSigner(folder)).rejects.toThrow('signed by another key')
	rmSync(note)
	await expect(startSigner(folder)).rejects.toThrow('--begin FILE')

	const begin = join(makeFolder(), 'checkpoint')
	writeFileSync(begin, await sign(await grow(5), log))
	await expect(startSigner(folder, { begin })).rejects.toThrow('signed by another key')
	writeFileSync(begin, signed?.text ?? '')
	const again = await startSigner(folder, { begin })
	expect((await again.ask(await grow(5, 'x'), 5))?.status).toBe(422)
	expect((await again.ask(await grow(9), 5))?.status).toBe(200)
	await again.end('SIGTERM')
	await expect(startSigner(folder, { begin })).rejects.toThrow('it goes on from that')
})

const [product, ofSigner, stranger] = strangers

test.skipIf(!canBeOthers)(
	'as a user of its own: the product reaches the socket and reads neither key nor memory, the signer reads nothing of the product, and others reach nothing',
	async () => {
		const [folder, run, data] = [makeFolder(), makeFolder(), makeFolder()]
		chownSync(folder, ofSigner, ofSigner)
		chmodSync(folder, 0o700)
		// As systemd makes it from RuntimeDirectory= with the group of the product.
		chownSync(run, ofSigner, product)
		chmodSync(run, 0o750)
		chownSync(data, product, product)
		chmodSync(data, 0o700)
		const secret = join(data, 'file.key')
		writeFileSync(secret, 'made up', { mode: 0o600 })
		chownSync(secret, product, product)

		const socket = join(run, 'sign.sock')
		const signer = await startSigner(folder, { socket, as: { uid: ofSigner, gid: product } })
		expect((await signer.ask(await grow(5), 0))?.status).toBe(200)
		const files = ['log.key', 'record.note'].map((name) => join(folder, 'keys', name))
		for (const file of files) {
			expect(readFileSync(file).length).toBeGreaterThan(0)
			expect(statSync(file).uid).toBe(ofSigner)
			expect(tryAs(product, 'read', file)).toBe('EACCES')
			expect(tryAs(ofSigner, 'read', file)).toBe('open')
		}
		expect(tryAs(product, 'connect', socket)).toBe('open')
		expect(tryAs(stranger, 'connect', socket)).toBe('EACCES')
		expect(tryAs(ofSigner, 'read', secret)).toBe('EACCES')
		expect(tryAs(product, 'read', secret)).toBe('open')
	},
)
