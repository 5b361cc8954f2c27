/** Door of what the scoreboard says: its first sentence, for page and tile. */
export { sayFirst } from './first-words.ts'
