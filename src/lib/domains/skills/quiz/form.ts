/** The two parallel forms of a quiz: before and after. */
export const forms = ['a', 'b'] as const
export type Form = (typeof forms)[number]
