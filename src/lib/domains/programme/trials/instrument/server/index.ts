/** The forms of studies on the server. */
import { library } from '#domains/guide/server'
import { buildInstrument } from '../build-instrument.ts'

const texts = import.meta.glob<string>('/content/programme/instrument/**/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

let built: ReturnType<typeof buildInstrument> | undefined

/** The forms, read when somebody first asks for one: a start does not wait for them. Wrong content stops the check of all content, and the build, which prints them. */
export const getInstrument = (): ReturnType<typeof buildInstrument> =>
	(built ??= buildInstrument(
		new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])),
		library,
	))
