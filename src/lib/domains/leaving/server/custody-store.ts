import { toHex } from '#base'
import { isStatus } from '#domains/cases'
import type { CaseQueries } from '#domains/cases/server'
import { listPeople } from '#domains/people/server'
import { commit } from '#platform'
import { custodyKinds, type CustodyStep } from '../custody.ts'

type Row = {
	kind: string
	status: string | null
	by: string | null
	at: Date
	entry: string | null
	content: string | null
	salt: Uint8Array | null
}

const findKind = (kind: string): CustodyStep['kind'] | undefined => custodyKinds.find((one) => one === kind)

/** Digest that an act says of what left by it. */
const findDigest = (content: string): string | undefined => {
	const { what } = JSON.parse(content) as { what?: Readonly<Record<string, unknown>> }
	const said = what?.['manifest'] ?? what?.['digest']
	return typeof said === 'string' ? said : undefined
}

const toEntry = ({ entry, content, salt }: Row): Pick<CustodyStep, 'entry' | 'digest'> =>
	entry === null || content === null || salt === null
		? { entry: undefined, digest: undefined }
		: {
				entry: { id: entry, sha256: toHex(commit(salt, new TextEncoder().encode(content))) },
				digest: findDigest(content),
			}

/**
 * Steps of a case that belong into a chain of custody, from the first to the `most`th of all: whoever asks later, when there are more, gets the
 * same. Roles are those of today.
 */
export const listCustodySteps = async (db: CaseQueries, id: string, most: number): Promise<CustodyStep[]> => {
	const people = new Map((await listPeople(db)).map((person) => [person.id, person.roles]))
	const rows: Row[] = await db
		.selectFrom('case_step as step')
		.leftJoin('act_record as act', 'act.entry', 'step.id')
		.select(['step.kind', 'step.status', 'step.by', 'step.at', 'act.entry', 'act.content', 'act.salt'])
		.where('step.case_id', '=', id)
		.where('step.place', '<=', most)
		.orderBy('step.place')
		.execute()
	return rows.flatMap((row) => {
		const kind = findKind(row.kind)
		if (!kind) return []
		const by = row.by === null ? undefined : { key: row.by, roles: people.get(row.by) ?? [] }
		const status = row.status !== null && isStatus(row.status) ? row.status : undefined
		return [{ kind, at: row.at, by, status, ...toEntry(row) }]
	})
}
