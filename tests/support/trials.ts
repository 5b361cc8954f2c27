/** Studies for tests: classes, two persons, and the way to a draw. */
import {
	approveTrial,
	drawTrial,
	keepTallies,
	listClasses,
	registerTrial,
} from '../../src/lib/domains/programme/trials/work/server/index.ts'
import {
	findTrial,
	type TrialActor,
	type TrialDesk,
} from '../../src/lib/domains/programme/trials/server/index.ts'
import { highest, trialOutcomes, type Protocol } from '../../src/lib/domains/programme/trials/trial.ts'
import { openDesk } from './cases.ts'
import type { EngineName } from './database.ts'

/** A plan of a study. */
export const protocol: Protocol = {
	topic: 'bullying',
	audience: 'teens',
	question: 'Does it help?',
	questionLanguage: 'en',
	primary: 'knowledge',
	primaryAt: 'w8',
	classesAnArm: 3,
	pupils: 30,
	icc: 0.063,
	sizeVariation: 0.3,
	effect: 0.3,
	valueSource: 'drand round 1',
	drawOn: '2026-11-26',
	publishOn: '2027-06-01',
	ethics: 'CE-1',
	region: undefined,
}
/** Day on which {@link protocol} is drawn. */
export const today = '2026-11-26'
const listClass = (index: number, region: string) => ({
	region,
	setting: 'college' as const,
	note: `School ${index}`,
})
/** Seven classes of two regions. */
export const listed = Array.from({ length: 7 }, (_, index) => listClass(index, index < 4 ? 'MA-08' : 'MA-09'))
/** So many that an effect is seen whichever way they are drawn: of few classes other draws show as much. */
export const many = Array.from({ length: 16 }, (_, index) => listClass(index, index < 8 ? 'MA-08' : 'MA-09'))

/** Studies with an evaluator and a second person; `drawn` walks one to its draw, `measure` hands in the sheets of all its classes. */
export const openTrials = async (engine: EngineName) => {
	const desk = await openDesk(engine)
	const forms = { version: 1, validated: false }
	const at: TrialDesk = { db: desk.db as never, now: desk.now, forms: () => forms }
	const hire = async (
		name: string,
		role: 'evaluator' | 'programme-lead' | 'trainer',
		region?: string,
	): Promise<TrialActor> => ({
		...(await desk.hire(name, role)),
		region,
		isSecond: true,
	})
	const [amal, hind] = [await hire('Amal', 'evaluator'), await hire('Hind', 'programme-lead')]
	const find = async (id: string) => {
		const trial = await findTrial(at.db, id)
		if (!trial) throw new Error('no trial')
		return trial
	}
	const drawn = async (classes = listed): Promise<string> => {
		const id = await registerTrial(at, protocol, amal)
		await approveTrial(at, id, hind)
		await listClasses(at, { id, classes }, amal)
		await drawTrial(at, { id, value: 'round 1', today }, amal)
		return id
	}
	const measure = async (id: string, gain: number) => {
		const { classes } = await find(id)
		const tallies = classes.flatMap(({ label, hasLesson }, index) =>
			trialOutcomes.flatMap((outcome) =>
				(['before', 'w8'] as const).map((moment) => ({
					label,
					moment,
					outcome,
					counts: Array.from({ length: highest[outcome] + 1 }, (_, score) =>
						Math.max(0, 9 - Math.abs(score - 3 - (index % 3) - (hasLesson && moment === 'w8' ? gain : 0))),
					),
				})),
			),
		)
		await keepTallies(at, { id, tallies }, amal)
	}
	return { desk, at, forms, hire, amal, hind, find, drawn, measure }
}
