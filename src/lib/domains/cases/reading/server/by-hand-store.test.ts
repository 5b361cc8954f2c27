/** From the `age` program of somebody who trusts no page of ours to the words at the desk. */
import { spawnSync } from 'node:child_process'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openReport, type OpenedReport } from '#domains/cases/reading'
import { checkSealed, makeIdentity, toRecipient, type Identity } from '#tools/seal/sealed'
import type { Result } from '#base'
import { database } from '../../../../../../tests/support/database.ts'
import { describeProgram } from '../../../../../../tests/support/programs.ts'
import { answers, openTestReports } from '../../../../../../tests/support/reports.ts'
import { reportSizes } from '#domains/reports'
import { getDemonstrationSecret } from '#domains/reports/server'

const told = 'شي واحد كيهددني. CANARY-BY-HAND\u0007\n'
const form = { answers: { ...answers, words: '' }, locale: 'fr' } as const

const open = async () => {
	const { kysely } = await database('pglite')
	const reports = await openTestReports({ kysely, asksWork: false })
	const file = async (given: Uint8Array | string) =>
		reports.intake.fileByHand({
			...form,
			answers: { ...form.answers, danger: 'now' },
			given,
			token: reports.intake.makeToken(),
		})
	const rows = async () =>
		(
			await sql<{
				id: string
				epoch: string
				sealed: Uint8Array
			}>`select id, epoch, sealed from report order by id`.execute(kysely)
		).rows
	const openAll = async (
		key?: Identity,
	): Promise<Result<OpenedReport, 'report.no-key' | 'report.damaged'>[]> => {
		const secret = await getDemonstrationSecret(reports.dataDir, (await reports.getEpoch()).id)
		return Promise.all(
			(await rows()).map(({ id, epoch, sealed }) =>
				openReport(
					{
						id,
						epoch,
						hour: '2026-11-26T09:00:00.000Z',
						sealedBy: 'server',
						letters: [],
						answered: 0,
						sealed: Buffer.from(sealed).toString('base64'),
					},
					async () => key ?? secret.identity,
				),
			),
		)
	}
	return { reports, file, rows, openAll }
}

describeProgram('age', 'age', (age) => {
	const seal = (
		recipient: string,
		args: readonly string[] = [],
		input: string | Uint8Array = told,
	): Uint8Array => Uint8Array.from(spawnSync(age, ['-r', recipient, ...args], { input }).stdout)

	test('a file for the published key is filed like any other, with a receipt, and opens at the desk', async () => {
		const { reports, file, rows, openAll } = await open()
		const { recipient } = await reports.getEpoch()
		const filed = await file(Buffer.from(seal(recipient, ['-a'])).toString())
		expect(filed).toMatchObject({ ok: true, value: { code: expect.stringMatching(/^\d{24}$/u) as string } })
		const [row] = await rows()
		expect(row && checkSealed(Uint8Array.from(row.sealed), 'x25519', reportSizes).ok).toBe(true)
		expect(await openAll()).toMatchObject([
			{
				ok: true,
				value: {
					byHand: 'opened',
					sealedBy: 'server',
					report: { answers: { danger: 'now', words: told.replace('\u0007', '') } },
				},
			},
		])
		const mailbox = await reports.openByCode(filed.ok ? filed.value.code : '')
		expect(await mailbox.read(), 'its receipt opens a mailbox').toBeDefined()
	})

	test('a file for another key, and one that holds no text, are shown as such beside one that opens', async () => {
		const { reports, file, openAll } = await open()
		const { recipient } = await reports.getEpoch()
		const stranger = await toRecipient(await makeIdentity())
		expect((await file(seal(stranger.ok ? stranger.value : ''))).ok).toBe(true)
		expect((await file(seal(recipient, [], Uint8Array.of(0xff, 0xfe)))).ok).toBe(true)
		expect((await file(Buffer.concat([seal(recipient), Buffer.from([0])]))).ok).toBe(true)
		expect((await file(seal(recipient))).ok).toBe(true)
		const opened = await openAll()
		expect(opened.every(({ ok }) => ok)).toBe(true)
		const ends = opened.map((one) => (one.ok ? [one.value.byHand, one.value.report.answers.words] : []))
		expect(ends.filter(([end]) => end === 'unopened')).toHaveLength(3)
		expect(ends.filter(([, words]) => words === told.replace('\u0007', ''))).toHaveLength(1)
	})
})

test('what nobody has sealed is refused without a row, and a form brings one file', async () => {
	const { file, rows } = await open()
	expect(await file(told)).toEqual({ ok: false, code: 'by-hand.form' })
	expect(await rows()).toEqual([])
})
