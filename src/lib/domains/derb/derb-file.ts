import * as v from 'valibot'

const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]+$/u))

const choice = v.strictObject({
	/** Picture of what the child does; the words under it are its title. */
	scene: id,
	/** Picture of what comes of it; the way back and the door stand below. Without it the choice opens the door. */
	then: v.optional(id),
})

/** `content/derb/stories.yaml`: ten stories, in the order of their doors. Every picture is an id of `content/scenes`. */
export const storiesFile = v.pipe(
	v.array(
		v.strictObject({
			id,
			/** Topic of the guide whose six cards say more. */
			topic: id,
			/** A story that weighs: Najma is worried with the child. */
			isHeavy: v.optional(v.boolean(), false),
			panels: v.pipe(v.array(id), v.minLength(2), v.maxLength(4)),
			choices: v.pipe(v.array(choice), v.minLength(2), v.maxLength(3)),
			/** The grown-up's door. */
			door: id,
		}),
	),
	v.length(10),
)

export type Story = v.InferOutput<typeof storiesFile>[number]
/** The street: its stories, door by door. */
export type Derb = readonly Story[]
