import { inspectLink, type LinkCode, type LinkProblem, type LinkReport } from '#tools/inspect/link-inspector'

/** Next steps; each is a sentence of its own. */
export const linkSteps = [
	'do-not-open',
	'do-not-call',
	'do-not-scan',
	'ask-another-way',
	'open-yourself',
	'ask-long',
	'store-only',
	'ask-owner',
	'no-code',
	'if-typed',
] as const
export type LinkStep = (typeof linkSteps)[number]

/** Reasons why there is no report. */
export const linkProblems = ['empty', 'no-link', 'too-long'] as const satisfies readonly LinkProblem[]

export type LinkAdvice =
	| { isRead: true; report: LinkReport; steps: readonly LinkStep[] }
	| { isRead: false; problem: LinkProblem }

/** Findings that ask for a step of their own, in the order in which the steps are told. */
const own: readonly (readonly [code: LinkCode, step: LinkStep])[] = [
	['dial-code', 'do-not-call'],
	['links-device', 'do-not-scan'],
	['shortener', 'ask-long'],
	['program-file', 'store-only'],
	['double-ending', 'store-only'],
	['joins-wifi', 'ask-owner'],
	['payment', 'ask-owner'],
]

const mostSteps = 4

const getCodes = ({ findings, leadsTo }: LinkReport): LinkCode[] => [
	...findings.map(({ code }) => code),
	...(leadsTo ? getCodes(leadsTo) : []),
]

const usual: Readonly<Record<LinkReport['verdict'], readonly LinkStep[]>> = {
	trick: ['do-not-open', 'ask-another-way', 'if-typed'],
	odd: ['open-yourself', 'ask-another-way', 'no-code'],
	'nothing-odd': ['open-yourself', 'no-code'],
}

const toSteps = (report: LinkReport): LinkStep[] => {
	const codes = getCodes(report)
	const special = own.filter(([code]) => codes.includes(code)).map(([, step]) => step)
	return [...new Set([...special, ...usual[report.verdict]])].slice(0, mostSteps)
}

/** Gives advice to a person about a link, or about a message with a link in it. */
export const adviseLink = (text: string): LinkAdvice => {
	const report = inspectLink(text)
	if (report.ok) return { isRead: true, report: report.value, steps: toSteps(report.value) }
	return { isRead: false, problem: report.code }
}
