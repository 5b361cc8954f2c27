/** Asks the server to set a dossier, or to let a notice leave, and offers the files. Drafts go in the body, never in an address. */
import { base64 } from '@scure/base'
import { saveFile } from '#ui/save-file'
import type { DossierDraft } from '#domains/cases/reading'
import { ask } from '#domains/cases/reading-room'

/** `files`: pages of a draft after `look`, none after `ask`, the dossier itself after `export`. */
export type SetDossier = { manifest: string; files: { name: string; bytes: string }[] }

export const setDossier = async (
	caseId: string,
	to: 'look' | 'ask' | 'export',
	draft: DossierDraft,
): Promise<{ ok: true; value: SetDossier } | { ok: false; refused: string }> => {
	const answer = await ask(`/desk/cases/${caseId}/dossier`, { to, draft })
	return answer.ok ? { ok: true, value: answer.value as SetDossier } : answer
}

/** Offers one file of a dossier. */
export const saveDossierFile = ({ name, bytes }: { name: string; bytes: string }): void =>
	saveFile(base64.decode(bytes), name)
