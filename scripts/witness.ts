/**
 * A witness for public records of others: it signs a checkpoint only when the record has grown from the one that it signed last
 * (https://c2sp.org/tlog-witness). Anyone can run it, on a machine that whoever runs the record has no hand in.
 *
 * `npm run witness -- --dir <folder> [--host 127.0.0.1] [--port 8060]`. The folder holds `witness.yaml` (the name of the witness and the
 * keys of the records), and what the program makes: `keys/witness.key`, and `state.json`, which is **never brought back from a backup**: a witness
 * whose state went back would sign a second story. `--key` prints the verifier key and ends.
 */
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import { explainFailure } from '../src/lib/platform/server/explain-failure.ts'
import { answer } from './witness/answer.ts'
import { openWitness } from './witness/open-witness.ts'

const say = (line: string): void => console.error(`${new Date().toISOString()} ${line}`)

const run = async (): Promise<void> => {
	const { values } = parseArgs({
		options: {
			dir: { type: 'string', default: process.env['WITNESS_DIR'] ?? '' },
			host: { type: 'string', default: '127.0.0.1' },
			port: { type: 'string', default: '8060' },
			key: { type: 'boolean', default: false },
		},
	})
	if (values.dir === '')
		throw new Error('wanted --dir <folder>, where this witness keeps its key and its state')
	const witness = await openWitness(values.dir, say)
	console.log(witness.verifierKey)
	if (values.key) return
	const server = createServer((request, response) => void answer(witness, request, response, say))
	server.requestTimeout = 20_000
	server.maxConnections = 64
	server.on('error', (error) => {
		console.error(`The witness cannot listen: ${error.message}`)
		process.exit(1)
	})
	server.listen(Number(values.port), values.host, () =>
		say(`witness: listening on http://${values.host}:${values.port} for ${witness.origins.join(', ')}`),
	)
	for (const signal of ['SIGTERM', 'SIGINT'] as const)
		process.once(signal, () => {
			server.close(() => {
				witness.unlock()
				process.exit(0)
			})
			server.closeAllConnections()
		})
}

run().catch((error: unknown) => {
	console.error(`The witness cannot start: ${explainFailure(error)}`)
	process.exit(1)
})
