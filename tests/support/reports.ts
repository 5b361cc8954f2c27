/** Reports on a database and folder of a test, and what a browser does to send one. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { drawReceipt, openEpoch, packReport, sealReport, type Priority } from '#domains/reports/sealing'
import {
	createTokenBuckets,
	findEndpoint,
	answerIntake,
	openReports,
	type FaultPoint,
	type Reports,
} from '#domains/reports/server'
import { solveChallenge } from '../../src/lib/tools/seal/proof-of-work/solver/index.ts'
import type { Answers } from '#domains/reports'
import type { Argon2id } from '#tools/seal/receipt-keys'
import type { OpenedLeaf } from '#platform'
import type { NoteKey } from '#tools/seal/signed-note'
import type { ReportDatabase } from '../../src/lib/domains/reports/server/tables.ts'
import { makeFolder } from './child.ts'

/** Invented and harmless, in Darija. */
export const answers: Answers = {
	danger: 'no',
	who: 'teen',
	what: ['bullying'],
	where: [{ kind: 'app', app: 'Insta', nickname: 'wa7d.l7sab' }],
	words: 'واحد كيصيفط ليا رسائل خايبة كل نهار، ما عرفت ما ندير',
	wants: ['stop', 'talk'],
	police: false,
}

type Options = {
	kysely: ReportDatabase
	dataDir?: string
	/** Of an installation that somebody answers for. */
	root?: NoteKey
	now?: () => Date
	faultPoint?: FaultPoint
	onFault?: (error: unknown) => void
	findProof?: (entry: string, opened: OpenedLeaf) => Promise<string | undefined>
	disk?: () => Promise<{ size: number; free: number }>
	onArrival?: () => void
	asksWork?: boolean
}

/** An installation, a demonstration where no root is given, closed when the test ends. */
export const openTestReports = async (options: Options): Promise<Reports & { dataDir: string }> => {
	const { dataDir = makeFolder(), onFault = () => {}, findProof = async () => undefined, ...rest } = options
	const buckets = createTokenBuckets({
		browser: { perSecond: 1e6, burst: 1e6 },
		server: { perSecond: 1e6, burst: 1e6 },
	})
	const reports = await openReports({
		root: undefined,
		...rest,
		dataDir,
		attachments: ['voice', 'screenshot'],
		onFault,
		findProof,
		threads: 1,
		buckets,
	})
	onTestFinished(() => reports.close())
	return { ...reports, dataDir }
}

/** Fast and worthless, where a test needs many receipts and not their strength. */
export const cheapArgon2id: Argon2id = async ({ message }) => {
	const bytes = new Uint8Array(32)
	bytes.set(message.subarray(0, 24))
	return bytes
}

/** A body as the browser sends it, with its receipt. */
export const makeBody = async (
	reports: Pick<Reports, 'intake' | 'getEpoch' | 'root'>,
	options: {
		lane?: Priority
		token?: string
		words?: string
		solution?: string
		attachments?: number[]
	} = {},
): Promise<{
	body: Uint8Array<ArrayBuffer>
	code: string
	sealed: Uint8Array
	token: string
	lookup: Uint8Array
}> => {
	const { lane = 'danger', words = answers.words } = options
	const epoch = await openEpoch((await reports.getEpoch()).record, reports.root)
	if (!epoch.ok) throw new Error('the epoch is not signed')
	const receipt = await drawReceipt(cheapArgon2id)
	const report = await sealReport({
		answers: { ...answers, words },
		locale: 'ar',
		epoch: epoch.value,
		receipt,
		now: new Date(),
	})
	if (!report.ok) throw new Error('not sealed')
	const { token, challenge } = await reports.intake.makeChallenge(options.token ?? reports.intake.makeToken())
	const solution =
		options.solution ?? (lane === 'normal' && challenge ? await solveChallenge(challenge) : undefined)
	const header = {
		token,
		epoch: epoch.value.id,
		lane,
		...(solution === undefined ? {} : { solution }),
		...(options.attachments ? { attachments: options.attachments } : {}),
	}
	const { sealed, keys, code } = report.value
	return { body: packReport(header, keys, sealed), code, sealed, token, lookup: keys.lookup }
}

/** The endpoints of the intake on a port of this machine; answers its address. */
export const serveReports = async (
	reports: Reports,
	onFault: (error: unknown) => void = () => {},
): Promise<string> => {
	const server: Server = createServer((request, response) => {
		const endpoint = findEndpoint(request.url ?? '')
		if (endpoint === undefined) return void response.writeHead(404).end()
		void answerIntake(endpoint, { reports, origin: undefined, onFault }, { request, response })
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(
		() =>
			new Promise((resolve) => {
				server.close(() => resolve())
				server.closeAllConnections()
			}),
	)
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Sends a body to the endpoint for reports. */
export const post = async (
	origin: string,
	body: Uint8Array<ArrayBuffer>,
): Promise<{ status: number; answer: Record<string, unknown> }> => {
	const response = await fetch(`${origin}/intake/reports`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream' },
		body,
	})
	return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}
