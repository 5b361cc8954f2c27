/** Offers bytes or a text as a file of the browser: made there and sent nowhere. */
export const saveFile = (content: Uint8Array | string, name: string): void => {
	const url = URL.createObjectURL(new Blob([typeof content === 'string' ? content : content.slice()]))
	const link = document.createElement('a')
	link.href = url
	link.download = name
	link.click()
	setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
