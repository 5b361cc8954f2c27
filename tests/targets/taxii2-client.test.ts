/**
 * Our answers, read by the client that OpenCTI and MISP use (https://github.com/oasis-open/cti-taxii-client). No package of Debian or npm brings
 * it: `PYTHONPATH` names a checkout, and Python finds it there; else these tests are skipped.
 */
import { execFile, execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerTaxii, toTaxiiError, type TaxiiPort } from '#tools/channels/taxii'
import { patience } from '../support/patience.ts'
import { createMemoryPort } from '../support/taxii-port.ts'

const python = process.env['PYTHON'] ?? '/usr/bin/python3'

const isThere = (): boolean => {
	try {
		execFileSync(python, ['-c', 'import taxii2client.v21'], { stdio: 'ignore' })
		return true
	} catch {
		return false
	}
}

/** Serves a port on loopback, for who says a password. */
const serve = async (): Promise<{ origin: string; close: () => void }> => {
	const memory = createMemoryPort().port
	let port: TaxiiPort = memory
	const read = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
		const parts: Buffer[] = []
		for await (const part of chunks) parts.push(part)
		return Buffer.concat(parts).toString()
	}
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1')
		const { accept = null, authorization, 'content-type': contentType = null } = request.headers
		const answer =
			authorization === `Basic ${btoa('cert:secret')}`
				? answerTaxii(port, {
						method: request.method ?? '',
						path: url.pathname,
						query: url.searchParams,
						accept,
						contentType,
						readBody: () => read(request),
					})
				: Promise.resolve(toTaxiiError(401, 'say who you are', { 'www-authenticate': 'Basic realm="t"' }))
		void answer.then(({ status, headers, body }) => response.writeHead(status, headers).end(body))
	})
	await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
	const address = server.address()
	const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
	port = { ...memory, root: `${origin}/hotline1/` }
	return { origin, close: () => void server.close() }
}

const script = `
import json, sys
from taxii2client.exceptions import AccessError, TAXIIServiceException
from taxii2client.v21 import Server, as_pages
origin = sys.argv[1]
at = '2026-11-24T10:00:00.000Z'
def stix(n, modified=at, **more):
    return dict(type='indicator', spec_version='2.1', id='indicator--00000000-0000-4000-8000-%012d' % n, created=at, modified=modified,
        pattern="[url:value = 'https://blocked%d.example/x']" % n, pattern_type='stix', valid_from=at, **more)
server = Server(origin + '/taxii2/', user='cert', password='secret')
root = server.api_roots[0]
collections = {c.title: c for c in root.collections}
published, inbox = collections['published'], collections['inbox']
status = published.add_objects({'objects': [stix(n) for n in range(7)]}, wait_for_completion=True, timeout=${patience / 1000})
published.add_objects({'objects': [stix(0, '2026-11-24T11:00:00.000Z', revoked=True)]}, wait_for_completion=True, timeout=${patience / 1000})
def pages(what, **more):
    return [o['id'] for page in as_pages(what, per_request=3, **more) for o in page.get('objects', [])]
try:
    inbox.get_objects()
    read = 'read'
except (AccessError, TAXIIServiceException) as problem:
    read = type(problem).__name__
try:
    Server(origin + '/taxii2/', user='cert', password='wrong').title
    wrong = 'let in'
except Exception as problem:
    wrong = str(getattr(getattr(problem, 'response', None), 'status_code', problem))
last = published.get_objects()['objects'][-1]['id']
print(json.dumps({
    'title': server.title, 'collections': sorted(collections), 'stored': status.success_count, 'status': root.get_status(status.id).status,
    'objects': pages(published.get_objects), 'manifest': pages(published.get_manifest),
    'versions': published.object_versions(stix(0)['id'])['versions'], 'one': published.get_object(stix(3)['id'])['objects'][0]['id'],
    'malware': published.get_objects(type='malware').get('objects', []), 'read': read, 'wrong': wrong, 'last': last,
    'sent': inbox.add_objects({'objects': [stix(99)]}).success_count,
}))
`

type Said = Record<'objects' | 'manifest' | 'versions' | 'collections', string[]> & Record<string, unknown>

describe.skipIf(!isThere())('taxii2-client (PYTHONPATH names its checkout)', () => {
	let origin = ''
	let close = (): void => undefined
	beforeAll(async () => {
		const served = await serve()
		origin = served.origin
		close = served.close
	})
	afterAll(() => close())

	test('it finds, sends, walks and reads all that is there, each once', async () => {
		const { stdout } = await promisify(execFile)(python, ['-c', script, origin])
		const said = JSON.parse(stdout) as Said
		expect(said).toMatchObject({
			title: 'peer hotline',
			collections: ['inbox', 'published'],
			stored: 7,
			status: 'complete',
			sent: 1,
			malware: [],
			wrong: '401',
			one: 'indicator--00000000-0000-4000-8000-000000000003',
		})
		expect(said.read).not.toBe('read')
		for (const walked of [said.objects, said.manifest]) {
			expect(walked).toHaveLength(7)
			expect(new Set(walked).size).toBe(7)
		}
		expect(said['last']).toBe('indicator--00000000-0000-4000-8000-000000000000')
		expect(said.versions).toEqual(['2026-11-24T11:00:00.000Z', '2026-11-24T10:00:00.000Z'])
	})
})
