/** Text as it may stand in HTML or XML, between tags and in a quoted attribute. */
export const escapeMarkup = (text: string): string =>
	text.replace(/[&<>"']/gu, (char) => `&#${char.charCodeAt(0)};`)
