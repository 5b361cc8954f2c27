/** Opens words of a partner in this tab with the key of its epoch: nothing of it goes back in clear. */
import { base64 } from '@scure/base'
import { refused, ok, type Result } from '#base'
import { ask, getEpoch } from '#domains/cases/reading-room'
import type { EpochKey } from '#domains/people/keys'
import { openText } from '#tools/seal/sealed'
import { readSignedMessage } from '../../channel/index.ts'

/** Words as they are read, and the epoch that they were sealed to. */
export type OpenedWords = { text: string; epoch: string }

type Sealed = { form: 'words' | 'message'; epoch: string; sealed: string }

/** The content of a message as it was signed, for a person to read; its signature was verified when it came. */
const readMessage = (signed: string): string | undefined => {
	const message = readSignedMessage(signed)
	return message && JSON.stringify(message)
}

/** Asks an address for sealed words and opens them. Refuses with the server's code, or with `note.no-key`, `note.damaged`. */
export const openWordsAt = async (
	address: string,
	asked: Readonly<Record<string, string>>,
	epochs: readonly EpochKey[],
): Promise<Result<OpenedWords, string>> => {
	const answer = await ask(address, asked)
	if (!answer.ok) return refused(answer.refused)
	const { form, epoch, sealed } = answer.value as Sealed
	const key = await getEpoch(epoch, epochs)
	if (!key) return refused('note.no-key')
	const text = await openText(base64.decode(sealed), key.identity)
	if (!text.ok) return refused('note.damaged')
	const said = form === 'message' ? readMessage(text.value) : text.value
	return said === undefined ? refused('note.damaged') : ok({ text: said, epoch })
}

/** The same for the words of a step of a referral. */
export const openWordsOf = (
	referral: string,
	step: string,
	epochs: readonly EpochKey[],
): Promise<Result<OpenedWords, string>> => openWordsAt(`/desk/referrals/${referral}/words`, { step }, epochs)
