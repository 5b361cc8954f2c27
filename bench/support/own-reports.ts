/** Reports filed over the endpoints of the intake in this process, for measurements that need receipts or many of them. */
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getPublicKeyAsync } from '@noble/ed25519'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { reportSizes } from '#domains/reports'
import { packReport, type Priority } from '#domains/reports/sealing'
import { answerIntake, findEndpoint, type Reports } from '#domains/reports/server'
import { seal } from '#tools/seal/sealed'

/** Keys and code of the holder of a receipt. */
export type Holder = { lookup: Buffer; auth: Buffer; publicKey: Uint8Array }

export const serveReports = async (
	reports: Reports,
): Promise<{ origin: string; port: number; close: () => void }> => {
	const server = createServer((request, response) => {
		const endpoint = findEndpoint(request.url ?? '')
		if (endpoint === undefined) return void response.writeHead(404).end()
		void answerIntake(endpoint, { reports, origin: undefined, onFault: console.error }, { request, response })
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const { port } = server.address() as AddressInfo
	const close = (): void => {
		server.close()
		server.closeAllConnections()
	}
	return { origin: `http://127.0.0.1:${port}`, port, close }
}

/** Bytes as a browser seals them; the same for all, which the server cannot tell. */
export const sealOnce = async (recipient: string, length = 4000): Promise<Uint8Array> => {
	const sealed = await seal(new Uint8Array(length), recipient, reportSizes)
	if (!sealed.ok) throw new Error('sealing for a measurement: refused')
	return sealed.value
}

type Body = { token: string; epoch: string; lane: Priority; solution?: string }

/** A body with keys of its own. */
export const makeOwnBody = async (
	header: Body,
	sealed: Uint8Array,
	box: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; holder: Holder }> => {
	const [lookup, auth] = [randomBytes(16), randomBytes(32)]
	const publicKey = await getPublicKeyAsync(auth)
	const keys = { lookup, auth: publicKey, mark: randomBytes(16), box }
	return { body: packReport(header, keys, sealed), holder: { lookup, auth, publicKey } }
}

export const makeBox = async (): Promise<string> => identityToRecipient(await generateX25519Identity())

/** Files so many reports and gives their receipts. */
export const fileReports = async (origin: string, reports: Reports, count: number): Promise<Holder[]> => {
	const { id: epoch, recipient } = await reports.getEpoch()
	const [sealed, box] = [await sealOnce(recipient), await makeBox()]
	const holders: Holder[] = []
	for (let at = 0; at < count; at++) {
		const token = reports.intake.makeToken()
		const { body, holder } = await makeOwnBody({ token, epoch, lane: 'danger' }, sealed, box)
		const answer = await fetch(`${origin}/intake/reports`, {
			method: 'POST',
			headers: { 'content-type': 'application/octet-stream' },
			body,
		})
		if (answer.status !== 201) throw new Error(`filing for a measurement: ${answer.status}`)
		holders.push(holder)
	}
	return holders
}
