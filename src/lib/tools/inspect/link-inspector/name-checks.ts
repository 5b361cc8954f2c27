import { type Finding, toFinding } from './finding.ts'
import { hasMixedLetters, hasPersianForms } from './letters.ts'
import type { LinkName } from './link-name.ts'
import { looksLatin, toLatinShape } from './shapes.ts'

/** Characters without a shape, direction marks, Arabic marks and stretches that names do not carry. */
const hidden = /[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Co}\u2800\u0640]|[\u064b-\u065f]|\u0670/u

/** Characters that are taken for the slash, dot, question mark, hash, at-sign or colon that would end a name. */
const fakeCharacters =
	/[\u2044\u2215\u29f8\u2571\u3033\uff0f\u2024\uff1f\uff03\uff20\uff1a\ua789\u0589\u01c3\u02d0\u2236]|\u0338|%/u

/** Endings of Arabic-speaking countries, and general ones in Arabic. */
const arabicEndings =
	/\.(?:المغرب|مصر|تونس|الجزائر|السعودية|امارات|قطر|عمان|الاردن|فلسطين|سورية|سوريا|عراق|اليمن|ليبيا|السودان|موريتانيا|بحرين|البحرين|شبكة|موقع|عرب|بازار|كوم)$/u

const describe = (name: LinkName): Finding[] =>
	// eslint-disable-next-line no-control-regex
	/[^\u0000-\u007f]/u.test(name.unicode) ? [toFinding('other-letters', name.unicode)] : []

const checkLetters = ({ unicode }: LinkName): Finding[] => {
	const labels = unicode.split('.')
	const mixed = labels.find(hasMixedLetters)
	if (mixed !== undefined) return [toFinding('mixed-letters', mixed)]
	// The whole name may be Cyrillic and honest; under a Latin ending, a word of nothing but twins is not.
	const isLatinEnding = /^[a-z\d-]+$/u.test(labels.at(-1) ?? '')
	const twin = isLatinEnding ? labels.find(looksLatin) : undefined
	if (twin !== undefined) return [toFinding('look-alike', toLatinShape(twin))]
	const isPersian = arabicEndings.test(unicode) && labels.some(hasPersianForms)
	return isPersian ? [toFinding('arabic-look-alike', unicode)] : []
}

const checkWriting = ({ raw, ascii, isBroken }: LinkName): Finding[] => {
	const hasHidden = hidden.test(raw)
	if (hasHidden) return [toFinding('hidden-signs', raw)]
	if (fakeCharacters.test(raw)) return [toFinding('disguised-signs', raw)]
	if (isBroken) return [toFinding('odd-writing', raw)]
	// Letters that a browser quietly turns into others: full width, circled, mathematical, a fullstop of another script.
	const lower = raw.toLowerCase()
	const isDisguised = lower.normalize('NFKC') !== lower.normalize('NFC') || /[\u3002\uff0e\uff61]/u.test(raw)
	return isDisguised ? [toFinding('disguised-letters', ascii)] : []
}

const checkLength = ({ ascii, before }: LinkName): Finding[] => {
	const findings: Finding[] = []
	if (/(?:^|[^.])-{3,}/u.test(ascii.replace(/(?:^|\.)xn--/gu, '$1')))
		findings.push(toFinding('padded-name', ascii))
	if (ascii.length > 70 || before.split('.').length > 4)
		findings.push(toFinding('long-name', String(ascii.length)))
	return findings
}

/** Checks how a name is written: letters of other alphabets, characters that are hidden or stand for others, length. */
export const checkName = (name: LinkName): Finding[] => [
	...checkWriting(name),
	...checkLetters(name),
	...checkLength(name),
	...describe(name),
]
