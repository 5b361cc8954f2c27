/**
 * How many classes a trial needs, and what it could see. Source: Donner and Klar 2000, with degrees of freedom of classes and the
 * variation of class sizes by Eldridge, Ashby and Kerry 2006.
 */
import { getTQuantile } from './student-t.ts'

export type Design = {
	/** Pupils a class. */
	pupils: number
	/** Intra-class correlation ρ. Median of school trials .031 by school, .063 by class: Parker 2023, 246 articles. */
	icc: number
	/** Standard deviation of class sizes by their mean. */
	sizeVariation?: number
	/** Share of the variance that the measure before explains, between and within classes. */
	explained?: { between: number; within: number }
	/** Two-sided. */
	alpha?: number
	power?: number
}

/** Variance of the difference of two arms, times the classes an arm, in units of the pupils' variance. */
const getVariance = ({
	pupils,
	icc,
	sizeVariation = 0,
	explained = { between: 0, within: 0 },
}: Design): number =>
	(2 *
		((1 - icc) * (1 - explained.within) +
			icc * (1 - explained.between) * (1 + sizeVariation ** 2) * pupils)) /
	pupils

const getReach = ({ alpha = 0.05, power = 0.8 }: Design, classes: number): number => {
	const degrees = 2 * (classes - 1)
	return getTQuantile(1 - alpha / 2, degrees) + getTQuantile(power, degrees)
}

/** The smallest effect, in standard deviations, that a trial with so many classes an arm would see. */
export const getSmallestEffect = (design: Design, classes: number): number =>
	getReach(design, classes) * Math.sqrt(getVariance(design) / classes)

/** Classes an arm that an effect needs, at least 2 and at most 10,000. */
export const countClasses = (design: Design, effect: number): number => {
	let classes = 2
	while (classes < 10_000 && getSmallestEffect(design, classes) > effect) classes++
	return classes
}
