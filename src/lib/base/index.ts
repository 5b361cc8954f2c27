/** Ground floor: what every room may use. Imports nothing. */
export { AppError } from './app-error.ts'
export { fromBase64, fromBase64url, fromHex, toBase64, toBase64url, toHex } from './bytes.ts'
export { addDays, day, hour, minute, toHour, toLocalDay } from './dates.ts'
export { escapeMarkup } from './markup.ts'
export { isUuid } from './uuid.ts'
export { isWellFormed, toWellFormed } from './well-formed.ts'
export { failed, ok, refused, type Issue, type Refusal, type Result } from './result.ts'
export {
	fallbacks,
	getDirection,
	getLangTag,
	getLanguage,
	isLocale,
	languages,
	locales,
	type Language,
	type Locale,
} from './language.ts'
