import { createRawSnippet, type Snippet } from 'svelte'

/** Words as what a component is given between its tags. */
export const text = (words: string): Snippet =>
	createRawSnippet(() => ({
		render: () =>
			`<span>${words.replace(/[&<>]/gu, (character) => `&#${String(character.charCodeAt(0))};`)}</span>`,
	}))

/** Lines of a table, as its user would write them. */
export const lines = (cells: readonly (readonly string[])[]): Snippet =>
	createRawSnippet(() => ({
		render: () =>
			`<!---->${cells
				.map(
					([head = '', ...rest]) =>
						`<tr><th scope="row">${head}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
				)
				.join('')}`,
	}))
