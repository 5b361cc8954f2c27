/** Lets a notice or list leave: its digest goes to the server, the file itself is made and saved here. */
import { saveFile } from '#ui/save-file'
import type { Draft } from '#domains/cases/reading'
import { ask } from '#domains/cases/reading-room'
import { toFileDigest } from '../notice.ts'

export type NoticeDraft = Extract<Draft, { kind: 'notice' }>

const postDraft = async (caseId: string, to: 'ask' | 'leave', { form, text }: NoticeDraft) =>
	ask(`/desk/cases/${caseId}/notice`, { to, form, digest: toFileDigest(text) })

/** Asks for a second person, where this takes one. */
export const askToLeave = async (
	caseId: string,
	draft: NoticeDraft,
): Promise<{ ok: true; isOfTwo: boolean } | { ok: false; refused: string }> => {
	const answer = await postDraft(caseId, 'ask', draft)
	return answer.ok ? { ok: true, isOfTwo: (answer.value as { isOfTwo: boolean }).isOfTwo } : answer
}

/** Saves the file once its leaving is written down. Answer: the code of a refusal, or `undefined`. */
export const letLeave = async (caseId: string, draft: NoticeDraft): Promise<string | undefined> => {
	const answer = await postDraft(caseId, 'leave', draft)
	if (!answer.ok) return answer.refused
	saveFile(draft.text, draft.name)
	return undefined
}
