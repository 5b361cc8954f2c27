/** Fields of a form as they came: bytes, still encoded. No text is made of what somebody typed. */

const [and, newline] = ['&'.charCodeAt(0), '%0D%0A']

const find = (form: Buffer, name: string): Buffer => {
	const sign = `${name}=`
	let at = form.indexOf(sign)
	while (at > 0 && form[at - 1] !== and) at = form.indexOf(sign, at + 1)
	if (at === -1) return form.subarray(0, 0)
	const from = at + sign.length
	const end = form.indexOf(and, from)
	return form.subarray(from, end === -1 ? form.length : end)
}

/** The receipt as it was typed; without lines that are empty before it, which no browser sends a second time. */
export const findTypedCode = (form: Buffer): Buffer => {
	let code = find(form, 'code')
	while (code.indexOf(newline) === 0) code = code.subarray(newline.length)
	return code
}

/** The ticket of a place in the line, which is no secret; empty when there is none. */
export const findTicket = (form: Buffer): string => {
	const ticket = find(form, 'ticket')
	return ticket.length === 51 ? ticket.toString('latin1') : ''
}

/** Before the token in a form that carries files: each part says its name in a line. */
const tokenPart = 'name="token"\r\n\r\n'
const tokenLength = 52

/** The token of the page that the form stood on, which is no secret; empty when there is none. */
export const findToken = (form: Buffer): string => {
	const part = form.indexOf(tokenPart)
	const from = part + tokenPart.length
	const token = part === -1 ? find(form, 'token') : form.subarray(from, from + tokenLength)
	return token.length === tokenLength ? token.toString('latin1') : ''
}
