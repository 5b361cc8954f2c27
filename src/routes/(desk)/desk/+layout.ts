import { createWords } from '#ui/words'
import type { LayoutLoad } from './$types'

/** Work at the desk runs in the browser: keys are opened there and nowhere else. */
export const csr = true

export const load: LayoutLoad = ({ data }) => ({ ...data, words: createWords(data.language) })
