/**
 * The mailbox on the server: gives everyone an answer of one size and one length of time, and only the holder of a receipt can
 * tell whether it says something.
 */
import { createPublicKey, verify } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { hour, toBase64url, toHour } from '#base'
import type { OpenedLeaf } from '#platform'
import { checkSealed } from '#tools/seal/sealed'
import { slotCount } from '../../mailbox/index.ts'
import { getWait, type GetAnswerDue } from '../../promise.ts'
import { letterSizes } from '../../report-sizes.ts'
import { isStatus } from '../../status.ts'
import { findMailbox, findReportEntry, readMailbox, takeLetter } from '../keep/mailbox-store.ts'
import type { FileKey, KeptKeys } from '../keys/file-key.ts'
import type { ReportDatabase } from '../tables.ts'
import { createDecoys } from './decoy.ts'
import { createLetterLine, letterLine } from './letter-line.ts'
import { makeMailboxChallenge, readMailboxChallenge } from './mailbox-challenge.ts'

/** Bytes of every answer to `open`; the letters, a record and some space. */
export const pageLength = 20_480
/** Bytes of a proof with its padding: fits 40 hashes, what the leaf commits to and a checkpoint with 20 witnesses. */
export const proofLength = 6144
/** Every answer comes after a multiple of this (milliseconds). */
const beat = 50

/** A request of the holder of a receipt: the name of the mailbox, and the signed challenge. */
export type MailboxRequest = { lookup: Uint8Array; challenge: string; signature: Uint8Array }

export type Sent = 'taken' | 'mailbox.letter' | 'epoch.over'

export type MailboxServer = {
	challenge: (lookup: Uint8Array) => string
	/** JSON of {@link pageLength} bytes. `skip`: letters that were read before. */
	open: (request: MailboxRequest, skip?: number) => Promise<string>
	/**
	 * Puts a sealed letter of the reporter in. The answer does not tell whether there is a mailbox. `epoch.over`: it is sealed to
	 * another epoch than the current one, and nobody would look for its key there.
	 * @throws AppError `reports.busy` when too many letters come, `mailbox.full`
	 */
	send: (request: MailboxRequest, sealed: Uint8Array, sealedTo?: string) => Promise<Sent>
	/** JSON of one length: the proof that the report stands in the public record, or nothing to be read. */
	prove: (request: MailboxRequest) => Promise<string>
}

export type MailboxOptions = {
	db: ReportDatabase
	key: FileKey
	now: () => Date
	/** The epoch that letters are sealed to now. An answer is read without it. */
	getEpoch: () => Promise<{ id: string }>
	/** Proof of an entry in the public record as text, with what it commits to; `undefined` when it has no place yet. */
	findProof: (entry: string, opened: OpenedLeaf) => Promise<string | undefined>
	/** Gives the moment at which a first answer is due; left out: of a desk that is there day and night. */
	getAnswerDue?: GetAnswerDue | undefined
	/** Told that somebody has sent a letter, also where it is kept by nobody: what is done then tells no holder from others. */
	onArrival?: (() => void) | undefined
}

const spki = Buffer.from('302a300506032b6570032100', 'hex') // RFC 8410: Ed25519, then 32 bytes

const isSignedBy = (challenge: string, signature: Uint8Array, auth: Uint8Array): boolean => {
	try {
		const key = createPublicKey({ key: Buffer.concat([spki, auth]), format: 'der', type: 'spki' })
		return verify(null, Buffer.from(`thiqa/mailbox/v1\0${challenge}`), key, signature)
	} catch {
		return false // no key of the curve: a decoy has none
	}
}

/** Does the work, then waits for the next beat: how long the work took cannot be told. */
const onBeat = async <Value>(work: () => Promise<Value>): Promise<Value> => {
	const started = performance.now()
	try {
		return await work()
	} finally {
		const taken = performance.now() - started
		await wait(Math.ceil((taken + 1) / beat) * beat - taken)
	}
}

/** Stands where there is no challenge of ours. */
const noNonce = '0'.repeat(32)

/** The sender of a request, known or not: the same steps for both. `nonce`: of the challenge that was signed. */
type Visitor = { report: string; mark: Uint8Array; isHolder: boolean; nonce: string }

const createVerifier = ({ db, key, now }: MailboxOptions) => {
	const secret = key.derive('mailbox-challenge')
	const decoys = createDecoys(key.derive('decoy'), (name) => key.toId('decoy', name))
	const noPlace = Buffer.alloc(32)
	const noKeys: KeptKeys = { auth: new Uint8Array(32).fill(9), mark: new Uint8Array(16), box: '' }
	const decoyKeys = key.wrap(noKeys, noPlace)

	const identify = async ({ lookup, challenge, signature }: MailboxRequest): Promise<Visitor> => {
		const place = key.locate(lookup)
		const mailbox = await findMailbox(db, place)
		const keys = key.unwrap(mailbox?.keys ?? decoyKeys, mailbox ? place : noPlace) ?? noKeys
		const known = readMailboxChallenge(challenge, lookup, { secret, now: now() })
		const isSigned = isSignedBy(challenge, signature, keys.auth)
		const [decoyReport, decoyMark] = [decoys.report(lookup), decoys.mark(lookup)]
		const nonce = known?.nonce ?? noNonce
		if (!mailbox || !known || !isSigned)
			return { report: decoyReport, mark: decoyMark, isHolder: false, nonce }
		return { report: mailbox.report, mark: keys.mark, isHolder: true, nonce }
	}
	return { identify, decoys, challenge: (lookup: Uint8Array) => makeMailboxChallenge(lookup, secret, now()) }
}

const padJson = (value: Record<string, unknown>, length: number): string => {
	const text = JSON.stringify({ ...value, pad: '' })
	return `${text.slice(0, -2)}${' '.repeat(Math.max(0, length - Buffer.byteLength(text)))}"}`
}

/** Opens the mailboxes of an installation. */
export const createMailboxServer = (options: MailboxOptions): MailboxServer => {
	const { db, now, getEpoch, findProof, getAnswerDue, onArrival = () => {} } = options
	const verifier = createVerifier(options)
	const inLine = createLetterLine(letterLine)
	const nonceToId = (nonce: string): string =>
		nonce.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5')

	const open = async (request: MailboxRequest, skip: number): Promise<string> => {
		const { report, mark } = await verifier.identify(request)
		const { letters, status, record, hour, answered } = await readMailbox(db, report, {
			skip,
			most: slotCount,
		})
		const slots = Array.from(
			{ length: slotCount },
			(_, at) => letters[at] ?? verifier.decoys.letter(request.lookup, at + skip),
		)
		return padJson(
			{
				slots: slots.map((slot) => Buffer.from(slot).toString('base64')),
				mark: toBase64url(mark),
				status: isStatus(status) ? status : 'received',
				wait: getWait({ filed: hour ?? undefined, isAnswered: answered === true, now: now() }, getAnswerDue),
				record: record ?? '',
			},
			pageLength,
		)
	}
	const send = async (request: MailboxRequest, sealed: Uint8Array, sealedTo?: string): Promise<Sent> => {
		if (!checkSealed(sealed, 'x25519', letterSizes).ok && !checkSealed(sealed, 'hybrid', letterSizes).ok)
			return 'mailbox.letter'
		const { id } = await getEpoch()
		if (sealedTo !== undefined && sealedTo !== id) return 'epoch.over'
		const { report, isHolder, nonce } = await verifier.identify(request)
		const letter = { report, sender: 'reporter', epoch: id, sealed, hour: toHour(now()) } as const
		// To the hour, as the letter itself: an hour at least, and two at most.
		const claim = { id: nonceToId(nonce), expires: new Date(toHour(now()).getTime() + 2 * hour) }
		await inLine(() => takeLetter(db, letter, { isHolder, claim }))
		onArrival()
		return 'taken'
	}
	const prove = async (request: MailboxRequest): Promise<string> => {
		const { report, isHolder } = await verifier.identify(request)
		const found = await findReportEntry(db, report)
		const proof = isHolder && found ? await findProof(found.entry, found.opened) : undefined
		const decoy = Buffer.from(verifier.decoys.proof(request.lookup, proofLength))
		const bytes = proof ? Buffer.alloc(proofLength, '\n') : decoy
		if (proof) bytes.write(proof)
		return JSON.stringify({ proof: bytes.toString('base64') })
	}
	return {
		challenge: verifier.challenge,
		open: (request, skip = 0) => onBeat(() => open(request, skip)),
		send: (request, sealed, sealedTo) => onBeat(() => send(request, sealed, sealedTo)),
		prove: (request) => onBeat(() => prove(request)),
	}
}
