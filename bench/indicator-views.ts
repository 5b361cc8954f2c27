/**
 * Four views of 200,000 indicators: how long a zone and its change take, how large an update of prefixes is, how long an address is looked up, and how
 * long BIND takes to have one change. `node bench/indicator-views.ts`; `-- --quick` takes 20,000.
 */
import { randomBytes } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import {
	findFullHashes,
	getPrefix,
	hasPrefix,
	makeNoise,
	toFullHashes,
	toListUpdate,
	toPrefixList,
} from '#tools/indicators/hash-prefixes'
import { hashExpression, listExpressions } from '#tools/indicators/hash-prefixes/addresses'
import { writeUpdates } from '#tools/indicators/hash-prefixes/wire'
import { toUpdateText, toZoneRules, toZoneText } from '#tools/indicators/rpz-zone'
import { finish, getPercentile, isQuick, report } from './support/figures.ts'
import { startRpzPrimary } from './support/rpz-primary.ts'

const size = isQuick ? 20_000 : 200_000
const rounds = 5
const limits = { zone: 2000, bytes: 300_000, lookup: 0.1 }
const frame = {
	origin: 'rpz.thiqa.example',
	nameServer: 'ns.thiqa.example',
	mailbox: 'hostmaster.thiqa.example',
}
const place = { origin: frame.origin, stopPage: 'stop.thiqa.example' }
const names = Array.from(
	{ length: size },
	() => `${randomBytes(6).toString('hex')}.${randomBytes(2).toString('hex')}.example`,
)
const list = { threatType: 'SOCIAL_ENGINEERING', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }

/** Milliseconds of processor time of one round, which others on the machine do not lengthen as they do the time on the clock. */
const getCpu = (work: () => unknown): string => {
	const before = process.cpuUsage()
	work()
	const { user, system } = process.cpuUsage(before)
	return `${((user + system) / 1000).toFixed(0)} ms of processor`
}

const measure = (work: () => unknown): number => {
	const times = Array.from({ length: rounds }, () => {
		const started = performance.now()
		work()
		return performance.now() - started
	})
	return getPercentile(times, 0.5)
}

const rules = toZoneRules({ blocked: names, exceptions: [] }, place)
const makeZone = () => toZoneText(frame, 7, toZoneRules({ blocked: names, exceptions: [] }, place))
const zone = measure(makeZone)
report(
	`zone of ${size} names, rules and text`,
	`${zone.toFixed(0)} ms median, ${getCpu(makeZone)}`,
	`< ${limits.zone} ms`,
	zone < limits.zone,
)

const more = toZoneRules({ blocked: [...names, 'new.example'], exceptions: [] }, place)
const makeUpdate = () => toUpdateText(frame, { ...rules, serial: 7 }, { ...more, serial: 8 })
const update = measure(makeUpdate)
report(
	'update of one name between two of them',
	`${update.toFixed(0)} ms median, ${getCpu(makeUpdate)}`,
	'< 100 ms',
	update < 100,
)

const change = toUpdateText(frame, { ...rules, serial: 7 }, { ...more, serial: 8 }) ?? ''
const primary = await startRpzPrimary(frame.origin, toZoneText(frame, 7, rules))
if (primary) {
	const started = performance.now()
	primary.update(change)
	const updated = performance.now()
	const lines = primary.transfer(7)
	const transferred = performance.now() - updated
	primary.close()
	const records = lines.filter((line) => line.includes('CNAME')).length
	console.log(`       the change as an update to BIND, program started: ${(updated - started).toFixed(0)} ms`)
	report(
		`IXFR of one name from BIND with ${size} names (${records} records, program started)`,
		`${transferred.toFixed(0)} ms`,
		'< 100 ms',
		transferred < 100 && records === 2,
	)
} else console.log('       IXFR: BIND is not installed')

const digests = names.map((name) => hashExpression(`${name}/`))
const prefixes = toPrefixList(digests, makeNoise(new Uint8Array(32), 1024))
const whole = toListUpdate(list, { before: undefined, after: prefixes, state: '1' }, { takesRice: true })
const proto = writeUpdates({ listUpdateResponses: [whole], minimumWaitDuration: '300s' }, 'proto')
const json = writeUpdates({ listUpdateResponses: [whole], minimumWaitDuration: '300s' }, 'json')
const least = (prefixes.length * (Math.log2(2 ** 32 / prefixes.length) + Math.LOG2E)) / 8
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
console.log(
	`       the least that ${prefixes.length} random prefixes of 4 bytes can take: ${kilobytes(least)}`,
)
console.log(
	`       whole list, JSON: ${kilobytes(json.length)}, gzip ${kilobytes(gzipSync(json).length)}, brotli ${kilobytes(brotliCompressSync(json).length)}`,
)
report(
	'whole list, protocol buffers',
	kilobytes(proto.length),
	`< ${kilobytes(limits.bytes)}`,
	proto.length < limits.bytes,
)

const changed = toPrefixList(
	[
		...digests.slice(size / 100),
		...Array.from({ length: size / 100 }, (_, at) => hashExpression(`new-${at}.example/`)),
	],
	makeNoise(new Uint8Array(32), 1024),
)
const partial = toListUpdate(list, { before: prefixes, after: changed, state: '2' }, { takesRice: true })
const partialBytes = writeUpdates(
	{ listUpdateResponses: [partial], minimumWaitDuration: '300s' },
	'proto',
).length
report(
	`update of a list in which one in a hundred is another`,
	kilobytes(partialBytes),
	`< ${kilobytes(limits.bytes)}`,
	partialBytes < limits.bytes,
)

const hashes = toFullHashes(digests)
const urls = names.slice(0, 1000).map((name) => `https://www.${name}/a/b/c?d=e`)
const client = measure(() =>
	urls.filter((url) =>
		listExpressions(url).some((one) => hasPrefix(prefixes, getPrefix(hashExpression(one)))),
	),
)
const server = measure(() =>
	urls.map((_, at) => findFullHashes(list, hashes, [digests[at]?.subarray(0, 4) ?? new Uint8Array(4)])),
)
console.log(
	`       an address checked by a client, its spelling and up to 30 digests included: ${(client / urls.length).toFixed(4)} ms`,
)
const found = digests.slice(0, 1000)
const held = measure(() => found.filter((digest) => hasPrefix(prefixes, getPrefix(digest))))
report(
	'a prefix looked up in the list',
	`${(held / found.length).toFixed(4)} ms`,
	`< ${limits.lookup} ms`,
	held / found.length < limits.lookup,
)
report(
	'a prefix looked up by the server',
	`${(server / urls.length).toFixed(4)} ms`,
	`< ${limits.lookup} ms`,
	server / urls.length < limits.lookup,
)
finish()
