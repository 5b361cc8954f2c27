import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '../../../../../tests/support/cases.ts'
import { engines } from '../../../../../tests/support/database.ts'
import type { FourEyesAct, Person } from '../../people/index.ts'
import { defaultSchedule } from '../keep.ts'
import { askApproval, decideApproval } from '../../approvals/server/approval-store.ts'
import { acknowledgeDossier, exportDossier } from '../../leaving/server/dossier-store.ts'
import { moveCase } from '../../cases/work/server/case-store.ts'
import { endEpoch, findCertificate, listCertificates, toErasureDigest } from './erasure-store.ts'
import { placeHold, releaseHold, toHoldDigest } from './hold-store.ts'
import { listForgotten } from '../../cases/queue/server/queue.ts'
import { eraseOverdue, listEpochCases } from './retention-store.ts'

const epoch = { epoch: '2026-11', recipient: 'age1example', begins: '2026-11-01', ends: '2026-11-30' }
const reason = Buffer.from('age-encryption.org/v1\n…')

const begin = async (engine: Parameters<typeof openDesk>[0], count: number) => {
	const desk = await openDesk(engine)
	const supervisor = await desk.hire('Salma', 'supervisor')
	const second = await desk.hire('Hind', 'supervisor')
	const ids = await desk.receive(count)
	return { desk, supervisor, second, ids }
}
const close = async (desk: TestDesk, id: string, person: Person, why: 'spam' | 'answered') => {
	await moveCase(desk, { id, version: 1, to: 'triaged' }, person)
	await moveCase(desk, { id, version: 2, to: 'closed', reason: why }, person)
}
const agree = async (
	desk: TestDesk,
	[act, subject, digest]: readonly [FourEyesAct, string, string],
	asker: Person,
	second: Person,
): Promise<string> => {
	const id = await askApproval(desk.db, { act, subject, digest }, asker, desk.now())
	await decideApproval(desk.db, { id, grants: true, wait: 0 }, second, desk.now())
	return id
}
const count = async ({ db }: TestDesk, table: string): Promise<number> =>
	(await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)).rows[0]
		?.count ?? 0

describe.each(engines)('what is kept on %s', (engine) => {
	test('a case is erased when its time is over, not an hour before, and nothing of it stays but counts', async () => {
		const { desk, supervisor, ids } = await begin(engine, 2)
		const [spam = '', open = ''] = ids
		await close(desk, spam, supervisor, 'spam')
		desk.pass(30 * 24 - 1)
		expect(await eraseOverdue(desk)).toBe(0)
		desk.pass(1)
		expect(await eraseOverdue(desk)).toBe(1)
		expect(await eraseOverdue(desk)).toBe(0)
		const left = await desk.db.selectFrom('desk_case').select('id').execute()
		expect(left).toEqual([{ id: open }])
		for (const table of ['case_step', 'case_clock', 'act_record', 'report_status', 'case_report']) {
			const { rows } =
				await sql`select 1 from ${sql.table(table)} as row where row::text like ${`%${spam}%`}`.execute(
					desk.db,
				)
			expect(rows, table).toEqual([])
		}
		expect(await count(desk, 'audit_entry'), 'commitments stay').toBeGreaterThan(2)
		expect(
			await desk.db.selectFrom('desk_count').selectAll().where('kind', '=', 'outcome').execute(),
		).toEqual([{ month: '2026-11', kind: 'outcome', grouped: 'ended', count: 1 }])
	})

	test('a hold takes a reason and two persons, keeps a case, and lets it go by one', async () => {
		const { desk, supervisor, second, ids } = await begin(engine, 1)
		const [id = ''] = ids
		await close(desk, id, supervisor, 'spam')
		const alone = placeHold(desk, { id, reasonSealed: reason, approval: '' }, supervisor)
		await expect(alone).rejects.toMatchObject({ code: 'approval.missing' })
		const approval = await agree(desk, ['override-retention', id, toHoldDigest(reason)], supervisor, second)
		const other = placeHold(desk, { id, reasonSealed: Buffer.from('another'), approval }, supervisor)
		await expect(other, 'for another reason').rejects.toMatchObject({ code: 'approval.missing' })
		await placeHold(desk, { id, reasonSealed: reason, approval }, supervisor)
		const later = await agree(desk, ['override-retention', id, toHoldDigest(reason)], supervisor, second)
		const twice = placeHold(desk, { id, reasonSealed: reason, approval: later }, supervisor)
		await expect(twice).rejects.toMatchObject({ code: 'case.held', status: 409 })
		desk.pass(400 * 24)
		expect(await eraseOverdue(desk)).toBe(0)
		await releaseHold(desk, id, supervisor)
		expect(await eraseOverdue(desk), 'its time runs from its release').toBe(0)
		desk.pass(30 * 24)
		expect(await eraseOverdue(desk)).toBe(1)
	})

	test('an open case is never erased by itself; it is shown', async () => {
		const { desk, ids } = await begin(engine, 1)
		desk.pass(1000 * 24)
		expect(await eraseOverdue(desk)).toBe(0)
		expect((await listForgotten(desk.db, desk.now())).map(({ id }) => id)).toEqual(ids)
	})

	test('the key of an epoch goes only when no case needs it, by two persons, and once', async () => {
		const { desk, supervisor, second, ids } = await begin(engine, 1)
		const [id = ''] = ids
		let wraps = 4
		const destroy = (people: { askedBy: string; agreedBy: string }) =>
			Promise.resolve(JSON.stringify({ epoch: epoch.epoch, wraps, ...people })).finally(() => (wraps = 0))
		const approve = () =>
			agree(desk, ['destroy-epoch', epoch.epoch, toErasureDigest(epoch)], supervisor, second)
		const end = (approval: string) =>
			endEpoch(desk, { ended: epoch, approval, schedule: defaultSchedule }, supervisor, destroy)
		await expect(end(await approve())).rejects.toMatchObject({ code: 'epoch.needed' })
		await close(desk, id, supervisor, 'answered')
		desk.pass(180 * 24)
		expect(await eraseOverdue(desk)).toBe(1)
		await expect(end('')).rejects.toMatchObject({ code: 'approval.missing' })
		expect(wraps, 'a refused end touches no key').toBe(4)
		const { certificate, entry, salt } = await end(await approve())
		expect(wraps).toBe(0)
		expect(JSON.parse(certificate)).toEqual({
			epoch: '2026-11',
			wraps: 4,
			askedBy: supervisor.id,
			agreedBy: second.id,
		})
		const { rows } = await sql<{ good: boolean }>`select commitment = sha256(
			'\\x74686971612f763100'::bytea || ${Buffer.from(salt)}::bytea || convert_to(${certificate}::text, 'UTF8')
		) as good from audit_entry where id = ${entry}`.execute(desk.db)
		expect(rows).toEqual([{ good: true }])
		expect((await findCertificate(desk.db, '2026-11'))?.certificate).toBe(certificate)
		expect((await listCertificates(desk.db)).map((one) => one.entry)).toEqual([entry])
		await expect(end(await approve())).rejects.toMatchObject({ code: 'epoch.destroyed' })
	})

	test('an epoch is needed while a letter of an open case is sealed to it, whatever its report is sealed to', async () => {
		const desk = await openDesk(engine)
		const [id = ''] = await desk.receive(1, { epoch: '2026-10' })
		await sql`insert into mailbox_message (id, report, n, sender, epoch, sealed, hour)
			select gen_random_uuid(), report, 1, 'reporter', '2026-11', 'sealed', now() from case_report`.execute(
			desk.db,
		)
		expect((await listEpochCases(desk.db, '2026-11')).map((one) => one.id)).toEqual([id])
		expect(await listEpochCases(desk.db, '2026-12')).toEqual([])
	})

	test('an epoch is needed while reports of it have not come to the desk yet', async () => {
		const { desk, supervisor, second } = await begin(engine, 1)
		const ended = { ...epoch, epoch: '2026-10' }
		const digest = toErasureDigest(ended)
		const approval = await agree(desk, ['destroy-epoch', '2026-10', digest], supervisor, second)
		const end = (waiting: number) =>
			endEpoch(
				{ ...desk, reportsPort: { ...desk.reportsPort, countWaiting: () => Promise.resolve(waiting) } },
				{ ended, approval, schedule: defaultSchedule },
				supervisor,
				() => Promise.resolve('{}'),
			)
		await expect(end(1), 'promised, not in the database').rejects.toMatchObject({ code: 'epoch.needed' })
		await sql`insert into report (id, epoch, sealed, sealed_by, lane, salt, commitment, entry, hour)
			select gen_random_uuid(), '2026-10', 'sealed', 'browser', 'normal', repeat('a', 32)::bytea,
				repeat('a', 32)::bytea, gen_random_uuid(), now()`.execute(desk.db)
		await expect(end(0), 'a report').rejects.toMatchObject({ code: 'epoch.needed' })
		await sql`update report set epoch = '2026-09'`.execute(desk.db)
		await sql`insert into mailbox_message (id, report, n, sender, epoch, sealed, hour)
			select gen_random_uuid(), id, 1, 'reporter', '2026-10', 'sealed', now() from report`.execute(desk.db)
		await expect(end(0), 'a letter').rejects.toMatchObject({ code: 'epoch.needed' })
		await sql`update mailbox_message set epoch = '2026-09'`.execute(desk.db)
		expect((await end(0)).certificate).toBe('{}')
	})

	test('a dossier leaves by two persons who agreed to exactly this one, and its token says that it came', async () => {
		const { desk, supervisor, second, ids } = await begin(engine, 1)
		const [id = ''] = ids
		const [manifest, token] = ['f'.repeat(64), 'ABCD-EFGH-JKLM-NPQR']
		const approval = await agree(desk, ['export', id, manifest], supervisor, second)
		const changed = exportDossier(desk, { id, manifest: 'e'.repeat(64), token, approval }, supervisor)
		await expect(changed).rejects.toMatchObject({ code: 'approval.missing' })
		await exportDossier(desk, { id, manifest, token, approval }, supervisor)
		expect(JSON.stringify(await desk.db.selectFrom('dossier').selectAll().execute())).not.toContain(token)
		expect(await acknowledgeDossier(desk, 'AAAA-AAAA-AAAA-AAAA', supervisor)).toBeUndefined()
		expect(await acknowledgeDossier(desk, 'abcd efgh jklm npqr', supervisor)).toBe(id)
		expect(await acknowledgeDossier(desk, token, supervisor)).toBe(id)
		const steps = await desk.db.selectFrom('case_step').select('kind').where('case_id', '=', id).execute()
		expect(steps.filter(({ kind }) => kind === 'acknowledged')).toHaveLength(1)
	})
})
