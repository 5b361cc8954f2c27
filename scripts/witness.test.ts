/** The program `npm run witness`, run as its own process: what it signs, what it refuses, and that its memory never goes back. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSigner, openNote, parseCheckpoint, parseVerifierKey } from '#tools/seal/signed-note'
import { grow, log, sign } from '../tests/support/signed-trees.ts'
import { makeWitnessFolder, startWitness, type RunningWitness } from '../tests/support/witnesses.ts'

const preload = './tests/support/stopped-write-child.ts'

/** The size under which a line of this witness is good, with the time that it says. */
const openLines = async ({ verifierKey }: RunningWitness, checkpoint: string, lines = '') => {
	const key = parseVerifierKey(verifierKey)
	if (!key.ok) throw new Error('the witness has said no key')
	const opened = await openNote(checkpoint + lines, [key.value])
	return opened.ok ? opened.value.verified[0] : undefined
}

const shown = async ({ url }: RunningWitness, origin = log.key.name) => {
	const hash = createHash('sha256').update(origin).digest('hex')
	const answer = await fetch(`${url}/${hash}/checkpoint`)
	const note = answer.ok ? await answer.text() : ''
	const head = parseCheckpoint(`${note.split('\n\n')[0] ?? ''}\n`)
	return { status: answer.status, note, size: head.ok ? head.value.size : undefined }
}

test('it signs what has grown, says when, and shows to anyone what it signed last', async () => {
	const witness = await startWitness(makeWitnessFolder([log.key]))
	expect((await shown(witness)).status).toBe(404)
	for (const [from, to] of [
		[0, 5],
		[5, 5],
		[5, 12],
	] as const) {
		const tree = await grow(to)
		const answer = await witness.ask(tree, from)
		expect(answer?.status).toBe(200)
		expect(answer?.text).toMatch(/^— witness\.example\/w1 \S{104}\n$/u)
		expect((await openLines(witness, await sign(tree), answer?.text))?.time).toBeGreaterThan(1_764_000_000)
		expect((await shown(witness)).size).toBe(to)
	}
	const { note } = await shown(witness)
	expect(await openLines(witness, note)).toBeDefined()
	expect((await openNote(note, [log.key])).ok).toBe(true)
	expect(await witness.end('SIGTERM')).toBe(0)
})

test('it refuses by the numbers of the specification', async () => {
	const witness = await startWitness(makeWitnessFolder([log.key]))
	const [five, nine] = [await grow(5), await grow(9)]
	await witness.ask(five, 0)
	expect(await witness.ask(nine, 0)).toMatchObject({ status: 409, text: '5\n', type: 'text/x.tlog.size' })
	expect(await witness.ask(nine, 9)).toMatchObject({ status: 409, text: '5\n' })
	expect((await witness.ask(five, 9))?.status).toBe(400)
	const [stranger, other] = [
		await makeSigner(log.key.name, 'ed25519', new Uint8Array(32).fill(8)),
		await makeSigner('other.example/log', 'ed25519', new Uint8Array(32).fill(1)),
	]
	expect((await witness.ask(nine, 5, await sign(nine, stranger)))?.status).toBe(403)
	expect((await witness.ask(nine, 5, await sign(nine, other)))?.status).toBe(404)
	expect((await witness.ask(await grow(9, 'x'), 5))?.status).toBe(422)
	expect((await witness.post('hello')).status).toBe(400)
	expect((await witness.post('x'.repeat(70_000))).status).toBe(413)
	expect((await fetch(`${witness.url}/add-checkpoint`)).status).toBe(405)
	expect((await fetch(`${witness.url}/`)).status).toBe(404)
	expect((await shown(witness)).size).toBe(5)
})

test('two trees of one size: the second is refused, told aloud, and both are kept as proof; a witness of its own knows nothing of it', async () => {
	const witness = await startWitness(makeWitnessFolder([log.key]))
	const second = await startWitness(makeWitnessFolder([log.key], 'second.example/w2'))
	const [tree, fork] = [await grow(7), await grow(7, 'x')]
	expect((await witness.ask(tree, 0))?.status).toBe(200)
	const refused = await witness.post(`old 7\n\n${await sign(fork)}`)
	expect(refused).toMatchObject({ status: 422, text: 'another tree of this size was signed before\n' })
	expect(witness.said()).toContain('FORK. record.example/log has signed another tree')
	const [file = ''] = readdirSync(join(witness.folder, 'forks'))
	const proof = readFileSync(join(witness.folder, 'forks', file), 'utf8')
	for (const note of [await sign(tree), await sign(fork)]) expect(proof).toContain(note)
	expect((await second.ask(fork, 0))?.status).toBe(200)
	expect(second.verifierKey).not.toBe(witness.verifierKey)
})

test('of two growths that are asked for at once, from the same size, one is signed', async () => {
	const witness = await startWitness(makeWitnessFolder([log.key]))
	await witness.ask(await grow(3), 0)
	const trees = await Promise.all([4, 5, 6, 7, 8].map((size) => grow(size)))
	const answers = await Promise.all(trees.map((tree) => witness.ask(tree, 3)))
	expect(answers.map((answer) => answer?.status).toSorted()).toEqual([200, 409, 409, 409, 409])
	const at = answers.findIndex((answer) => answer?.status === 200)
	expect((await shown(witness)).size).toBe(trees[at]?.size)
})

test('what it signs lies on the disk before anybody sees it', async () => {
	const folder = makeWitnessFolder([log.key])
	await (await startWitness(folder)).end('SIGKILL')
	const witness = await startWitness(folder, { preload, env: { STOP_AT: 'none' } })
	expect((await witness.ask(await grow(5), 0))?.status).toBe(200)
	const steps = [...witness.said().matchAll(/^step (.*)$/gmu)].map(([, step]) => step)
	expect(steps).toEqual(['before', 'half', 'written', 'renamed', 'synced'])
})

test.each(['before', 'half', 'written', 'renamed', 'synced'])(
	'killed at "%s" it has given nothing away, remembers one tree or the other, and never signs beside it',
	async (step) => {
		const folder = makeWitnessFolder([log.key])
		const [five, nine, fork] = [await grow(5), await grow(9), await grow(9, 'x')]
		const first = await startWitness(folder)
		await first.ask(five, 0)
		await first.end('SIGTERM')
		const killed = await startWitness(folder, { preload, env: { STOP_AT: step } })
		expect(await killed.ask(nine, 5), 'no answer').toBeUndefined()
		await killed.end()
		const again = await startWitness(folder)
		const { size = 0 } = await shown(again)
		expect(size).toBe(step === 'renamed' || step === 'synced' ? 9 : 5)
		expect((await again.ask(await grow(4), 4))?.status).toBe(409)
		expect((await again.ask(fork, size))?.status).toBe(422)
		const answer = await again.ask(nine, size)
		expect(answer?.status).toBe(200)
		expect(await openLines(again, await sign(nine), answer?.text)).toBeDefined()
	},
)

test('a witness that forgot, whose memory was changed, or that runs twice does not start', async () => {
	const folder = makeWitnessFolder([log.key])
	const witness = await startWitness(folder)
	await witness.ask(await grow(5), 0)
	await expect(startWitness(folder)).rejects.toThrow('another witness runs on it')
	await witness.end('SIGTERM')
	const state = join(folder, 'state.json')
	const kept = readFileSync(state, 'utf8')
	for (const changed of [kept.replace('\\n5\\n', '\\n4\\n'), kept.slice(0, 40), '{}']) {
		writeFileSync(state, changed)
		await expect(startWitness(folder), changed).rejects.toThrow(/has not signed|is damaged/u)
	}
	rmSync(state)
	await expect(startWitness(folder)).rejects.toThrow('Begin with a new folder')
	writeFileSync(state, kept)
	expect((await shown(await startWitness(folder))).size).toBe(5)
})

test('settings that are wrong are named', async () => {
	const folder = makeWitnessFolder([log.key], 'name with spaces')
	await expect(startWitness(folder)).rejects.toThrow('name: wanted')
	writeFileSync(join(folder, 'witness.yaml'), 'name: w.example/w1\nrecords:\n  - x+1+y\n')
	await expect(startWitness(folder)).rejects.toThrow('records.0: wanted the verifier key of a record')
	rmSync(join(folder, 'witness.yaml'))
	await expect(startWitness(folder)).rejects.toThrow('Write it:')
})
