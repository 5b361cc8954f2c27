/** A study of the demonstration, walked from its plan to a null result by two persons, as its rules want it. Every class and every sheet is invented. */
import type { Kysely } from 'kysely'
import { addDays } from '../../src/lib/base/index.ts'
import {
	approveTrial,
	drawTrial,
	keepTallies,
	listClasses,
	publishTrial,
	registerTrial,
	reportTrial,
} from '../../src/lib/domains/programme/trials/work/server/index.ts'
import { highest, trialOutcomes, type Protocol } from '../../src/lib/domains/programme/trials/trial.ts'
import type { Tables } from '../../src/server/process/database.ts'
import type { Crew } from './people.ts'

const toProtocol = (today: string): Protocol => ({
	topic: 'bullying',
	audience: 'teens',
	questionLanguage: 'fr',
	region: undefined,
	question: 'Exemple inventé : les élèves savent-ils mieux quoi faire huit semaines après la leçon ?',
	primary: 'knowledge',
	primaryAt: 'w8',
	classesAnArm: 14,
	pupils: 30,
	icc: 0.063,
	sizeVariation: 0.3,
	effect: 0.3,
	valueSource: 'Exemple inventé : dés lancés devant témoin',
	drawOn: addDays(today, -1),
	publishOn: addDays(today, 30),
	ethics: 'Exemple inventé, aucun comité',
})

/** Sheets around a middle; the lesson moves nothing. */
const toCounts = (most: number, at: number): number[] =>
	Array.from(
		{ length: most + 1 },
		(_, score) => Math.max(0, 6 - Math.abs(score - Math.floor(most / 2) - (at % 3) + 1)) + ((at + score) % 2),
	)

/** Answer: the id of the study. */
export const plantStudy = async (
	db: Kysely<Tables>,
	crew: Crew,
	{ regions, today }: { regions: readonly string[]; today: string },
): Promise<string> => {
	const desk = { db, now: () => new Date(), forms: () => ({ version: 1, validated: false }) }
	const second = { ...crew.lead, isSecond: true }
	const id = await registerTrial(desk, toProtocol(today), crew.evaluator)
	await approveTrial(desk, id, second)
	const classes = Array.from({ length: 28 }, (_, at) => ({
		region: regions[at < 14 ? 0 : 3] ?? '',
		setting: 'college' as const,
		note: '',
	}))
	const labels = await listClasses(desk, { id, classes }, crew.evaluator)
	await drawTrial(desk, { id, value: '4 2 6 1 3 5', today }, crew.evaluator)
	const tallies = labels.toSorted().flatMap((label, at) =>
		trialOutcomes.flatMap((outcome) =>
			(['before', 'w8'] as const).map((moment) => ({
				label,
				moment,
				outcome,
				counts: toCounts(highest[outcome], at),
			})),
		),
	)
	await keepTallies(desk, { id, tallies }, crew.evaluator)
	await reportTrial(desk, { id, reason: undefined }, crew.evaluator)
	await publishTrial(desk, id, second)
	return id
}
