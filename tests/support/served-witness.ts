/** The witness of `npm run witness` inside a test, on a port of this machine: it can go away and come back. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { getKey, toRecordName } from '#platform'
import { makeSigner, parseVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { answer } from '../../scripts/witness/answer.ts'
import { openWitness } from '../../scripts/witness/open-witness.ts'
import { makeFolder } from './child.ts'
import { writeWitnessSettings } from './witnesses.ts'

export type ServedWitness = {
	address: { key: NoteKey; url: string }
	verifierKey: string
	/** Requests that came so far. */
	asked: () => number
	leave: () => Promise<void>
	comeBack: () => Promise<void>
	/** Ends it for good. */
	end: () => Promise<void>
}

/** The public key of the record of a data folder, which a product is to start with. */
export const getRecordKey = async (dataDir: string, origin?: string): Promise<NoteKey> =>
	(await makeSigner(toRecordName(origin), 'ed25519', await getKey(dataDir, 'log'))).key

/** Serves a witness for these records on an empty folder; the caller ends it. */
export const openServedWitness = async (
	folder: string,
	records: readonly NoteKey[],
	name: string,
): Promise<ServedWitness> => {
	writeWitnessSettings(folder, records, name)
	const witness = await openWitness(folder, () => {})
	const key = parseVerifierKey(witness.verifierKey)
	if (!key.ok) throw new Error('a key was wanted')
	let [asked, port, server]: [number, number, Server | undefined] = [0, 0, undefined]
	const comeBack = async (): Promise<void> => {
		server = createServer((request, response) => {
			asked += 1
			void answer(witness, request, response, () => {})
		}).listen(port, '127.0.0.1')
		await once(server, 'listening')
		port = (server.address() as AddressInfo).port
	}
	const leave = async (): Promise<void> => {
		const leaving = server
		server = undefined
		if (!leaving) return
		leaving.close()
		leaving.closeAllConnections()
		await once(leaving, 'close')
	}
	const end = async (): Promise<void> => {
		await leave()
		witness.unlock()
	}
	await comeBack()
	const { verifierKey } = witness
	const address = { key: key.value, url: `http://127.0.0.1:${port}` }
	return { address, verifierKey, asked: () => asked, leave, comeBack, end }
}

/** Serves a witness for these records until the test ends. */
export const serveWitness = async (records: readonly NoteKey[], name: string): Promise<ServedWitness> => {
	const served = await openServedWitness(makeFolder(), records, name)
	onTestFinished(served.end)
	return served
}
