import { describe, expect, test } from 'vitest'
import { fromHex, toHex } from '#base'
import { commitTo, drawHalf, hashList, makeSeed } from '#tools/statistics/fair-draw'
import { engines } from '../../../../../../../tests/support/database.ts'
import { listActs } from '../../../../../../../tests/support/state-digest.ts'
import { listed, many, openTrials, protocol, today } from '../../../../../../../tests/support/trials.ts'
import type { Protocol } from '../../trial.ts'
import { readPublished } from '../../../figures/server/index.ts'
import { findPublicTrial, listPublicTrials } from '../../server/index.ts'
import {
	approveTrial,
	drawTrial,
	listClasses,
	publishTrial,
	registerTrial,
	reportTrial,
	stopTrial,
} from './index.ts'

const refusal = (code: string) => expect.objectContaining({ code }) as unknown

describe.each(engines)('trials on %s', (engine) => {
	test('go from a plan of two persons to a null result of two persons, everything on record by id and digest', async () => {
		const { at, amal, hind, find, drawn, measure, desk } = await openTrials(engine)
		const id = await drawn()
		await measure(id, 0)
		await reportTrial(at, { id, reason: undefined }, amal)
		expect((await findPublicTrial(at.db, id))?.results).toEqual([])
		await publishTrial(at, id, hind)
		const seen = await findPublicTrial(at.db, id)
		expect(seen).toMatchObject({
			state: 'published',
			results: [{ version: 1, report: { verdict: 'none-seen' } }],
		})
		expect(seen?.results[0]?.report.permutations).toBe(10_000)
		const acts = (await listActs(desk.db)).map(([, act]) => act)
		expect(acts.filter((act) => act.startsWith('trial/')).sort()).toEqual([
			'trial/approved',
			'trial/drawn',
			'trial/listed',
			'trial/measured',
			'trial/published',
			'trial/registered',
			'trial/reported',
		])
		expect(JSON.stringify(await find(id))).not.toContain('School')
	})

	test('the draw is what everybody gets from what is published, and the secret is told only after it', async () => {
		const { at, amal, hind, find } = await openTrials(engine)
		const id = await registerTrial(at, protocol, amal)
		await approveTrial(at, id, hind)
		const labels = await listClasses(at, { id, classes: listed }, amal)
		expect(new Set(labels).size).toBe(7)
		expect((await find(id)).draw?.secret).toBeUndefined()
		await drawTrial(at, { id, value: 'round 1', today }, amal)
		const { draw, classes } = await find(id)
		const secret = fromHex(draw?.secret ?? '') ?? new Uint8Array()
		const list = classes.map(({ label, stratum }) => ({ label, stratum }))
		expect(new Set(list.map(({ stratum }) => stratum)).size).toBe(2)
		expect(JSON.stringify(list)).not.toMatch(/MA-|college/u)
		expect(draw?.commitment).toBe(toHex(commitTo(secret)))
		expect(draw?.listHash).toBe(toHex(hashList(list)))
		const first = classes.filter(({ hasLesson }) => hasLesson).map(({ label }) => label)
		expect(first.sort()).toEqual(drawHalf(makeSeed(secret, 'round 1', list), list))
		await expect(drawTrial(at, { id, value: 'round 2', today }, amal)).rejects.toEqual(refusal('trial.state'))
	})

	test('nothing is drawn without an ethics committee, before its day, or with fewer than four classes', async () => {
		const { at, amal, hind } = await openTrials(engine)
		const begin = async (more: Partial<Protocol>): Promise<string> => {
			const id = await registerTrial(at, { ...protocol, ...more }, amal)
			await approveTrial(at, id, hind)
			return id
		}
		const few = await begin({})
		await expect(listClasses(at, { id: few, classes: listed.slice(0, 3) }, amal)).rejects.toEqual(
			refusal('trial.few'),
		)
		const unasked = await begin({ ethics: '' })
		await listClasses(at, { id: unasked, classes: listed }, amal)
		await expect(drawTrial(at, { id: unasked, value: 'x', today }, amal)).rejects.toEqual(
			refusal('trial.ethics'),
		)
		const early = await begin({ drawOn: '2026-11-27' })
		await listClasses(at, { id: early, classes: listed }, amal)
		await expect(drawTrial(at, { id: early, value: 'x', today }, amal)).rejects.toEqual(
			refusal('trial.early'),
		)
	})

	test('the second person is another, of the region and not new; whoever registered it does the rest alone', async () => {
		const { at, amal, hind, hire } = await openTrials(engine)
		const id = await registerTrial(at, protocol, amal)
		await expect(approveTrial(at, id, amal)).rejects.toEqual(refusal('trial.same-person'))
		await expect(approveTrial(at, id, { ...hind, isSecond: false })).rejects.toEqual(refusal('trial.too-new'))
		await expect(approveTrial(at, id, { ...hind, region: 'MA-08' })).rejects.toEqual(
			refusal('trial.not-yours'),
		)
		await expect(approveTrial(at, id, await hire('Idir', 'trainer'))).rejects.toEqual(
			refusal('trial.not-yours'),
		)
		expect(await listPublicTrials(at.db)).toEqual([])
		await approveTrial(at, id, hind)
		expect(await listPublicTrials(at.db)).toMatchObject([{ id: 't1' }])
		const other = await hire('Nour', 'evaluator')
		await expect(listClasses(at, { id, classes: listed }, other)).rejects.toEqual(refusal('trial.not-yours'))
		await expect(registerTrial(at, protocol, { ...amal, region: 'MA-08' })).rejects.toEqual(
			refusal('trial.not-yours'),
		)
	})

	test('a published result is corrected beside the old one, with a reason, and never taken back', async () => {
		const { at, amal, hind, drawn, measure } = await openTrials(engine)
		const id = await drawn(many)
		await expect(reportTrial(at, { id, reason: undefined }, amal)).rejects.toEqual(
			refusal('trial.unmeasured'),
		)
		await measure(id, 0)
		await reportTrial(at, { id, reason: undefined }, amal)
		await expect(measure(id, 4)).rejects.toEqual(refusal('trial.state'))
		await publishTrial(at, id, hind)
		await expect(stopTrial(at, { id, reason: 'No effect' }, amal)).rejects.toEqual(refusal('trial.state'))
		await measure(id, 4)
		await expect(reportTrial(at, { id, reason: undefined }, amal)).rejects.toEqual(refusal('trial.reason'))
		await reportTrial(at, { id, reason: 'A class was typed in twice' }, amal)
		await publishTrial(at, id, hind)
		expect((await findPublicTrial(at.db, id))?.results).toMatchObject([
			{ version: 2, reason: 'A class was typed in twice', report: { verdict: 'higher' } },
			{ version: 1, report: { verdict: 'none-seen' } },
		])
	})

	test('what was gained stands on the scoreboard when a result is published, null or not, and a correction strikes it', async () => {
		const { at, amal, hind, drawn, measure } = await openTrials(engine)
		const read = async () => (await readPublished(at.db)).figures
		const id = await drawn(many)
		await measure(id, 0)
		await reportTrial(at, { id, reason: undefined }, amal)
		expect(await read(), 'nothing before the second person').toEqual([])
		await publishTrial(at, id, hind)
		const [first, ...more] = await read()
		expect(more).toEqual([])
		expect(first).toMatchObject({
			indicator: 'knowledge-gained',
			place: 'MA',
			period: '2027-06',
			status: 'shown',
			errata: [],
			method: 'trial/1',
		})
		expect([first?.low, first?.value, first?.high].every((one) => typeof one === 'number')).toBe(true)
		await measure(id, 4)
		await reportTrial(at, { id, reason: 'A class was typed in twice' }, amal)
		await publishTrial(at, id, hind)
		const [struck] = await read()
		expect(struck).toMatchObject({ value: first?.value, errata: [{ life: 1, was: { value: first?.value } }] })
		expect(struck?.errata[0]?.is.value).toBeGreaterThan(first?.value ?? Infinity)
		// Another study of the same month and place takes nobody's number.
		const other = await drawn(many)
		await measure(other, 0)
		await reportTrial(at, { id: other, reason: undefined }, amal)
		await publishTrial(at, other, hind)
		expect(await read()).toEqual([struck])
	})

	test('a published result keeps the sheets that it was made of: nobody changes open data alone', async () => {
		const { at, amal, hind, drawn, measure } = await openTrials(engine)
		const id = await drawn(many)
		await measure(id, 0)
		await reportTrial(at, { id, reason: undefined }, amal)
		await publishTrial(at, id, hind)
		const readTallies = async () =>
			(await findPublicTrial(at.db, id))?.results.map(({ tallies }) => JSON.stringify(tallies))
		const [first] = (await readTallies()) ?? []
		expect(first).toContain('"counts":[')
		await measure(id, 4)
		expect(await readTallies()).toEqual([first])
		await reportTrial(at, { id, reason: 'A class was typed in twice' }, amal)
		expect(await readTallies()).toEqual([first])
		await publishTrial(at, id, hind)
		const [second, still] = (await readTallies()) ?? []
		expect(still).toBe(first)
		expect(second).toContain('"counts":[')
		expect(second).not.toBe(first)
	})

	test('a result says whether the forms of its draw were validated when it was reported, and keeps saying so', async () => {
		const { at, forms, amal, hind, find, drawn, measure } = await openTrials(engine)
		const report = async (id: string, reason?: string) => {
			await reportTrial(at, { id, reason }, amal)
			await publishTrial(at, id, hind)
			return (await find(id)).results[0]?.report.forms
		}
		const id = await drawn()
		await measure(id, 0)
		expect(await report(id)).toEqual({ version: 1, validated: false })
		forms.validated = true
		expect((await find(id)).results[0]?.report.forms).toEqual({ version: 1, validated: false })
		expect(await report(id, 'A pilot was published')).toEqual({ version: 1, validated: true })
		const other = await drawn()
		await measure(other, 0)
		forms.version = 2
		expect(await report(other)).toEqual({ version: 1, validated: false })
	})
})
