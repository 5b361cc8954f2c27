import { openAttachment, type ListedAttachment, type Opened } from '#domains/reports/attachments'
import type { EpochKey } from '#domains/people/keys'
import type { OpenedReport } from '../../../reading/index.ts'
import { getEpoch } from '../../../reading-room/index.ts'

/** Address of the files of a report of a case. */
export const toAddress = (caseId: string, report: string, part: number): string =>
	`/desk/cases/${caseId}/attachments/${report}.${part}`

/** Outcome of a request: the file, whole and verified, or why there is none; `refused` holds the code of a refusal. */
export type Fetched = Opened | 'missing' | 'damaged' | { refused: string }

/** Fetches a file of an opened report and opens it here, to its end. The server writes the opening down. */
export const fetchAttached = async (
	{ caseId, opened, epochs }: { caseId: string; opened: OpenedReport; epochs: readonly EpochKey[] },
	listed: ListedAttachment,
): Promise<Fetched> => {
	const answer = await fetch(toAddress(caseId, opened.id, listed.part), { method: 'POST' }).catch(
		() => undefined,
	)
	if (!answer || answer.status === 404) return answer ? 'missing' : { refused: 'network' }
	if (!answer.ok)
		return ((await answer.json().catch(() => undefined)) as { refused: string } | undefined) ?? 'missing'
	const key = await getEpoch(opened.epoch, epochs)
	if (!key) return { refused: 'locked' }
	const { report } = opened
	const place = {
		epoch: report.epoch,
		nonce: report.nonce,
		kind: listed.kind,
		part: listed.part,
		parts: report.attachments?.length ?? 0,
	}
	try {
		const sealed = new Uint8Array(await answer.arrayBuffer())
		const file = await openAttachment(sealed, { place, listed }, key.identity)
		return file.ok ? file.value : 'damaged'
	} catch {
		return 'missing'
	}
}
