/** A record of a million entries, hashes in memory: milliseconds to append and to prove. `node bench/merkle.ts` */
import {
	appendLeaves,
	countStoredHashes,
	getRoot,
	hashLeaf,
	proveConsistency,
	proveInclusion,
	verifyConsistency,
	verifyInclusion,
	type Hash,
	type ReadHashes,
} from '#tools/seal/merkle-log'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'

const size = 1_000_000
const rounds = isQuick ? 200 : 2000

/** Hashes one after the other, as a file would hold them. */
const store = new Uint8Array(32 * countStoredHashes(size + rounds))
const write = (firstIndex: number, hashes: readonly Hash[]): void =>
	hashes.forEach((hash, at) => store.set(hash, 32 * (firstIndex + at)))
let read = 0
const readHashes: ReadHashes = async (indexes) => {
	read = Math.max(read, indexes.length)
	return indexes.map((index) => store.slice(32 * index, 32 * index + 32))
}

const toEntry = (at: number): Uint8Array => new TextEncoder().encode(`entry ${at}`)
const group = 10_000
const began = performance.now()
for (let at = 0; at < size; at += group) {
	const leaves = Array.from({ length: group }, (_, next) => hashLeaf(toEntry(at + next)))
	const { firstIndex, hashes } = await appendLeaves(at, leaves, readHashes)
	write(firstIndex, hashes)
}
console.log(`${size} entries in groups of ${group}: ${((performance.now() - began) / 1000).toFixed(1)} s`)

type Times = { cpu: number[]; clock: number[] }

/** Processor time, garbage collection included, is what is judged: the clock also counts what else the machine does. */
const measure = async (work: (round: number) => Promise<void>): Promise<Times> => {
	const times: Times = { cpu: [], clock: [] }
	for (let round = 0; round < rounds; round++) {
		const [started, before] = [performance.now(), process.cpuUsage()]
		await work(round)
		const { user, system } = process.cpuUsage(before)
		times.clock.push(performance.now() - started)
		times.cpu.push((user + system) / 1000)
	}
	return times
}
const say = (name: string, { cpu, clock }: Times, limit: number): void => {
	const show = (times: readonly number[]): string =>
		[0.5, 0.99].map((share) => getPercentile(times, share).toFixed(3)).join(' / ')
	const isMet = getPercentile(cpu, 0.99) < limit
	report(
		name,
		`processor ${show(cpu)} ms, clock ${show(clock)} ms (median / p99)`,
		`p99 < ${limit} ms of processor`,
		isMet,
	)
}

const root = await getRoot(size, readHashes)
const toIndex = (round: number): number => (round * 7919 * 131) % size
read = 0
say(
	'prove an entry',
	await measure(async (round) => void (await proveInclusion(toIndex(round), size, readHashes))),
	20,
)
say(
	'prove a growth',
	await measure(async (round) => void (await proveConsistency(1 + toIndex(round), size, readHashes))),
	20,
)
say(
	'prove and check an entry',
	await measure(async (round) => {
		const index = toIndex(round)
		const proof = await proveInclusion(index, size, readHashes)
		const claim = { index, size, leaf: hashLeaf(toEntry(index)), root }
		if (!verifyInclusion(proof, claim)) throw new Error(`entry ${index} is not proved`)
	}),
	20,
)
say(
	'prove and check a growth',
	await measure(async (round) => {
		const olderSize = 1 + toIndex(round)
		const olderRoot = await getRoot(olderSize, readHashes)
		const proof = await proveConsistency(olderSize, size, readHashes)
		if (!verifyConsistency(proof, { olderSize, olderRoot, size, root }))
			throw new Error('no growth is proved')
	}),
	20,
)
say(
	'append an entry',
	await measure(async (round) => {
		const { firstIndex, hashes } = await appendLeaves(
			size + round,
			[hashLeaf(toEntry(size + round))],
			readHashes,
		)
		write(firstIndex, hashes)
	}),
	2,
)
report('hashes read at once', String(read), '<= 40', read <= 40)
finish()
