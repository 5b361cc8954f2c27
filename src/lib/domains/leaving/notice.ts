/** Drafts for a host or platform: the notice of the Digital Services Act, a XARF report, lines for another hotline's desk. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { failed, ok, type Result } from '#base'
import { writeDsaNotice, type DsaNotice } from '#tools/notices/dsa-notice'
import { toScartFile, toScartMail } from '#tools/notices/scart-import'
import { toXarf, type XarfReport } from '#tools/notices/xarf'
import { toReference, type Category } from '#domains/cases'
import type { NoticeLanguage, PaperWords } from '#domains/cases/answers'
import type { Account } from './place.ts'

/** Labels of a notice in each of its languages. */
export type NoticeWords = PaperWords['notice']

/** The operator as a host sees it. */
export type NoticeSender = { name: string; email: string; domain: string }

/** Offences of articles 3 to 7 of Directive 2011/93/EU, for which no name has to be given. */
const withoutName: readonly Category[] = [
	'abuse-material',
	'sexual-extortion',
	'grooming',
	'intimate-images',
	'trafficking',
]

/** The parts of a case that a notice needs: never a word of the reporter, never a name. */
export type NoticeCase = {
	case: string
	category: Category
	urls: readonly string[]
	/** On an app, where a host finds an account and no address. A notice has them; machine reports and lists take addresses only. */
	accounts?: readonly Account[]
	inside?: string
	/** The analyst's reasons: why this is illegal, by which provision. */
	explanation: string
}

/**
 * The text of a notice in a language, or what is missing. The operator's name is left out where the law lets it be, unless
 * `isNamed`.
 */
export const writeNotice = (
	about: NoticeCase,
	sender: NoticeSender,
	{ words, language, isNamed = false }: { words: NoticeWords; language: NoticeLanguage; isNamed?: boolean },
): Result<string> => {
	const label = words[language]
	const notifier = { name: sender.name, email: sender.email }
	const matter = {
		locations: about.urls,
		accounts: (about.accounts ?? []).map(({ app, nickname }) => ({ service: app, name: nickname })),
		explanation: about.explanation,
		...(about.inside === undefined ? {} : { whereInside: about.inside }),
	}
	const notice: DsaNotice = withoutName.includes(about.category)
		? { ...matter, concerns: 'child-sexual-abuse', ...(isNamed ? { notifier } : {}) }
		: { ...matter, concerns: 'other-offence', notifier }
	return writeDsaNotice(notice, {
		title: label.title,
		locations: label.locations,
		whereInside: label['where-inside'],
		explanation: label.explanation,
		notifier: label.notifier,
		notifierWithheld: label['notifier-withheld'],
		goodFaith: label['good-faith'],
	})
}

const findings: Readonly<Partial<Record<Category, XarfReport['finding']>>> = {
	'abuse-material': { type: 'csam', classification: 'baseline', detectionMethod: 'user_report' },
	'intimate-images': { type: 'csem', exploitationType: 'distribution', detectionMethod: 'user_report' },
	'sexual-extortion': { type: 'csem', exploitationType: 'sextortion', detectionMethod: 'user_report' },
	grooming: { type: 'csem', exploitationType: 'grooming', detectionMethod: 'user_report' },
	trafficking: { type: 'csem', exploitationType: 'trafficking', detectionMethod: 'user_report' },
}

/**
 * One XARF report for each address, text only. Refuses with `notice.category` what XARF has no type for, and with the tool's
 * own issues the rest.
 *
 * @param ids - a random UUID for each address
 */
export const toXarfReports = (
	about: NoticeCase,
	sender: NoticeSender,
	{ seenAt, ids }: { seenAt: Date; ids: readonly string[] },
): Result<Record<string, unknown>[]> => {
	const finding = findings[about.category]
	if (!finding) return failed({ path: 'category', message: 'notice.category' })
	const reports = about.urls.map((url, at) =>
		toXarf({
			reportId: ids[at] ?? '',
			seenAt,
			reporter: { org: sender.name, contact: sender.email, domain: sender.domain },
			url,
			finding,
			description: about.explanation.slice(0, 1000),
			evidence: [],
		}),
	)
	const issues = reports.flatMap((report) => (report.ok ? [] : report.issues))
	if (issues.length > 0) return failed(...issues)
	return ok(reports.flatMap((report) => (report.ok ? [report.value] : [])))
}

/** The addresses as a file that a SCART desk uploads, our number of the case on each line. */
export const toScartUpload = (about: NoticeCase): Result<string> =>
	toScartFile(about.urls.map((url) => ({ url, reference: toReference(about.case) })))

/** The same as a mail that a SCART desk reads by itself; the note is the number of the case, nothing else. */
export const toScartLetter = (about: NoticeCase): ReturnType<typeof toScartMail> =>
	toScartMail(about.urls.map((url) => ({ url, note: toReference(about.case) })))

/** The digest of a file as it is saved: what the record holds of it, and what `sha256sum` says to whoever has it. */
export const toFileDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
