/** Worker of the password check: holds the lists of words, judges, keeps nothing and asks nobody. */
import { advisePassword } from '#domains/protect/check'
import { judgePassword } from '#tools/inspect/password-strength'
import { serveQuestions } from './serve-questions.ts'

serveQuestions((password: string) => advisePassword(judgePassword(password)))
