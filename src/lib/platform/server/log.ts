/**
 * Log lines for the operator: one JSON object a line on standard output. A line says what the machine did and
 * never who came: no address, no query string, no word of a visitor. Field names are fixed here, and every
 * field has a form that such words cannot take.
 */
import { writeSync } from 'node:fs'
import type { LogLevel } from './config.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
type Method = (typeof methods)[number]

/** All that a line may say besides level, time and event. */
export type LogFields = {
	method?: Method
	/** Pattern of a route, `/[lang=lang]/topics/[topic]`; `none` when no route took the request. */
	route?: string
	status?: number
	milliseconds?: number
	count?: number
	port?: number
	/** Permanent code of an error: `database.in-use`, `23505`. */
	code?: string
	/** Random id that the person sees on the error page. */
	errorId?: string
	errorName?: string
	/** Stack frames of an error in our code, never its message. */
	stack?: string
	database?: 'pglite' | 'postgres'
	migration?: string
	job?: string
	roles?: string
	version?: string
}

/** Name of an event, dotted and fixed in the code: `server.started`. */
type Event = `${string}.${string}`
type Write = (line: string) => void

/** One function a level; lines under the configured level are not written. */
export type Log = Record<LogLevel, (event: Event, fields?: LogFields) => void>

const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']
const word = /^[\w.,@+-]{1,100}$/
const forms: Readonly<Record<string, RegExp | undefined>> = {
	// A parameter stands in brackets, so a path that was really asked for mostly fails: it holds its own words.
	route: /^(none|\/[\w/()[\].=+-]{0,200})$/,
	stack: /^ *at [^]{0,2000}$/,
}

// A field that fails its form is dropped by value and kept by name, so that the mistake is seen in the log.
const clean = (fields: LogFields) =>
	Object.fromEntries(
		Object.entries(fields).map(([name, value]) => {
			const form = forms[name] ?? word
			return [name, typeof value === 'number' || form.test(value) ? value : 'refused']
		}),
	)

const stdout = { isListened: false, isBroken: false }

/** The disk of the log may be full, or whoever reads it gone: the line is lost then, and the product goes on. */
const writeToStdout: Write = (line) => {
	if (!stdout.isListened) process.stdout.on('error', () => (stdout.isBroken = true))
	stdout.isListened = true
	if (!stdout.isBroken) return void process.stdout.write(line)
	try {
		writeSync(1, line) // the stream of Node stays closed after its first error, and there may be room again
	} catch {
		// nowhere to say it
	}
}

/** A log that writes lines of `least` and above. `write` and `now` are for tests. */
export function createLog(least: LogLevel, write: Write = writeToStdout, now = () => new Date()): Log {
	const logAt =
		(level: LogLevel) =>
		(event: Event, fields: LogFields = {}) => {
			if (levels.indexOf(level) < levels.indexOf(least)) return
			write(`${JSON.stringify({ level, time: now().toISOString(), event, ...clean(fields) })}\n`)
		}
	return { debug: logAt('debug'), info: logAt('info'), warn: logAt('warn'), error: logAt('error') }
}

/** All that is known of a request in the log. Takes no URL, so that none can be given. */
export type RequestLine = {
	method: string
	/** `event.route.id`: the pattern, never the path; `null` when no route took the request. */
	routeId: string | null
	status: number
	milliseconds: number
}

/** Routes on which somebody reports, or reads an answer. */
const isIntake = (routeId: string | null): boolean => /^\/intake\/|\/\(intake\)\//u.test(routeId ?? '')

/**
 * Logs that a request was answered; an unknown method is a word of the visitor and left out. One of the intake leaves no line unless it failed:
 * each line has its moment, also in whatever keeps the log, and of a report only the hour is kept anywhere else.
 */
export function logRequest(log: Log, { method, routeId, status, milliseconds }: RequestLine): void {
	if (status < 500 && isIntake(routeId)) return
	const known = methods.find((name) => name === method)
	log[status >= 500 ? 'error' : 'info']('request.answered', {
		...(known ? { method: known } : {}),
		route: routeId ?? 'none',
		status,
		milliseconds: Math.round(milliseconds),
	})
}

/**
 * Picks what may be logged of an error: its name, code and stack frames. Not the message: those of databases and
 * parsers quote what a visitor wrote.
 */
export function toErrorFields(error: unknown): LogFields {
	if (!(error instanceof Error)) return { errorName: typeof error }
	const frames = (error.stack ?? '')
		.replace(error.message, '')
		.split('\n')
		.filter((line) => /^ *at /.test(line))
	return {
		errorName: error.name,
		...('code' in error ? { code: String(error.code) } : {}),
		...(frames.length ? { stack: frames.slice(0, 8).join('\n').slice(0, 1500) } : {}),
	}
}
