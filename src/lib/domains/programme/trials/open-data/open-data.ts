/** A published trial as files: classes by label, what their columns mean, and a script that gives the same numbers in R. */
import { getMoments } from '#tools/statistics/cluster-trial'
import type { FormsUsed } from '../report.ts'
import type { TrialTally } from '../tally-sheet.ts'
import type { DrawnClass, Protocol } from '../trial.ts'

/** Fewest classes on each side whose data are given out. */
const fewestClasses = 6

/** True when enough classes were measured for their data: of few, one would be known. */
export const mayExport = (classes: readonly DrawnClass[], tallies: readonly TrialTally[] = []): boolean => {
	const measured = new Set(tallies.map(({ label }) => label))
	return [true, false].every(
		(had) =>
			classes.filter(({ label, hasLesson }) => hasLesson === had && measured.has(label)).length >=
			fewestClasses,
	)
}

const toTable = (rows: readonly (readonly (string | number)[])[]): string =>
	rows.map((row) => `${row.join(',')}\r\n`).join('')

/** One line a class, moment and outcome (https://www.rfc-editor.org/rfc/rfc4180); `squares`: sum of squares about the mean. */
export const writeClasses = (classes: readonly DrawnClass[], tallies: readonly TrialTally[]): string => {
	const arms = new Map(classes.map(({ label, hasLesson }) => [label, hasLesson === true ? 1 : 0]))
	const rows = tallies.map(({ label, moment, outcome, counts }) => {
		const { n, mean, squares } = getMoments(counts)
		return [label, arms.get(label) ?? 0, moment, outcome, n, mean, squares]
	})
	return toTable([['class', 'arm', 'moment', 'outcome', 'sheets', 'mean', 'squares'], ...rows])
}

/** Meaning of the columns of {@link writeClasses}, and the forms that classes filled in; `forms`: as the result keeps them. */
export const writeCodebook = (
	{ primary, primaryAt, audience }: Protocol,
	forms: FormsUsed | undefined,
): string =>
	toTable([
		['column', 'meaning'],
		['class', 'label by chance; which school it is stands nowhere'],
		['arm', '1: had the lesson first; 0: waited'],
		['moment', 'before; after: right after the lesson; w8: eight weeks later'],
		['outcome', 'knowledge 0-12; help 0-6; fear 0-9'],
		['sheets', 'forms handed in'],
		['mean', 'mean score of the class'],
		['squares', 'sum of squared distances from that mean'],
		['primary', `${primary} at ${primaryAt}`],
		[
			'instrument',
			`content/programme/instrument; forms a b c for ${audience}; version ${forms?.version ?? 'not kept'} on the day of the draw; ${forms?.validated ? 'piloted' : 'not validated: pilot first'}`,
		],
	])

/** A script for base R that gives difference, interval and p of the primary outcome. */
export const writeAnalysis = ({
	primary,
	primaryAt,
}: Protocol): string => `# Base R. classes.csv stands beside this file.
d <- read.csv("classes.csv")
before <- subset(d, moment == "before" & outcome == "${primary}")
later <- subset(d, moment == "${primaryAt}" & outcome == "${primary}")
m <- merge(before, later, by = c("class", "arm"), suffixes = c(".before", ".later"))
fit <- lm(mean.later ~ arm + mean.before, m)
print(summary(fit)$coefficients["arm", ])
print(confint(fit)["arm", ])
a <- split(m, m$arm)
arm_squares <- sapply(a, function(x) {
  grand <- sum(x$sheets.later * x$mean.later) / sum(x$sheets.later)
  sum(x$squares.later + x$sheets.later * (x$mean.later - grand)^2)
})
n <- sum(m$sheets.later)
cat("standardised:", coef(fit)[["arm"]] / sqrt(sum(arm_squares) / (n - 2)) * (1 - 3 / (4 * n - 9)), "\\n")
`
