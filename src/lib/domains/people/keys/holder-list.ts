/**
 * For whom a key was made, signed with the answer key of the epoch it came with. Whoever makes the next compares in the browser: a recipient
 * that a hand in the database has put on the list is a difference, and nothing is wrapped for it before a person has heard its fingerprint.
 */
import { verifyAsync } from '@noble/ed25519'
import { base64, base64urlnopad } from '@scure/base'
import { failed, isUuid, ok, type Result } from '#base'
import { toFamily } from '#tools/seal/sealed'
import { parseEpochText } from './epoch-plan.ts'
import { openRootNote } from './secrets/ceremony.ts'
import type { Sign } from './secrets/lock.ts'

/** A person by id, and the recipient of their key. */
type Holder = { id: string; recipient: string }
export type HolderList = { epoch: string; escrow: string; holders: readonly Holder[] }

/** The last published epoch as the server shows it: the note of the root, and the list that came with it. */
export type LastPublished = { id: string; note: string; list: string | undefined }

/** A list is some 110 characters a person; nothing longer is read. */
const mostCharacters = 100_000

const refuse = (code: string): Result<never> => failed({ path: 'list', message: code })

const toText = ({ epoch, escrow, holders }: HolderList): string =>
	[
		'thiqa holders v1',
		epoch,
		escrow,
		...holders.map(({ id, recipient }) => `${id} ${recipient}`).toSorted(),
		'',
	].join('\n')

const toMessage = (text: string): Uint8Array => new TextEncoder().encode(`thiqa/holders/v1\0${text}`)

/** The list as text, with its signature (Ed25519, RFC 8032, in base64) as the last line. */
export const signHolderList = async (list: HolderList, sign: Sign): Promise<string> => {
	const text = toText(list)
	return `${text}${base64.encode(await sign(toMessage(text)))}\n`
}

/**
 * Reads {@link signHolderList} with the public half of the answer key, base64url. Refuses with `list.form`, and with `list.signature` what that
 * key has not signed.
 */
export const openHolderList = async (signed: string, answerKey: string): Promise<Result<HolderList>> => {
	const lines = signed.length > mostCharacters ? [] : signed.split('\n')
	const [title, epoch = '', escrow = '', ...rest] = lines.slice(0, -2)
	const [signature = '', end] = lines.slice(-2)
	const holders = rest.map((line) => {
		const [id = '', recipient = ''] = line.split(' ')
		return { id, recipient }
	})
	const list = { epoch, escrow, holders }
	const isForm =
		title === 'thiqa holders v1' &&
		end === '' &&
		[escrow, ...holders.map(({ recipient }) => recipient)].every((one) => toFamily(one) === 'x25519') &&
		holders.every(({ id }) => isUuid(id)) &&
		new Set(holders.map(({ id }) => id)).size === holders.length &&
		/^[A-Za-z0-9+/]{85}[AQgw]==$/u.test(signature) &&
		`${toText(list)}${signature}\n` === signed
	if (!isForm) return refuse('list.form')
	const isGood = await verifyAsync(
		base64.decode(signature),
		toMessage(toText(list)),
		base64urlnopad.decode(answerKey),
		{ zip215: false },
	).catch(() => false)
	return isGood ? ok(list) : refuse('list.signature')
}

/**
 * The list of an epoch that the root has signed. Refuses with `note.unsigned`, `list.form`, `list.signature`, and with `list.other` when note and
 * list are not of the epoch they are shown for.
 */
const openPublished = async (
	{ id, note, list = '' }: LastPublished,
	rootKey: string,
): Promise<Result<HolderList>> => {
	const text = await openRootNote(note, rootKey)
	if (!text.ok) return text
	const epoch = parseEpochText(text.value)
	if (epoch?.id !== id) return refuse('list.other')
	const opened = await openHolderList(list, epoch.answerKey)
	return opened.ok && opened.value.epoch !== id ? refuse('list.other') : opened
}

type Difference = 'added' | 'changed'
/**
 * `with`: id of the epoch whose list was compared; missing: there is none. `differences`: people whose recipient that list does not have.
 * `gone`: how many stand on it and get nothing now.
 */
type Compared = {
	with?: string
	differences: ReadonlyMap<string, Difference>
	isOtherEscrow: boolean
	gone: number
}

/**
 * Compares those who are to get a key with the list of the last published epoch. Without one everybody is new.
 * Refuses as {@link openHolderList} does what is not as that epoch and the root signed it.
 */
export const compareHolders = async (
	now: { escrow: string; holders: readonly Holder[] },
	{ last, rootKey }: { last: LastPublished | undefined; rootKey: string },
): Promise<Result<Compared>> => {
	const opened = last?.list === undefined ? undefined : await openPublished(last, rootKey)
	if (opened?.ok === false) return opened
	const before = new Map(opened?.value.holders.map(({ id, recipient }) => [id, recipient]))
	const differences = new Map<string, Difference>()
	for (const { id, recipient } of now.holders)
		if (before.get(id) !== recipient) differences.set(id, before.has(id) ? 'changed' : 'added')
	return ok({
		...(opened && { with: opened.value.epoch }),
		differences,
		isOtherEscrow: opened !== undefined && opened.value.escrow !== now.escrow,
		gone: [...before.keys()].filter((id) => !now.holders.some((one) => one.id === id)).length,
	})
}
