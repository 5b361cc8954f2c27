/** Invented sessions of five years, and numbers and targets made of them, for measurements. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../src/server/process/database.ts'

const years = [2022, 2023, 2024, 2025, 2026]

/** The quarters of five years, the oldest first. */
export const quarters: readonly string[] = years.flatMap((year) =>
	[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
)

type Place = { code: string; parent: string | undefined }

/** Puts `count` sessions in, evenly over five years in the order of their days, and over these provinces; a series of four doses each, one in fifty taken back. */
export const fillSessions = async (
	db: Kysely<Tables>,
	count: number,
	provinces: readonly Place[],
): Promise<void> => {
	const [codes, regions] = [provinces.map(({ code }) => code), provinces.map(({ parent }) => parent ?? '')]
	const [trainer, digest] = [randomUUID(), '0'.repeat(64)]
	const together = 100_000
	for (let from = 0; from < count; from += together) {
		const until = Math.min(from + together, count) - 1
		await sql`insert into programme_session (id, revision, sha256, state, region, province, setting, held_on, minutes, audience, language,
				lesson, dose, series, band, card, invitation, trainer, source, received, look, looked_by)
			select gen_random_uuid(), 1, ${digest}, case when n % 50 = 0 then 'taken-back' else 'held' end,
				(${regions}::text[])[1 + n / 4 % 75], (${codes}::text[])[1 + n / 4 % 75],
				(array['primary', 'college', 'lycee', 'youth-house', 'association', 'centre', 'online'])[1 + n / 4 % 7],
				date '2022-01-01' + (n * 1790 / ${count}::bigint + n % 4 * 7)::int, 50, 'teens', 'ar', 'true-or-trap', 1 + n % 4,
				md5((n / 4)::text)::uuid, (array['15-19', '20-24', '25-29', '30-34', '35-39', '40-44'])[1 + n % 6], true, null,
				${trainer}::uuid, 'phone', timestamptz '2026-11-01', 'none', null
			from generate_series(${from}::bigint, ${until}::bigint) as n`.execute(db)
	}
	await sql`analyze programme_session`.execute(db)
}

/** A plan as a file: actions that wait for each other in tens, three realisations each. */
export const makePlanFile = (count: number): Uint8Array => {
	const lines = ['id,title_ar,title_fr,title_zgh,title_en,due,state,needs,region,note_fr,done_on']
	const toId = (at: number): string => `i${1 + (at % 3)}-a${100 + Math.floor(at / 3)}`
	for (let at = 0; lines.length <= count; at++) {
		const needs = at % 10 === 0 ? '' : toId(at - 1)
		lines.push(
			`${toId(at)},عنوان الفعل ${at},Titre de l’action ${at},ⴰⵣⵡⵍ ${at},Title of action ${at},2027-06-30,begun,${needs},MA-08,,`,
		)
		for (let done = 1; done <= 3 && lines.length <= count; done++)
			lines.push(`${toId(at)}-r${done},عنوان,Titre ${done},ⴰⵣⵡⵍ,Title,,done,,,Une note,2026-10`)
	}
	return new TextEncoder().encode(lines.join('\r\n'))
}
