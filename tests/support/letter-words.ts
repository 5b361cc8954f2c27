/** Words of letters to hosts as the content of the desk has them. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { NoticeLanguage, PaperWords } from '../../src/lib/domains/cases/answers/index.ts'
import type { LetterWords } from '../../src/lib/domains/exchange/referrals/mail/letter.ts'
import { messages } from '../../messages/index.ts'

export const getLetterWords = (language: NoticeLanguage): Promise<LetterWords> => {
	const { notice } = parse(readFileSync('content/desk/paper.yaml', 'utf8')) as PaperWords
	return Promise.resolve({ ...notice[language], answer: messages[language]['coop.letter.answer'] })
}
