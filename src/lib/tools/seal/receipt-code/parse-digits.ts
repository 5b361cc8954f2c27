import { ok } from '#base'
import { refuseReceipt, type ParsedReceipt } from './parsed-receipt.ts'
import { groupLengths, isWritten, writtenLength } from './receipt-code.ts'

/** Most groups that are told as possibly wrong; with more, the mistake could be anywhere. */
const mostSuspects = 3

const toGroup = (place: number): number => Math.floor(place / 4) + 1

/** Groups in which one other digit, or two swapped neighbours, would make the code right. */
const findSuspects = (digits: string): number[] => {
	const groups = new Set<number>()
	const tryDigits = (place: number, ...changed: string[]): void => {
		const length = changed.length
		if (isWritten(digits.slice(0, place) + changed.join('') + digits.slice(place + length)))
			groups.add(toGroup(place))
	}
	for (let place = 0; place < digits.length; place += 1) {
		const [digit = '', next] = digits.slice(place, place + 2)
		for (const other of '0123456789') if (other !== digit) tryDigits(place, other)
		if (next !== undefined) tryDigits(place, next, digit)
	}
	return [...groups].sort((one, other) => one - other)
}

/** The one group that is too short or too long, when the groups were kept apart. */
const findOddGroup = (groups: readonly string[]): number | undefined => {
	if (groups.length !== groupLengths.length) return undefined
	const odd = groupLengths.flatMap((length, at) => (groups[at]?.length === length ? [] : [at + 1]))
	return odd.length === 1 ? odd[0] : undefined
}

/** The code of digits in groups as they were typed. Refuses as `parseReceipt()` does. */
export const parseDigits = (groups: readonly string[]): ParsedReceipt => {
	const digits = groups.join('')
	if (digits.length !== writtenLength) {
		const odd = findOddGroup(groups)
		const code = digits.length < writtenLength ? 'receipt.too-short' : 'receipt.too-long'
		return refuseReceipt(code, odd === undefined ? [] : [odd])
	}
	if (isWritten(digits)) return ok(digits.slice(0, -2))
	const suspects = findSuspects(digits)
	return refuseReceipt('receipt.typo', suspects.length <= mostSuspects ? suspects : [])
}
