/**
 * Our list of digests, pulled by Meta's client for StopNCII (https://github.com/facebook/ThreatExchange, python-threatexchange), as HMA runs it. No package of Debian or
 * npm brings it: `PYTHONPATH` names a checkout (it needs python3-dacite and python3-requests); else this test is skipped, and its recorded requests are replayed.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import {
	decideBatch,
	proposeIndicators,
	withdrawIndicator,
} from '#domains/exchange/indicators/proposals/server'
import { answerFeedback, answerPage } from '#server/public/indicators/indicator-hashes'
import { run, runBeside } from '../support/programs.ts'
import { openTaxiiWorld } from '../support/taxii-world.ts'

const python = process.env['PYTHON'] ?? '/usr/bin/python3'
const client = 'from threatexchange.exchanges.clients.stopncii.api import *'
const isThere = run(python, ['-c', client]).status === 0

const script = `
import json, sys
${client}
def walk(secret):
    api = StopNCIIAPI(secret, 'any', {StopNCIIEndpoint.SubmitFeedback: 'any'}, base_url_override=sys.argv[1])
    return api, [r for page in api.fetch_hashes_iter() for r in page.hashRecords]
api, records = walk('secret of platform')
for record in records:
    if record.hashStatus == StopNCIICaseStatus.Active:
        api.submit_feedback(record.signalType, record.hashValue, StopNCIICSPFeedbackValue.Blocked)
try:
    walk('wrong')
    wrong = 'let in'
except requests.HTTPError as problem:
    wrong = problem.response.status_code
print(json.dumps({'records': [[r.signalType.value, r.hashValue, r.hashStatus.value] for r in records], 'wrong': wrong}))
`

/** The two addresses of the dialect, as the product answers them. */
const serve = async (): Promise<string> => {
	const server = createServer((request, response) => {
		void (async () => {
			const parts: Buffer[] = []
			for await (const part of request) parts.push(part as Buffer)
			const url = new URL(request.url ?? '/', 'http://127.0.0.1')
			const { method = 'GET', headers } = request
			const asking = {
				url,
				request: new Request(url, {
					method,
					headers: { 'ocp-apim-subscription-key': String(headers['ocp-apim-subscription-key']) },
					...(method === 'POST' ? { body: Buffer.concat(parts) } : {}),
				}),
			}
			const answer = await (method === 'POST' ? answerFeedback(asking) : answerPage(asking))
			response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
		})()
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hashes/v1`
}

describe('Meta’s client for StopNCII', () => {
	test.skipIf(!isThere)(
		'pulls each digest, and says what it did with it (PYTHONPATH names its checkout)',
		async () => {
			const { db, amal, hind, now } = await openTaxiiWorld()
			await db
				.updateTable('partner')
				.set({ flows: 'indicators,hashes' })
				.where('kind', '=', 'platform')
				.execute()
			const items = [
				{ kind: 'md5', value: 'ab'.repeat(16) },
				{ kind: 'pdq', value: 'cd'.repeat(32) },
				{ kind: 'md5', value: 'ef'.repeat(16) },
			] as const
			const terms = { audiences: ['platforms'], tlp: 'amber', pap: 'green' } as const
			const { batch = '' } = await proposeIndicators(
				db,
				{ items, terms, never: new Set() },
				{ person: amal, now },
			)
			await decideBatch(db, { batch, grants: true, wait: 0 }, { person: hind, now })
			const { id } = await db
				.selectFrom('indicator')
				.select('id')
				.where('value', '=', items[2].value)
				.executeTakeFirstOrThrow()
			await withdrawIndicator(db, { id, reason: 'mistaken', by: amal.id, now })
			const { status, output } = await runBeside(python, ['-c', script, await serve()])
			expect(status, output).toBe(0)
			const said = JSON.parse(output) as { records: string[][]; wrong: unknown }
			expect(said.records.sort()).toEqual([
				['ImagePDQ', 'cd'.repeat(32), 'Active'],
				['VideoMD5', 'ab'.repeat(16), 'Active'],
				['VideoMD5', 'ef'.repeat(16), 'Withdrawn'],
			])
			expect(said.wrong).toBe(401)
			const feedback = await db.selectFrom('indicator_feedback').select('code').execute()
			expect(feedback).toHaveLength(2)
		},
	)
})
