import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { AppError } from '#base'
import { createLog, logRequest, toErrorFields, type LogFields } from './log.ts'

const open = (level: 'debug' | 'warn' = 'debug') => {
	const lines: string[] = []
	const log = createLog(
		level,
		(line) => lines.push(line),
		() => new Date('2026-11-25T08:00:00Z'),
	)
	return { log, lines }
}

describe('createLog()', () => {
	test('writes one JSON object a line', () => {
		const { log, lines } = open()
		log.info('server.started', { port: 8080, database: 'pglite' })
		expect(lines).toEqual([
			'{"level":"info","time":"2026-11-25T08:00:00.000Z","event":"server.started","port":8080,"database":"pglite"}\n',
		])
	})

	test.skipIf(!existsSync('/dev/full'))('a full disk takes its lines and not the process', () => {
		const full = openSync('/dev/full', 'w')
		const file = new URL('log.ts', import.meta.url).href
		const code = `const { createLog } = await import('${file}')
			const log = createLog('info')
			for (let line = 0; line < 3; line++) {
				log.info('server.started')
				await new Promise((resolve) => setTimeout(resolve, 20))
			}
			console.error('goes on')`
		const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
			stdio: ['ignore', full, 'pipe'],
			encoding: 'utf8',
		})
		closeSync(full)
		expect([status, stderr]).toEqual([0, 'goes on\n'])
	})

	test('leaves out lines under its level', () => {
		const { log, lines } = open('warn')
		log.info('server.started')
		log.error('server.failed')
		expect(lines).toHaveLength(1)
	})

	test('does not compile with a field that is not on the list', () => {
		const { log } = open()
		// @ts-expect-error an address has no field
		log.info('server.started', { ip: '192.0.2.1' })
	})

	test.each<LogFields>([
		{ code: 'he wrote: help me' },
		{ route: '/report?words=help' },
		{ route: '/ar/search/مساعدة' },
		{ errorName: '<script>' },
		{ version: '2001:db8::1' },
	])('refuses the value of %j', (fields) => {
		const { log, lines } = open()
		log.info('test.tried', fields)
		expect(
			Object.keys(fields).map((name) => (JSON.parse(lines[0] ?? '{}') as Record<string, unknown>)[name]),
		).toEqual(['refused'])
	})
})

describe('logRequest()', () => {
	test('says method, route, status and time, and nothing else', () => {
		const { log, lines } = open()
		const route = '/[lang=lang]/(site)/topics/[topic]'
		logRequest(log, { method: 'GET', routeId: route, status: 200, milliseconds: 3.4 })
		expect(JSON.parse(lines[0] ?? '')).toEqual({
			level: 'info',
			time: '2026-11-25T08:00:00.000Z',
			event: 'request.answered',
			method: 'GET',
			route: '/[lang=lang]/(site)/topics/[topic]',
			status: 200,
			milliseconds: 3,
		})
	})

	test('names a route whose folder writes a colon as its number', () => {
		const { log, lines } = open()
		const routeId = '/(exchange)/v4/fullHashes[x+3a]find'
		logRequest(log, { method: 'POST', routeId, status: 200, milliseconds: 1 })
		expect(lines[0]).toContain(`"route":"${routeId}"`)
	})

	test.each([
		'/intake/reports',
		'/intake/mailbox',
		'/[lang=lang]/(intake)/report',
		'/[lang=lang]/(intake)/report/by-hand',
		'/[lang=lang]/(intake)/mailbox',
	])('keeps no moment at which somebody reported or read: nothing of %s but what failed', (routeId) => {
		const { log, lines } = open()
		for (const status of [200, 201, 303, 422, 499])
			logRequest(log, { method: 'POST', routeId, status, milliseconds: 1 })
		expect(lines).toEqual([])
		logRequest(log, { method: 'POST', routeId, status: 500, milliseconds: 1 })
		expect(lines).toHaveLength(1)
	})

	test('leaves out a method that the visitor made up, and names no path that no route took', () => {
		const { log, lines } = open()
		logRequest(log, { method: 'HELPME', routeId: null, status: 405, milliseconds: 1 })
		expect(lines[0]).not.toContain('HELPME')
		expect(lines[0]).toContain('"route":"none"')
	})
})

describe('toErrorFields()', () => {
	test('keeps name, code and frames of an error and drops its message', () => {
		const error = Object.assign(new TypeError('invalid uuid: "my\n    at secret words"'), { code: '22P02' })
		const fields = toErrorFields(error)
		expect(fields).toMatchObject({ errorName: 'TypeError', code: '22P02' })
		expect(fields.stack).toMatch(/^ *at .*log\.test\.ts/)
		expect(JSON.stringify(fields)).not.toContain('secret')
		const { log, lines } = open()
		log.error('request.failed', fields)
		expect(lines[0]).not.toContain('refused')
	})

	test('keeps the code of a refusal by the rules', () => {
		expect(toErrorFields(new AppError('database.in-use', 503, 'x')).code).toBe('database.in-use')
	})

	test('says only the kind of a thing that is no error', () => {
		expect(toErrorFields('secret words')).toEqual({ errorName: 'string' })
	})
})
