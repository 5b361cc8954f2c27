/** Cookies of one server, kept in this process: the browser never has them, so no page can send them anywhere. */
export type CookieJar = {
	/** Takes `Set-Cookie` lines (RFC 6265): a name again replaces, an end that has passed removes. */
	take: (lines: readonly string[], now: Date) => void
	/** As one `Cookie` header; `undefined` when there is none. */
	format: (now: Date) => string | undefined
}

type Kept = { value: string; until: number }

const readAttribute = (parts: readonly string[], name: string): string | undefined =>
	parts.find((part) => part.toLowerCase().startsWith(`${name}=`))?.slice(name.length + 1)

const readEnd = (parts: readonly string[], now: Date): number => {
	const seconds = readAttribute(parts, 'max-age')
	if (seconds !== undefined && /^-?\d+$/u.test(seconds)) return now.getTime() + Number(seconds) * 1000
	const date = Date.parse(readAttribute(parts, 'expires') ?? '')
	return Number.isNaN(date) ? Number.POSITIVE_INFINITY : date
}

export const createCookieJar = (): CookieJar => {
	const kept = new Map<string, Kept>()
	return {
		take: (lines, now) => {
			for (const line of lines) {
				const [pair = '', ...parts] = line.split(';').map((part) => part.trim())
				const at = pair.indexOf('=')
				if (at < 1) continue
				const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
				const until = readEnd(parts, now)
				if (until > now.getTime()) kept.set(name, { value, until })
				else kept.delete(name)
			}
		},
		format: (now) => {
			const good = [...kept].filter(([, { until }]) => until > now.getTime())
			return good.length === 0 ? undefined : good.map(([name, { value }]) => `${name}=${value}`).join('; ')
		},
	}
}
