import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../../../tests/support/database.ts'
import { listActs } from '../../../../../../../tests/support/state-digest.ts'
import { openTrials, protocol } from '../../../../../../../tests/support/trials.ts'
import { findPublicTrial } from '../../server/index.ts'
import {
	agreeStop,
	approveTrial,
	goOn,
	keepTallies,
	publishTrial,
	registerTrial,
	reportTrial,
	stopTrial,
} from './index.ts'

const refusal = (code: string) => expect.objectContaining({ code }) as unknown

describe.each(engines)('stops of trials on %s', (engine) => {
	test('after the draw nobody stops alone: a second person agrees, and what was measured comes out with the reason', async () => {
		const { at, amal, hind, find, drawn, measure, desk } = await openTrials(engine)
		const id = await drawn()
		await measure(id, 0)
		await stopTrial(at, { id, reason: 'Schools closed' }, amal)
		expect((await find(id)).state).toBe('stopping')
		expect((await findPublicTrial(at.db, id))?.stopReason).toBeUndefined()
		await expect(measure(id, 4)).rejects.toEqual(refusal('trial.state'))
		await expect(reportTrial(at, { id, reason: undefined }, amal)).rejects.toEqual(refusal('trial.state'))
		await expect(agreeStop(at, id, amal)).rejects.toEqual(refusal('trial.same-person'))
		await expect(agreeStop(at, id, { ...hind, isSecond: false })).rejects.toEqual(refusal('trial.too-new'))
		await agreeStop(at, id, hind)
		const seen = await findPublicTrial(at.db, id)
		expect(seen).toMatchObject({ state: 'stopped', stopReason: 'Schools closed' })
		expect(seen?.results).toMatchObject([{ version: 1, report: { verdict: 'none-seen' } }])
		expect(seen?.results[0]?.tallies).toEqual((await find(id)).tallies)
		const acts = (await listActs(desk.db)).map(([, act]) => act)
		expect(acts.filter((act) => act.startsWith('trial/stop')).sort()).toEqual([
			'trial/stop-asked',
			'trial/stopped',
		])
	})

	test('stopped before what decides was measured, the rest comes out without a verdict; with nothing measured, nothing does', async () => {
		const { at, amal, hind, find, drawn } = await openTrials(engine)
		const [id, bare] = [await drawn(), await drawn()]
		const { classes } = await find(id)
		const tallies = classes.flatMap(({ label }, index) =>
			(['before', 'after'] as const).map((moment) => ({
				label,
				moment,
				outcome: 'help' as const,
				counts: [3 + index, 2, 2, 2, index, 0, 0],
			})),
		)
		await keepTallies(at, { id, tallies }, amal)
		for (const one of [id, bare]) {
			await stopTrial(at, { id: one, reason: 'No money' }, amal)
			await agreeStop(at, one, hind)
		}
		const [result] = (await findPublicTrial(at.db, id))?.results ?? []
		expect(result?.report.verdict).toBeUndefined()
		expect(result?.report.outcomes).toMatchObject([{ outcome: 'help', moment: 'after', isPrimary: false }])
		expect(result?.tallies).toHaveLength(14)
		expect(await findPublicTrial(at.db, bare)).toMatchObject({ state: 'stopped', results: [] })
	})

	test('a stop that was asked for can be left; a result that is reported cannot be stopped any more', async () => {
		const { at, amal, hind, find, drawn, measure } = await openTrials(engine)
		const id = await drawn()
		await stopTrial(at, { id, reason: 'Schools closed' }, amal)
		await expect(goOn(at, id, hind)).rejects.toEqual(refusal('trial.not-yours'))
		await goOn(at, id, amal)
		expect(await find(id)).toMatchObject({ state: 'drawn', stopReason: undefined })
		await expect(agreeStop(at, id, hind)).rejects.toEqual(refusal('trial.state'))
		await measure(id, 0)
		await reportTrial(at, { id, reason: undefined }, amal)
		await expect(stopTrial(at, { id, reason: 'No effect' }, amal)).rejects.toEqual(refusal('trial.state'))
		await publishTrial(at, id, hind)
		await reportTrial(at, { id, reason: 'A class was typed in twice' }, amal)
		expect((await find(id)).state).toBe('correcting')
		await expect(stopTrial(at, { id, reason: 'No effect' }, amal)).rejects.toEqual(refusal('trial.state'))
	})

	test('a stopped trial stays to be read, with why', async () => {
		const { at, amal, hind } = await openTrials(engine)
		const id = await registerTrial(at, protocol, amal)
		await approveTrial(at, id, hind)
		await stopTrial(at, { id, reason: 'Schools closed' }, amal)
		expect(await findPublicTrial(at.db, id)).toMatchObject({ state: 'stopped', stopReason: 'Schools closed' })
	})
})
