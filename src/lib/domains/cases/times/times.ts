import { minute } from '#base'

/** Times at the desk, in the country's own time and in figures that read alike in every language. */
const zone = 'Africa/Casablanca'
const format = new Intl.DateTimeFormat('fr-FR', {
	timeZone: zone,
	day: '2-digit',
	month: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
})

/** `26/11 14:05` */
export const toMoment = (at: Date): string => format.format(at).replace(/,? /u, ' ')

/** Time until a limit, or since it, in the largest whole unit: `3 h`, `2 j` are put into words by the page. */
export const toSpan = (
	due: Date,
	now: Date,
): { isOver: boolean; unit: 'minutes' | 'hours' | 'days'; n: number } => {
	const minutes = Math.abs(due.getTime() - now.getTime()) / minute
	const isOver = due < now
	if (minutes < 90) return { isOver, unit: 'minutes', n: Math.max(1, Math.round(minutes)) }
	if (minutes < 48 * 60) return { isOver, unit: 'hours', n: Math.floor(minutes / 60) }
	return { isOver, unit: 'days', n: Math.floor(minutes / 1440) }
}
