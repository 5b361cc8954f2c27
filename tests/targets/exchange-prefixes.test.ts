/** The list of prefixes in Google's own client, in protocol buffers as it speaks them. */
import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { spawn } from 'node:child_process'
import { beforeAll, expect, test } from 'vitest'
import {
	findFullHashes,
	makeNoise,
	toFullHashes,
	toListUpdate,
	toPrefixList,
} from '../../src/lib/tools/indicators/hash-prefixes/index.ts'
import { hashExpression } from '../../src/lib/tools/indicators/hash-prefixes/addresses/index.ts'
import {
	readFindRequest,
	readUpdateRequest,
	writeFound,
	writeUpdates,
} from '../../src/lib/tools/indicators/hash-prefixes/wire/index.ts'
import { describeProgram, openStage } from '../support/programs.ts'

const list = { threatType: 'SOCIAL_ENGINEERING', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }
const digests = ['blocked.example/', 'half.example/albums/'].map(hashExpression)
const prefixes = toPrefixList(digests, makeNoise(new TextEncoder().encode('seed'), 1000))
const hashes = toFullHashes(digests)

const answer = (path: string, body: Uint8Array): Uint8Array | undefined => {
	if (path === '/v4/threatListUpdates:fetch') {
		const asked = readUpdateRequest(body, 'proto')
		return writeUpdates(
			{
				listUpdateResponses: (asked?.listUpdateRequests ?? []).map(
					({ constraints, threatType, platformType, threatEntryType }) =>
						toListUpdate(
							{ threatType, platformType, threatEntryType },
							{
								before: undefined,
								after: threatType === list.threatType ? prefixes : toPrefixList([]),
								state: '1',
							},
							{ takesRice: constraints?.supportedCompressions?.includes('RICE') === true },
						),
				),
				minimumWaitDuration: '600s',
			},
			'proto',
		)
	}
	const asked = readFindRequest(body, 'proto')
	const wanted = (asked?.threatInfo.threatEntries ?? []).flatMap(({ hash }) => (hash ? [hash] : []))
	return writeFound(findFullHashes(list, hashes, wanted), 'proto')
}

const read = async (request: IncomingMessage): Promise<Uint8Array> => {
	const chunks: Buffer[] = []
	for await (const chunk of request) chunks.push(chunk as Buffer)
	return new Uint8Array(Buffer.concat(chunks))
}

const stage = openStage()

describeProgram(
	'sblookup',
	'golang-go (go build ./cmd/sblookup in github.com/google/safebrowsing)',
	(program) => {
		let address = ''
		beforeAll(async () => {
			const server = createServer((request, response) => {
				void read(request).then((body) =>
					response.end(answer(new URL(request.url ?? '', 'http://x').pathname, body)),
				)
			})
			server.listen(0, '127.0.0.1')
			await once(server, 'listening')
			stage.atEnd(() => void server.close())
			address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
		})
		const look = async (url: string): Promise<string> => {
			const child = spawn(program, ['-apikey=none', `-server=${address}`], {
				stdio: ['pipe', 'pipe', 'ignore'],
			})
			let output = ''
			child.stdout.on('data', (text: Buffer) => (output += text.toString()))
			child.stdin.end(`${url}\n`)
			await once(child, 'close')
			return output.split(' ')[0] ?? ''
		}

		test.each([
			['http://www.blocked.example/any?thing', 'Unsafe'],
			['http://half.example/albums/1', 'Unsafe'],
			['http://half.example/', 'Safe'],
			['http://fine.example/', 'Safe'],
		])('%s is %s', async (url, verdict) => {
			expect(await look(url)).toBe(verdict)
		})
	},
)
