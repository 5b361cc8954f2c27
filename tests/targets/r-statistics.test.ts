/** Draws and effects, repeated by R: the script that we publish, and `lm` with `pt` and `qt`. Without R these tests are skipped. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toHex } from '#base'
import { writeAnalysis, writeClasses, writeCodebook } from '#domains/programme/trials/open-data'
import type { Trial } from '#domains/programme/trials'
import { getEffect, getMoments, type Class } from '#tools/statistics/cluster-trial'
import { drawHalf, makeSeed, writeList, type DrawEntry } from '#tools/statistics/fair-draw'
import { patience } from '../support/patience.ts'

/** In a locale that has more letters than ASCII: R reads files and arguments in that of its machine. */
const runR = (args: string[]): string =>
	execFileSync('Rscript', args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } })

const isThere = (): boolean => {
	try {
		return /"4\.[5-9]|"[5-9]/u.test(runR(['-e', 'cat(deparse(as.character(getRversion())))']))
	} catch {
		return false
	}
}
const withR = test.skipIf(!isThere())

let folder: string
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'r-'))
})
afterAll(() => {
	rmSync(folder, { recursive: true })
})

withR(
	'R repeats a draw from what is published, by the script that we publish',
	() => {
		for (const size of [1, 2, 7, 28, 61]) {
			const list = Array.from({ length: size }, (_, index): DrawEntry => ({
				label: `ثانوية ${index}`,
				stratum: `MA-0${index % 4}`,
			}))
			const secret = new Uint8Array(32).map((_, index) => (index * size) % 256)
			writeFileSync(join(folder, 'list.tsv'), writeList(list))
			const value = `round ${size} · é`
			const drawn = runR(['docs/programme/verify-draw.R', toHex(secret), value, join(folder, 'list.tsv')])
			expect(drawn.trim().split('\n').filter(Boolean).sort()).toEqual(
				drawHalf(makeSeed(secret, value, list), list).sort(),
			)
		}
	},
	patience,
)

const classes: Class[] = Array.from({ length: 14 }, (_, index) => {
	const sheet = (middle: number): number[] =>
		Array.from({ length: 13 }, (__, score) => Math.max(0, 9 - Math.abs(score - middle) * (1 + (index % 3))))
	return {
		hadLesson: index % 2 === 0,
		before: sheet(4 + (index % 5)),
		after: sheet(5 + ((index * 3) % 5) + (index % 2 === 0 ? 1 : 0)),
	}
})

withR(
	'difference, error, interval and p are those of lm, to 9 digits',
	() => {
		const rows = classes.map(({ hadLesson, before, after }) =>
			[Number(hadLesson), getMoments(before).mean, getMoments(after).mean].join(','),
		)
		writeFileSync(join(folder, 'classes.csv'), ['arm,before,after', ...rows].join('\n'))
		const answer = runR([
			'-e',
			`d <- read.csv('${join(folder, 'classes.csv')}'); m <- lm(after ~ arm + before, d); s <- summary(m)$coefficients['arm', ]; cat(format(c(s[c(1, 2, 4)], confint(m)['arm', ]), digits = 17))`,
		])
		const [difference, error, p, low, high] = answer.trim().split(/\s+/u).map(Number)
		const effect = getEffect(classes)
		expect(effect?.difference).toBeCloseTo(difference ?? 0, 9)
		expect(effect?.error).toBeCloseTo(error ?? 0, 9)
		expect(effect?.p).toBeCloseTo(p ?? 0, 9)
		const scale = (effect?.smd ?? 0) / (effect?.difference ?? 1)
		expect((effect?.low ?? 0) / scale).toBeCloseTo(low ?? 0, 9)
		expect((effect?.high ?? 0) / scale).toBeCloseTo(high ?? 0, 9)
	},
	patience,
)

withR(
	'the correlation within classes is that of the analysis of variance',
	() => {
		const rows = classes.flatMap(({ hadLesson, after }, index) =>
			after.flatMap((count, score) =>
				Array.from({ length: count }, () => `${Number(hadLesson)},${index},${score}`),
			),
		)
		writeFileSync(join(folder, 'sheets.csv'), ['arm,class,score', ...rows].join('\n'))
		const script = `d <- read.csv('${join(folder, 'sheets.csv')}'); a <- anova(lm(score ~ factor(arm) + factor(class), d)); n <- table(d$class); arm <- tapply(d$arm, d$class, unique); m0 <- (sum(n) - sum(tapply(n^2, arm, sum) / tapply(n, arm, sum))) / (length(n) - 2); b <- a[2, 3]; w <- a[3, 3]; cat(format((b - w) / (b + (m0 - 1) * w), digits = 17))`
		expect(getEffect(classes)?.icc).toBeCloseTo(Number(runR(['-e', script])), 9)
	},
	patience,
)

withR(
	'a published study read by R: its own script gives our effect, and its codebook names every column and the forms',
	() => {
		const protocol: Trial['protocol'] = {
			topic: 'privacy',
			audience: 'children',
			question: 'Example',
			questionLanguage: 'en',
			primary: 'knowledge',
			primaryAt: 'after',
			classesAnArm: 7,
			pupils: 30,
			icc: 0.06,
			sizeVariation: 0.3,
			effect: 0.3,
			valueSource: 'dice',
			drawOn: '2027-01-10',
			publishOn: '2027-06-01',
			ethics: 'example',
			region: undefined,
		}
		const drawn = classes.map(({ hadLesson }, at) => ({
			label: `K${at}`,
			stratum: 'MA-09',
			hasLesson: hadLesson,
		}))
		const tallies = classes.flatMap(({ before, after }, at) =>
			(
				[
					['before', before],
					['after', after],
				] as const
			).map(([moment, counts]) => ({
				label: `K${at}`,
				moment,
				counts,
				outcome: 'knowledge' as const,
			})),
		)
		const own = mkdtempSync(join(folder, 'study-'))
		writeFileSync(join(own, 'classes.csv'), writeClasses(drawn, tallies))
		writeFileSync(join(own, 'codebook.csv'), writeCodebook(protocol, { version: 1, validated: false }))
		writeFileSync(join(own, 'analysis.R'), writeAnalysis(protocol))
		const told = execFileSync('Rscript', ['analysis.R'], { encoding: 'utf8', cwd: own })
		const standardised = /standardised: (\S+)/u.exec(told)?.[1]
		expect(getEffect(classes)?.smd).toBeCloseTo(Number(standardised), 5)
		const script = `b <- read.csv('codebook.csv'); d <- read.csv('classes.csv'); cat(all(names(d) %in% b$column), b$meaning[b$column == 'instrument'])`
		const book = execFileSync('Rscript', ['-e', script], { encoding: 'utf8', cwd: own })
		expect(book).toMatch(/^TRUE .*forms a b c for children; version 1.*not validated: pilot first$/u)
	},
	patience,
)
