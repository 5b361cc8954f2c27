const scripts = ['٠', '۰'].map((zero) => zero.codePointAt(0) ?? 0)

/**
 * The `pattern` of an input for the last group of a written receipt: the page can say "right" without
 * a script and without asking anybody. Digits of the three scripts in use here count alike.
 *
 * @param digits - a written receipt, `4821 0937 … 41`
 */
export const toEndPattern = (digits: string): string =>
	(digits.split(' ').at(-1) ?? '').replace(
		/\d/gu,
		(digit) => `[${digit}${scripts.map((zero) => String.fromCodePoint(zero + Number(digit))).join('')}]`,
	)
