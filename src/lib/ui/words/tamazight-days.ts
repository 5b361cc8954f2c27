/** Days and months in Tamazight, as CLDR has them (`common/main/zgh.xml`): browsers do not bring them, and would name them in another language. */
const months = 'ⵉⵏⵏⴰⵢⵔ ⴱⵕⴰⵢⵕ ⵎⴰⵕⵚ ⵉⴱⵔⵉⵔ ⵎⴰⵢⵢⵓ ⵢⵓⵏⵢⵓ ⵢⵓⵍⵢⵓⵣ ⵖⵓⵛⵜ ⵛⵓⵜⴰⵏⴱⵉⵔ ⴽⵜⵓⴱⵔ ⵏⵓⵡⴰⵏⴱⵉⵔ ⴷⵓⵊⴰⵏⴱⵉⵔ'.split(' ')
const weekdays = 'ⴰⵢⵏⴰⵙ ⴰⵙⵉⵏⴰⵙ ⴰⴽⵕⴰⵙ ⴰⴽⵡⴰⵙ ⴰⵙⵉⵎⵡⴰⵙ ⴰⵙⵉⴹⵢⴰⵙ ⴰⵙⴰⵎⴰⵙ'.split(' ')

/** @param iso - `2026`, `2026-11`, or a day or moment that begins with `2026-11-29` */
export const sayTamazightDate = (iso: string): string => {
	const [year = '', month, day] = iso.slice(0, 10).split('-')
	if (month === undefined) return year
	const name = months[Number(month) - 1] ?? month
	return day === undefined ? `${year} ${name}` : `${Number(day)} ${name} ${year}`
}

/** @param day - 1 is Monday, 7 is Sunday */
export const sayTamazightWeekday = (day: number): string => weekdays[day - 1] ?? ''
