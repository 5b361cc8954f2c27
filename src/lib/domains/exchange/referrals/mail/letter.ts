/** The letter of a referral that goes by mail: a notice in words for who reads it at a host, its number first, the page to answer on last. */
import { ok, refused, type Result } from '#base'
import type { NoticeLanguage, PaperWords } from '#domains/cases/answers'
import { writeDsaNotice, type DsaNotice } from '#tools/notices/dsa-notice'
import type { ReferralPayload } from '../payload.ts'

/** Words of a letter in a language: labels of the notice, and the sentence before the link to answer by. */
export type LetterWords = PaperWords['notice'][NoticeLanguage] & { answer: string }

const ofLetters = ['ar', 'fr', 'en'] as const satisfies readonly NoticeLanguage[]

/** The first language of a partner that letters are written in; English when there is none. */
export const chooseLetterLanguage = (theirs: readonly string[]): NoticeLanguage =>
	theirs.flatMap((one) => ofLetters.find((language) => language === one) ?? [])[0] ?? 'en'

/** The subject, one line, and the text. Refuses with `referral.banned` what is no notice. */
export const writeLetter = (
	{ ref, body }: ReferralPayload,
	words: LetterWords,
	link: string,
): Result<{ subject: string; letter: string }, 'referral.banned'> => {
	const { notice: said, reporter } = body.report
	const matter = {
		locations: said.locations,
		accounts: said.accounts,
		explanation: said.explanation,
		...(said.inside === undefined ? {} : { whereInside: said.inside }),
	}
	const notice: DsaNotice =
		said.concerns === 'child-sexual-abuse'
			? { ...matter, concerns: said.concerns }
			: { ...matter, concerns: said.concerns, notifier: { name: reporter.org, email: reporter.contact } }
	const text = writeDsaNotice(notice, {
		title: words.title,
		locations: words.locations,
		whereInside: words['where-inside'],
		explanation: words.explanation,
		notifier: words.notifier,
		notifierWithheld: words['notifier-withheld'],
		goodFaith: words['good-faith'],
	})
	if (!text.ok) return refused('referral.banned')
	return ok({
		subject: `${ref}: ${words.title}`.slice(0, 200),
		letter: `${ref}\n\n${text.value}\n${words.answer}\n${link}\n`,
	})
}

/** The report as XARF has it, without the parts that are ours; `undefined` where XARF has no type for it or there is no address. */
export const toXarfPart = ({ body }: ReferralPayload): Record<string, unknown> | undefined => {
	const { notice: _, country_code: __, ...report } = body.report
	return report.type === 'other' ? undefined : report
}
