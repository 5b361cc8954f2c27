import type { Component } from 'svelte'
import type { Part } from './index.ts'

const files = import.meta.glob<{ parts: readonly Part[] }>('../*/examples.ts', { eager: true })
const components = import.meta.glob<Component<Record<string, unknown>>>(['../*/*.svelte', '!./*.svelte'], {
	eager: true,
	import: 'default',
})

/** Each component by the path of its file, with its examples; a component that has none has an empty list. */
export const parts = Object.entries(components).map(([path, component]) => ({
	path: path.slice('../'.length),
	...(Object.values(files)
		.flatMap((file) => file.parts)
		.find((part) => part.component === component) ?? {
		component,
		isFrame: false,
		isItems: false,
		examples: [],
	}),
}))
