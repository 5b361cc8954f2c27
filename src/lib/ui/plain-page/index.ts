/** The page that works when everything else fails: words, emergency numbers, the way on. */
export { firstNumbers } from './first-numbers.ts'
export { getLocaleOfPath, makePlainPage } from './plain-page.ts'
