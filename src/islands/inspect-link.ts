/** Worker of the link inspector: holds the rules and the list of public suffixes; opens no link and asks nobody. */
import { adviseLink } from '#domains/protect/check'
import { serveQuestions } from './serve-questions.ts'

serveQuestions(adviseLink)
