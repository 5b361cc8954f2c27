import { createWords } from '#ui/words'
import type { LayoutLoad } from './$types'

export const load: LayoutLoad = ({ params }) => ({ words: createWords(params.lang) })
