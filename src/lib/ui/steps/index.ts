/** Few steps, each numbered by a star (`Steps.svelte`). */

/** One step in a few words, and perhaps a sentence under them. */
export type Step = { do: string; how?: string }

/** A step whose texts have their typography. */
export const shapeStep = (step: Step, shape: (text: string) => string): Step => ({
	do: shape(step.do),
	...(step.how === undefined ? {} : { how: shape(step.how) }),
})
