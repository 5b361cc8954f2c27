import { bandEnds, bands, type Band } from './family/family.ts'
import { loosen, type PlannedBand, type PlannedStep } from './plan.ts'
import type { PlanRules } from './plan-step.ts'

/** Every step for every band: cards from which a page on a device picks those of its family. */
export const toAllSteps = ({ steps }: PlanRules): PlannedStep[] =>
	steps.map((step) => ({
		step,
		devices: 0,
		bands: bands.flatMap((band) => {
			const hold = step.bands[band]
			return hold === undefined ? [] : [{ band, hold }]
		}),
	}))

/** Every band with every tool it may have. */
export const toAllBands = ({ steps }: PlanRules): PlannedBand[] =>
	bands.map((band: Band) => {
		const tools = steps.flatMap((step) => {
			const hold = step.bands[band]
			return hold === undefined ? [] : [{ step, hold }]
		})
		return {
			band,
			tools: tools.map(({ step, hold }) => ({ id: step.id, hold })),
			review: '',
			next: { age: bandEnds[band], loosens: loosen(band, tools) },
		}
	})
