/**
 * TAXII over 200,000 indicators on the embedded database: objects a second that a whole walk brings, from the answer alone and over HTTP.
 * `node bench/taxii.ts`; `-- --quick` takes 20,000. With `MEDALLION` (the folder of a checkout of oasis-open/cti-taxii-server, whose
 * needs Python finds) the same walk through medallion stands beside it, with fewer objects: it answers more slowly the more it holds.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Partner } from '#domains/exchange/partners'
import { createPort } from '#domains/exchange/indicators/taxii/server'
import { migrate, openDatabase, tidy } from '#platform'
import { answerTaxii, taxiiType } from '#tools/channels/taxii'
import { pullCollection, type Ask } from '#tools/channels/taxii/client'
import { publishIndicators } from '../src/lib/domains/exchange/indicators/server/publish.ts'
import { proposeIndicators } from '../src/lib/domains/exchange/indicators/proposals/server/propose.ts'
import { toCollectionId } from '../src/lib/domains/exchange/indicators/taxii/server/taxii-store.ts'
import type { Tables } from '../src/server/process/database.ts'
import { findFreePort } from '../tests/support/free-port.ts'
import { startMedallion } from './support/medallion.ts'
import { finish, isQuick, report, showSpread, toSpread } from './support/figures.ts'

const size = isQuick ? 20_000 : 200_000
const together = 1000
const rounds = isQuick ? 2 : 5
const limit = 20_000
const peerSize = 2000

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-bench-taxii-'))
const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
await migrate(database)
const db = database.kysely
const [first, second] = [{ id: randomUUID() }, { id: randomUUID() }]
const now = new Date()

const digest = (n: number): string => createHash('sha256').update(String(n)).digest('hex')
const began = performance.now()
for (let done = 0; done < size; done += together) {
	const items = Array.from(
		{ length: together },
		(_, n) => ({ kind: 'sha256', value: digest(done + n) }) as const,
	)
	const terms = { audiences: ['partners'], tlp: 'amber', pap: 'green' } as const
	const { batch = '' } = await proposeIndicators(
		db,
		{ items, terms, never: new Set() },
		{ person: first, now },
	)
	const rows = await db.selectFrom('indicator').select('id').where('batch', '=', batch).execute()
	const ids = rows.map(({ id }) => id)
	await db.transaction().execute((trx) => publishIndicators(trx, { ids, approvedBy: second.id, now }))
}
console.log(
	`${size} indicators proposed and published, ${together} at once: ${((performance.now() - began) / 1000).toFixed(0)} s`,
)

// As every night, and as PostgreSQL does by itself: without it the embedded database does not know how long its tables are, and reads all of them for a page.
const tidied = performance.now()
await tidy(database)
console.log(`tidied: ${((performance.now() - tidied) / 1000).toFixed(0)} s`)

const partner: Partner = {
	id: randomUUID(),
	names: { ar: 'أ', fr: 'A', zgh: undefined, en: 'A' },
	kind: 'cert',
	country: 'FR',
	zone: 'Europe/Paris',
	hours: '',
	languages: [],
	agreement: 'A',
	agreedFrom: '2020-01-01',
	agreedTo: undefined,
	flows: ['indicators'],
	tlpMost: 'amber',
	takesPersonal: false,
	isPublic: false,
	state: 'active',
	note: '',
	channels: [],
}
const port = createPort(db, {
	partner,
	origin: 'http://127.0.0.1',
	zone: 'Africa/Casablanca',
	now: () => new Date(),
})
const answer = (url: URL) =>
	answerTaxii(port, {
		method: 'GET',
		path: url.pathname,
		query: url.searchParams,
		accept: taxiiType,
		contentType: null,
		readBody: () => Promise.resolve(''),
	})

const server = createServer((request, response) => {
	void answer(new URL(request.url ?? '/', 'http://127.0.0.1')).then(({ status, headers, body }) =>
		response.writeHead(status, headers).end(body),
	)
})
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const own = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`

/** Objects for each second of the clock, and of processor time of this process with all its threads. */
type Rates = { clock: number; processor: number }

/** Walks from the beginning to the end, and takes nothing apart but what says where to go on. */
const walk = async (begin: string, ask: (url: URL) => Promise<string>): Promise<Rates> => {
	const [started, before] = [performance.now(), process.cpuUsage()]
	let count = 0
	for (let next: string | undefined = ''; next !== undefined;) {
		const body: string = await ask(new URL(next === '' ? begin : `${begin}&next=${next}`))
		next = /^\{"more":true,"next":"([^"]+)"/u.exec(body)?.[1]
		count += body.split('"type":"indicator"').length - 1
	}
	if (count !== size) throw new Error(`the walk brought ${count} objects, not ${size}`)
	const { user, system } = process.cpuUsage(before)
	return { clock: count / ((performance.now() - started) / 1000), processor: count / ((user + system) / 1e6) }
}

const begin = `${own}/taxii2/exchange/collections/${toCollectionId('partners-amber')}/objects/?limit=1000`
/** Processor time is judged: the clock also counts what else the machine does. */
const measure = async (name: string, ask: (url: URL) => Promise<string>): Promise<void> => {
	const rates: Rates[] = []
	for (let round = 0; round < rounds; round++) rates.push(await walk(begin, ask))
	const [clock, processor] = [
		toSpread(rates.map((rate) => rate.clock)),
		toSpread(rates.map((rate) => rate.processor)),
	]
	const figures = `${showSpread(clock)} objects/s, ${showSpread(processor)} a second of processor`
	report(name, figures, `>= ${limit} a second of processor`, processor.median >= limit)
}
await measure('whole walk, answers alone', async (url) => (await answer(url)).body)
await measure('whole walk over HTTP on loopback, client counted in', async (url) => (await fetch(url)).text())

/** The same walk with our own client, through a medallion that holds fewer. Answer: objects a second. */
const measurePeer = async (folder: string): Promise<number> => {
	const peer = await startMedallion(folder, { dataDir, count: peerSize, port: await findFreePort() })
	const { collection, authorization } = peer
	const ask: Ask = (url, request) => fetch(url, request)
	const started = performance.now()
	const take = () => Promise.resolve()
	const { objects, fault } = await pullCollection({
		ask,
		collection,
		authorization,
		take,
		checkpoint: undefined,
	})
	const seconds = (performance.now() - started) / 1000
	peer.stop()
	if (fault !== undefined || objects !== peerSize)
		throw new Error(`medallion gave ${objects} of ${peerSize} objects: ${fault ?? 'no more'}`)
	return objects / seconds
}

const medallion = process.env['MEDALLION']
if (medallion === undefined) console.log('medallion: not beside it, MEDALLION names no checkout')
else console.log(`medallion, ${peerSize} objects: ${(await measurePeer(medallion)).toFixed(0)} objects/s`)

server.close()
await database.close()
rmSync(dataDir, { recursive: true, force: true })
finish()
