/** Every component of `ui` with its examples: one list for the gallery, the test without script and the one for everybody. */
import type { Locale } from '#base'
import type { Words } from '#ui/words'
import type { Component, ComponentProps, SvelteComponent } from 'svelte'

/** A component as somebody sees it: the language of the page around it, and what it is given. */
export type Example = {
	/** Name of an example: `fr`, `long`, `wrong`, `empty`. */
	name: string
	locale: Locale
	props: (words: Words) => Record<string, unknown>
}

export type Part = {
	component: Component<Record<string, unknown>>
	/** Stands only once on a page: the gallery leaves it out, and shows it as its own frame. */
	isFrame: boolean
	/** Its roots are items of a list, which somebody else opens. */
	isItems: boolean
	examples: readonly Example[]
}

/** Props of a component as Svelte types them. */
type SomeProps = ComponentProps<SvelteComponent>

/**
 * Names a component; what it gives back takes its examples, each checked against its props.
 *
 * @param component - what is shown
 */
export const showPart =
	<Props extends SomeProps>(
		component: Component<Props>,
		{ isFrame = false, isItems = false }: { isFrame?: boolean; isItems?: boolean } = {},
	) =>
	(examples: readonly (Omit<Example, 'props'> & { props: (words: Words) => Props })[]): Part => ({
		component: component as Component<SomeProps>,
		isFrame,
		isItems,
		examples,
	})
